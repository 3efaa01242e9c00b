"""What stands at the axes of a chart."""

from datetime import datetime

import pytest

from reception_sim.scenario.quantities import DAY, HOUR
from ui.plots.axes import count_step, multiples, time_labels, time_step
from ui.plots.wall_clock import wall_clock_of

MIDNIGHT = wall_clock_of(datetime(2023, 9, 13))  # noqa: DTZ001 - a clock on the wall has no zone


def test_that_midnight_is_a_date_and_the_rest_are_hours() -> None:
    times = [MIDNIGHT + hours * HOUR for hours in (-6, 0, 6)]

    assert time_labels(times, 6 * HOUR) == ["18:00", "13 Sep", "06:00"]


def test_that_the_first_hour_names_its_date_when_no_midnight_is_in_sight() -> None:
    times = [MIDNIGHT + hours * HOUR for hours in (7, 8, 9)]

    assert time_labels(times, HOUR) == ["13 Sep 07:00", "08:00", "09:00"]


@pytest.mark.parametrize(
    ("span", "labels", "step"), [(DAY, 8, 3 * HOUR), (DAY, 24, HOUR), (7 * DAY, 7, DAY), (7 * DAY, 6, 2 * DAY)]
)
def test_that_no_more_labels_are_asked_for_than_have_room(span: float, labels: float, step: float) -> None:
    assert time_step(span, labels) == step


@pytest.mark.parametrize(("span", "labels", "step"), [(3, 10, 1), (9, 5, 2), (800, 4, 200), (7000, 4, 2000)])
def test_that_counts_go_up_in_ones_twos_and_fives(span: float, labels: float, step: float) -> None:
    assert count_step(span, labels) == step


def test_that_weeks_begin_on_mondays() -> None:
    monday = wall_clock_of(datetime(2023, 9, 11))  # noqa: DTZ001 - a clock on the wall has no zone

    assert list(multiples(MIDNIGHT, MIDNIGHT + 14 * DAY, 7 * DAY)) == [monday + 7 * DAY, monday + 14 * DAY]

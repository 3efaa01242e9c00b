"""Which part of the time is seen."""

import pytest

from reception_sim.scenario.quantities import DAY, HOUR
from ui.plots.time_window import TimeWindow


def test_that_the_window_grows_in_steps_with_the_run() -> None:
    window = TimeWindow()
    spans = []
    for last in (HOUR, 2 * HOUR, 5 * HOUR, 20 * HOUR, 6.5 * DAY):
        window.follow(100.0, 100.0 + last)
        spans.append(window.until - window.since)

    assert spans == [3 * HOUR, 3 * HOUR, 6 * HOUR, DAY, 7 * DAY]
    assert window.since == 100.0


def test_that_a_year_is_seen_whole() -> None:
    window = TimeWindow()
    window.follow(0.0, 365 * DAY)

    assert (window.since, window.until) == (0.0, 365 * DAY)


def test_that_zooming_keeps_the_moment_under_the_mouse_in_place() -> None:
    window = TimeWindow()
    window.follow(0.0, 5 * DAY)
    window.zoom(0.5, at=2 * DAY)

    assert window.zoomed
    assert (window.since, window.until) == (DAY, 3.5 * DAY)


def test_that_a_zoomed_window_stays_while_the_run_goes_on() -> None:
    window = TimeWindow()
    window.follow(0.0, DAY)
    window.zoom(0.5, at=0.0)
    window.follow(0.0, 3 * DAY)

    assert (window.since, window.until) == (0.0, DAY / 2)


def test_that_nothing_beyond_what_is_known_is_seen_when_panned() -> None:
    window = TimeWindow()
    window.follow(0.0, DAY)
    window.zoom(0.25, at=0.0)
    window.pan(99 * DAY)

    assert window.until == DAY


def test_that_half_an_hour_is_as_near_as_it_gets() -> None:
    window = TimeWindow()
    for _ in range(100):
        window.zoom(0.5, at=HOUR)

    assert window.until - window.since == pytest.approx(0.5 * HOUR)


def test_that_all_time_can_be_seen_again() -> None:
    window = TimeWindow()
    window.follow(0.0, DAY)
    window.zoom(0.1, at=HOUR)
    window.show_all()

    assert not window.zoomed

"""Charts of a course over calendar time."""

import xml.etree.ElementTree as ET
from datetime import datetime

import numpy as np
import pytest

from reception_sim.reports.axes import calendar_ticks, nice_ticks
from reception_sim.reports.charts import Course, Limit, TimeChart, draw
from reception_sim.scenario import Calendar

SVG = "{http://www.w3.org/2000/svg}"
HOUR, DAY = 3_600.0, 86_400.0
MONDAY = Calendar(datetime(2023, 9, 11), "Europe/Rome")  # noqa: DTZ001 - local, as a plan has it


def chart(*courses, limits=(), calendar=MONDAY, days=2):
    time = np.linspace(0, days * DAY, 50)
    shown = courses or (Course("People", np.linspace(0, 400, 50)),)
    return TimeChart(time, shown, tuple(limits), "people", calendar)


def words_in(svg):
    return [element.text for element in ET.fromstring(svg).iter(f"{SVG}text")]


def test_that_a_chart_names_its_limits_and_its_unit():
    words = words_in(draw(chart(limits=[Limit("400 places", 400.0)])))

    assert "400 places" in words
    assert "people" in words


def test_that_several_courses_are_named_at_their_ends():
    words = words_in(draw(chart(Course("Here", np.ones(50)), Course("There", np.full(50, 9.0)))))

    assert {"Here", "There"} <= set(words)


def test_that_names_that_would_lie_on_each_other_are_moved_apart():
    limits = [Limit(f"limit {number}", 100.0 + number) for number in range(5)]

    svg = ET.fromstring(draw(chart(limits=limits)))

    heights = sorted(float(text.get("y")) for text in svg.iter(f"{SVG}text") if str(text.text).startswith("limit"))
    assert len(heights) == 5
    assert all(np.diff(heights) >= 15)


def test_that_a_name_cannot_break_out_of_a_chart():
    svg = draw(chart(limits=[Limit("</text><script>alert(1)</script>", 100.0)]))

    assert "<script" not in svg
    assert "</text><script>alert(1)</script>" in words_in(svg)


def test_that_an_axis_starts_at_zero_and_reaches_the_highest_value():
    for highest in (0.4, 1, 7, 42, 260, 6344, 1e6):
        ticks = nice_ticks(highest, 5)
        assert ticks[0] == 0
        assert ticks[-1] >= highest
        assert 3 <= len(ticks) <= 12 or highest < 2


def test_that_people_are_not_counted_in_halves():
    assert nice_ticks(3, 5) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0.5, ["11 Sep", "02:00", "04:00", "06:00", "08:00", "10:00", "12:00"]),
        (2, ["11 Sep", "06:00", "12:00", "18:00", "12 Sep", "06:00", "12:00", "18:00", "13 Sep"]),
        (7, ["11 Sep", "12 Sep", "13 Sep", "14 Sep", "15 Sep", "16 Sep", "17 Sep", "18 Sep"]),
    ],
)
def test_that_ticks_are_round_moments_of_the_calendar(days, words):
    assert [said for _, said in calendar_ticks(MONDAY, days * DAY, 9)] == words


def test_that_a_day_of_23_hours_keeps_its_midnights():
    spring = Calendar(datetime(2026, 3, 28), "Europe/Rome")  # noqa: DTZ001 - local, as a plan has it

    moments = [moment for moment, _ in calendar_ticks(spring, 3 * DAY, 5)]

    assert moments == [0, DAY, DAY + 23 * HOUR, 2 * DAY + 23 * HOUR]


def test_that_a_long_time_has_few_ticks():
    assert len(list(calendar_ticks(MONDAY, 900 * DAY, 9))) <= 9

"""Differences drawn with their intervals."""

import re

from reception_sim.reports.interval_chart import Row, draw_intervals

ROWS = [
    Row("Two more officers", -40.0, -60.0, -20.0),
    Row("A decision whose name is much too long to stand beside its interval", 5.0, -float("inf"), float("inf")),
    Row("Nothing known", float("nan"), float("nan"), float("nan")),
]


def test_that_an_interval_on_the_left_of_zero_is_drawn_on_the_left():
    drawn = draw_intervals(ROWS[:1], "people")
    zero = float(re.search(r'class="ink-stroke" x1="([\d.]+)"', drawn).group(1))
    whiskers = [float(x) for x in re.findall(r'd="M([\d.]+) ', drawn)]

    assert all(x < zero for x in whiskers)
    assert "\N{MINUS SIGN}60" in drawn or "\N{MINUS SIGN}80" in drawn


def test_that_what_is_endless_or_unknown_is_drawn_all_the_same():
    drawn = draw_intervals(ROWS, "people")

    assert "nan" not in drawn
    assert "inf" not in drawn
    assert "A decision whose name is much too long …" in drawn
    assert ">people<" in drawn

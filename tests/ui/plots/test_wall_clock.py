"""Local time on the axis of a chart."""

from datetime import datetime

import numpy as np

from reception_sim.scenario import Calendar
from reception_sim.scenario.quantities import HOUR
from ui.plots.wall_clock import moment_of, moment_text, wall_clock

ROME = Calendar(datetime(2023, 10, 28, 12, 0), "Europe/Rome")  # noqa: DTZ001 - local time, as in a scenario


def test_that_the_clock_on_the_wall_starts_with_the_scenario() -> None:
    assert moment_text(float(wall_clock(ROME, np.array([0.0]))[0])) == "Sat 28 Oct 2023, 12:00"


def test_that_the_clock_on_the_wall_shows_an_hour_twice_when_summer_time_ends() -> None:
    shown = wall_clock(ROME, np.array([14.0, 15.0]) * HOUR)

    assert [moment_of(seconds).hour for seconds in shown.tolist()] == [2, 2]

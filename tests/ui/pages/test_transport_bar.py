"""The clock and what drives it."""

import pytest
from PySide6.QtCore import Qt

from reception_sim.exercise import Pace
from ui.pages.run_actions import SPEEDS, RunActions, nearest_speed
from ui.pages.transport_bar import TransportBar, pace_in_words

HOUR = 3600.0


@pytest.fixture
def bar(qtbot, live_run, scenario):
    made = TransportBar(RunActions(live_run, live_run))
    qtbot.addWidget(made)
    made.show_scenario(scenario)
    return made


def test_that_the_speeds_go_from_a_minute_to_twelve_hours_a_second_and_beyond() -> None:
    assert (SPEEDS[0], SPEEDS[-2], SPEEDS[-1]) == (60.0, 12 * HOUR, None)


def test_that_a_speed_from_an_older_version_becomes_the_nearest_one() -> None:
    assert [nearest_speed(asked) for asked in (61.0, 1e9, None)] == [60.0, 12 * HOUR, None]


def test_that_the_local_date_time_and_day_are_in_view(bar, scenario) -> None:
    bar.show_time(30.5 * HOUR)

    moment = scenario.start
    assert f"{moment.year}" in bar.clock.text()
    assert bar.clock.text().endswith("06:30")
    assert bar.day.text().startswith("Day 1 of")


def test_that_run_until_asks_for_the_chosen_moment(bar, qtbot) -> None:
    bar.until.show_moment(30 * HOUR)

    with qtbot.waitSignal(bar.run_until_asked) as asked:
        bar.run_until.click()

    assert asked.args == [30 * HOUR]


def test_that_a_chosen_speed_is_asked_for(bar, qtbot) -> None:
    bar.show_pace(Pace.PAUSED, 1800.0, 0.0)

    with qtbot.waitSignal(bar.speed_asked) as asked:
        qtbot.keyClick(bar.speed, Qt.Key.Key_Home)

    assert asked.args == [60.0]


@pytest.mark.parametrize(
    ("pace", "asked", "reached", "words"),
    [
        (Pace.PAUSED, 3600.0, 0.0, "Paused"),
        (Pace.FINISHED, None, 0.0, "The run is finished"),
        (Pace.PLAYING, 3600.0, 1800.0, "reached: 30 min per second"),
        (Pace.PLAYING, 3600.0, 3600.0, "1 h per second"),
        (Pace.PLAYING, None, 7200.0, "2 h per second"),
    ],
)
def test_that_a_speed_that_is_not_reached_is_said_openly(pace, asked, reached, words) -> None:
    assert pace_in_words(pace, asked, reached) == words


def test_that_each_button_tells_its_shortcut(bar) -> None:
    assert bar.play.toolTip() == "Play (Space)"
    assert bar.start_again.toolTip() == "Start again (Ctrl+R)"

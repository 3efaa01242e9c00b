"""The sound that tells players of a message: off at first, and heard once for each."""

import pytest

from reception_sim.exercise_plan import AtTime
from reception_sim.scenario.quantities import HOUR
from tests.exercise.led_messages import make_project
from tests.exercise_plan.exercises import exercise, inject
from ui.pages.exercise_page import ExercisePage
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.theme import LIGHT

WAIT_MS = 60_000
HOURLY = exercise(injects=tuple(inject(number, AtTime(at=number * HOUR)) for number in range(1, 5)))


@pytest.fixture
def rung(monkeypatch):
    times = []
    monkeypatch.setattr("ui.pages.player_window.QApplication.beep", lambda: times.append(1))
    return times


@pytest.fixture
def led(qtbot, tmp_path, rung):
    """Return the page of an exercise in which a message comes each hour, after the first."""
    page = ExercisePage(OpenProject(), LedExercise(), LIGHT)
    qtbot.addWidget(page, before_close_func=lambda one: one.close_work())
    page.open_project(make_project(tmp_path / "class.reception", HOURLY))
    page.parts.setCurrentWidget(page.lead)
    qtbot.waitUntil(lambda: page.led.picture is not None, timeout=WAIT_MS)
    page.lead.commands.startex.trigger()
    go(qtbot, page, 1.5 * HOUR)
    return page


def go(qtbot, page, time):
    page.led.run_until(time)
    qtbot.waitUntil(lambda: page.led.time == time and not page.led.running, timeout=WAIT_MS)


def test_that_no_sound_is_heard_unless_it_is_wanted(led, qtbot, rung):
    led.show_players()
    go(qtbot, led, 2.5 * HOUR)

    assert led.players.window.inbox.count() == 2
    assert rung == []


def test_that_each_new_message_is_heard_and_those_that_are_there_are_not(led, qtbot, rung):
    led.show_players().sound.click()
    assert rung == []
    go(qtbot, led, 2.5 * HOUR)
    assert rung == [1]
    go(qtbot, led, 2.7 * HOUR)

    assert rung == [1]


def test_that_going_back_is_not_heard(led, qtbot, rung):
    led.show_players().sound.click()
    led.led.go_to(HOUR / 2)
    qtbot.waitUntil(lambda: led.led.time == HOUR / 2, timeout=WAIT_MS)

    assert rung == []

"""How fast an exercise goes on in the room, which the trainer changes while it is led."""

import pytest

from reception_sim.scenario.quantities import HOUR
from tests.exercise.led_messages import make_project
from ui.pages.exercise_page import ExercisePage
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.theme import LIGHT

WAIT_MS = 60_000
HOUR_IN_15_S = HOUR / 15


@pytest.fixture
def page(qtbot, tmp_path):
    shown = ExercisePage(OpenProject(), LedExercise(), LIGHT)
    qtbot.addWidget(shown, before_close_func=lambda one: one.close_work())
    shown.open_project(make_project(tmp_path / "class.reception"))
    shown.show()
    qtbot.waitExposed(shown)
    shown.parts.setCurrentWidget(shown.lead)
    qtbot.waitUntil(lambda: shown.led.snapshot is not None, timeout=WAIT_MS)
    return shown


def choose(page, pace):
    field = page.lead.bar.pace
    field.setCurrentIndex(field.findData(pace))
    field.activated.emit(field.currentIndex())


def test_that_the_pace_is_that_of_the_exercise_at_first(page):
    assert page.lead.bar.pace.currentData() == page.led.exercise.pace
    assert page.lead.bar.pace.currentText() == "1 h in 4 min"


def test_that_time_goes_on_faster_at_once(page, qtbot):
    page.led.play()
    qtbot.waitUntil(lambda: page.led.running, timeout=WAIT_MS)
    since, before = page.led.time, page.led.room_pace
    choose(page, HOUR_IN_15_S)
    qtbot.waitUntil(lambda: page.led.time > since + 3 * HOUR_IN_15_S, timeout=WAIT_MS)

    assert page.led.room_pace == HOUR_IN_15_S > before
    assert page.led.running


def test_that_a_pause_stays_a_pause_at_another_pace(page):
    before = page.led.time
    choose(page, HOUR_IN_15_S)

    assert not page.led.running
    assert page.led.time == before

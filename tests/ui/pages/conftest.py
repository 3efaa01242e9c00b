"""An exercise in the real window."""

import pytest

from tests.exercise.led_messages import make_project
from tests.ui.pages.exercise_steps import WAIT_MS
from ui.pages.exercise_page import ExercisePage
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.theme import LIGHT


@pytest.fixture
def page(qtbot):
    shown = ExercisePage(OpenProject(), LedExercise(), LIGHT)
    qtbot.addWidget(shown, before_close_func=lambda one: one.close_work())
    shown.resize(1280, 700)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def led(page, qtbot, tmp_path):
    """Return the exercise of a page that leads it, at its start."""
    page.open_project(make_project(tmp_path / "class.reception"))
    page.parts.setCurrentWidget(page.lead)
    run = page.lead._led
    qtbot.waitUntil(lambda: run.snapshot is not None, timeout=WAIT_MS)
    return run

"""The controller's page: what it asks in a dialog reaches the exercise and its log."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from reception_sim.actions import ScaleArrivals
from reception_sim.exercise_plan import Decided, TimeJumped, ViewChanged, action_of
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.exercise.led_messages import make_project
from ui.forms.difficulty import DifficultyDialog
from ui.forms.time_jump import TimeJumpDialog
from ui.pages.exercise_page import ExercisePage
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.theme import LIGHT

WAIT_MS = 60_000


@pytest.fixture
def page(qtbot, tmp_path):
    shown = ExercisePage(OpenProject(), LedExercise(), LIGHT)
    qtbot.addWidget(shown, before_close_func=lambda one: one.close_work())
    shown.resize(1280, 700)
    shown.show()
    shown.open_project(make_project(tmp_path / "class.reception"))
    shown.parts.setCurrentWidget(shown.lead)
    qtbot.waitUntil(lambda: shown.lead._led.snapshot is not None, timeout=WAIT_MS)
    return shown.lead


@pytest.fixture
def led(page):
    return page._led


def deeds(led):
    return [entry.deed for entry in led.log]


def dialog_of(page, kind):
    (dialog,) = page.findChildren(kind)
    return dialog


def test_that_the_dial_of_difficulty_is_in_the_log_and_in_the_players_picture(page, qtbot, led):
    page.commands.difficulty.trigger()
    dialog = dialog_of(page, DifficultyDialog)
    dialog.delay.setValue(20)
    dialog.apply_view.click()
    dialog.surge.show_share(2.0)
    dialog.apply_surge.click()
    qtbot.waitUntil(lambda: len(led.log) == 2, timeout=WAIT_MS)
    dialog.reject()

    changed, surged = deeds(led)
    assert isinstance(changed, ViewChanged)
    assert led.course.view.delay == 20 * MINUTE
    assert isinstance(surged, Decided)
    assert action_of(surged) == ScaleArrivals("border", 2.0)


def test_that_time_goes_on_at_once_and_the_way_is_shown_only_meanwhile(page, qtbot, led):
    page.commands.jump.trigger()
    dialog = dialog_of(page, TimeJumpDialog)
    dialog.length.setValue(180)
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()

    assert not page.bar.stop.isHidden()
    qtbot.waitUntil(lambda: led.time == 3 * HOUR and led.jump is None, timeout=WAIT_MS)
    assert page.bar.stop.isHidden()
    assert TimeJumped(to=3 * HOUR) in deeds(led)

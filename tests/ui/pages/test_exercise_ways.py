"""Ways from part to part of an exercise, and what can be found by its name there."""

import pytest
from PySide6.QtCore import Qt

from tests.exercise_plan.exercises import busy_desk
from ui.pages.exercise_page import ExercisePage
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.theme import LIGHT


@pytest.fixture
def page(qtbot):
    shown = ExercisePage(OpenProject(), LedExercise(), LIGHT)
    qtbot.addWidget(shown, before_close_func=lambda one: one.close_work())
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def test_that_keys_go_from_part_to_part(page, qtbot, tmp_path):
    page.begin(tmp_path / "new.reception", busy_desk())
    page.activateWindow()
    shown = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        qtbot.keyClick(page.parts.currentWidget(), key, Qt.KeyboardModifier.ControlModifier)
        shown.append(page.parts.currentWidget())

    assert shown == [page.lead, page.review, page.review, page.lead]


def test_that_what_the_shown_part_offers_can_be_found_by_its_name(page, tmp_path):
    assert page.commands == ()
    page.begin(tmp_path / "new.reception", busy_desk())
    assert page.prepare.msel.shift in page.commands
    page.parts.setCurrentWidget(page.lead)

    assert page.lead.commands.startex in page.commands
    assert page.prepare.msel.shift not in page.commands

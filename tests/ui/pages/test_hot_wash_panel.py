"""The hot wash: words are kept whether an objective has been rated or not, and Tab goes down the page."""

import pytest
from PySide6.QtCore import Qt

from tests.exercise.led_messages import make_project
from ui.pages.exercise_page import ExercisePage
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.theme import LIGHT

WAIT_MS = 60_000


@pytest.fixture
def page(qtbot, tmp_path):
    """Return the page of an exercise whose review is shown."""
    shown = ExercisePage(OpenProject(), LedExercise(), LIGHT)
    qtbot.addWidget(shown, before_close_func=lambda one: one.close_work())
    shown.open_project(make_project(tmp_path / "class.reception"))
    with qtbot.waitActive(shown):
        shown.show()
    shown.parts.setCurrentWidget(shown.review)
    qtbot.waitUntil(lambda: shown.led.snapshot is not None, timeout=WAIT_MS)
    shown.review.bring_up_to_date()
    return shown


def test_that_words_on_an_objective_are_kept_before_it_is_rated(page, qtbot):
    wash = page.review.hot_wash
    card = wash.cards["speed"]
    card.strengths.setFocus()
    qtbot.keyClicks(card.strengths, "They counted first")
    card.rating.setFocus()
    wash.bring_up_to_date()

    assert wash.cards["speed"].strengths.toPlainText() == "They counted first"
    assert wash.cards["speed"].rating.currentText() == "Not rated yet"


def test_that_looking_at_an_objective_says_nothing_of_it(page, qtbot):
    card = page.review.hot_wash.cards["speed"]
    with qtbot.assertNotEmitted(card.scored):
        card.strengths.setFocus()
        card.rating.setFocus()


def test_that_the_keyboard_stays_with_the_report_while_it_is_written(page, qtbot, tmp_path):
    wash = page.review.hot_wash
    wash.report.setFocus()
    wash.export_report(tmp_path / "report.html")
    assert wash.cancel.hasFocus()
    assert not wash.report.isEnabled()
    qtbot.waitUntil(lambda: not page.papers.busy, timeout=WAIT_MS)

    assert wash.report.hasFocus()
    assert not wash.cancel.isVisible()


def test_that_tab_goes_down_the_cards_and_then_to_what_stands_beside_them(page, qtbot):
    wash = page.review.hot_wash
    card = wash.cards["speed"]
    card.rating.setFocus()
    met = []
    for _ in range(5):
        met.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)

    assert met == [card.rating, card.strengths, card.improvements, wash.strengths, wash.areas]

"""The controller's page: what it asks in a dialog reaches the exercise and its log."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QInputDialog

from reception_sim.actions import (
    CallInStaff,
    CloseStation,
    HoldClocks,
    LetClocksRun,
    ScaleArrivals,
    TrainStaff,
    effect_ends_after,
)
from reception_sim.exercise_plan import Decided, PlayBegan, PlayersView, TimeJumped, ViewChanged, action_of
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.exercise.led_messages import make_project
from tests.exercise_plan.exercises import busy_desk
from tests.model.test_duty_watch import OWED
from ui.forms.any_action import AnyActionDialog
from ui.forms.difficulty import DifficultyDialog
from ui.forms.time_jump import TimeJumpDialog
from ui.pages.exercise_page import ExercisePage
from ui.plots.time_chart import TimeChart
from ui.state.experiment_run import Course
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.theme import LIGHT

WAIT_MS = 60_000


def with_duty():
    """Return the busy desk with a deadline."""
    return busy_desk(duties={"owed": OWED})


@pytest.fixture
def whole(qtbot, tmp_path):
    shown = ExercisePage(OpenProject(), LedExercise(), LIGHT)
    qtbot.addWidget(shown, before_close_func=lambda one: one.close_work())
    shown.resize(1280, 700)
    shown.show()
    shown.open_project(make_project(tmp_path / "class.reception", scenario=with_duty()))
    shown.parts.setCurrentWidget(shown.lead)
    qtbot.waitUntil(lambda: shown.lead._led.snapshot is not None, timeout=WAIT_MS)
    return shown


@pytest.fixture
def page(whole):
    return whole.lead


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


def test_that_clocks_of_people_are_held_and_run_again_by_one_key(page, qtbot, led):
    for held in (True, False):
        page.commands.hold.trigger()
        qtbot.waitUntil(lambda held=held: led.clocks_held is held, timeout=WAIT_MS)

        assert page.commands.hold.isChecked() is held
    page.commands.hold.trigger()
    led.run_until(HOUR)
    qtbot.waitUntil(lambda: led.time == HOUR, timeout=WAIT_MS)
    assert led.snapshot.clocks_held
    assert [action_of(deed) for deed in deeds(led)[:3]] == [HoldClocks(), LetClocksRun(), HoldClocks()]


def test_that_a_bookmark_is_set_by_keys_alone(whole, page, qtbot, led):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    page.timeline.setFocus()
    QTest.keyClick(page.timeline, Qt.Key.Key_B, both)

    assert [mark.title for mark in whole._project.bookmarks()] == ["Bookmark"]


def test_that_a_branch_has_the_name_that_it_is_given(whole, page, qtbot, led):
    page.commands.rename.trigger()
    dialog = dialog_of(page, QInputDialog)
    dialog.setTextValue("Morning group")
    dialog.accept()

    assert led.branch.title == "Morning group"
    assert page.bar.branches.itemText(0) == "Morning group"


def test_that_a_forecast_is_a_sentence_and_a_band_that_players_see_only_if_they_may(whole, page, qtbot, led):
    players = whole.show_players()
    page.forecast.limit.setValue(20)
    page.forecast.weigh_action(CloseStation("desk"))
    page.commands.forecast.trigger()
    qtbot.waitUntil(lambda: page.forecast.run.experiment.course is Course.DONE, timeout=WAIT_MS)

    as_it_is, with_closing, basis = page.forecast.told.text().splitlines()
    assert "As it is: Queue of Desk stays below 20 until" in as_it_is
    assert "With: Close Desk: Queue of Desk reaches 20 at" in with_closing
    assert "(80% band: " in with_closing
    assert "40 futures" in basis
    assert len(page.forecast.chart.figure.bands) == 2
    assert players.forecast.text() == ""
    led.do(ViewChanged(view=PlayersView(forecasts=True)))
    qtbot.waitUntil(lambda: players.forecast.text() == page.forecast.told.text(), timeout=WAIT_MS)
    led.do(ViewChanged(view=PlayersView()))
    qtbot.waitUntil(lambda: players.forecast.text() == "", timeout=WAIT_MS)


def test_that_charts_show_what_happened_before_they_were_looked_at(page, qtbot, led):
    led.run_until(2 * HOUR)
    qtbot.waitUntil(lambda: led.time == 2 * HOUR, timeout=WAIT_MS)

    page.middle.setCurrentWidget(page.charts)

    def drawn():
        return [chart.rows() for chart in page.charts.findChildren(TimeChart)]

    qtbot.waitUntil(lambda: bool(drawn()) and all(len(rows) > 1 for rows in drawn()), timeout=WAIT_MS)


def test_that_a_note_is_taken_from_anywhere_by_keys_alone(whole, page, qtbot):
    whole.activateWindow()
    qtbot.keyClick(page.coming.table, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.notes.line.hasFocus, timeout=WAIT_MS)
    qtbot.keyClicks(page.notes.line, "They asked for the count")
    qtbot.keyClick(page.notes.line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page.notes.list.count() == 1, timeout=WAIT_MS)
    assert "They asked for the count" in page.notes.list.item(0).text()


def test_that_keys_ask_for_a_decision_and_open_the_players_window(whole, page, qtbot):
    whole.activateWindow()
    page.commands.startex.trigger()
    qtbot.waitUntil(page.decisions.decide.isEnabled, timeout=WAIT_MS)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.coming.table, Qt.Key.Key_V, held)
    assert whole.players.window.isVisible()
    whole.activateWindow()
    qtbot.keyClick(page.coming.table, Qt.Key.Key_D, held)

    assert page.findChild(AnyActionDialog) is not None


def decision_words(page):
    return page.decisions.table.model().index(0, 1).data()


def test_that_a_decision_for_a_time_is_over_when_it_is_up(page, qtbot, led):
    led.do(PlayBegan())
    page.decisions.decided.emit(CallInStaff("officer", 1, HOUR), "border", "")
    qtbot.waitUntil(lambda: page.decisions.table.model().rowCount() == 1, timeout=WAIT_MS)
    assert decision_words(page) == "in effect"

    led.step(2 * HOUR)
    qtbot.waitUntil(lambda: led.time == 2 * HOUR, timeout=WAIT_MS)
    assert decision_words(page) == "over"


@pytest.mark.parametrize(
    ("action", "after"),
    [
        (CallInStaff("officer", 1, HOUR), HOUR),
        (TrainStaff("officer", 1, HOUR), None),  # what was learned stays
        (ScaleArrivals("border", 2.0), None),
        (CloseStation("desk"), None),
    ],
    ids=["called in", "trained", "for good", "until it is opened"],
)
def test_that_an_effect_ends_only_if_it_was_meant_for_a_time(action, after):
    assert effect_ends_after(action) == after

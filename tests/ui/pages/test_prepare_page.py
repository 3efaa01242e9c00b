"""The frame of an exercise as a trainer writes it: clock, cells, objectives, and what may be decided."""

import pytest
from PySide6.QtCore import Qt

from reception_sim.exercise_plan import DecisionRule
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.exercise_plan.exercises import busy_desk, exercise
from ui.pages.prepare_page import PreparePage
from ui.state.exercise_editor import ExerciseEditor


@pytest.fixture
def editor(qapp):
    return ExerciseEditor()


@pytest.fixture
def page(qtbot, editor):
    shown = PreparePage(editor)
    qtbot.addWidget(shown)
    editor.open(busy_desk(), exercise())
    return shown


def write(table, row, column, text):
    return table.model().setData(table.model().index(row, column), text, Qt.ItemDataRole.EditRole)


def tick(table, row, column):
    model = table.model()
    return model.setData(model.index(row, column), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)


def test_that_opening_an_exercise_is_no_change_of_it(page, editor):
    page.form.headline.editingFinished.emit()

    assert editor.saved


def test_that_the_pace_is_said_in_minutes_of_the_room(page, editor):
    page.form.room_min.setValue(6)
    page.form.room_min.editingFinished.emit()

    assert editor.exercise.pace == HOUR / (6 * MINUTE)


def test_that_an_end_before_the_start_is_told_beside_the_form(page, editor):
    page.form.startex.show_moment(5 * HOUR)
    page.form.ends.click()
    page.form.endex.show_moment(2 * HOUR)
    page.form.endex.editingFinished.emit()

    assert "play ends after it begins" in page.problems.text()


def test_that_a_cell_is_written_in_its_table(page, editor):
    write(page.cells.table, 1, 0, "Health post")
    write(page.cells.table, 1, 2, "7")

    assert (editor.exercise.cells["health"].title, editor.exercise.cells["health"].participants) == ("Health post", 7)


def test_that_a_number_of_people_that_is_none_changes_nothing(page, editor):
    write(page.cells.table, 1, 2, "many")

    assert editor.saved


def test_that_criteria_are_told_apart_by_semicolons(page, editor):
    write(page.objectives.table, 0, 2, "nobody waits; everybody is told why")

    assert editor.exercise.objectives["speed"].criteria == ("nobody waits", "everybody is told why")


def test_that_a_ticked_decision_gets_a_lead_time_and_a_cost(page, editor):
    rows = {page.rules.table.model().index(row, 1).data(): row for row in range(page.rules.table.model().rowCount())}
    tick(page.rules.table, rows["Call in staff"], 0)
    write(page.rules.table, rows["Call in staff"], 2, "1 h 30 min")
    write(page.rules.table, rows["Call in staff"], 3, "250")

    assert editor.exercise.decisions == (DecisionRule(action="call_in_staff", lead_time=90 * MINUTE, cost=250.0),)


def test_that_what_befalls_a_response_is_no_decision(page):
    titles = [page.rules.table.model().index(row, 1).data() for row in range(page.rules.table.model().rowCount())]

    assert "Scale arrivals" not in titles
    assert "Post staff" in titles

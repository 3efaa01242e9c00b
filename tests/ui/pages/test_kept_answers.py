"""Answers and alternatives that a project keeps, in the real window: closed, opened, and there again."""

from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtWidgets import QMessageBox

from reception_sim.experiments import (
    Alternative,
    CompareQuestion,
    Comparing,
    Here,
    Precision,
    answered,
    usual_criteria,
)
from reception_sim.experiments.inflows import scaled_arrivals
from reception_sim.run import open_scenario
from reception_sim.scenario.quantities import HOUR
from ui.application import Desktop
from ui.pages.alternatives_panel import FACTOR_ROW
from ui.state.experiment_run import Course

PATIENCE_MS = 120_000
SHORT = replace(open_scenario("border_post_basics"), duration=4 * HOUR)
ANOTHER = replace(SHORT, title="Another border")


@pytest.fixture
def desktop(qapp, settings, qtbot):
    made = Desktop(qapp, settings)
    qtbot.addWidget(made.window, before_close_func=lambda _: let_go(made))
    made.window.show()
    made.program.run.open(SHORT)
    made.window.show_page(made.window.answers)
    yield made
    made.close()


def let_go(desktop):
    desktop.program.run.discard_journal()
    desktop.window.answers.let_go()


def ask(desktop, qtbot):
    page = desktop.window.answers.compare
    page.place.jobs.setValue(1)
    page.ask()
    qtbot.waitUntil(lambda: page.experiment.course is Course.DONE, timeout=PATIENCE_MS)
    return page


@cache
def given():
    """Return a comparison that was answered before."""
    busy = Alternative("busy", "Busy", journal=scaled_arrivals(SHORT, 1.5))
    question = CompareQuestion(SHORT, (busy,), usual_criteria(SHORT), Precision.fixed(2))
    return answered(Comparing(question, Here()))


def edit(desktop, row, value):
    model = desktop.window.answers.alternatives.model
    model.setData(model.index(row, 2), value)


def question_box(desktop):
    return next(box for box in desktop.window.findChildren(QMessageBox) if box.isVisible())


def test_that_answers_and_alternatives_are_there_again_when_a_project_is_opened(desktop, qtbot, tmp_path) -> None:
    answers = desktop.window.answers
    edit(desktop, FACTOR_ROW, 1.5)
    sentence = ask(desktop, qtbot).answer.sentence.text()
    answers.kept_panel.begin_asked.emit(tmp_path / "study.reception")
    edit(desktop, FACTOR_ROW, 1.75)
    answers.close_work()
    desktop.program.project.close()

    again = Desktop(desktop._application, desktop.program.settings)
    qtbot.addWidget(again.window, before_close_func=lambda _: let_go(again))
    again.window.open_path(tmp_path / "study.reception")
    page = again.window.answers

    assert again.window.page is page
    assert again.program.run.scenario.title == SHORT.title
    assert [entry.action.factor for entry in page.draft.alternatives[0].journal] == [1.75]
    (row,) = page.kept.rows
    assert row.sentence == sentence
    page.show_kept(row)
    assert page.compare.answer.sentence.text() == sentence
    assert page.compare.answer.charts
    again.close()


def test_that_an_answer_is_shown_again_after_another_scenario_was_opened(desktop, qtbot) -> None:
    answers = desktop.window.answers
    answers.kept.keep(given(), "As it was answered")
    desktop.program.run.open(ANOTHER)

    answers.kept_panel.table.selectRow(0)
    answers.kept_panel.show_again.click()

    qtbot.waitUntil(lambda: desktop.window.page is answers, timeout=PATIENCE_MS)
    assert desktop.program.run.scenario == SHORT
    assert answers.compare.answer.sentence.text().startswith("Busy: ")


def test_that_the_model_of_a_result_is_opened_with_what_was_done_in_it(desktop) -> None:
    page = desktop.window.answers.compare
    page.recall(given())
    planned, alternative = page.answer.shown.made_by

    page.answer.model_asked.emit(alternative)

    assert planned.scenario == SHORT
    assert desktop.window.page is desktop.window.run_page
    assert desktop.program.run.scenario == alternative.scenario
    assert [entry.action.factor for entry in desktop.program.run.journal] == [1.5]


def test_that_another_scenario_is_not_opened_over_a_question_that_is_being_worked_out(desktop, qtbot) -> None:
    page = desktop.window.answers.compare
    page.place.jobs.setValue(1)
    desktop.window.answers.compare_form.precision.setCurrentIndex(2)
    page.ask()
    qtbot.waitUntil(lambda: page.experiment.answer is not None, timeout=PATIENCE_MS)

    desktop.program.file.opened.emit(ANOTHER)

    box = question_box(desktop)
    assert "still being worked out" in box.text()
    assert desktop.program.run.scenario is SHORT
    next(button for button in box.buttons() if button.text() == "End the work and open").click()
    qtbot.waitUntil(lambda: desktop.program.run.scenario is ANOTHER, timeout=PATIENCE_MS)
    assert [row.scenario for row in desktop.window.answers.kept.rows] == [SHORT.title]


def test_that_a_project_that_is_there_is_never_replaced_by_answers(desktop, qtbot, tmp_path) -> None:
    path = tmp_path / "exercise.reception"
    path.write_bytes(b"somebody's work")

    with qtbot.waitSignal(desktop.window.answers.said) as told:
        desktop.window.answers.kept_panel.begin_asked.emit(path)

    assert "exists already" in told.args[0]
    assert path.read_bytes() == b"somebody's work"


def test_that_the_window_does_not_close_over_answers_that_are_in_no_file(desktop) -> None:
    window = desktop.window
    window.answers.kept.keep(given(), "As it was answered")

    assert not window.close()

    box = question_box(desktop)
    assert box.text() == "1 answer is in no file."
    next(button for button in box.buttons() if button.text() == "Close without keeping").click()
    assert not window.isVisible()


def test_that_answers_that_are_kept_do_not_hold_the_window_open(desktop, tmp_path) -> None:
    answers = desktop.window.answers
    answers.kept.keep(given(), "As it was answered")
    answers.kept_panel.begin_asked.emit(tmp_path / "study.reception")

    assert answers.unkept == 0
    assert desktop.window.close()

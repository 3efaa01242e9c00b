"""The review of an exercise that was played in two courses, in the real window."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from reception_sim.actions import SetPosts, write_action
from reception_sim.exercise_plan import Branch, Decided, LogEntry
from reception_sim.exercise_plan.review import Answer, Review
from reception_sim.project_file import ProjectFile
from reception_sim.scenario.quantities import HOUR
from tests.exercise.led_messages import make_project
from tests.papers.kept_projects import played_twice
from ui.pages.exercise_page import ExercisePage
from ui.pages.worth_panel import WorthPanel
from ui.state.experiment_run import Course
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.theme import DARK, LIGHT

WAIT_MS = 60_000
TELLS = Decided(decision=2, action=write_action(SetPosts("desk", 6)), effect=4 * HOUR, cell="border")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return played_twice(tmp_path_factory.mktemp("played") / "class.reception")


@pytest.fixture(scope="module")
def page(qapp, path):
    """Return the page of an exercise that was played; its second course is shown, for it was the last."""
    shown = ExercisePage(OpenProject(), LedExercise(), LIGHT)
    shown.resize(1280, 700)
    shown.show()
    shown.open_project(path)
    led = shown.lead._led
    QSignalSpy(led.frame).wait(WAIT_MS)
    assert led.snapshot is not None
    shown.parts.setCurrentWidget(shown.review)
    yield shown
    shown.close_work()
    shown.close()
    shiboken6.delete(shown)


def look_at(page, qtbot, branch):
    led = page.lead._led
    led.open_branch(branch)
    qtbot.waitUntil(lambda: led.branch.id == branch and led.snapshot is not None, timeout=WAIT_MS)
    page.review.bring_up_to_date()


def test_that_two_courses_lie_over_one_another_with_what_was_done_in_each(page, qtbot):
    page.lead.timeline.courses_asked.emit()
    panel = page.review.courses
    qtbot.waitUntil(lambda: bool(panel.chart.rows()), timeout=WAIT_MS)

    assert page.parts.currentWidget() is page.review
    assert [one.name for one in panel.chart.content.series] == ["1: As it was played", "2: Nobody called in"]
    assert "They differ most at" in panel.sentence.text()
    done = [row.done for row in panel.chart.rows() if row.done]
    assert any("1: Call in" in text for text in done)
    assert any("Inject 1: Inject 1" in text and "1: Inject 1: Inject 1" not in text for text in done)


def test_that_another_indicator_is_drawn_without_playing_again(page, qtbot):
    page.review.show_part(page.review.courses)
    panel = page.review.courses
    qtbot.waitUntil(lambda: bool(panel.chart.rows()), timeout=WAIT_MS)
    panel.kind.setCurrentIndex(1)
    panel.kind.activated.emit(1)

    assert panel.chart.content.title == "People who wait in all queues"
    assert not page.review.played.busy
    page.set_theme(DARK)
    assert panel.chart.rows()


def test_that_a_project_that_cannot_be_played_again_is_told(page, qtbot):
    page.review.show_part(page.review.courses)
    panel = page.review.courses
    with qtbot.waitSignal(page.review.played.failed, timeout=WAIT_MS):
        page.review.played.play_moments(9)

    assert "has no branch 9" in panel.again.problem.text()


def test_that_the_exercise_is_played_again_at_any_pace_with_what_was_noted(page, qtbot):
    look_at(page, qtbot, 1)
    page.review.show_part(page.review.replay)
    panel = page.review.replay
    qtbot.waitUntil(lambda: panel.play.isEnabled() and panel.done.count() > 0, timeout=WAIT_MS)
    panel.go_to(2.5 * HOUR)
    seen = [panel.done.item(row).text() for row in range(panel.done.count()) if not panel.done.item(row).isHidden()]
    assert any("The cell looked at the queue." in text for text in seen)
    assert any("Turning point" in text for text in seen)

    panel.go_to(HOUR / 2)
    assert not any(
        "looked at" in panel.done.item(row).text() and not panel.done.item(row).isHidden()
        for row in range(panel.done.count())
    )
    panel.pace.setCurrentIndex(panel.pace.count() - 1)
    panel.play_or_pause()
    qtbot.waitUntil(lambda: not panel.running, timeout=WAIT_MS)
    assert panel.now == 4 * HOUR
    assert page.lead._led.time == 4 * HOUR  # what is led stands where it stood


def test_that_questionnaires_are_typed_in_without_a_name_and_mixed(page, qtbot, tmp_path):
    panel = page.review.questionnaire
    page.review.show_part(panel)
    page._project.keep_review(Review())
    sentence, question = next(iter(panel.agreements)), next(iter(panel.words))
    for agrees, said in ((5, "Zebra crossings"), (1, "A list of interpreters")):
        panel.agreements[sentence].choices.button(agrees).click()
        panel.words[question].setPlainText(said)
        panel.hand_in.click()
        assert panel.agreements[sentence].agrees is None
    panel.hand_in.click()  # an empty sheet

    review = page._project.review()
    assert review.sheets == 2
    assert [one.text for one in review.answers if one.text] == ["A list of interpreters", "Zebra crossings"]
    report = tmp_path / "review.html"
    with qtbot.waitSignal(page.papers.written, timeout=WAIT_MS):
        page.review.hot_wash.export_report(report)
    assert "2 questionnaires were handed in, all anonymous." in report.read_text()
    assert "Zebra crossings" in report.read_text()


def test_that_an_improvement_that_is_added_is_written_at_once(page, qtbot):
    plan = page.review.hot_wash.plan
    plan.add.click()
    qtbot.keyClicks(plan.table.findChild(QLineEdit), "Interpreters")
    qtbot.keyClick(plan.table.findChild(QLineEdit), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page._project.review().improvements[-1].area == "Interpreters", timeout=WAIT_MS)


def test_that_what_is_said_in_the_hot_wash_later_loses_no_questionnaire(page):
    page._project.keep_review(page._project.review().with_sheet([Answer(question="Why?", text="Because")]))
    before = page._project.review()
    page.review.hot_wash.plan.add.click()  # it has not seen the sheet yet
    page.review.hot_wash.strengths.setPlainText("Quick")
    page.review.hot_wash.strengths.edited.emit()

    review = page._project.review()
    assert (review.strengths, review.answers, review.sheets) == (("Quick",), before.answers, before.sheets)
    assert len(review.improvements) == len(before.improvements) + 1


def test_that_played_files_that_came_back_are_set_side_by_side_decision_by_decision(page, qtbot, path, tmp_path):
    north, south = tmp_path / "north.reception", tmp_path / "south.reception"
    with ProjectFile.open(path, read_only=True) as project:
        project.copy_to(north)
        project.copy_to(south)
    with ProjectFile.open(south) as project:
        project.exercises.keep(1, 1, LogEntry(4 * HOUR, TELLS))
    panel = page.review.groups
    page.review.show_part(panel)
    page.review.groups_work.add(north)
    assert page.review.groups_work.seen is None
    page.review.groups_work.add(south)
    qtbot.waitUntil(lambda: page.review.groups_work.seen is not None, timeout=WAIT_MS)

    decided = panel.tables["Who decided what, and when"].model()
    assert [decided.headerData(column, Qt.Orientation.Horizontal) for column in range(3)] == [
        "Decision",
        "north",
        "south",
    ]
    rows = [[decided.index(row, column).data() for column in range(3)] for row in range(decided.rowCount())]
    assert rows[0] == ["Call in 2 for 4 h: Officer", "1:00: the queue grows", "1:00: the queue grows"]
    assert (rows[1][1], rows[1][2][:4]) == ("\N{EN DASH}", "4:00")
    assert [one.name for one in panel.chart.content.series] == ["north", "south"]
    with qtbot.waitSignal(page.review.groups_work.written, timeout=WAIT_MS):
        page.review.groups_work.write(tmp_path / "groups.xlsx")
    assert (tmp_path / "groups.xlsx").stat().st_size > 5_000


def test_that_a_file_that_does_not_belong_to_the_others_is_told(page, qtbot, path, tmp_path):
    other = make_project(tmp_path / "other.reception")
    page.review.show_part(page.review.groups)
    with qtbot.waitSignal(page.review.groups_work.failed, timeout=WAIT_MS):
        page.review.groups_work.add(path, other)

    assert "other.reception has not been played" in page.review.groups.problem.text()
    page.review.groups.files.setCurrentRow(page.review.groups.files.count() - 1)
    page.review.groups.remove.click()
    assert other.resolve() not in page.review.groups_work.paths


def test_that_one_button_tells_what_each_decision_was_worth_with_its_interval(page, qtbot, tmp_path):
    look_at(page, qtbot, 1)
    panel = page.review.worth
    page.review.show_part(panel)
    panel.replications.setValue(2)
    assert not panel.criterion.isEnabled()
    panel.ask_button.click()
    qtbot.waitUntil(lambda: panel.experiment.course is Course.DONE, timeout=WAIT_MS)

    assert panel.weighed.done == 2
    assert panel.criterion.isEnabled()
    assert panel.criterion.count() == len(panel.weighed.question.criteria)
    (chart,) = panel.answer.charts
    assert chart.figure.intervals[0].label == "All decisions together"
    assert len(chart.figure.intervals) == 2
    panel.answer.to_report.click()
    assert page.review.hot_wash.weigh.isChecked()
    found = repr(panel.weighed)  # in words, for NaN equals nothing
    panel.close_work()
    panel.bring_up_to_date()  # as if the program had been started anew
    assert panel.answer.shown is not None
    assert repr(panel.weighed) == found
    report = tmp_path / "review.html"
    with qtbot.waitSignal(page.papers.written, timeout=WAIT_MS):
        page.review.hot_wash.export_report(report)
    assert "The exercise was run 2 times as it was played" in report.read_text()


def test_that_cancelling_keeps_what_is_known_of_the_decisions(page, qtbot):
    look_at(page, qtbot, 1)
    panel = page.review.worth
    page.review.show_part(panel)
    panel.replications.setValue(1000)
    panel.ask_button.click()
    qtbot.waitUntil(lambda: panel.weighed is not None, timeout=WAIT_MS)
    panel.answer.work.cancel.click()
    qtbot.waitUntil(lambda: panel.experiment.course is Course.STOPPED, timeout=WAIT_MS)

    assert 0 < panel.weighed.done < 1000
    assert panel.answer.shown is not None


def test_that_a_course_without_decisions_says_that_there_is_nothing_to_weigh(page, qtbot):
    look_at(page, qtbot, 2)
    panel = page.review.worth
    page.review.show_part(panel)
    panel.ask_button.click()
    qtbot.waitUntil(lambda: panel.experiment.course is Course.FAILED, timeout=WAIT_MS)

    assert "no decision that could be weighed" in panel.answer.work.failure.text()


def test_that_a_closed_project_leaves_no_work_behind(qtbot, path):
    project, led = OpenProject(), LedExercise()
    project._file = ProjectFile.open(path, beside_window=True)
    led.branch = Branch(id=1, title="As it was played")
    panel = WorthPanel(led, project, LIGHT)
    qtbot.addWidget(panel)
    panel.ask()
    process = panel.experiment.process_id
    panel.close_work()
    project.close()

    assert process is not None
    assert panel.experiment.process_id is None


def test_that_no_letter_stands_for_two_things_on_a_part_of_the_review(page, qtbot):
    menus = set("frvh")
    for place in range(page.review.parts.count()):
        page.review.parts.setCurrentIndex(place)
        texts = [page.review.parts.tabText(row) for row in range(page.review.parts.count())]
        texts += [one.text() for one in page.review.findChildren(QAbstractButton) if one.isVisible()]
        texts += [one.text() for one in page.review.findChildren(QLabel) if one.isVisible() and one.buddy()]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text.replace("&&", "")]

        assert len(letters) == len(set(letters)), sorted(letters)
        assert menus.isdisjoint(letters)

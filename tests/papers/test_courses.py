"""Courses of an exercise played again, and laid over one another."""

import pytest
from typer.testing import CliRunner

from reception_sim.actions import SetPosts, write_action
from reception_sim.cli import app
from reception_sim.exercise_plan import Decided, LogEntry
from reception_sim.experiments import Here, QuestionError
from reception_sim.papers import after_action_report
from reception_sim.papers.courses import course_in, courses_in, replay_in
from reception_sim.papers.courses_section import courses_section
from reception_sim.papers.curves import curve_kinds
from reception_sim.papers.kept import keep_weighed, played_in
from reception_sim.papers.worth import begin_weighing
from reception_sim.papers.written import ReportAsked, write_after_action_report
from reception_sim.project_file import ProjectFile
from reception_sim.reports.document import Picture
from reception_sim.scenario.quantities import HOUR
from tests.exercise.led_messages import make_project
from tests.exercise_plan.exercises import busy_desk
from tests.papers.kept_projects import played_twice


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return played_twice(tmp_path_factory.mktemp("played") / "class.reception")


def test_that_courses_are_alike_up_to_where_one_leaves_the_other_and_not_beyond(path):
    first, second = courses_in(path, 1, (1, 2))
    left = first.series.time <= HOUR
    one, other = first.series.in_system, second.series.in_system

    assert one[left].tolist() == other[: left.sum()].tolist()
    assert one[len(other) - 1] < other[-1]
    assert (first.series.time[-1], second.series.time[-1]) == (4 * HOUR, 3 * HOUR)


def test_that_there_is_a_curve_for_the_system_and_for_every_place(path):
    (course,) = courses_in(path, 1, (1,))
    kinds = curve_kinds(busy_desk())

    assert [kind.title for kind in kinds][-1] == "Waiting: Desk"
    assert {len(kind.of(course.series)) for kind in kinds} == {len(course.series.time)}


def test_that_a_replay_has_what_was_true_and_what_was_known_at_every_moment(path):
    replay = replay_in(path, 1, 1)
    (course,) = courses_in(path, 1, (1,))
    moments = replay.moments

    assert [one.snapshot.time for one in moments] == course.series.time.tolist()
    assert [one.snapshot.in_system for one in moments] == course.series.in_system.tolist()
    assert [len(one.picture.inbox) for one in moments] == sorted(len(one.picture.inbox) for one in moments)
    assert replay.log == course.log


def test_that_the_report_lays_another_course_over_the_one_that_it_is_on(path):
    with ProjectFile.open(path, beside_window=True) as project:
        played, other = played_in(project, 1, 1), course_in(project, 1, 2)
    section = courses_section(played, "As it was played", (other,))
    pictures = [block for block in section.blocks if isinstance(block, Picture)]

    assert "2: Nobody called in" in section.blocks[0].text
    assert len(pictures) == 2
    assert "As it was played" in pictures[0].svg
    assert section in after_action_report(played, section).sections


def test_that_what_was_weighed_in_the_window_is_not_weighed_again_for_the_report(path, tmp_path):
    weighing = begin_weighing(path, 1, 1, 2, Here())
    for _ in weighing.steps():
        pass
    asked = ReportAsked(weigh=50, weighed=weighing.answer(), others=(2,))
    report = write_after_action_report(path, 1, 1, tmp_path / "report.html", asked).read_text()

    assert "The exercise was run 2 times as it was played" in report
    assert "Nobody called in is another course" in report


def test_that_a_report_tells_what_the_project_keeps_of_decisions_unless_more_was_decided(tmp_path):
    path, report = played_twice(tmp_path / "class.reception"), tmp_path / "review.html"
    weighing = begin_weighing(path, 1, 1, 2, Here())
    for _ in weighing.steps():
        pass
    with ProjectFile.open(path) as project:
        keep_weighed(project, 1, 1, weighing.answer())
    assert CliRunner().invoke(app, ["review", str(path), "--report", str(report)]).exit_code == 0
    assert "The exercise was run 2 times as it was played" in report.read_text()

    more = Decided(decision=2, action=write_action(SetPosts("desk", 6)), effect=4 * HOUR, cell="border")
    with ProjectFile.open(path) as project:
        project.exercises.keep(1, 1, LogEntry(4 * HOUR, more))
    CliRunner().invoke(app, ["review", str(path), "--report", str(report)])
    assert "The exercise was run 2 times as it was played" not in report.read_text()


def test_that_an_exercise_without_decisions_has_nothing_to_weigh(tmp_path):
    path = make_project(tmp_path / "class.reception")
    with pytest.raises(QuestionError, match="no decision that could be weighed"):
        begin_weighing(path, 1, 1, 2, Here())


def test_that_a_branch_that_is_not_there_is_told(path):
    with pytest.raises(QuestionError, match="has no branch 9"):
        begin_weighing(path, 1, 9, 2, Here())

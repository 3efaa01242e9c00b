"""The injects while an exercise goes on: in which order, and what is said of each."""

from dataclasses import replace

import pytest

from reception_sim.exercise_plan import InjectSent, InjectSkipped, LogEntry, SentBy
from reception_sim.exercise_plan.course import Course
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.exercise_plan.exercises import busy_desk, exercise
from ui.tables.coming_table import ComingModel


@pytest.fixture
def model(qapp, qtmodeltester):
    made = ComingModel()
    yield made
    qtmodeltester.check(made)


def rows(model):
    return [tuple(model.index(row, column).data() for column in range(5)) for row in range(model.rowCount())]


def sent(number, time):
    return LogEntry(time, InjectSent(number=number, by=SentBy.HAND))


def course_of(*entries, plan=None):
    course = Course(plan or exercise())
    for entry in entries:
        course.read(entry)
    return course


def test_that_what_comes_at_a_time_counts_down(model):
    model.show_course(course_of(), busy_desk(), 40 * MINUTE)

    assert rows(model)[0][:3] == ("1", "20 min", "Inject 1")


def test_that_what_was_sent_stands_below_what_is_to_come(model):
    model.show_course(course_of(sent(1, HOUR), LogEntry(HOUR, InjectSkipped(number=4))), busy_desk(), HOUR)

    assert [row[0] for row in rows(model)] == ["3", "2", "1", "4"]


def test_that_an_expected_action_says_how_long_there_is(model):
    model.show_course(course_of(sent(2, HOUR)), busy_desk(), HOUR + 20 * MINUTE)

    assert ("… 40 min left: Open a second desk") in [row[4] for row in rows(model)]


def test_that_a_contingency_is_proposed_on_top_when_the_time_is_up(model):
    model.show_course(course_of(sent(2, HOUR)), busy_desk(), 2 * HOUR)

    assert rows(model)[0][:2] == ("4", "proposed now")


def test_that_a_list_without_injects_is_empty(model):
    model.show_course(course_of(plan=replace(exercise(), injects=())), busy_desk(), 0.0)

    assert rows(model) == []

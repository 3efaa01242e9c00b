"""Older formats are brought up to date step by step; newer ones are refused."""

import pytest

from reception_sim.scenario import ScenarioError, parse_scenario
from reception_sim.scenario.migrations import migrated

STEPS = {
    1: lambda document: {**document, "duration": f"{document['days']} days"},
    2: lambda document: {key: value for key, value in document.items() if key != "days"},
}


def test_that_an_old_document_takes_every_step_to_the_newest_format():
    document, problems = migrated({"format": 1, "days": 3}, STEPS, newest=3)

    assert document == {"format": 3, "duration": "3 days"}
    assert not problems


def test_that_a_document_takes_only_the_steps_that_it_needs():
    document, _ = migrated({"format": 2, "days": 3}, STEPS, newest=3)

    assert document == {"format": 3}


def test_that_the_document_itself_stays_as_it_was():
    old = {"format": 1, "days": 3}
    migrated(old, STEPS, newest=3)

    assert old == {"format": 1, "days": 3}


def test_that_a_format_that_no_step_leaves_is_refused():
    document, (problem,) = migrated({"format": 0}, STEPS, newest=3)

    assert document is None
    assert "the oldest is 1" in problem.expected


def test_that_a_newer_format_needs_a_newer_program(only_problem_with):
    problem = only_problem_with(("format = 1", "format = 2"))

    assert "needs a newer version of the program, which reads up to format 1" in problem.expected
    assert (problem.field, problem.found, problem.line) == ("format", "2", 2)


def test_that_of_a_newer_format_nothing_else_is_called_wrong(problems_with):
    assert len(problems_with(("format = 1", "format = 2"), ("posts = 1\n", "desks = 1\n"))) == 1


@pytest.mark.parametrize("said", ['format = "1"', "format = 1.5", "format = true", "format = [1]"])
def test_that_a_format_that_is_no_number_is_told_with_the_other_faults(problems_with, said):
    told = problems_with(("format = 1", said), ("posts = 1\n", "posts = -1\n"))

    assert [problem.field for problem in told] == ["format", "stations.clinic.posts"]


def test_that_a_missing_format_is_told_with_what_to_write(problems_with):
    (problem,) = problems_with(("format = 1", ""))

    assert 'begin the file with "format = 1"' in problem.expected


def test_that_a_format_before_the_first_is_refused():
    with pytest.raises(ScenarioError, match="there is no format 0"):
        parse_scenario("format = 0", "x.toml", None)

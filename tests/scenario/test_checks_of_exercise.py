"""What a scenario says of its exercise must fit together, and each fault is told at its place."""

import pytest

from reception_sim.actions import problems_in_actions
from reception_sim.scenario import parse_scenario

CELLS = '\n[exercise.cells.desk]\ntitle = "The desk"\n'


def inject(line):
    return f'\n[[injects]]\nnumber = 7\ntitle = "A call"\nkind = "contextual"\n{line}\n'


@pytest.mark.parametrize(
    ("line", "field", "said"),
    [
        ('at = "day 0 09:00"\non_hand = true', "injects[2]", "comes in one way"),
        ("", "injects[2]", "comes in one way"),
        ('at = "day 0 09:00"\nfor = "5 min"', "injects[2]", "belong to an inject that comes"),
        ('on_hand = true\nexpected = { points = 2 }', "injects[2]", "say which"),
        ('on_hand = true\nplace = "gat"', "injects[2].place", "no place"),
        ('on_hand = true\ncells = ["desks"]', "injects[2].cells[1]", "no cell"),
        ("after = { inject = 9 }", "injects[2].after.inject", "no inject 9"),
        ("after = { inject = 7 }", "injects[2].after", "after itself"),
        ('when = "queue of registration"', "injects[2].when", ""),
        ('when = "queue of registratio > 3 persons"', "injects[2].when", "no station"),
        (
            'on_hand = true\nexpected_action = "Go"\nexpected = { when = "queue of x > 3 persons" }',
            "injects[2].expected.when",
            "no station",
        ),
        (
            'on_hand = true\nexpected_action = "Go"\nexpected = { within = "2 h", expires = "1 h" }',
            "injects[2].expected.expires",
            "before its time is up",
        ),
        (
            'on_hand = true\nexpected_action = "Go"\nexpected = { contingency = 9 }',
            "injects[2].expected.contingency",
            "no inject 9",
        ),
        (
            'when = "queue of registration > 3 persons"\nnot_before = "day 1 09:00"\njudged_at = "day 1 08:00"',
            "injects[2].judged_at",
            "before it may come",
        ),
    ],
)  # fmt: skip
def test_that_an_inject_that_cannot_come_as_it_says_is_told_at_its_field(only_problem_with, line, field, said):
    problem = only_problem_with(also=CELLS + inject(line))

    assert problem.field == field
    assert said in problem.expected


@pytest.mark.parametrize(
    ("frame", "field", "said"),
    [
        ('starts = "day 9 09:00"', "exercise.starts", "within the time of the scenario"),
        ('starts = "day 0 09:00"\nends = "day 0 08:00"', "exercise.ends", "ends after it begins"),
        ('assessed = ["registratio"]', "exercise.assessed[1]", "no station, site or border"),
        ('decisions = [{ action = "open_site", cells = ["desk"] }]', "exercise.decisions[1].cells[1]", "no cell"),
    ],
)  # fmt: skip
def test_that_a_frame_that_does_not_fit_is_told_at_its_field(only_problem_with, frame, field, said):
    problem = only_problem_with(also=f"\n[exercise]\n{frame}\n")

    assert problem.field == field
    assert said in problem.expected


def test_that_a_decision_over_no_action_is_told_with_the_nearest(small_text):
    decision = '\n[[exercise.decisions]]\naction = "call_staff"\n'
    (problem,) = problems_in_actions(parse_scenario(small_text + decision, "small.toml", None))

    assert problem.field == "exercise.decisions[1].action"
    assert problem.suggestion == "call_in_staff"

import pytest

from reception_sim.exercise_plan import (
    AfterInject,
    AtTime,
    DecisionRule,
    ExpectedAction,
    OnCondition,
    OnHand,
    problems_in_exercise,
)
from tests.exercise_plan.exercises import busy_desk, exercise, inject, rules


def told(given):
    return [f"{problem.field}: {problem.expected}" for problem in problems_in_exercise(given, busy_desk())]


def test_that_a_sound_exercise_has_no_problems() -> None:
    assert told(exercise()) == []


def test_that_two_injects_with_one_number_are_both_told() -> None:
    given = exercise(injects=(inject(1, OnHand()), inject(1, OnHand())))

    assert told(given) == ["injects[1].number: each number once", "injects[2].number: each number once"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (inject(1, OnHand(), place="dsk"), 'injects[1].place: there is no place "dsk"; did you mean "desk"?'),
        (inject(1, OnHand(), recipients=("boarder",)), "did you mean"),
        (inject(1, OnHand(), objective="sped"), "did you mean"),
        (inject(1, OnHand(), actions=({"open_station": {"at": "hall"}},)), 'there is no station "hall"'),
        (inject(1, OnHand(), actions=({"dance": {}},)), 'there is no action "dance"'),
        (inject(1, AtTime(at=1e9)), "after the end of the scenario"),
        (inject(1, AfterInject(number=7)), "there is no inject 7"),
        (inject(1, AfterInject(number=1)), "it would come after itself"),
        (inject(1, OnCondition(condition="queue of hall > 3 persons")), "hall"),
        (inject(1, OnCondition(condition="much to do")), "expected a condition"),
        (inject(1, OnHand(), expected=ExpectedAction(condition="queue < 3 persons")), "of which place"),
        (inject(1, OnHand(), expected=ExpectedAction(contingency=5)), "there is no inject 5"),
        (inject(1, OnHand(), expected=ExpectedAction(within=20.0, expires=10.0)), "expires before"),
    ],
)
def test_that_an_inject_that_fits_nothing_is_told(wrong, said) -> None:
    (problem,) = told(exercise(injects=(wrong,)))

    assert said in problem


def test_that_injects_which_wait_for_each_other_are_told() -> None:
    given = exercise(injects=(inject(1, AfterInject(number=2)), inject(2, AfterInject(number=1))))

    assert [problem.split(": ")[1] for problem in told(given)] == ["it would come after itself"] * 2


def test_that_a_decision_nobody_can_take_is_told() -> None:
    assert len(told(rules(DecisionRule(action="opn_station", cells=("nobody",))))) == 2


def test_that_play_which_ends_before_it_begins_is_told() -> None:
    (problem,) = told(exercise(startex=3600.0, endex=60.0))

    assert problem.startswith("endex")

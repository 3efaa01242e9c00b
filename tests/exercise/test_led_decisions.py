"""Decisions in an exercise that is led: when they take effect, what they cost, and why one is refused."""

import pytest

from reception_sim.actions import (
    CallInStaff,
    ChangePlaces,
    CloseStation,
    LetHappen,
    OpenSite,
    OpenStation,
    OrderSupplies,
    Origin,
    PostStaff,
    TrainStaff,
    write_action,
)
from reception_sim.exercise.deciding import Terms, terms_of
from reception_sim.exercise_plan import (
    DecisionRule,
    PlayBegan,
    Withdrew,
)
from reception_sim.run import ActionRefusedError
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.exercise.led_runs import led
from tests.exercise_plan.exercises import rules


def test_that_a_decision_takes_effect_after_its_lead_time_and_costs_money() -> None:
    run = led(rules(DecisionRule(action="call_in_staff", lead_time=HOUR, cost=100.0), budget=250.0))
    run.do(PlayBegan())

    run.decide(CallInStaff("officer", 2, HOUR), cell="border")

    assert run.course.budget_left == 50.0
    assert run.run.journal[0].time == HOUR
    with pytest.raises(ActionRefusedError, match="50 of the budget"):
        run.decide(CallInStaff("officer", 1, HOUR), cell="border")


@pytest.mark.parametrize(
    ("action", "times"),
    [
        (ChangePlaces("hall", 150), 150),
        (ChangePlaces("hall", 150, role="officer", count=2), 150),
        (ChangePlaces("hall", -20), 0),
        (OpenSite("hall", role="officer", count=2), 1),
        (TrainStaff("officer", 2, HOUR), 2),
        (OrderSupplies("meal", 300.0), 300),
    ],
)
def test_that_a_decision_costs_as_much_as_there_is_asked_for(action, times) -> None:
    name = next(iter(write_action(action)))

    assert terms_of(action, "border", rules(DecisionRule(action=name, cost=4.0))) == Terms(0.0, 4.0 * times)


def test_that_a_decision_on_its_way_can_be_taken_back_and_its_money_with_it() -> None:
    run = led(rules(DecisionRule(action="call_in_staff", lead_time=HOUR, cost=100.0), budget=250.0))
    run.do(PlayBegan())
    run.decide(CallInStaff("officer", 2, HOUR), cell="border")
    run.advance(30 * MINUTE)

    run.do(Withdrew(decision=1))

    assert (run.course.budget_left, run.run.journal) == (250.0, ())


def test_that_a_decision_in_effect_is_not_taken_back() -> None:
    run = led()
    run.do(PlayBegan())
    run.decide(OpenStation("desk"), cell="border")
    run.advance(MINUTE)

    with pytest.raises(ActionRefusedError, match="not on its way"):
        run.do(Withdrew(decision=1))


@pytest.mark.parametrize(
    ("action", "cell", "said"),
    [
        (PostStaff("desk", "officer", 9), "border", "only 2 of Officer are on duty"),
        (OpenStation("dek"), "border", "did you mean"),
        (LetHappen("storm"), "border", "cannot decide this"),
        (OpenStation("desk"), "nobody", "no cell of players"),
    ],
)
def test_that_a_decision_that_cannot_be_had_is_refused_with_the_reason(action, cell, said) -> None:
    run = led()
    run.do(PlayBegan())

    with pytest.raises(ActionRefusedError, match=said):
        run.decide(action, cell=cell)
    assert run.run.journal == ()


def test_that_players_decide_nothing_before_startex() -> None:
    with pytest.raises(ActionRefusedError, match="STARTEX"):
        led().decide(OpenStation("desk"), cell="border")


def test_that_a_trainer_decides_at_once_and_for_nothing() -> None:
    run = led(rules(DecisionRule(action="open_station", lead_time=HOUR, cost=1.0), budget=0.0))

    run.decide(CloseStation("desk"), cell="", origin=Origin.TRAINER)

    assert run.run.journal[0].time == 0.0

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
    SetCount,
    TrainStaff,
    write_action,
)
from reception_sim.exercise.deciding import Terms, terms_of
from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise_plan import (
    DecisionRule,
    PlayBegan,
    Withdrew,
)
from reception_sim.run import ActionRefusedError
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.exercise.led_runs import led
from tests.exercise_plan.exercises import busy_desk, rules


def led_with_things():
    """Lead an exercise with two coaches and four kits, in which each more takes an hour and costs 10 of 100."""
    scenario = busy_desk(
        vehicles={"coach": {"title": "Coach", "count": 2, "capacity": 9, "leaves": {"when_full": True}}},
        equipment={"kit": {"count": 4}},
    )
    run = LedRun(scenario, rules(DecisionRule(action="set_count", lead_time=HOUR, cost=10.0), budget=100.0))
    run.do(PlayBegan())
    return run


def test_that_a_decision_takes_effect_after_its_lead_time_and_costs_money() -> None:
    run = led(rules(DecisionRule(action="call_in_staff", lead_time=HOUR, cost=100.0), budget=250.0))
    run.do(PlayBegan())

    run.decide(CallInStaff("officer", 2, HOUR), cell="border")

    assert run.course.budget_left == 50.0
    assert run.run.journal[0].time == HOUR
    with pytest.raises(ActionRefusedError, match="50 EUR of the budget"):
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

    exercise = rules(DecisionRule(action=name, cost=4.0))
    assert terms_of(action, "border", exercise, led(exercise).run) == Terms(0.0, 4.0 * times)


@pytest.mark.parametrize(("of", "to", "more"), [("coach", 5, 3), ("kit", 9, 5), ("kit", 4, 0), ("coach", 0, 0)])
def test_that_vehicles_and_kits_cost_as_much_as_there_are_more_of_them_asked_for(of, to, more) -> None:
    run = led_with_things()

    run.decide(SetCount(of, to), cell="border")

    assert run.course.budget_left == 100.0 - 10.0 * more


def test_that_what_is_on_its_way_already_is_not_paid_twice() -> None:
    run = led_with_things()
    run.decide(SetCount("coach", 5), cell="border")

    run.decide(SetCount("coach", 6), cell="border")
    run.advance(2 * HOUR)
    run.decide(SetCount("coach", 7), cell="border")

    assert run.course.budget_left == 100.0 - 30.0 - 10.0 - 10.0


def test_that_a_decision_that_a_later_one_counts_on_is_taken_back_after_that_one() -> None:
    run = led_with_things()
    run.decide(SetCount("coach", 5), cell="border")
    run.decide(SetCount("coach", 6), cell="border")
    with pytest.raises(ActionRefusedError, match="Coach that was taken last"):
        run.do(Withdrew(decision=1))

    run.do(Withdrew(decision=2))
    run.do(Withdrew(decision=1))

    assert (run.course.budget_left, run.run.journal) == (100.0, ())


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

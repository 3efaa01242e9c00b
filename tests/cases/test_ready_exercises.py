"""The three ready exercises have what a trainer needs, and without a decision each of them goes wrong somewhere."""

import pytest

from reception_sim.actions import SendPackage
from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise_plan import AfterInject, OnCondition, OnHand, PlayBegan, exercise_of, problems_in_exercise
from reception_sim.exercise_plan.course import Outcome
from reception_sim.run import open_scenario, run_whole
from reception_sim.scenario import Calendar
from reception_sim.statistics import measure
from tests.cases.sensible_decisions import SENSIBLE, outcomes

EXERCISES = ("introduction_45_minutes", "sea_arrival_exercise", "six_phase_border_exercise")
SEEDS = range(1, 11)  # those from which the limits of expected actions were chosen
PLAYED = (
    *((name, SEEDS) for name in EXERCISES[:2]),
    pytest.param(EXERCISES[2], (1,), marks=pytest.mark.slow),  # a run of it takes seconds
)


@pytest.mark.parametrize("name", EXERCISES)
def test_that_every_inject_says_who_tells_what_to_whom_and_what_is_hoped_for(name):
    plan = open_scenario(name)

    assert len(plan.injects) >= 6
    assert all(one.text and one.sender and one.recipient and one.by and one.expected_action for one in plan.injects)
    assert {one.objective for one in plan.injects} == set(plan.objectives)
    assert all(objective.criteria for objective in plan.objectives.values())


@pytest.mark.parametrize("name", EXERCISES)
def test_that_a_ready_exercise_has_cells_decisions_and_each_way_for_an_inject_to_come(name):
    plan = open_scenario(name)
    made = exercise_of(plan)

    assert not list(problems_in_exercise(made, plan))
    assert {cell.plays for cell in made.cells.values()} == {True, False}
    assert made.decisions
    assert made.budget
    assert all(inject.recipients for inject in made.injects)
    assert {OnCondition, OnHand} <= {type(inject.when) for inject in made.injects}
    proposed = [inject.expected.contingency for inject in made.injects if inject.expected]
    assert any(isinstance(made.inject(number).when, OnHand) for number in proposed if number is not None)


@pytest.mark.parametrize(
    ("name", "at_least", "at_most"),
    [("introduction_45_minutes", 25, 45), ("sea_arrival_exercise", 90, 120), ("six_phase_border_exercise", 150, 240)],
)
def test_that_a_ready_exercise_fits_the_time_that_it_is_made_for(name, at_least, at_most):
    made = exercise_of(open_scenario(name))

    assert at_least <= (made.endex - made.startex) / made.pace / 60 <= at_most


@pytest.mark.parametrize(("name", "seeds"), PLAYED)
def test_that_what_the_model_measures_does_not_come_without_a_decision(name, seeds):
    measured = [outcomes(name, (), seed) for seed in seeds]

    assert all(len(one) > 1 for one in measured)
    assert {outcome for one in measured for outcome in one.values()} == {Outcome.NOT_MET}


@pytest.mark.parametrize(("name", "seeds"), PLAYED)
def test_that_what_the_model_measures_comes_with_the_decision_that_is_hoped_for(name, seeds):
    measured = [outcomes(name, SENSIBLE[name], seed) for seed in seeds]

    assert all(len(one) > 1 for one in measured)
    assert {outcome for one in measured for outcome in one.values()} == {Outcome.MET}


def test_that_who_forgets_the_social_worker_is_asked_again_and_can_still_answer():
    measured = outcomes("introduction_45_minutes", [8])

    assert (measured[5], measured[8]) == (Outcome.NOT_MET, Outcome.MET)


def test_that_calling_the_reserve_at_once_is_seen_as_the_expected_action():
    plan = open_scenario("introduction_45_minutes")
    made = exercise_of(plan)
    led = LedRun(plan, made)
    led.advance(made.startex)
    led.do(PlayBegan())
    led.advance(made.inject(1).when.at)
    led.decide(SendPackage(package="reserve", to="registration"), cell="post")
    led.advance(plan.duration)

    assert led.course.injects[1].outcome is Outcome.MET
    assert led.course.budget_left == made.budget - 900


def test_that_what_happens_after_another_inject_comes_after_it_however_late_that_was():
    plan = open_scenario("sea_arrival_exercise")
    made = exercise_of(plan)
    led = LedRun(plan, made)
    led.advance(plan.duration)

    (after,) = (inject for inject in made.injects if isinstance(inject.when, AfterInject))
    (first,) = led.course.injects[after.when.number].sent
    assert led.course.injects[after.number].sent == (first + after.when.delay,)


@pytest.mark.parametrize("name", EXERCISES)
def test_that_injects_come_in_the_order_of_their_numbers_and_before_the_end(name):
    plan = open_scenario(name)
    calendar = Calendar.of(plan)
    in_order = sorted(plan.injects, key=lambda one: one.number)
    moments = [calendar.seconds(one.at) for one in in_order if one.at is not None]

    assert moments == sorted(moments)
    assert moments[0] > 0
    assert moments[-1] < plan.duration


@pytest.mark.parametrize("name", EXERCISES)
def test_that_without_a_decision_some_standard_is_missed(name):
    plan = open_scenario(name)
    judged = [one for one in measure(run_whole(plan), plan).indicators if one.standard is not None]

    assert any(one.met is False for one in judged)

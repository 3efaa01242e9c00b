"""The six-phase border exercise: 15,000 people in two weeks, and in every phase another step that is too weak."""

import re

import pytest

from reception_sim.actions import SendPackage
from reception_sim.run import Run, open_scenario
from reception_sim.scenario import Calendar
from reception_sim.scenario.planned import planned_persons
from reception_sim.scenario.standards import Indicator
from reception_sim.statistics import measure
from tests.cases.told import DAY, told

NAME = "six_phase_border_exercise"
PHASES = ("early alert", "early arrivals", "large influx", "registration", "identification", "referral")


@pytest.fixture(scope="module")
def plan():
    return open_scenario(NAME)


@pytest.fixture(scope="module")
def exercise():
    return told(NAME)


def hours_to_registration(run):
    """Return within how many hours 95 % of people are registered."""
    run.advance(run.scenario.duration)
    figures = measure(run.recording(), run.scenario).indicators
    (found,) = (one for one in figures if one.indicator is Indicator.TIME_TO_REGISTRATION)
    return found.value / 3600


def test_that_it_is_of_the_size_of_the_exercise_it_is_modelled_on(plan):
    assert planned_persons(plan) == pytest.approx(15_000, rel=0.03)
    assert plan.duration == 14 * DAY


def test_that_each_of_the_six_phases_has_its_objective_in_their_order(plan):
    titles = [objective.title for objective in plan.objectives.values()]

    assert [re.sub(r"Phase \d, (.+?):.*", r"\1", title) for title in titles] == list(PHASES)


def test_that_each_phase_has_two_injects_and_one_of_them_asks_for_something(plan):
    calendar = Calendar.of(plan)
    by_objective = {name: [one for one in plan.injects if one.objective == name] for name in plan.objectives}
    timed = [[one.at for one in injects if one.at is not None] for injects in by_objective.values()]
    starts = [calendar.seconds(moments[0]) for moments in timed]

    assert all(len(injects) >= 2 for injects in by_objective.values())
    assert all(any(one.kind == "expected action" for one in injects) for injects in by_objective.values())
    assert all(one.text and one.expected_action and one.sender and one.recipient for one in plan.injects)
    assert starts == sorted(starts)


def test_that_the_bottleneck_moves_on_from_registration_to_the_interview_and_to_the_caseworkers(exercise):
    figures = {one.id: one for one in measure(exercise.recording, exercise.plan).stations}
    longest = [figures[one].queue_max_at / DAY for one in ("registration", "identification", "referral_desk")]

    assert longest == sorted(longest)
    assert longest[-1] - longest[0] > 3


def test_that_calling_the_response_team_when_the_road_is_full_saves_half_a_day_of_waiting_for_registration(plan):
    called = Run(plan)
    called.act(SendPackage(package="rapid_response_team", to="registration"), at=4 * DAY + 15 * 3600)

    assert hours_to_registration(called) < hours_to_registration(Run(plan)) - 12

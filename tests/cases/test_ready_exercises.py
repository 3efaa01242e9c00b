"""The three ready exercises have what a trainer needs, and without a decision each of them goes wrong somewhere."""

import pytest

from reception_sim.run import open_scenario, run_whole
from reception_sim.scenario import Calendar
from reception_sim.statistics import measure

EXERCISES = ("introduction_45_minutes", "sea_arrival_exercise", "six_phase_border_exercise")


@pytest.mark.parametrize("name", EXERCISES)
def test_that_every_inject_says_who_tells_what_to_whom_and_what_is_hoped_for(name):
    plan = open_scenario(name)

    assert len(plan.injects) >= 6
    assert all(one.text and one.sender and one.recipient and one.by and one.expected_action for one in plan.injects)
    assert {one.objective for one in plan.injects} == set(plan.objectives)


@pytest.mark.parametrize("name", EXERCISES)
def test_that_injects_come_in_the_order_of_their_numbers_and_before_the_end(name):
    plan = open_scenario(name)
    calendar = Calendar.of(plan)
    moments = [calendar.seconds(one.at) for one in sorted(plan.injects, key=lambda one: one.number)]

    assert moments == sorted(moments)
    assert moments[0] > 0
    assert moments[-1] < plan.duration


@pytest.mark.parametrize("name", EXERCISES)
def test_that_without_a_decision_some_standard_is_missed(name):
    plan = open_scenario(name)
    judged = [one for one in measure(run_whole(plan), plan).indicators if one.standard is not None]

    assert any(one.met is False for one in judged)

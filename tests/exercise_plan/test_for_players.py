"""The plan that players may have: nothing of what they do not know, and nothing of what is going to happen."""

import re

import pytest

from reception_sim.actions import Assess, objection
from reception_sim.exercise_plan.for_players import heard_of, known_places, plan_for_players
from reception_sim.run import open_scenario

NAMES = ["six_phase_border_exercise", "sea_arrival_exercise", "medyka_korczowa_2022", "lampedusa_2023", "adre_2023"]


def words_of(plan):
    """Return every word that stands anywhere in a plan."""
    return set(re.findall(r"\w+", repr(plan)))


@pytest.mark.parametrize("name", NAMES)
def test_that_a_place_that_players_do_not_know_is_named_nowhere_in_their_plan(name):
    scenario = open_scenario(name)
    counted = list(scenario.counted_places())
    known = counted[: len(counted) // 2]
    hidden = {place for place in counted[len(counted) // 2 :] if place not in scenario.packages}

    plan = plan_for_players(scenario, known)
    places = dict(plan.places())
    assert set(known) <= set(places)
    assert hidden.isdisjoint(places)
    assert hidden.isdisjoint({route.origin for route in plan.routes} | {route.destination for route in plan.routes})
    told = words_of((plan.stations, plan.sites, plan.entry_points, plan.routes))
    assert hidden.isdisjoint(told - {"registration", "screening"})  # words of activities too


@pytest.mark.parametrize("name", NAMES)
def test_that_the_plan_of_players_tells_nothing_of_what_will_come(name):
    scenario = open_scenario(name)
    plan = plan_for_players(scenario, list(scenario.counted_places()))

    assert all(not entry.arrivals for entry in plan.entry_points.values())
    ahead = (plan.injects, plan.objectives, plan.contingency, plan.hazards, plan.already_there, plan.populations)
    assert not any(ahead)
    assert plan.knowledge is None or plan.knowledge.error == 0.0  # what an assessment takes is no secret
    assert not any((plan.pressure, plan.assumptions, plan.ranges, plan.summary, plan.teaches))


def test_that_a_place_is_known_once_it_is_assessed_or_has_reported():
    scenario = open_scenario("border_post_basics")
    first, second, *_ = scenario.counted_places()

    assert known_places(scenario, None, ()) == tuple(scenario.counted_places())
    assert known_places(scenario, (), (second,)) == (second,)
    assert known_places(scenario, (first,), (second,)) == (first, second)


def test_that_a_place_is_heard_of_once_a_message_names_it_and_by_its_whole_title_alone():
    scenario = open_scenario("six_phase_border_exercise")
    title = scenario.title_of("school_hall")
    told = f"They have opened the {title.upper()}, it is said; a campfire burns there."

    assert heard_of(scenario, (), [told]) == (("school_hall", title),)
    assert heard_of(scenario, ("school_hall",), [told]) == ()
    assert heard_of(scenario, (), ["They have opened a hall."]) == ()


def test_that_players_can_have_what_they_know_assessed():
    scenario = open_scenario("six_phase_border_exercise")
    plan = plan_for_players(scenario, ["camp"])

    assert objection(Assess("camp"), plan) is None
    assert objection(Assess("school_hall"), plan) is not None

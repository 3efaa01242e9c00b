"""A way by which a child alone can leave as an adult would, with nobody having seen it, is told."""

import pytest

from reception_sim.scenario import notices
from reception_sim.scenario.route_conditions import RouteCondition
from tests.model.plans import FAMILIES, arriving, border, plan, station

CHILDREN = border(arriving(("day 0 01:00", 30), population="families"))


def told(**changes):
    """Return the fields of the notices about children alone."""
    found = notices(plan(**({"entry_points": CHILDREN} | changes)))
    return [notice.field for notice in found if "child alone" in notice.expected]


def test_that_an_exit_onward_that_a_child_can_reach_unseen_is_noticed():
    assert told() == ["routes[2]"]


def test_that_a_population_without_children_alone_is_not_noticed():
    assert told(populations={"families": FAMILIES | {"specific_needs": {}}}) == []


@pytest.mark.parametrize(
    "seeing",
    [{"identifies": {"unaccompanied_child": 0.9}}, {"activity": "best interests assessment"}],
)
def test_that_a_station_that_sees_them_on_the_way_is_enough(seeing):
    assert told(stations={"desk": station(**seeing)}) == []


@pytest.mark.parametrize("when", [{"children_alone": False}, {"alone": True}, {"families": True}, {"ages": ["18-59"]}])
def test_that_a_way_out_that_is_not_for_children_alone_is_no_way_for_them(when):
    exits = {
        "onward": {"title": "Onward", "kind": "onward movement"},
        "homes": {"title": "Homes for children", "kind": "relocation"},
    }
    routes = [
        {"from": "border", "to": "desk"},
        {"from": "desk", "to": "onward", "when": when},
        {"from": "desk", "to": "homes"},
    ]

    assert told(exits=exits, routes=routes) == []


def test_that_a_route_for_children_alone_before_it_keeps_them_from_the_exit():
    exits = {
        "onward": {"title": "Onward", "kind": "onward movement"},
        "homes": {"title": "Homes for children", "kind": "relocation"},
    }
    routes = [
        {"from": "border", "to": "desk"},
        {"from": "desk", "to": "homes", "when": {"children_alone": True}},
        {"from": "desk", "to": "onward"},
    ]

    assert told(exits=exits, routes=routes) == []


def test_that_a_condition_must_say_something_and_nobody_can_be_two_things():
    with pytest.raises(ValueError, match="say at least one of needs"):
        RouteCondition()
    with pytest.raises(ValueError, match="nobody is two of them"):
        RouteCondition(alone=True, families=True)

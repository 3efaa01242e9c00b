"""What is told of vehicles and roads, on runs small enough to work out on paper."""

import math

from reception_sim.actions import BreakDown, CloseRoad
from reception_sim.run import Run
from reception_sim.statistics import Part, measure
from tests.model.plans import arriving, border, plan


def told(part, persons, *actions, **fleet):
    """Return the figures of a part: a bus of two seats from the border, ten minutes each way."""
    bus = {"title": "Bus", "count": 1, "capacity": 2, "leaves": {"when_full": True, "or_after": "30 min"}} | fleet
    scenario = plan(
        stations={},
        staff={},
        vehicles={"bus": bus},
        routes=[{"from": "border", "to": "onward", "by": {"vehicles": "bus", "travel_time": "10 min"}}],
        entry_points=border(arriving(("day 0 01:00", persons))),
    )
    run = Run(scenario)
    for action, at in actions:
        run.act(action, at=at)
    run.advance(scenario.duration)
    return {row.measure: row.value for row in measure(run.recording(), scenario).parts if row.part is part}


def test_that_trips_people_and_load_are_those_of_the_departures():
    figures = told(Part.VEHICLES, 3)

    assert (figures["trips"], figures["persons"], figures["load"]) == (2, 3, 75)


def test_that_the_wait_for_a_ride_is_from_asking_to_setting_out():
    figures = told(Part.VEHICLES, 3)

    assert (figures["wait_median"], figures["wait_p95"], figures["wait_longest"]) == (0, 50 * 60, 50 * 60)


def test_that_those_who_never_leave_have_the_longest_wait():
    figures = told(Part.VEHICLES, 1, count=0)

    assert (figures["still_waiting"], figures["wait_longest"]) == (1, 23 * 3600)
    assert math.isnan(figures["wait_median"])
    assert math.isnan(figures["load"])


def test_that_breakdowns_and_the_time_held_before_a_closed_road_are_told():
    figures = told(
        Part.VEHICLES, 1, (BreakDown("bus", 1, lasting=600), 0.0), (CloseRoad("border", "onward", lasting=3600), 4000.0)
    )

    assert figures["breakdowns"] == 1
    assert figures["held"] == 4000 + 3600 - 90 * 60


def test_that_people_before_a_closed_road_are_told_by_where_they_are():
    figures = told(Part.ROADS, 3, (CloseRoad("border", "onward", lasting=7200), 0.0))

    assert figures == {"most": 3, "person_hours": 3.0, "at_end": 0}


def test_that_roads_that_held_nobody_are_not_told():
    assert told(Part.ROADS, 3) == {}

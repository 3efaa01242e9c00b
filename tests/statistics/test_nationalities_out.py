"""Evacuations by destination and nationality: who has gone where, how long it took, and who is still here."""

import pytest

from reception_sim.reports.part_words import subject_in_words
from reception_sim.run import run_whole
from reception_sim.scenario.quantities import HOUR
from reception_sim.statistics import Part, measure
from tests.model.plans import ALONE, arriving, border, plan, staff, station

TWO = ALONE | {"nationalities": {"TUN": 0.5, "BGD": 0.5}}


def evacuating(**changes):
    """Return a plan in which 40 people of two nationalities are flown home, 10 a flight, one a day to each country."""
    flights = {
        name: {"title": f"Flights to {name}", "kind": "flight", "count": 1, "capacity": 10,
               "timetable": {"departures": ["12:00"]}}
        for name in ("tunis", "dhaka")
    }  # fmt: skip
    exits = {
        name: {"title": name.title(), "kind": "evacuation home", "country": code}
        for name, code in (("tunis", "TUN"), ("dhaka", "BGD"))
    }
    ways = [
        {"from": "desk", "to": to, "by": {"vehicles": to, "travel_time": "2 h"}, **when}
        for to, when in (("tunis", {"when": {"nationalities": ["TUN"]}}), ("dhaka", {}))
    ]
    tables = {
        "duration": "2 days",
        "populations": {"alone": TWO},
        "entry_points": border(arriving(("day 0 01:00", 40))),
        "stations": {"desk": station(posts=99, service_time={"distribution": "constant", "value": "1 min"})},
        "staff": {"officer": staff(count=99)},
        "vehicles": flights,
        "exits": exits,
        "routes": [{"from": "border", "to": "desk"}, *ways],
    }
    return plan(**tables | changes)


def told(scenario):
    rows = [row for row in measure(run_whole(scenario), scenario).parts if row.part is Part.NATIONALITIES_OUT]
    return {(subject_in_words(row.subject, scenario), row.measure): row.value for row in rows}


def test_that_persons_are_told_by_destination_and_nationality():
    figures = told(evacuating())

    assert figures["TUN, Tunis (TUN)", "persons"] == figures["BGD, Dhaka (BGD)", "persons"] == 20
    assert ("TUN, Dhaka (BGD)", "persons") not in figures


def test_that_those_who_still_wait_for_a_flight_are_told_by_nationality():
    figures = told(evacuating(duration="1 day"))
    here = [value for (who, _), value in figures.items() if who.endswith("still here")]
    gone = [value for (who, name), value in figures.items() if name == "persons" and not who.endswith("still here")]

    assert gone == [10, 10]
    assert sum(here) + sum(gone) == 40


def test_that_the_time_is_from_arrival_until_they_are_there():
    assert told(evacuating(duration="1 day"))["TUN, Tunis (TUN)", "median"] == pytest.approx(13 * HOUR)


def test_that_nothing_is_told_where_the_plan_says_no_nationalities():
    assert not told(evacuating(populations={"alone": ALONE}, routes=[
        {"from": "border", "to": "desk"}, {"from": "desk", "to": "dhaka"}]))  # fmt: skip

"""Flows that share a station, posts held back by full places, and people who are away until they come again."""

import pytest

from reception_sim.run import run_whole
from reception_sim.scenario.quantities import MINUTE
from reception_sim.statistics import Part, measure
from tests.model.plans import arriving, border, plan, site, staff, station

TEN_O_CLOCK = {"every": "1 h", "groups": 1, "hours": "10:00-16:00"}


def shared(**changes):
    """Return one desk for people from the border, at 01:00, and from a camp, a minute later."""
    camp = {"title": "Camp", "kind": "border crossing point", "arrivals": arriving(("day 0 01:01", 2))}
    entries = border(arriving(("day 0 01:00", 2))) | {"camp": camp}
    ways = [("border", "desk"), ("camp", "desk"), ("desk", "onward")]
    return plan(**{"entry_points": entries, "routes": [{"from": a, "to": b} for a, b in ways]} | changes)


def told(scenario, part):
    rows = [row for row in measure(run_whole(scenario), scenario).parts if row.part is part]
    return {(row.subject, row.measure): row.value for row in rows}


def busy_minutes(scenario):
    return {one.id: one.busy_team_s / MINUTE for one in measure(run_whole(scenario), scenario).stations}


def test_that_each_flow_that_shares_a_station_is_told_apart():
    figures = told(shared(), Part.FLOWS)

    # The desk takes five minutes each: from the border 0 and 5, from the camp 9 and 14.
    assert figures["flow desk border", "mean_wait"] == 2.5 * MINUTE
    assert figures["flow desk camp", "mean_wait"] == 11.5 * MINUTE
    assert figures["flow desk camp", "persons"] == 2
    assert figures["flow desk border", "longest"] == 5 * MINUTE


def test_that_a_station_of_one_flow_needs_no_table():
    assert told(plan(), Part.FLOWS) == {}


def test_that_a_flow_counts_those_who_still_wait():
    figures = told(shared(staff={"officer": staff(1, hours="02:00-02:10")}), Part.FLOWS)

    assert (figures["flow desk border", "waiting"], figures["flow desk camp", "waiting"]) == (0, 2)


def test_that_people_from_a_site_are_a_flow_of_their_own():
    hall = {"hall": site(capacity=50, stay={"distribution": "constant", "value": "5 h"}, during_stay=["desk"])}
    ways = [("border", "desk"), ("camp", "hall"), ("desk", "onward"), ("hall", "onward")]
    figures = told(shared(sites=hall, routes=[{"from": a, "to": b} for a, b in ways]), Part.FLOWS)

    assert {subject for subject, _ in figures} == {"flow desk border", "flow desk hall"}


def test_that_a_post_is_held_for_as_long_as_the_next_place_is_full():
    hall = {"hall": site(capacity=1, when_full="hold upstream", stay={"distribution": "constant", "value": "1 h"})}
    ways = [("border", "desk"), ("desk", "hall"), ("hall", "onward")]
    scenario = plan(
        entry_points=border(arriving(("day 0 01:00", 3))), sites=hall, routes=[{"from": a, "to": b} for a, b in ways]
    )
    figures = told(scenario, Part.BLOCKING)

    # The first enters at 65; the second, served at 70, at 125; the third, served from 125 to 130, at 185.
    assert figures["desk", "persons"] == 2
    assert figures["desk", "hours"] == pytest.approx((55 + 55) / 60)
    assert figures["desk", "longest"] == 55 * MINUTE
    assert figures["desk", "still"] == 0


def test_that_whoever_is_held_at_the_end_counts_so_far():
    hall = {"hall": site(capacity=1, when_full="hold upstream", stay={"distribution": "constant", "value": "9 days"})}
    ways = [("border", "desk"), ("desk", "hall"), ("hall", "onward")]
    scenario = plan(
        entry_points=border(arriving(("day 0 01:00", 2))), sites=hall, routes=[{"from": a, "to": b} for a, b in ways]
    )
    figures = told(scenario, Part.BLOCKING)

    assert (figures["desk", "persons"], figures["desk", "still"]) == (1, 1)
    assert figures["desk", "longest"] == (24 * 60 - 70) * MINUTE


def test_that_a_post_is_free_while_people_are_away_until_their_appointment():
    roles = {"officer": staff(), "clerk": staff()}
    ways = [("border", "desk"), ("desk", "office"), ("office", "onward")]
    scenario = plan(
        stations={"desk": station(), "office": station(team={"clerk": 1}, appointments=TEN_O_CLOCK)},
        staff=roles,
        routes=[{"from": a, "to": b} for a, b in ways],
    )

    assert busy_minutes(scenario) == {"desk": 15, "office": 15}
    assert told(scenario, Part.BLOCKING) == {}


def test_that_a_post_is_free_while_people_are_away_until_their_second_visit():
    again = {"share": 1.0, "after": {"distribution": "constant", "value": "3 h"}}

    assert busy_minutes(plan(stations={"desk": station(second_visit=again)})) == {"desk": 30}

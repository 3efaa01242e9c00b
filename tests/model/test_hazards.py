"""Hazards slow, close and take places for a time; sites are extended with time and staff."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from reception_sim.actions import ChangePlaces, CloseSite, LetHappen, OpenSite
from reception_sim.recording import EventKind, HappeningKind
from reception_sim.run import Run, run_whole
from reception_sim.scenario.supplies import SupplyPlan
from reception_sim.statistics import Part, measure
from tests.model.plans import arriving, border, plan, staff, trace

STARTED, ENDED, SHELTERED = EventKind.SERVICE_STARTED, EventKind.SERVICE_ENDED, EventKind.GROUP_SHELTERED


def struck(*arrivals, **hazard):
    hall = {"title": "Hall", "kind": "transit centre", "capacity": 4, "when_full": "shelter outside",
            "stay": {"distribution": "constant", "value": "20 h"}}  # fmt: skip
    return plan(
        entry_points=border(arriving(*arrivals)),
        sites={"hall": hall},
        routes=[{"from": "border", "to": "desk"}, {"from": "desk", "to": "hall"}, {"from": "hall", "to": "onward"}],
        hazards={"storm": {"title": "Storm", "kind": "storm", "lasts": "1 h"} | hazard},
    )


def minutes(recording, kind):
    return [minute for minute, *_ in trace(recording, kind)]


def told(recording, scenario, part, subject):
    rows = measure(recording, scenario).parts
    return {row.measure: row.value for row in rows if row.part is part and row.subject == subject}


def test_that_services_that_begin_in_a_hazard_take_longer_by_its_pace():
    scenario = struck(("day 0 01:50", 4), at=["day 0 02:00"], slows={"desk": 0.5})

    assert minutes(run_whole(scenario), ENDED) == [115, 120, 130, 140]


def test_that_a_hazard_closes_a_station_and_opens_it_again():
    scenario = struck(("day 0 01:50", 4), at=["day 0 02:00"], closes=["desk"])

    assert minutes(run_whole(scenario), STARTED) == [110, 115, 180, 185]


def test_that_a_hazard_closes_a_border_and_opens_it_again():
    scenario = struck(("day 0 02:10", 1), at=["day 0 02:00"], closes=["border"])

    assert minutes(run_whole(scenario), STARTED) == [180]


def test_that_a_hazard_takes_places_and_gives_them_back():
    scenario = struck(("day 0 01:50", 4), at=["day 0 01:30"], takes_places={"hall": 3})
    recording = run_whole(scenario)

    assert minutes(recording, SHELTERED) == [115, 150, 150, 150]
    assert told(recording, scenario, Part.PLACES, "hall") == {"planned": 4, "fewest": 1, "most": 4, "at_end": 4}


def test_that_a_hazard_can_be_let_happen_and_lasts_on_when_it_strikes_twice():
    scenario = struck(("day 0 02:10", 1), closes=["desk"])
    run = Run(scenario)
    run.advance(2 * 3600)
    run.act(LetHappen("storm"))
    run.advance(2.5 * 3600)
    run.act(LetHappen("storm"))
    run.advance(scenario.duration)

    assert minutes(run.recording(), STARTED) == [210]
    assert told(run.recording(), scenario, Part.HAZARDS, "storm")["lasted"] == 1.5 * 3600


def test_that_the_work_done_meanwhile_is_told_against_other_times():
    scenario = struck(("day 0 01:00", 100), at=["day 0 02:00"], slows={"desk": 0.5})

    figures = told(run_whole(scenario), scenario, Part.HAZARDS, "storm")

    assert (figures["times"], figures["lasted"]) == (1, 3600)
    assert figures["served"] == pytest.approx(7, abs=1)  # one began before at full pace, then one every ten minutes


def test_that_a_site_has_more_places_once_it_is_extended_and_the_builders_are_away():
    scenario = plan(
        entry_points=border(arriving(("day 0 01:00", 2))),
        staff={"officer": staff()},
        sites={"hall": {"title": "Hall", "kind": "transit centre", "capacity": 1, "when_full": "shelter outside",
                        "stay": {"distribution": "constant", "value": "20 h"}}},
        routes=[{"from": "border", "to": "desk"}, {"from": "desk", "to": "hall"}, {"from": "hall", "to": "onward"}],
    )  # fmt: skip
    run = Run(scenario)
    run.act(ChangePlaces("hall", 3, after=2 * 3600, role="officer", count=1))
    run.advance(scenario.duration)
    recording = run.recording()

    assert minutes(recording, STARTED) == [120, 125]
    assert minutes(recording, SHELTERED) == [125, 130]
    assert [told.count for told in recording.happenings if told.kind is HappeningKind.SITE_EXTENDED] == [4]


def test_that_a_hazard_does_something():
    with pytest.raises(ValidationError, match="say what it does"):
        struck(("day 0 01:00", 1))


def test_that_people_need_more_of_a_supply_while_a_hazard_strikes_and_no_more_afterwards():
    def used(**hazard):
        scenario = struck(("day 0 00:10", 4), **hazard)
        water = SupplyPlan(title="Water", stock=1e6, per_person_per_day=24.0)
        scenario = replace(scenario, supplies={"water": water})
        return measure(run_whole(scenario), scenario).supplies[0].wanted

    usual = used(closes=["hall"])
    hot = used(kind="heat", at=["day 0 06:00"], lasts="2 h", needs_more={"water": 1.5})

    # four people use one each an hour: two hours of half as much again
    assert hot - usual == pytest.approx(4)


def test_that_hours_outside_count_only_while_the_weather_is_bad():
    def outside_h(kind):
        scenario = struck(("day 0 00:10", 8), kind=kind, at=["day 0 06:00"], lasts="3 h", takes_places={"hall": 1})
        return told(run_whole(scenario), scenario, Part.DIGNITY, "hall").get("weather_hours")

    # four of eight have a place in the hall, and keep it
    assert outside_h("cold") == pytest.approx(4 * 3)
    assert outside_h("security incident") is None


def test_that_opening_a_site_takes_time_and_staff():
    scenario = struck(("day 0 00:10", 1), ("day 0 02:00", 2), at=["day 5 00:00"], closes=["desk"])
    run = Run(replace(scenario, staff={**scenario.staff, "builder": scenario.staff["officer"]}))
    run.act(CloseSite("hall"), at=0)
    run.act(OpenSite("hall", after=2 * 3600.0, role="builder", count=1), at=2 * 3600)
    run.advance(3 * 3600)
    during = {role.id: role.on_duty for role in run.snapshot().roles}
    run.advance(scenario.duration)

    assert during == {"officer": 1, "builder": 0}
    assert minutes(run.recording(), SHELTERED)[0] == 240
    assert {role.id: role.on_duty for role in run.snapshot().roles}["builder"] == 1

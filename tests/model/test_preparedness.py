"""Preparedness pays when it was begun in time; sectors tell what a scenario covers."""

import math

from reception_sim.recording import EventKind
from reception_sim.run import run_whole
from reception_sim.scenario.sector_names import Sector
from reception_sim.scenario.sectors import Phase
from reception_sim.statistics import Part, measure
from reception_sim.statistics.sectors import coverage
from tests.model.plans import arriving, border, plan, staff, station, trace

BORDER = "humanitarian border management"


def prepared(**measure_plan):
    return plan(
        entry_points=border(arriving(("day 0 01:00", 12))),
        stations={"desk": station(posts=1, sector=BORDER)},
        staff={"officer": staff(count=3)},
        preparedness={
            "desks": {"title": "More desks", "lead_time": "10 days", "cost": 500, "sector": BORDER,
                      "actions": [{"set_posts": {"at": "desk", "to": 3}}]} | measure_plan
        },
    )  # fmt: skip


def last_service(scenario):
    return trace(run_whole(scenario), EventKind.SERVICE_STARTED)[-1][0]


def told(scenario, part, subject):
    rows = measure(run_whole(scenario), scenario).parts
    return {row.measure: row.value for row in rows if row.part is part and row.subject == subject}


def test_that_a_measure_begun_in_time_works_from_the_start():
    assert last_service(prepared(begun="10 days")) == 60 + 3 * 5


def test_that_a_measure_that_was_not_begun_changes_nothing_and_costs_nothing():
    scenario = prepared()

    assert last_service(scenario) == 60 + 11 * 5
    assert told(scenario, Part.COSTS, "") == {}
    assert math.isnan(told(scenario, Part.PREPAREDNESS, "desks")["ready"])


def test_that_a_measure_begun_too_late_is_ready_when_its_lead_time_is_over():
    scenario = prepared(begun="239 h")

    assert told(scenario, Part.PREPAREDNESS, "desks") == {"taken": 1, "ahead": 239 * 3600, "ready": 3600, "cost": 500}


def test_that_a_sector_tells_its_phases_and_whom_it_reached():
    scenario = prepared(begun="10 days")

    figures = told(scenario, Part.SECTORS, "humanitarian border management")

    assert (figures["before"], figures["emergency"], figures["recovery"]) == (1, 1, 0)
    assert figures["persons"] == 12


def test_that_a_sector_that_nothing_names_covers_no_phase():
    assert coverage(prepared(), Sector.HEALTH) == {Phase.BEFORE: 0, Phase.EMERGENCY: 0, Phase.RECOVERY: 0}


def test_that_there_are_the_fifteen_sectors_of_the_framework():
    assert len(Sector) == 15

"""Protection risk: the share of the conditions that hold, told while people are there."""

from dataclasses import replace

import pytest

from reception_sim.recording import HappeningKind
from reception_sim.run import run_whole
from reception_sim.scenario.exercise_parts import ContingencyPlan
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.statistics import Part, measure
from tests.model.plans import ALONE, arriving, border, plan, station

CHILDREN = ALONE | {"age_sex": {"0-17": {"f": 0.5, "m": 0.5}}, "specific_needs": {"unaccompanied_child": 1.0}}


def sheltered(persons, population="alone", **site):
    hall = {"title": "Hall", "kind": "transit centre", "capacity": 10, "when_full": "admit anyway",
            "stay": {"distribution": "constant", "value": "5 h"}}  # fmt: skip
    return plan(
        populations={"alone": ALONE, "children": CHILDREN},
        entry_points=border(arriving(("day 0 01:00", persons), population=population)),
        stations={"protection": station(activity="best interests assessment", posts=99, team={})},
        staff={},
        sites={"hall": hall | site},
        routes=[
            {"from": "border", "to": "protection"},
            {"from": "protection", "to": "hall"},
            {"from": "hall", "to": "onward"},
        ],
    )


def risk(scenario):
    rows = measure(run_whole(scenario), scenario).parts
    return {row.measure: row.value for row in rows if row.part is Part.PROTECTION_RISK}


def test_that_a_site_within_every_standard_has_no_risk():
    good = {"covered_area_m2": 100, "toilets": 2, "toilets_by_sex": True, "toilet_distance_m": 20, "lit": 1}

    assert risk(sheltered(10, **good))["violence_worst"] == 0


@pytest.mark.parametrize(
    "bad",
    [{"covered_area_m2": 30}, {"toilets": 0}, {"toilets_by_sex": False}, {"toilet_distance_m": 51}, {"lit": 0.9}],
)
def test_that_each_condition_of_the_layout_adds_its_share(bad):
    # with overcrowding and shelter, which are always known, it is one of three
    assert risk(sheltered(10, **bad))["violence_worst"] == pytest.approx(100 / 3)


def test_that_overcrowding_counts_for_every_risk():
    figures = risk(sheltered(11))

    assert figures["violence_worst"] == 50
    assert figures["children_worst"] == figures["trafficking_worst"] == pytest.approx(100 / 3)


def test_that_children_alone_count_whether_seen_or_not_but_not_for_violence():
    figures = risk(sheltered(3, population="children"))

    assert figures["children_worst"] == pytest.approx(100 / 3)
    assert figures["violence_worst"] == 0


def test_that_the_mean_is_over_the_time_when_people_are_there_and_the_hours_are_those_of_high_risk():
    figures = risk(sheltered(11))

    assert figures["violence_mean"] == pytest.approx(50)
    assert figures["violence_hours"] == pytest.approx(5, abs=0.2)


@pytest.mark.parametrize(("limit", "is_met"), [(49, False), (50, True)])
def test_that_a_standard_can_limit_the_highest_risk_at_a_site(limit, is_met):
    limited = StandardPlan(indicator=Indicator.PROTECTION_RISK, at="hall", at_most=limit, source="planning assumption")
    scenario = replace(sheltered(11), standards=(limited,))

    judged = [one for one in measure(run_whole(scenario), scenario).indicators if one.standard is limited]

    assert [one.met for one in judged] == [is_met]


@pytest.mark.parametrize(("persons", "population"), [(11, "alone"), (3, "children")])
def test_that_a_rule_fires_at_the_risk_that_the_figures_tell(persons, population):
    watching = ContingencyPlan(title="Protect", when="protection risk of hall > 30 %", lead_time=0.0, actions=())
    scenario = replace(sheltered(persons, population=population), contingency=(watching,))
    recording = run_whole(scenario)

    assert max(value for name, value in risk(scenario).items() if name.endswith("_worst")) > 30
    assert any(told.kind is HappeningKind.RULE_FIRED for told in recording.happenings)


def test_that_a_rule_does_not_fire_below_its_risk():
    watching = ContingencyPlan(title="Protect", when="protection risk of hall > 60 %", lead_time=0.0, actions=())
    recording = run_whole(replace(sheltered(11), contingency=(watching,)))

    assert not any(told.kind is HappeningKind.RULE_FIRED for told in recording.happenings)

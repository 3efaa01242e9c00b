"""A disease that spreads: cases who are not isolated infect others, so that isolation slows it."""

from math import exp
from statistics import fmean

import pytest

from reception_sim.actions import HoldClocks, LetClocksRun
from reception_sim.recording import LevelKind
from reception_sim.run import Run, run_whole
from reception_sim.scenario.quantities import DAY, HOUR
from tests.model.plans import ALONE, arriving, border, plan, site

PERSONS = 1000
OUTSIDE, INFECTS = 0.1, 2.0  # a day, for each person, and by each case


def outbreak(infects=INFECTS, isolation=1, ill_for="9 days", stay="10 days", coming=(("day 0 01:00", PERSONS),)):
    """Return a thousand people, each alone, whom a disease reaches from outside for a day, from 02:00 on."""
    ill = {
        "at": ["centre"],
        "per_1000_a_day": 1000 * OUTSIDE,
        "infects_a_day": infects,
        "isolated_for": {"distribution": "constant", "value": ill_for},
    }
    sections = {"isolation": {"title": "Isolation", "places": isolation, "isolation": True}}
    staying = {"distribution": "constant", "value": stay}
    return plan(
        populations={"alone": ALONE},
        duration="2 days",
        entry_points=border(arriving(*coming)),
        stations={},
        staff={},
        sites={"centre": site(capacity=2 * PERSONS, stay=staying, sections=sections)},
        routes=[{"from": "border", "to": "centre"}, {"from": "centre", "to": "onward"}],
        hazards={
            "measles": {
                "title": "Measles",
                "kind": "disease alert",
                "at": ["day 0 02:00"],
                "lasts": "1 day",
                "cases": ill,
            }
        },
    )


def moments_of_cases(scenario, seed=1):
    recording = run_whole(scenario, seed)
    return list(recording.levels.of(LevelKind.CASES, recording.index("centre"))[0])


def cases(scenario, seed=1):
    return len(moments_of_cases(scenario, seed))


def share_ill_after(days):
    """Return the share who have fallen ill: the solution of dx/dt = (outside + infects x) (1 - x)."""
    growth = exp((OUTSIDE + INFECTS) * days)
    return OUTSIDE * (growth - 1) / (OUTSIDE * growth + INFECTS)


def test_that_a_disease_spreads_by_the_law_of_mass_action():
    # 254, with a standard deviation of 13 for the mean of six runs; from outside alone come 95
    assert fmean(cases(outbreak(), seed) for seed in range(6)) == pytest.approx(PERSONS * share_ill_after(1), rel=0.15)
    assert fmean(cases(outbreak(infects=0), seed) for seed in range(6)) == pytest.approx(95, rel=0.15)


def test_that_with_room_for_all_in_isolation_cases_come_from_outside_alone():
    isolated = moments_of_cases(outbreak(isolation=PERSONS))

    assert isolated == pytest.approx(moments_of_cases(outbreak(infects=0, isolation=PERSONS)))


def test_that_the_more_room_there_is_in_isolation_the_fewer_fall_ill():
    none, some, more = (cases(outbreak(infects=8, isolation=places)) for places in (1, 30, 60))

    assert none > some > more > cases(outbreak(infects=0))


def test_that_whoever_is_well_again_infects_nobody_any_more():
    assert cases(outbreak(ill_for="6 h")) < 0.8 * cases(outbreak())
    assert cases(outbreak(ill_for="1 s")) == cases(outbreak(infects=0))


def test_that_whoever_has_left_infects_nobody_who_comes_later():
    def of_those_who_came_later(infects):
        scenario = outbreak(infects, stay="4 h", coming=(("day 0 01:00", PERSONS), ("day 0 05:30", PERSONS)))
        return [moment for moment in moments_of_cases(scenario) if moment > 5.5 * HOUR]

    assert len(of_those_who_came_later(infects=0)) > 5


def test_that_nobody_is_infected_before_or_after_the_alert():
    moments = moments_of_cases(outbreak())

    assert 2 * HOUR <= min(moments) < max(moments) <= 26 * HOUR


def test_that_nobody_is_infected_while_the_clocks_are_held():
    run = Run(outbreak(infects=20))
    run.act(HoldClocks(), at=5 * HOUR)
    run.act(LetClocksRun(), at=9 * HOUR)
    run.advance(2 * DAY)
    recording = run.recording()
    moments = recording.levels.of(LevelKind.CASES, recording.index("centre"))[0]

    assert not [moment for moment in moments if 5 * HOUR < moment < 9 * HOUR]
    assert [moment for moment in moments if moment > 9 * HOUR]

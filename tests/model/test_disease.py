"""A disease alert: cases appear where people stay, isolation fills, and whoever is in isolation does not leave."""

from dataclasses import replace

import pytest

from reception_sim.recording import EventKind, HappeningKind, LevelKind
from reception_sim.run import Run, run_whole
from reception_sim.scenario.quantities import DAY, HOUR, DayTime
from reception_sim.statistics import Part, measure
from tests.model.plans import ALONE, arriving, border, plan, site

LONG = {"distribution": "constant", "value": "10 days"}
NOBODY, EVERYBODY = 1e-9, 1e9  # cases a day for each 1,000 persons


def alert(rate=EVERYBODY, persons=20, isolation=5, stay=LONG, lasts="1 h", isolated="4 h", **changes):
    cases = {
        "at": ["centre"],
        "per_1000_a_day": rate,
        "isolated_for": {"distribution": "constant", "value": isolated},
    }
    measles = {"title": "Measles", "kind": "disease alert", "at": ["day 0 02:00"], "lasts": lasts, "cases": cases}
    sections = {"isolation": {"title": "Isolation", "places": isolation, "isolation": True}}
    return plan(
        **{
            "populations": {"alone": ALONE},
            "duration": "2 days",
            "entry_points": border(arriving(("day 0 01:00", persons))),
            "stations": {},
            "staff": {},
            "sites": {"centre": site(capacity=100, stay=stay, sections=sections)},
            "routes": [{"from": "border", "to": "centre"}, {"from": "centre", "to": "onward"}],
            "hazards": {"measles": measles},
        }
        | changes
    )


def at_end(recording, kind, place="centre"):
    values = recording.levels.of(kind, recording.index(place))[1]
    return values[-1] if len(values) else 0


def test_that_isolation_fills_and_the_others_are_told_as_not_isolated():
    recording = run_whole(alert())

    assert at_end(recording, LevelKind.CASES) == 20
    assert at_end(recording, LevelKind.CASES_NOT_ISOLATED) == 15
    assert max(recording.levels.of(LevelKind.SECTION_PERSONS, recording.index("centre.isolation"))[1]) == 5
    assert sum(told.kind is HappeningKind.ISOLATION_FULL for told in recording.happenings) == 15


def test_that_nobody_falls_ill_before_or_after_the_alert():
    late = run_whole(alert(entry_points=border(arriving(("day 0 03:01", 20)))))

    assert at_end(late, LevelKind.CASES) == 0


def test_that_whoever_is_in_isolation_leaves_only_when_it_ends():
    scenario = alert(persons=5, stay={"distribution": "constant", "value": "3 h"})
    recording = run_whole(scenario)

    assert recording.events.of(EventKind.SITE_LEFT).time / HOUR == pytest.approx([6] * 5, abs=0.01)


def test_that_isolation_is_free_again_afterwards():
    run = Run(alert(persons=5))
    run.advance(3 * HOUR)
    during = run.snapshot().sites[0].sections[0].persons
    run.advance(7 * HOUR)

    assert (during, run.snapshot().sites[0].sections[0].persons) == (5, 0)
    assert run.snapshot().sites[0].without_shelter == 0


def test_that_cases_come_at_the_rate_of_the_plan():
    # 1,000 persons for half a day at 100 a day for each 1,000: 50, with a standard deviation of 7
    crowd = {"entry_points": border(arriving(("day 0 01:00", 1000)))}
    recording = run_whole(alert(rate=100, lasts="12 h", **crowd))

    assert at_end(recording, LevelKind.CASES) == pytest.approx(50, abs=25)


def test_that_the_same_people_fall_ill_whatever_room_there_is_for_them():
    few, many = (run_whole(alert(rate=2000, isolation=places)) for places in (1, 20))

    assert at_end(few, LevelKind.CASES) == at_end(many, LevelKind.CASES) > 1


def test_that_two_alerts_in_a_row_add_up_the_time_people_are_exposed():
    def cases(moments, lasts):
        measles = alert(rate=2000, lasts=lasts).hazards["measles"]
        return at_end(run_whole(alert(hazards={"measles": replace(measles, at=moments)})), LevelKind.CASES)

    assert cases((DayTime(0, 2 * HOUR), DayTime(0, 20 * HOUR)), "5 h") == cases((DayTime(0, 2 * HOUR),), "10 h")


def test_that_the_figures_tell_cases_and_isolation():
    scenario = alert()
    told = {row.measure: row.value for row in measure(run_whole(scenario), scenario).parts if row.part is Part.DISEASE}

    assert (told["cases"], told["not_isolated"], told["isolated_most"]) == (20, 15, 5)
    assert told["isolated_mean"] == pytest.approx(5 * 4 * HOUR / (2 * DAY), rel=0.01)


def test_that_without_the_alert_nobody_is_isolated():
    recording = run_whole(alert(rate=NOBODY))

    assert at_end(recording, LevelKind.CASES) == 0

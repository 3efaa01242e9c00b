"""Packages are called a limited number of times, come after their time, and leave with what they brought."""

import pytest

from reception_sim.actions import SendPackage
from reception_sim.recording import EventKind, HappeningKind, LevelKind
from reception_sim.run import ActionRefusedError, Run, run_whole
from reception_sim.statistics import Part, measure
from tests.model.plans import arriving, border, plan, site, staff, station, trace

HOUR = 3600.0
TEAM = {"title": "Team", "travel_time": "2 h", "lead_time": "1 h", "staff": {"officer": 2}, "lasting": "4 h"}


def helped(package=None, persons=40, posts=3, **changes):
    """Return a plan of one officer at a desk of three posts, and a team of two that can be called once."""
    tables = {
        "packages": {"team": TEAM | (package or {})},
        "stations": {"desk": station(posts=posts)},
        "entry_points": border(arriving(("day 0 01:00", persons))),
    }
    return plan(**(tables | changes))


def called(scenario, *hours, to=None):
    run = Run(scenario)
    for hour in hours:
        run.act(SendPackage("team", to), at=hour * HOUR)
    run.advance(scenario.duration)
    return run.recording()


def level(recording, kind, name):
    time, value = recording.levels.of(kind, recording.index(name))
    return list(zip((time / HOUR).tolist(), value.tolist(), strict=True))


def told(recording, scenario):
    return {row.measure: row.value for row in measure(recording, scenario).parts if row.part is Part.PACKAGES}


def test_that_a_package_is_there_after_lead_and_travel_time_and_leaves_after_its_time():
    recording = called(helped(), 1)

    assert level(recording, LevelKind.PACKAGES_UNDER_WAY, "team") == [(1, 1), (4, 0)]
    assert level(recording, LevelKind.PACKAGES_THERE, "team") == [(4, 1), (8, 0)]
    assert level(recording, LevelKind.STAFF_ON_DUTY, "officer") == [(0, 1), (4, 3), (8, 1)]


@pytest.mark.parametrize("to", [None, "desk"])
def test_that_its_people_work_where_they_are_sent_or_where_they_are_needed(to):
    began = [minute for minute, *_ in trace(called(helped(), 0, to=to), EventKind.SERVICE_STARTED)]

    # alone a service each five minutes; from 3:00 three at a time
    assert [minute for minute in began if minute < 190] == [*range(60, 181, 5), 180, 180, 185, 185, 185]


def test_that_nobody_is_left_posted_when_the_package_has_gone():
    recording = called(helped(staff={"officer": staff(1, at={"desk": 1})}), 0, to="desk")

    assert level(recording, LevelKind.TEAMS_STAFFED, "desk")[-1] == (7, 1)


def test_that_a_package_cannot_be_called_more_often_than_the_plan_says():
    run = Run(helped({"times": 2}))
    run.act(SendPackage("team"), at=1 * HOUR)
    run.advance(2 * HOUR)
    run.act(SendPackage("team"), at=9 * HOUR)

    with pytest.raises(ActionRefusedError, match="Team has been called as often as it can be"):
        run.act(SendPackage("team"), at=10 * HOUR)


def test_that_a_call_taken_back_can_be_made_again():
    run = Run(helped())
    entry = run.act(SendPackage("team"), at=9 * HOUR)
    run.withdraw(entry)
    run.act(SendPackage("team"), at=10 * HOUR)
    run.advance(run.scenario.duration)

    assert told(run.recording(), run.scenario)["calls"] == 1


def test_that_a_call_by_the_plan_beyond_the_last_is_refused_and_told():
    injects = [
        {
            "number": number,
            "at": f"day 0 0{number}:00",
            "title": "Call",
            "kind": "contingency",
            "actions": [{"send_package": {"package": "team"}}],
        }
        for number in (1, 2, 3)
    ]
    scenario = helped({"times": 2}, injects=injects)
    recording = run_whole(scenario)
    figures = told(recording, scenario)

    assert (figures["calls"], figures["refused"], figures["left"]) == (2, 1, 0)
    assert sum(line.kind is HappeningKind.PACKAGE_REFUSED for line in recording.happenings) == 1


def test_that_the_journal_with_every_call_is_accepted_again():
    scenario = helped({"times": 2})
    run = Run(scenario)
    run.act(SendPackage("team"))
    run.advance(5 * HOUR)
    run.act(SendPackage("team"))
    run.advance(scenario.duration)

    assert told(run_whole(scenario, journal=run.journal), scenario)["calls"] == 2


def test_that_kit_vehicles_and_supplies_come_and_only_supplies_stay():
    scenario = helped(
        {"staff": {}, "equipment": {"kit": 2}, "vehicles": {"bus": 1}, "supplies": {"meal": 50}},
        equipment={"kit": {"count": 1}},
        vehicles={"bus": {"title": "Bus", "count": 1, "capacity": 9, "leaves": {"when_full": True}}},
        supplies={"meal": {"stock": 10, "per_person_per_day": 0}},
        sites={"centre": site()},
    )
    recording = called(scenario, 0)

    assert level(recording, LevelKind.EQUIPMENT_WORKING, "kit") == [(0, 1), (3, 3), (7, 1)]
    assert level(recording, LevelKind.VEHICLES, "bus") == [(0, 1), (3, 2), (7, 1)]
    assert level(recording, LevelKind.SUPPLY_STOCK, "meal")[-1][1] == 60


def test_that_a_package_for_good_stays_to_the_end():
    recording = called(helped({"lasting": None}), 0)

    assert level(recording, LevelKind.PACKAGES_THERE, "team") == [(3, 1)]


def test_that_a_snapshot_shows_a_package_on_its_way():
    run = Run(helped())
    run.act(SendPackage("team"))
    run.advance(2 * HOUR)
    (package,) = run.snapshot().packages

    assert (package.under_way, package.there, package.calls_left, package.arrives) == (1, 0, 0, 3 * HOUR)


def test_that_what_was_called_is_told_with_its_cost():
    scenario = helped({"cost": 4000, "times": 2})
    figures = told(called(scenario, 1, 12), scenario)

    assert figures == {
        "calls": 2,
        "refused": 0,
        "left": 0,
        "first_there": 4 * HOUR,
        "there": 8 * HOUR,
        "cost": 8000,
    }


def test_that_a_package_is_not_sent_to_a_station_that_needs_none_of_its_people():
    scenario = helped(
        {"staff": {"nurse": 1}},
        staff={"officer": staff(), "nurse": staff(title="Nurse")},
    )

    with pytest.raises(ActionRefusedError, match="no team at Desk needs anybody of Team"):
        Run(scenario).act(SendPackage("team", "desk"))


def test_that_an_unknown_package_is_refused_with_the_nearest():
    with pytest.raises(ActionRefusedError, match='no package "teem"; did you mean "team"'):
        Run(helped()).act(SendPackage("teem"))

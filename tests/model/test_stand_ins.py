"""Cross-training: who works in another role's place, when, how fast, and where they are wanted more."""

import pytest

from reception_sim.recording import EventKind
from reception_sim.run import Run, run_whole
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.statistics import Part, measure
from tests.model.plans import FAMILIES, arriving, border, plan, staff, station, trace

STARTED, ENDED = EventKind.SERVICE_STARTED, EventKind.SERVICE_ENDED


def crossed(*arrivals, nurse=(), officers=1, nurses=1, posts=2, team=1, **changes):
    """Return a desk of officers, five minutes each, and nurses who stand in for them at half their pace."""
    tables = {
        "entry_points": border(arriving(*arrivals)),
        "stations": {"desk": station(posts=posts, team={"officer": team})},
        "staff": {"officer": staff(officers), "nurse": staff(nurses, stands_in_for={"officer": 0.5}, **dict(nurse))},
    }
    return plan(**tables | changes)


def minutes(scenario, kind, place="desk"):
    return [minute for minute, _, where, _ in trace(run_whole(scenario), kind) if where == place]


def told(scenario, part, subject):
    rows = measure(run_whole(scenario), scenario).parts
    return {row.measure: row.value for row in rows if row.part is part and row.subject == subject}


def test_that_somebody_stands_in_when_nobody_of_the_role_is_free_and_takes_longer_by_the_pace():
    # The officer serves at 60 and 65; the nurse stands in from 60 to 70.
    scenario = crossed(("day 0 01:00", 3))

    assert minutes(scenario, STARTED) == [60, 60, 65]
    assert minutes(scenario, ENDED) == [65, 70, 70]


def test_that_own_people_go_first():
    assert told(crossed(("day 0 01:00", 1)), Part.STAND_INS, "nurse")["hours"] == 0


def test_that_a_desk_whose_own_people_are_off_duty_is_kept_by_those_who_stand_in():
    officers = {"officer": staff(1, hours="06:00-22:00"), "nurse": staff(1, stands_in_for={"officer": 0.5})}

    assert minutes(crossed(("day 0 01:00", 2), staff=officers), ENDED) == [70, 80]


def test_that_a_team_may_be_mixed_and_takes_the_mean_of_what_its_people_need():
    assert minutes(crossed(("day 0 01:00", 1), team=2), ENDED) == [60 + 5 * (1 + 2) / 2]


def test_that_people_who_are_posted_elsewhere_do_not_stand_in():
    posted = crossed(
        ("day 0 01:00", 2),
        nurse={"at": {"clinic": 1}},
        stations={"desk": station(posts=2), "clinic": station(team={"nurse": 1})},
        routes=[{"from": a, "to": b} for a, b in (("border", "desk"), ("desk", "clinic"), ("clinic", "onward"))],
    )

    assert minutes(posted, STARTED) == [60, 65]


def test_that_whoever_stands_in_goes_where_people_have_waited_longest():
    # At 01:00 the nurse begins at the clinic; when she is free at 65 two wait at the clinic since 61, one at the desk.
    entries = {
        "border": {"title": "Border", "kind": "border crossing point", "arrivals": arriving(("day 0 01:02", 1))},
        "camp": {"title": "Camp", "kind": "border crossing point",
                 "arrivals": arriving(("day 0 01:00", 1), ("day 0 01:01", 1), ("day 0 01:04", 1))},
    }  # fmt: skip
    scenario = crossed(
        entry_points=entries,
        stations={"desk": station(), "clinic": station(team={"nurse": 1})},
        staff={"officer": staff(1, hours="06:00-22:00"), "nurse": staff(1, stands_in_for={"officer": 0.5})},
        routes=[{"from": a, "to": b} for a, b in (
            ("border", "desk"), ("camp", "clinic"), ("desk", "onward"), ("clinic", "onward"))],
    )  # fmt: skip

    assert minutes(scenario, STARTED, "clinic") == [60, 65, 80]
    assert minutes(scenario, STARTED, "desk") == [70]


def test_that_hours_of_standing_in_are_work_of_those_who_did_it():
    scenario = crossed(("day 0 01:00", 3))
    figures = measure(run_whole(scenario), scenario)

    assert told(scenario, Part.STAND_INS, "nurse") == {
        "hours": pytest.approx(10 * MINUTE / HOUR), "share": pytest.approx(100 * 10 / (24 * 60)), "most": 1,
    }  # fmt: skip
    assert {role.id: role.busy_s / MINUTE for role in figures.roles} == {"officer": 10, "nurse": 10}


def test_that_the_snapshot_counts_people_where_they_belong():
    run = Run(crossed(("day 0 01:00", 2)))
    run.advance(62 * MINUTE)

    assert {role.id: role.busy for role in run.snapshot().roles} == {"officer": 1, "nurse": 1}


def test_that_people_are_served_once_and_nobody_works_twice_when_shifts_and_stand_ins_change():
    roles = {
        "officer": staff(2, hours="06:00-14:00"),
        "clerk": staff(2, hours="10:00-20:00", stands_in_for={"officer": 0.7}),
        "nurse": staff(2, hours="00:00-12:00", stands_in_for={"officer": 0.5, "clerk": 0.8}),
    }
    families = arriving(*((f"day 0 {hour:02}:10", 20) for hour in range(22)), population="families")
    scenario = crossed(
        populations={"families": FAMILIES},
        entry_points=border(families),
        stations={"desk": station(posts=3), "office": station(posts=3, team={"clerk": 2})},
        staff=roles,
        routes=[{"from": a, "to": b} for a, b in (("border", "desk"), ("desk", "office"), ("office", "onward"))],
    )
    run = Run(scenario)
    for hour in range(1, 25):
        run.advance(hour * HOUR)
        for role in run.snapshot().roles:
            assert 0 <= role.busy <= 2
    starts = trace(run.recording(), STARTED)

    assert len({(place, group) for _, _, place, group in starts}) == len(starts) > 20

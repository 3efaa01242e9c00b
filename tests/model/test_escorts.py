"""Escorts go with people from station to station: who gets one, who waits for one, and where it ends."""

from pathlib import Path

import pytest

from reception_sim.recording import EventKind, LevelKind
from reception_sim.run import Run, run_whole
from reception_sim.scenario import ScenarioError, read_scenario
from reception_sim.scenario.quantities import MINUTE
from reception_sim.statistics import Part, measure
from tests.model.plans import ALONE, FAMILIES, arriving, border, plan, site, staff, station, trace

STARTED, ENDED = EventKind.SERVICE_STARTED, EventKind.SERVICE_ENDED
CHILDREN = ALONE | {"age_sex": {"12-17": {"f": 0.5, "m": 0.5}}}
COMPLETE = Path(__file__).parents[1] / "scenario" / "complete_example.toml"


def escorted(*arrivals, population="alone", guardians=1, posts=2, escort=(), **changes):
    """Return two desks in a row, of five minutes each; a guardian goes with people from the first to the second."""
    one = {
        "title": "Guardian", "for": {"sexes": ["f", "m"]}, "role": "guardian",
        "begins_at": "first", "ends_at": ["second"],
    }  # fmt: skip
    desks = {"first": station(posts=posts, team={"clerk": 1}), "second": station(team={"officer": 1})}
    tables = {
        "populations": {"alone": ALONE, "families": FAMILIES, "children": CHILDREN},
        "entry_points": border(arriving(*arrivals, population=population)),
        "stations": desks,
        "staff": {"clerk": staff(posts), "officer": staff(), "guardian": staff(guardians)},
        "escorts": {"guard": one | dict(escort)},
        "routes": [{"from": a, "to": b} for a, b in (("border", "first"), ("first", "second"), ("second", "onward"))],
    }
    return plan(**tables | changes)


def minutes(scenario, kind, place):
    return [minute for minute, _, where, _ in trace(run_whole(scenario), kind) if where == place]


def told(scenario, part, subject):
    rows = measure(run_whole(scenario), scenario).parts
    return {row.measure: row.value for row in rows if row.part is part and row.subject == subject}


def test_that_the_next_group_waits_until_the_only_escort_has_come_back_from_the_last_station():
    scenario = escorted(("day 0 01:00", 3))

    assert minutes(scenario, STARTED, "first") == [60, 70, 80]
    assert minutes(scenario, ENDED, "second") == [70, 80, 90]


def test_that_with_enough_escorts_nobody_waits_for_one():
    assert minutes(escorted(("day 0 01:00", 2), guardians=2), STARTED, "first") == [60, 60]


def test_that_an_escort_waits_with_its_group_wherever_that_waits():
    slow = escorted(("day 0 01:00", 2), guardians=2)
    row = told(slow, Part.ESCORTS, "guard")

    # Both begin at 60; one leaves the second desk at 70, the other, who waits there, at 75.
    assert row == {"groups": 2, "most": 2, "persons": 2, "mean_time": 12.5 * MINUTE, "under_way": 0}


def test_that_those_whom_it_is_not_for_go_without_and_do_not_wait():
    scenario = escorted(("day 0 01:00", 2), escort={"for": {"children_alone": True}})

    assert minutes(scenario, STARTED, "first") == [60, 60]
    assert told(scenario, Part.ESCORTS, "guard")["groups"] == 0


def test_that_every_child_alone_has_a_guardian_from_the_first_station_on():
    scenario = escorted(("day 0 01:00", 4), population="children", escort={"for": {"children_alone": True}})

    assert told(scenario, Part.ESCORTS, "guard")["groups"] == 4


def test_that_whoever_needs_no_escort_is_not_held_up_by_those_who_wait_for_one():
    arrivals = {"border": {"title": "Border", "kind": "border crossing point", "arrivals": [
        *arriving(("day 0 01:00", 3), population="children"), *arriving(("day 0 01:01", 1))]}}  # fmt: skip
    scenario = escorted(entry_points=arrivals, escort={"for": {"children_alone": True}})

    assert minutes(scenario, STARTED, "first")[:2] == [60, 61]


def test_that_an_escort_is_free_again_when_its_group_enters_a_site_or_leaves():
    halls = {"hall": site(capacity=50, stay={"distribution": "constant", "value": "10 h"})}
    ways = [("border", "first"), ("first", "hall"), ("hall", "onward")]
    routes = [{"from": a, "to": b} for a, b in ways]
    stations = {"first": station(team={"clerk": 1})}
    into_hall = escorted(
        ("day 0 01:00", 3), stations=stations, sites=halls, routes=routes, escort={"ends_at": ["hall"]}
    )
    till_exit = escorted(
        ("day 0 01:00", 3), stations=stations, sites=halls, routes=routes, escort={"ends_at": ["onward"]}
    )

    assert minutes(into_hall, STARTED, "first") == [60, 65, 70]
    assert minutes(till_exit, STARTED, "first") == [60, 665, 1270]


def test_that_an_escort_is_free_again_when_its_group_gives_up():
    second = station(team={"officer": 1}, service_time={"distribution": "constant", "value": "10 h"},
                     patience={"distribution": "constant", "value": "20 min"})  # fmt: skip
    scenario = escorted(
        ("day 0 01:00", 3), guardians=2, stations={"first": station(posts=2, team={"clerk": 1}), "second": second}
    )

    # The second of two gives up after 20 minutes in line at 65; its escort goes with the third from then on.
    assert minutes(scenario, STARTED, "first") == [60, 60, 85]


def test_that_an_interpreter_who_goes_along_interprets_at_the_stations_on_the_way():
    speaking = {
        "clerk": staff(2), "officer": staff(), "mediator": staff(1, speaks={"en": 1}),
    }  # fmt: skip
    stations = {
        "first": station(posts=2, team={"clerk": 1}, interpreter="mediator"),
        "second": station(team={"officer": 1}, interpreter="mediator"),
    }
    scenario = escorted(("day 0 01:00", 2), staff=speaking, stations=stations, escort={"role": "mediator"})

    assert minutes(scenario, ENDED, "second") == [70, 80]


def test_that_an_escort_who_speaks_goes_only_with_people_of_its_languages():
    speaking = {"clerk": staff(2), "officer": staff(), "mediator": staff(1, speaks={"ar": 1})}
    scenario = escorted(("day 0 01:00", 2), staff=speaking, escort={"role": "mediator"})

    assert minutes(scenario, STARTED, "first") == [60, 60]
    assert told(scenario, Part.ESCORTS, "guard")["groups"] == 0


def test_that_never_more_escorts_are_under_way_than_are_on_duty_and_everybody_is_served():
    families = escorted(("day 0 01:00", 60), population="families", guardians=3)
    run = Run(families)
    run.advance(families.duration)
    _, under_way = run.recording().levels.of(LevelKind.ESCORTS_UNDER_WAY, run.recording().index("guard"))

    assert under_way.max() == 3
    assert under_way[-1] == 0
    assert run.snapshot().completed == run.snapshot().arrived


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ('role = "guardian"', 'role = "nurse"', "nurse is in a team as well"),
        ('ends_at = ["child_protection",', 'ends_at = ["counselling",', "escorts neither begin nor end there"),
        ('begins_at = "registration"', 'begins_at = "registraton"', "Did you mean registration"),
    ],
)
def test_that_an_escort_that_cannot_go_is_refused(tmp_path, written, instead, said):
    text = COMPLETE.read_text("utf-8")
    assert written in text
    (tmp_path / "complete_arrivals.csv").write_bytes(COMPLETE.with_name("complete_arrivals.csv").read_bytes())
    (tmp_path / "wrong.toml").write_text(text.replace(written, instead, 1), "utf-8")

    with pytest.raises(ScenarioError, match=said):
        read_scenario(tmp_path / "wrong.toml")


def test_that_a_snapshot_tells_who_is_out_as_an_escort_and_with_how_many_people():
    run = Run(escorted(("day 0 01:00", 3), guardians=2))
    run.advance(61 * MINUTE)
    during = run.snapshot()
    run.advance(20 * 60 * MINUTE)
    after = run.snapshot()

    assert [(state.id, state.groups, state.persons) for state in during.escorts] == [("guard", 2, 2)]
    assert [(role.id, role.busy) for role in during.roles] == [("clerk", 2), ("officer", 0), ("guardian", 2)]
    assert [(state.groups, state.persons) for state in after.escorts] == [(0, 0)]
    assert [role.busy for role in after.roles] == [0, 0, 0]

"""Roads that are closed, vehicles that break down, and vehicles that come when they are called."""

import pytest

from reception_sim.actions import BreakDown, CloseRoad, OpenRoad, SetCount
from reception_sim.recording import EventKind, HappeningKind, LevelKind
from reception_sim.run import ActionRefusedError, Run, run_whole
from tests.model.plans import ALONE, arriving, border, plan, site, trace

SET_OUT, EXITED, AWAITED = EventKind.GROUP_SET_OUT, EventKind.GROUP_EXITED, EventKind.RIDE_AWAITED
ROAD = {"from": "border", "to": "onward"}


def way(persons, by, fleet=None, **changes):
    """Return a plan of one way from the border to the exit, on foot or by vehicles."""
    bus = {"title": "Bus", "count": 1, "capacity": 2, "leaves": {"when_full": True, "or_after": "30 min"}}
    tables = {
        "stations": {},
        "staff": {},
        "vehicles": {} if fleet is None else {"bus": bus | fleet},
        "routes": [ROAD | {"by": by}],
        "entry_points": border(arriving(*persons)),
    }
    return plan(**(tables | changes))


def on_foot(*persons, **changes):
    return way(persons, {"travel_time": "10 min"}, **changes)


def by_bus(*persons, bus=None, **changes):
    return way(persons, {"vehicles": "bus", "travel_time": "10 min"}, bus or {}, **changes)


def closed(minute, lasting=None):
    return CloseRoad("border", "onward", lasting=lasting), minute * 60.0


def steered(scenario, *actions):
    run = Run(scenario)
    for action, at in actions:
        run.act(action, at=at)
    run.advance(scenario.duration)
    return run.recording()


def minutes(recording, kind):
    return [minute for minute, *_ in trace(recording, kind)]


def test_that_people_on_foot_wait_before_a_closed_road_and_those_on_it_arrive():
    scenario = on_foot(("day 0 01:00", 1), ("day 0 01:10", 2))
    recording = steered(scenario, closed(65, lasting=3600.0))

    assert minutes(recording, EXITED) == [70, 135, 135]
    assert minutes(recording, AWAITED) == [70, 70]


def test_that_a_road_opened_by_hand_lets_people_go_at_once():
    scenario = on_foot(("day 0 01:00", 1))
    recording = steered(scenario, closed(30), (OpenRoad("border", "onward"), 90 * 60.0))

    assert minutes(recording, SET_OUT) == [90]


def test_that_a_road_closed_for_two_reasons_opens_when_both_are_over():
    scenario = on_foot(("day 0 01:00", 1))
    recording = steered(scenario, closed(30, lasting=3600.0), closed(40, lasting=7200.0))

    assert minutes(recording, SET_OUT) == [160]


def test_that_the_queue_before_a_closed_road_builds_up_and_dissolves():
    scenario = on_foot(("day 0 01:10", 2), ("day 0 01:20", 3))
    recording = steered(scenario, closed(65, lasting=3600.0))
    time, value = recording.levels.of(LevelKind.HELD_AT_ROAD, recording.index("border"))

    assert list(zip(time / 60, value, strict=True))[:5] == [(70, 1), (70, 2), (80, 3), (80, 4), (80, 5)]
    assert (time[-1] / 60, value[-1]) == (125, 0)


def test_that_a_snapshot_shows_who_waits_before_a_closed_road():
    run = Run(on_foot(("day 0 01:10", 2)))
    run.act(*closed(0)[:1])
    run.advance(100 * 60)

    assert [(ride.origin, ride.fleet, ride.awaiting) for ride in run.snapshot().rides] == [("border", "", 2)]


def test_that_residents_keep_their_place_while_the_road_is_closed():
    scenario = on_foot(
        ("day 0 01:00", 1),
        sites={"centre": site()},
        routes=[
            {"from": "border", "to": "centre"},
            {"from": "centre", "to": "onward", "by": {"travel_time": "10 min"}},
        ],
    )
    recording = steered(scenario, (CloseRoad("centre", "onward", lasting=7200.0), 3600.0))

    assert minutes(recording, EventKind.SITE_LEFT) == [180]


def test_that_a_bus_with_people_aboard_waits_for_the_road_to_open():
    recording = steered(by_bus(("day 0 01:00", 1)), closed(70, lasting=3600.0))
    time, held = recording.levels.of(LevelKind.VEHICLES_HELD, recording.index("bus"))

    assert minutes(recording, SET_OUT) == [130]
    assert list(zip(time / 60, held, strict=True)) == [(90, 1), (130, 0)]


def test_that_a_bus_beyond_a_closed_road_comes_back_when_it_is_open():
    recording = steered(by_bus(("day 0 01:00", 2), ("day 0 01:30", 2)), closed(65, lasting=3600.0))

    assert minutes(recording, SET_OUT) == [60, 60, 135, 135]


def test_that_no_departure_of_a_timetable_takes_a_closed_road():
    ferry = {"capacity": 4, "leaves": None, "timetable": {"departures": ["10:15", "12:15"]}}
    recording = steered(by_bus(("day 0 01:00", 1), bus=ferry), closed(600, lasting=3600.0))

    assert minutes(recording, SET_OUT) == [735]


def test_that_a_way_that_takes_no_time_is_no_road():
    scenario = plan()

    with pytest.raises(ActionRefusedError, match="no road from Border to Desk"):
        Run(scenario).act(CloseRoad("border", "desk"))


def test_that_a_free_vehicle_that_breaks_down_is_out_until_it_is_repaired():
    recording = steered(by_bus(("day 0 01:00", 2)), (BreakDown("bus", 1, lasting=7200.0), 0.0))

    assert minutes(recording, SET_OUT) == [120, 120]


def test_that_a_vehicle_that_breaks_down_on_its_trip_brings_its_people_first_and_is_then_repaired():
    recording = steered(
        by_bus(("day 0 01:00", 2), ("day 0 01:01", 2)), (BreakDown("bus", 1, lasting=3600.0), 65 * 60.0)
    )

    assert minutes(recording, EXITED)[:2] == [70, 70]
    assert minutes(recording, SET_OUT)[2:] == [140, 140]
    time, broken = recording.levels.of(LevelKind.VEHICLES_BROKEN, recording.index("bus"))
    assert list(zip(time / 60, broken, strict=True)) == [(80, 1), (140, 0)]


def test_that_vehicles_wear_out_and_are_repaired_in_the_long_run_as_often_as_the_means_say():
    scenario = by_bus(bus={"count": 40, "breaks_down_every": "30 h", "repair_time": "10 h"}, duration="60 days")
    recording = run_whole(scenario)
    time, broken = recording.levels.of(LevelKind.VEHICLES_BROKEN, recording.index("bus"))
    held = [*(time[1:] - time[:-1]), recording.until - time[-1]]
    mean = sum(broken * held) / recording.until

    # alternating renewal process: a share of 10 / (10 + 30) of the time in repair
    assert mean / 40 == pytest.approx(0.25, rel=0.08)


def test_that_vehicles_that_come_later_wear_out_too():
    worn = {"count": 0, "breaks_down_every": "2 h", "repair_time": "1 h"}
    recording = steered(by_bus(bus=worn), (SetCount("bus", 3), 3600.0))

    assert [line for line in recording.happenings if line.kind is HappeningKind.VEHICLE_BROKE_DOWN]


AMBULANCE = {
    "count": 2,
    "capacity": 4,
    "leaves": {"when_full": False, "or_after": "0 min"},
    "one_group_a_trip": True,
    "response_time": {"distribution": "constant", "value": "12 min"},
}


def test_that_each_travel_group_that_calls_gets_an_ambulance_of_its_own_after_the_response_time():
    recording = run_whole(by_bus(("day 0 01:00", 2), bus=AMBULANCE))

    assert minutes(recording, SET_OUT) == [72, 72]
    departures = [line.count for line in recording.happenings if line.kind is HappeningKind.VEHICLE_DEPARTED]
    assert departures == [1, 1]


def test_that_a_third_call_waits_for_the_first_ambulance_to_come_back():
    recording = run_whole(by_bus(("day 0 01:00", 3), bus=AMBULANCE))

    assert minutes(recording, SET_OUT) == [72, 72, 92 + 12]


def test_that_a_bus_comes_once_for_all_who_called_it():
    bus = {"capacity": 10, "response_time": {"distribution": "constant", "value": "15 min"}}
    recording = run_whole(by_bus(("day 0 01:00", 3), bus=bus))

    assert minutes(recording, SET_OUT) == [105, 105, 105]


def test_that_a_person_on_a_stretcher_takes_the_seats_of_three():
    lying = ALONE | {"specific_needs": {"disability": 1.0}}
    scenario = by_bus(
        ("day 0 01:00", 2),
        bus={"capacity": 4, "seats_by_need": {"disability": 3}},
        populations={"alone": lying},
    )

    assert minutes(run_whole(scenario), SET_OUT) == [60, 110]


def test_that_a_group_that_needs_more_seats_than_there_are_takes_them_all():
    lying = ALONE | {"specific_needs": {"disability": 1.0}}
    scenario = by_bus(
        ("day 0 01:00", 2), bus={"capacity": 2, "seats_by_need": {"disability": 3}}, populations={"alone": lying}
    )

    assert minutes(run_whole(scenario), SET_OUT) == [60, 80]


def test_that_families_with_children_board_first_where_the_plan_says_so():
    scenario = by_bus(
        ("day 0 01:00", 30),
        bus={
            "capacity": 6,
            "order": "families with children first",
            "leaves": None,
            "timetable": {"departures": ["02:00", "04:00", "06:00", "08:00", "10:00", "12:00", "14:00", "16:00"]},
        },
        entry_points=border(arriving(("day 0 01:00", 30), population="families")),
    )
    recording = run_whole(scenario)
    people = recording.people
    first = recording.events.of(SET_OUT).where(recording.events.of(SET_OUT).time == 7200.0).group
    bands = [people.age_band[people.first_person[g] : people.first_person[g] + people.size[g]] for g in first]

    assert len(first)
    assert all((band < 2).any() for band in bands)

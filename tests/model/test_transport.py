"""Vehicles: who boards, when they leave, and what a full destination does to them."""

from datetime import datetime

import pytest

from reception_sim.actions import DelayVehicle, HurryVehicle, SetCount
from reception_sim.recording import EventKind, HappeningKind
from reception_sim.run import ActionRefusedError, Run, run_whole
from tests.model.plans import arriving, border, plan, site, trace

SET_OUT, EXITED = EventKind.GROUP_SET_OUT, EventKind.GROUP_EXITED


def by_bus(persons, bus=None, by=None, **changes):
    fleet = {"title": "Bus", "count": 1, "capacity": 2, "leaves": {"when_full": True, "or_after": "30 min"}}
    route = {"from": "border", "to": "onward", "by": {"vehicles": "bus", "travel_time": "10 min"} | (by or {})}
    tables = {
        "stations": {},
        "staff": {},
        "vehicles": {"bus": fleet | (bus or {})},
        "routes": [route],
        "entry_points": border(arriving(("day 0 01:00", persons))),
    }
    return plan(**(tables | changes))


def minutes(recording, kind):
    return [minute for minute, *_ in trace(recording, kind)]


def test_that_a_full_bus_leaves_at_once_and_the_rest_wait_for_its_return():
    recording = run_whole(by_bus(3))

    assert minutes(recording, SET_OUT) == [60, 60, 110]
    assert minutes(recording, EXITED) == [70, 70, 120]


def test_that_a_bus_that_is_not_full_leaves_after_its_time():
    assert minutes(run_whole(by_bus(1)), SET_OUT) == [90]


def test_that_a_ferry_leaves_by_its_timetable_with_families_together():
    ferry = {"capacity": 4, "leaves": None, "timetable": {"departures": ["10:15"]}}
    scenario = by_bus(9, bus=ferry, duration="3 days")
    recording = run_whole(scenario)

    assert minutes(recording, SET_OUT) == [615] * 4 + [615 + 1440] * 4 + [615 + 2880]


def test_that_dated_departures_sail_once():
    ferry = {
        "capacity": 4,
        "leaves": None,
        "timetable": {"departures": [datetime.fromisoformat("2026-01-05T06:00:00")]},
    }

    assert minutes(run_whole(by_bus(9, bus=ferry, duration="3 days")), SET_OUT) == [360] * 4


def test_that_more_vehicles_carry_more_people_from_then_on():
    run = Run(by_bus(6))
    run.act(SetCount(of="bus", to=3), at=3660)
    run.advance(run.scenario.duration)

    assert minutes(run.recording(), SET_OUT) == [60, 60, 61, 61, 61, 61]


def test_that_a_full_site_holds_back_the_bus_and_the_bus_holds_back_the_border():
    scenario = by_bus(
        6,
        by={"boarding_area": {"capacity": 2}},
        sites={"centre": site(capacity=2, when_full="hold upstream")},
        routes=[
            {
                "from": "border",
                "to": "centre",
                "by": {"vehicles": "bus", "travel_time": "10 min", "boarding_area": {"capacity": 2}},
            },
            {"from": "centre", "to": "onward"},
        ],
    )
    run = Run(scenario)
    run.advance(100 * 60)
    snapshot = run.snapshot()

    assert snapshot.sites[0].occupancy == 2
    assert snapshot.fleets[0].held == 1
    assert snapshot.rides[0].awaiting == 2
    assert snapshot.entries[0].held == 0
    run.advance(run.scenario.duration)
    assert minutes(run.recording(), EventKind.SITE_ENTERED) == [70, 70, 130, 130, 190, 190]


def test_that_residents_keep_their_place_until_their_vehicle_departs():
    scenario = by_bus(
        1,
        sites={"centre": site(stay={"distribution": "until transferred"})},
        routes=[
            {"from": "border", "to": "centre"},
            {"from": "centre", "to": "onward", "by": {"vehicles": "bus", "travel_time": "10 min"}},
        ],
    )
    recording = run_whole(scenario)

    assert minutes(recording, EventKind.RIDE_AWAITED) == [60]
    assert minutes(recording, EventKind.SITE_LEFT) == [90]


def test_that_a_vehicle_waits_for_its_crew():
    crewed = by_bus(
        2,
        bus={"crew": {"driver": 1}},
        staff={"driver": {"title": "Driver", "shifts": [{"days": "Mon-Sun", "hours": "03:00-24:00", "count": 1}]}},
    )

    assert minutes(run_whole(crewed), SET_OUT) == [180, 180]


def test_that_each_departure_is_in_the_log_with_its_persons():
    departures = [line.count for line in run_whole(by_bus(3)).happenings if line.kind is HappeningKind.VEHICLE_DEPARTED]

    assert departures == [2, 1]


def test_that_a_timetable_may_send_one_vehicle_a_departure():
    ferry = {"capacity": 4, "count": 3, "leaves": None, "timetable": {"departures": ["10:15"], "vehicles": 1}}

    assert minutes(run_whole(by_bus(9, bus=ferry)), SET_OUT) == [615] * 4


def test_that_without_a_number_every_vehicle_that_is_ready_departs():
    ferry = {"capacity": 4, "count": 3, "leaves": None, "timetable": {"departures": ["10:15"]}}

    assert minutes(run_whole(by_bus(9, bus=ferry)), SET_OUT) == [615] * 9


def nudged(persons, minute, action, **changes):
    """Return what is recorded when the trainer's thumb is on a bus at a minute."""
    run = Run(by_bus(persons, **changes))
    run.advance(minute * 60)
    run.act(action)
    run.advance(run.scenario.duration)
    return run.recording()


def test_that_a_bus_that_is_hurried_is_there_at_once_and_back_so_much_earlier():
    recording = nudged(3, 63, HurryVehicle("bus"))

    assert minutes(recording, EXITED) == [63, 63, 113]
    assert minutes(recording, SET_OUT) == [60, 60, 103]


def test_that_a_bus_that_is_delayed_is_there_once_and_so_much_later():
    recording = nudged(3, 63, DelayVehicle("bus", 300.0))

    assert minutes(recording, EXITED) == [75, 75, 125]


def test_that_a_delayed_bus_can_still_be_hurried():
    run = Run(by_bus(2))
    run.advance(62 * 60)
    run.act(DelayVehicle("bus", 1800.0))
    run.advance(72 * 60)
    run.act(HurryVehicle("bus", "onward"))
    run.advance(run.scenario.duration)

    assert minutes(run.recording(), EXITED) == [72, 72]


def test_that_a_bus_that_boards_departs_now_if_it_is_hurried():
    assert minutes(nudged(1, 70, HurryVehicle("bus")), SET_OUT) == [70]


def test_that_a_bus_that_boards_departs_so_much_later_if_it_is_delayed():
    assert minutes(nudged(1, 70, DelayVehicle("bus", 300.0)), SET_OUT) == [95]


def test_that_a_bus_whose_departure_was_put_off_can_be_hurried():
    run = Run(by_bus(1))
    for minute, action in ((70, DelayVehicle("bus", 3600.0)), (100, HurryVehicle("bus"))):
        run.advance(minute * 60)
        run.act(action)
    run.advance(run.scenario.duration)

    assert minutes(run.recording(), SET_OUT) == [100]
    assert minutes(run.recording(), EXITED) == [110]


def test_that_a_vehicle_that_does_not_ride_cannot_be_hurried():
    run = Run(by_bus(2))

    with pytest.raises(ActionRefusedError, match="no vehicle is under way"):
        run.act(HurryVehicle("bus"))
    with pytest.raises(ActionRefusedError, match="does not go"):
        run.act(DelayVehicle("bus", 60.0, "border"))

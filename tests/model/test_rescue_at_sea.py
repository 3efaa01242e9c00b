"""Rescue at sea: people in distress wait for a vessel, which must reach them and bring them to where they disembark."""

from reception_sim.recording import EventKind
from reception_sim.run import run_whole
from tests.model.plans import arriving, plan, trace


def at_sea(*boats, vessels=1, capacity=50):
    """Return a plan of people in distress who are rescued: an hour until a vessel is there, two hours to the quay."""
    fleet = {
        "title": "Rescue vessel",
        "kind": "search and rescue vessel",
        "count": vessels,
        "capacity": capacity,
        "leaves": {"when_full": True, "or_after": "10 min"},
        "response_time": {"distribution": "constant", "value": "1 h"},
        "turnaround": "30 min",
    }
    sea = {"title": "At sea", "kind": "rescue at sea", "arrivals": arriving(*boats)}
    return plan(
        stations={},
        staff={},
        entry_points={"sea": sea},
        vehicles={"vessel": fleet},
        routes=[{"from": "sea", "to": "onward", "by": {"vehicles": "vessel", "travel_time": "2 h"}}],
    )


def minutes(recording, kind):
    return [minute for minute, *_ in trace(recording, kind)]


def test_that_people_in_distress_wait_until_a_vessel_has_reached_them_and_taken_them_aboard():
    recording = run_whole(at_sea(("day 0 01:00", 3)))

    assert minutes(recording, EventKind.RIDE_AWAITED) == [60] * 3
    assert minutes(recording, EventKind.GROUP_SET_OUT) == [130] * 3


def test_that_they_disembark_after_the_way_to_the_quay():
    assert minutes(run_whole(at_sea(("day 0 01:00", 3))), EventKind.GROUP_EXITED) == [250] * 3


def test_that_whoever_finds_no_room_aboard_waits_until_the_vessel_has_landed_the_others_and_come_back():
    recording = run_whole(at_sea(("day 0 01:00", 3), capacity=2))

    landed_ready_and_there = 120 + 120 + 120 + 30 + 60
    assert minutes(recording, EventKind.GROUP_SET_OUT) == [120, 120, landed_ready_and_there + 10]


def test_that_a_second_vessel_spares_them_that_wait():
    recording = run_whole(at_sea(("day 0 01:00", 3), capacity=2, vessels=2))

    assert minutes(recording, EventKind.GROUP_SET_OUT)[-1] < 200

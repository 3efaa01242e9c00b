"""What people do who lose their patience: leave, turn to another way, come back; and nobody is lost or new."""

from collections import Counter

import pytest

from reception_sim.recording import EventKind
from reception_sim.run import Run, run_whole
from reception_sim.scenario import ScenarioError
from reception_sim.statistics import Part, measure
from tests.model.plans import arriving, border, plan, site, station, trace

HOUR = 3600.0
ARRIVED, JOINED, LEFT = EventKind.GROUP_ARRIVED, EventKind.QUEUE_JOINED, EventKind.GROUP_LEFT
ABANDONED, RETURNED, EXITED = EventKind.QUEUE_ABANDONED, EventKind.GROUP_RETURNED, EventKind.GROUP_EXITED
SLOW = {"distribution": "constant", "value": "10 h"}
QUARTER = {"distribution": "constant", "value": "15 min"}


def overwhelmed(giving_up, persons=3, **changes):
    """Return a plan of one slow desk at which people lose their patience after a quarter of an hour."""
    tables = {
        "entry_points": border(arriving(("day 0 01:00", persons)))
        | {"ford": {"title": "Ford", "kind": "informal crossing"}},
        "stations": {"desk": station(service_time=SLOW, patience=QUARTER, giving_up=giving_up)},
        "exits": {
            "onward": {"title": "Onward", "kind": "onward movement"},
            "vanished": {"title": "Not seen again", "kind": "onward movement"},
        },
        "routes": [
            {"from": "border", "to": "desk"},
            {"from": "desk", "to": "onward"},
            {"from": "ford", "to": "onward"},
        ],
    }
    return plan(**(tables | changes))


def test_that_those_who_leave_leave_as_without_any_word():
    said, unsaid = overwhelmed({"leaves": 1.0}), overwhelmed(None)

    assert trace(run_whole(said)) == trace(run_whole(unsaid))


def test_that_those_who_turn_to_an_exit_leave_by_it():
    recording = run_whole(overwhelmed({"leaves": 0.0, "turns_to": {"vanished": 1.0}}))

    assert trace(recording, ABANDONED, EXITED) == [
        (75, "QUEUE_ABANDONED", "desk", 0),
        (75, "GROUP_EXITED", "vanished", 0),
        (75, "QUEUE_ABANDONED", "desk", 1),
        (75, "GROUP_EXITED", "vanished", 1),
        (660, "GROUP_EXITED", "onward", 2),
    ]


def test_that_those_who_turn_to_an_informal_crossing_come_in_there_without_arriving_again():
    recording = run_whole(overwhelmed({"leaves": 0.0, "turns_to": {"ford": 1.0}, "after": "2 h"}, persons=2))

    assert trace(recording, ARRIVED, ABANDONED, RETURNED, EXITED) == [
        (60, "GROUP_ARRIVED", "border", 0),
        (60, "GROUP_ARRIVED", "border", 1),
        (75, "QUEUE_ABANDONED", "desk", 1),
        (195, "GROUP_RETURNED", "ford", 1),
        (195, "GROUP_EXITED", "onward", 1),
        (660, "GROUP_EXITED", "onward", 0),
    ]


def test_that_those_who_come_back_queue_again_at_the_same_place():
    recording = run_whole(overwhelmed({"leaves": 0.0, "comes_back": 1.0, "after": "11 h"}, persons=2))

    assert trace(recording, JOINED, ABANDONED, RETURNED, EventKind.SERVICE_STARTED)[3:] == [
        (75, "QUEUE_ABANDONED", "desk", 1),
        (735, "GROUP_RETURNED", "desk", 1),
        (735, "QUEUE_JOINED", "desk", 1),
        (735, "SERVICE_STARTED", "desk", 1),
    ]


def test_that_residents_who_come_back_stay_in_their_site_meanwhile():
    scenario = overwhelmed(
        {"leaves": 0.0, "comes_back": 1.0, "after": "11 h"},
        persons=2,
        sites={"centre": site(during_stay=["desk"])},
        routes=[
            {"from": "border", "to": "centre"},
            {"from": "centre", "to": "onward"},
            {"from": "ford", "to": "onward"},
        ],
    )
    run = Run(scenario)
    run.advance(3 * HOUR)
    (centre,) = run.snapshot().sites
    run.advance(24 * HOUR)

    assert centre.occupancy == 2
    assert Counter(run.recording().events.kind.tolist())[EventKind.SITE_LEFT] == 2
    assert trace(run.recording(), EventKind.SERVICE_STARTED)[1][:1] == (735,)


def test_that_whoever_has_become_a_priority_may_give_up_as_well():
    recording = run_whole(
        overwhelmed(
            None,
            persons=3,
            stations={"desk": station(service_time=SLOW, patience=QUARTER, order="longest journey first")},
        )
    )

    assert len(trace(recording, LEFT)) == 2


def test_that_shares_hold_and_each_further_time_is_another_choice():
    shares = {"leaves": 0.5, "turns_to": {"vanished": 0.2}, "comes_back": 0.3, "after": "20 min"}
    recording = run_whole(overwhelmed(shares, persons=2000))
    figures = {
        one.measure: one.value for one in measure(recording, overwhelmed(shares)).parts if one.part is Part.GIVING_UP
    }

    assert figures["gave_up"] == figures["left"] + figures["turned"] + figures["came_back"] + figures["away"]
    assert figures["left"] / figures["gave_up"] == pytest.approx(0.5, abs=0.03)
    assert figures["turned"] / figures["gave_up"] == pytest.approx(0.2, abs=0.03)
    assert figures["away"] == 0


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"leaves": 0.5}, "must add up to 1"),
        ({"leaves": 0.5, "comes_back": 0.5}, "after which time"),
    ],
)
def test_that_what_cannot_be_is_refused(said, told):
    with pytest.raises((ValueError, ScenarioError), match=told):
        overwhelmed(said)

"""Who is seen next: a constant claim is honoured, and within the same claim whoever came first."""

from itertools import pairwise

import pytest

from reception_sim.recording import NEEDS, EventKind
from reception_sim.run import run_whole
from tests.model.plans import FAMILIES, arriving, border, plan, station


def order_of_service(order, **changes):
    """Return the run of a crowd that arrives at once at a triage that sees every need, then queues at a desk."""
    triage = station(
        title="Triage",
        posts=400,
        team={"nurse": 1},
        service_time={"distribution": "constant", "value": "1 min"},
        identifies={"disability": 1.0, "unaccompanied_child": 1.0},
    )
    recording = run_whole(
        plan(
            stations={"triage": triage, "desk": station(order=order) | changes},
            routes=[
                {"from": "border", "to": "triage"},
                {"from": "triage", "to": "desk"},
                {"from": "desk", "to": "onward"},
            ],
            staff={
                "officer": {"title": "Officer", "shifts": [{"days": "Mon-Sun", "hours": "02:00-24:00", "count": 1}]},
                "nurse": {"title": "Nurse", "shifts": [{"days": "Mon-Sun", "hours": "00:00-24:00", "count": 400}]},
            },
            entry_points=border(arriving(("day 0 01:00", 200), population="families")),
        )
    )
    started = recording.events.of(EventKind.SERVICE_STARTED)
    at_desk = started.where(started.place == recording.index("desk"))
    return recording, at_desk.group.tolist()


def claims(recording, groups, has_claim):
    people = recording.people
    first = people.first_person
    return [has_claim(people, slice(first[group], first[group] + people.size[group])) for group in groups]


def test_that_groups_with_a_need_that_was_seen_go_first():
    wanted = sum(1 << index for index, need in enumerate(NEEDS) if need in FAMILIES["specific_needs"])
    recording, served = order_of_service("specific needs first")
    claimed = claims(recording, served, lambda people, members: bool((people.needs[members] & wanted).any()))

    assert any(claimed)
    assert claimed == sorted(claimed, reverse=True)


def test_that_groups_with_a_child_go_first():
    recording, served = order_of_service("families with children first")
    children = {"0-11", "12-17"}
    claimed = claims(
        recording,
        served,
        lambda people, members: any(people.age_bands[b] in children for b in people.age_band[members]),
    )

    assert any(claimed)
    assert claimed == sorted(claimed, reverse=True)


@pytest.mark.parametrize("order", ["first come, first served", "specific needs first", "families with children first"])
def test_that_within_the_same_claim_whoever_came_first_is_served_first(order):
    recording, served = order_of_service(order)
    joined = recording.events.of(EventKind.QUEUE_JOINED)
    came = joined.where(joined.place == recording.index("desk")).group.tolist()
    rank = {group: number for number, group in enumerate(came)}
    descents = sum(rank[later] < rank[earlier] for earlier, later in pairwise(served))

    assert descents <= (0 if order == "first come, first served" else 1)


def test_that_whoever_has_travelled_longest_goes_first():
    scenario = plan(
        stations={"desk": station(order="longest journey first"), "far": station(title="Far", team={"clerk": 1})},
        routes=[
            {"from": "border", "to": "desk", "share": 0.5, "by": {"travel_time": "50 min"}},
            {"from": "border", "to": "desk", "by": {"travel_time": "1 min"}},
            {"from": "desk", "to": "onward"},
            {"from": "far", "to": "onward"},
        ],
        staff={
            "officer": {"title": "Officer", "shifts": [{"days": "Mon-Sun", "hours": "03:00-24:00", "count": 1}]},
            "clerk": {"title": "Clerk", "shifts": [{"days": "Mon-Sun", "hours": "03:00-24:00", "count": 1}]},
        },
        entry_points=border(arriving(*((f"day 0 01:{minute:02d}", 1) for minute in range(30)))),
    )
    events = run_whole(scenario).events
    arrived = events.of(EventKind.GROUP_ARRIVED).group.tolist()

    assert events.of(EventKind.SERVICE_STARTED).group.tolist() == arrived

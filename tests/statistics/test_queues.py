"""The queue over time is exact, and agrees with the waits."""

import pytest
from hypothesis import given

from reception_sim.statistics import measure
from tests.statistics.hand_written import (
    GAVE_UP,
    HOUR,
    JOINED,
    MINUTE,
    PLAN,
    STARTED,
    recorded,
    recordings,
    station,
    unhurried,
)


def test_that_the_mean_queue_is_persons_over_all_the_time():
    recording = recorded(
        (0, JOINED, "screening", 0), (60, STARTED, "screening", 0), (540, JOINED, "screening", 1), sizes=(4, 2)
    )

    assert station(measure(recording, PLAN), "screening").queue_mean == pytest.approx((4 * 60 + 2 * 60) / 600)


def test_that_the_longest_queue_is_found_with_its_moment():
    recording = recorded(
        (10, JOINED, "screening", 0),
        (20, JOINED, "screening", 1),
        (30, GAVE_UP, "screening", 1),
        (40, JOINED, "screening", 2),
        (50, STARTED, "screening", 0),
        sizes=(2, 3, 1),
    )

    figures = station(measure(recording, PLAN), "screening")

    assert (figures.queue_max, figures.queue_max_at) == (5, 20 * MINUTE)


def test_that_those_who_are_served_at_once_never_queued():
    recording = recorded((10, JOINED, "screening", 0), (10, STARTED, "screening", 0), sizes=(4,))

    assert station(measure(recording, PLAN), "screening").queue_max == 0


def test_that_one_who_leaves_as_another_comes_does_not_lengthen_the_queue():
    recording = recorded(
        (0, JOINED, "screening", 0),
        (10, JOINED, "screening", 1),
        (10, STARTED, "screening", 0),
        sizes=(3, 3),
    )

    assert station(measure(recording, PLAN), "screening").queue_max == 3


@unhurried
@given(recordings())
def test_that_littles_law_holds(recording):
    figures = measure(recording, PLAN)

    for one in figures.stations:
        gave_up = _waited_until_they_gave_up(recording, one.id)
        served = one.waits.persons * one.waits.mean if one.waits.persons else 0.0
        waiting = one.still_waiting.persons * one.still_waiting.mean_so_far if one.still_waiting.persons else 0.0
        assert one.queue_mean * recording.until == pytest.approx(served + waiting + gave_up, abs=1e-6)


@unhurried
@given(recordings())
def test_that_the_queue_at_the_end_is_who_still_waits(recording):
    for one in measure(recording, PLAN).stations:
        assert one.still_waiting.persons <= one.queue_max
        if one.still_waiting.persons:
            assert one.still_waiting.longest_so_far <= min(recording.until, 10 * HOUR)


def _waited_until_they_gave_up(recording, name):
    events, place = recording.events, recording.index(name)
    joined, total = {}, 0.0
    for time, kind, where, group in zip(events.time, events.kind, events.place, events.group, strict=True):
        if where == place and kind == JOINED:
            joined[group] = time
        if where == place and kind == GAVE_UP:
            total += (time - joined[group]) * recording.people.size[group]
    return total

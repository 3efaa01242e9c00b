"""Waits: whom they count, and when they begin and end."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_sim.statistics import measure
from tests.statistics.hand_written import (
    ARRIVED,
    ENDED,
    ENTERED,
    GAVE_UP,
    JOINED,
    MINUTE,
    PLAN,
    PRESENT,
    SHELTERED,
    STARTED,
    recorded,
    station,
    unhurried,
)


def waits_at(name, recording):
    return station(measure(recording, PLAN), name).waits


def test_that_a_family_of_four_counts_as_four_waits():
    recording = recorded(
        (0, JOINED, "screening", 0),
        (0, JOINED, "screening", 1),
        (10, STARTED, "screening", 0),
        (60, STARTED, "screening", 1),
        sizes=(4, 1),
    )

    waits = waits_at("screening", recording)

    assert waits.persons == 5
    assert waits.mean == pytest.approx((4 * 10 + 60) / 5 * MINUTE)
    assert waits.median == 10 * MINUTE
    assert waits.maximum == 60 * MINUTE


def test_that_people_still_waiting_are_counted_apart_and_lower_no_mean():
    recording = recorded(
        (0, JOINED, "screening", 0),
        (20, STARTED, "screening", 0),
        (590, JOINED, "screening", 1),
        (595, JOINED, "screening", 2),
        sizes=(1, 3, 1),
        until=600,
    )

    figures = station(measure(recording, PLAN), "screening")

    assert (figures.waits.persons, figures.waits.mean) == (1, 20 * MINUTE)
    assert figures.still_waiting.persons == 4
    assert figures.still_waiting.mean_so_far == pytest.approx((3 * 10 + 5) / 4 * MINUTE)
    assert figures.still_waiting.longest_so_far == 10 * MINUTE


def test_that_each_visit_to_a_station_is_a_wait():
    recording = recorded(
        (0, JOINED, "screening", 0),
        (5, STARTED, "screening", 0),
        (10, ENDED, "screening", 0),
        (20, JOINED, "screening", 0),
        (35, STARTED, "screening", 0),
        (40, ENDED, "screening", 0),
    )

    waits = waits_at("screening", recording)

    assert (waits.persons, waits.mean, waits.maximum) == (2, 10 * MINUTE, 15 * MINUTE)


def test_that_waits_at_two_stations_are_kept_apart():
    recording = recorded(
        (0, JOINED, "screening", 0),
        (5, STARTED, "screening", 0),
        (10, ENDED, "screening", 0),
        (10, JOINED, "registration", 0),
        (40, STARTED, "registration", 0),
    )

    assert waits_at("screening", recording).mean == 5 * MINUTE
    assert waits_at("registration", recording).mean == 30 * MINUTE


def test_that_those_who_give_up_are_neither_served_nor_still_waiting():
    recording = recorded((0, JOINED, "screening", 0), (50, GAVE_UP, "screening", 0), sizes=(3,))

    figures = station(measure(recording, PLAN), "screening")

    assert figures.gave_up_persons == 3
    assert figures.waits.persons == figures.still_waiting.persons == 0


def test_that_getting_shelter_does_not_end_a_residents_wait():
    recording = recorded(
        (0, ENTERED, "camp", 0),
        (0, JOINED, "clinic", 0),
        (30, SHELTERED, "camp", 0),
        (45, STARTED, "clinic", 0),
    )

    assert waits_at("clinic", recording).mean == 45 * MINUTE


def test_that_people_who_queue_at_the_start_wait_from_then_on():
    recording = recorded((0, PRESENT, "screening", 0), (0, JOINED, "screening", 0), (25, STARTED, "screening", 0))

    assert waits_at("screening", recording).mean == 25 * MINUTE


def test_that_a_station_where_nobody_was_served_has_no_waits():
    waits = waits_at("screening", recorded((0, ARRIVED, "gate", 0)))

    assert waits.persons == 0
    assert all(math.isnan(value) for value in (waits.mean, waits.median, waits.p90, waits.p95, waits.maximum))


def test_that_quantiles_are_times_that_so_many_persons_do_not_exceed():
    joined = [(0, JOINED, "screening", group) for group in range(100)]
    started = [(minute, STARTED, "screening", minute - 1) for minute in range(1, 101)]

    waits = waits_at("screening", recorded(*joined, *started, sizes=[1] * 100))

    assert (waits.median, waits.p90, waits.p95) == (50 * MINUTE, 90 * MINUTE, 95 * MINUTE)


@unhurried
@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 6)), min_size=1, max_size=30))
def test_that_a_groups_wait_weighs_as_much_as_that_of_so_many_single_persons(visits):
    grouped = recorded(
        *[(0, JOINED, "screening", group) for group in range(len(visits))],
        *sorted((wait, STARTED, "screening", group) for group, (wait, _) in enumerate(visits)),
        sizes=[size for _, size in visits],
    )
    waits_of_singles = [wait for wait, size in visits for _ in range(size)]
    singles = recorded(
        *[(0, JOINED, "screening", group) for group in range(len(waits_of_singles))],
        *sorted((wait, STARTED, "screening", group) for group, wait in enumerate(waits_of_singles)),
        sizes=[1] * len(waits_of_singles),
    )

    together, alone = waits_at("screening", grouped), waits_at("screening", singles)

    assert together.mean == pytest.approx(alone.mean)
    assert (together.persons, together.median, together.p90, together.p95, together.maximum) == (
        alone.persons,
        alone.median,
        alone.p90,
        alone.p95,
        alone.maximum,
    )

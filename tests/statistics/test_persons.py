"""Persons are conserved: arrived = completed + left + in the system."""

import math

from hypothesis import given

from reception_sim.statistics import measure
from tests.statistics.hand_written import (
    ARRIVED,
    ENTERED,
    EXITED,
    GAVE_UP,
    JOINED,
    PLAN,
    PRESENT,
    SET_OUT,
    recorded,
    recordings,
    unhurried,
)


def test_that_each_person_is_counted_where_the_story_ends():
    recording = recorded(
        (0, PRESENT, "camp", 0),
        (0, ARRIVED, "gate", 1),
        (0, ARRIVED, "gate", 2),
        (1, JOINED, "screening", 2),
        (5, EXITED, "home", 0),
        (6, GAVE_UP, "screening", 2),
        sizes=(2, 3, 4, 5),
    )

    persons = measure(recording, PLAN).persons

    assert (persons.arrived, persons.present_at_start) == (9, 2)
    assert (persons.completed, persons.left, persons.in_system) == (2, 4, 3)
    assert persons.by_exit == (("onward", 0), ("home", 2))


@unhurried
@given(recordings())
def test_that_persons_are_conserved(recording):
    persons = measure(recording, PLAN).persons

    assert persons.arrived == persons.completed + persons.left + persons.in_system
    assert sum(count for _, count in persons.by_exit) == persons.completed
    assert persons.in_system >= 0


def test_that_a_run_that_has_not_begun_counts_who_is_there():
    recording = recorded((0, PRESENT, "camp", 0), (0, ENTERED, "camp", 0), sizes=(2,), until=0)

    figures = measure(recording, PLAN)

    assert (figures.persons.in_system, figures.sites[0].occupancy_at_end) == (2, 2)
    assert math.isnan(figures.sites[0].occupancy_mean)


def test_that_people_on_their_way_to_an_exit_have_not_left_by_it():
    recording = recorded(
        (0, ARRIVED, "gate", 0),
        (0, ARRIVED, "gate", 1),
        (5, SET_OUT, "home", 0),
        (6, SET_OUT, "home", 1),
        (9, EXITED, "home", 0),
        sizes=(2, 3),
    )

    persons = measure(recording, PLAN).persons

    assert persons.by_exit == (("onward", 0), ("home", 2))
    assert (persons.completed, persons.in_system) == (2, 3)

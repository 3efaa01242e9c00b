"""From arrival to registration, to shelter, and out of the system."""

from dataclasses import replace

from reception_sim.scenario.stations import Activity
from reception_sim.statistics import measure
from tests.statistics.hand_written import (
    ARRIVED,
    ENDED,
    ENTERED,
    EXITED,
    GAVE_UP,
    JOINED,
    MINUTE,
    PLAN,
    PRESENT,
    SHELTERED,
    STARTED,
    recorded,
)


def test_that_registration_is_reached_when_the_first_such_service_ends():
    recording = recorded(
        (10, ARRIVED, "gate", 0),
        (15, JOINED, "screening", 0),
        (15, STARTED, "screening", 0),
        (20, ENDED, "screening", 0),
        (20, JOINED, "registration", 0),
        (30, STARTED, "registration", 0),
        (50, ENDED, "registration", 0),
        (60, STARTED, "registration", 0),
        (80, ENDED, "registration", 0),
        sizes=(3,),
    )

    reached = measure(recording, PLAN).time_to_registration.reached

    assert (reached.persons, reached.mean) == (3, 40 * MINUTE)


def test_that_people_there_at_the_start_have_no_time_since_arrival():
    recording = recorded(
        (0, PRESENT, "registration", 0),
        (0, JOINED, "registration", 0),
        (0, STARTED, "registration", 0),
        (0, PRESENT, "camp", 1),
        (30, ENDED, "registration", 0),
        (30, EXITED, "onward", 0),
        sizes=(2, 2),
    )

    figures = measure(recording, PLAN)

    for milestone in (figures.time_to_registration, figures.time_to_shelter, figures.time_in_system):
        assert milestone.reached.persons == milestone.not_yet.persons == 0


def test_that_those_not_yet_registered_are_counted_with_their_time_so_far():
    recording = recorded((0, ARRIVED, "gate", 0), (100, ARRIVED, "gate", 1), sizes=(4, 1), until=160)

    not_yet = measure(recording, PLAN).time_to_registration.not_yet

    assert (not_yet.persons, not_yet.longest_so_far) == (5, 160 * MINUTE)
    assert not_yet.mean_so_far == (4 * 160 + 60) / 5 * MINUTE


def test_that_people_who_left_without_it_no_longer_wait_for_registration():
    recording = recorded(
        (0, ARRIVED, "gate", 0),
        (0, ARRIVED, "gate", 1),
        (0, JOINED, "screening", 1),
        (5, EXITED, "home", 0),
        (6, GAVE_UP, "screening", 1),
        sizes=(1, 1),
    )

    assert measure(recording, PLAN).time_to_registration.not_yet.persons == 0


def test_that_nobody_waits_for_registration_where_there_is_none():
    stations = {name: replace(plan, activity=Activity.HEALTH_SCREENING) for name, plan in PLAN.stations.items()}
    recording = recorded((0, ARRIVED, "gate", 0))

    milestone = measure(recording, replace(PLAN, stations=stations)).time_to_registration

    assert milestone.not_yet.persons == 0


def test_that_shelter_is_reached_with_a_place_and_not_by_entering():
    recording = recorded(
        (0, ARRIVED, "gate", 0),
        (0, ARRIVED, "gate", 1),
        (30, ENTERED, "camp", 0),
        (30, ENTERED, "camp", 1),
        (90, SHELTERED, "camp", 0),
        sizes=(2, 3),
    )

    milestone = measure(recording, PLAN).time_to_shelter

    assert (milestone.reached.persons, milestone.reached.mean) == (2, 90 * MINUTE)
    assert milestone.not_yet.persons == 3


def test_that_giving_up_is_not_the_end_of_the_way_through_the_system():
    recording = recorded(
        (0, ARRIVED, "gate", 0),
        (0, ARRIVED, "gate", 1),
        (0, JOINED, "screening", 1),
        (60, EXITED, "onward", 0),
        (90, GAVE_UP, "screening", 1),
        sizes=(1, 5),
    )

    milestone = measure(recording, PLAN).time_in_system

    assert (milestone.reached.persons, milestone.reached.maximum) == (1, 60 * MINUTE)
    assert milestone.not_yet.persons == 0

"""How busy posts are, held against the time for which they are staffed."""

import math

import pytest

from reception_sim.statistics import measure
from tests.statistics.hand_written import (
    AWAITED,
    ENDED,
    ENTERED,
    HOUR,
    JOINED,
    MINUTE,
    PLAN,
    STARTED,
    recorded,
    staffed,
    station,
)


def figures_of(name, recording):
    return station(measure(recording, PLAN), name)


def seen(name, group, start, end):
    return ((start, JOINED, name, group), (start, STARTED, name, group), (end, ENDED, name, group))


def test_that_utilisation_is_held_against_staffed_time_only():
    recording = recorded(
        *seen("screening", 0, 60, 120),
        (120, AWAITED, "screening", 0),
        levels=staffed("screening", (0, 0), (60, 1), (180, 0)),
    )

    figures = figures_of("screening", recording)

    assert (figures.busy_team_s, figures.staffed_team_s, figures.utilisation) == (HOUR, 2 * HOUR, 0.5)


def test_that_a_team_serves_a_family_as_one_team():
    recording = recorded(*seen("screening", 0, 0, 60), (60, AWAITED, "screening", 0), sizes=(5,))

    assert figures_of("screening", recording).busy_team_s == HOUR


def test_that_a_post_held_back_by_a_full_next_place_is_busy_until_its_people_go_on():
    recording = recorded(*seen("screening", 0, 0, 10), (45, JOINED, "registration", 0))

    assert figures_of("screening", recording).busy_team_s == 45 * MINUTE


def test_that_a_post_still_held_back_at_the_end_is_busy_until_then():
    recording = recorded(*seen("screening", 0, 0, 10), until=100)

    assert figures_of("screening", recording).busy_team_s == 100 * MINUTE


def test_that_a_service_that_has_not_ended_counts_up_to_now():
    recording = recorded((0, JOINED, "screening", 0), (40, STARTED, "screening", 0), until=100)

    figures = figures_of("screening", recording)

    assert figures.busy_team_s == 60 * MINUTE
    assert figures.served_persons == 0


def test_that_a_resident_frees_the_post_when_the_service_ends():
    recording = recorded((0, ENTERED, "camp", 0), *seen("clinic", 0, 10, 25), until=600)

    assert figures_of("clinic", recording).busy_team_s == 15 * MINUTE


def test_that_a_station_never_staffed_has_no_utilisation():
    assert math.isnan(figures_of("screening", recorded()).utilisation)


def test_that_services_that_outlast_a_shift_lift_utilisation_above_one():
    recording = recorded(
        *seen("screening", 0, 0, 90),
        (90, AWAITED, "screening", 0),
        levels=staffed("screening", (0, 1), (60, 0)),
    )

    assert figures_of("screening", recording).utilisation == pytest.approx(1.5)


def test_that_the_last_of_several_levels_at_one_moment_counts():
    recording = recorded(levels=staffed("screening", (0, 0), (0, 2), (60, 5), (60, 0)))

    assert figures_of("screening", recording).staffed_team_s == 2 * HOUR


def test_that_served_people_are_counted_as_persons_and_as_groups():
    recording = recorded(
        *seen("screening", 0, 0, 10),
        (10, AWAITED, "screening", 0),
        *seen("screening", 1, 10, 20),
        sizes=(4, 1),
    )

    figures = figures_of("screening", recording)

    assert (figures.served_persons, figures.served_groups) == (5, 2)

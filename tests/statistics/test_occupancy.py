"""How full a site was, and what there was of it for each person."""

import math
from dataclasses import replace

import pytest

from reception_sim.statistics import measure
from tests.statistics.hand_written import (
    ENTERED,
    JOINED,
    MINUTE,
    PLAN,
    PRESENT,
    SHELTERED,
    SITE_LEFT,
    STARTED,
    recorded,
)


def camp(recording, plan=PLAN):
    (figures,) = measure(recording, plan).sites
    return figures


def test_that_people_who_are_there_at_the_start_count_from_then_on():
    recording = recorded((0, PRESENT, "camp", 0), (0, ENTERED, "camp", 0), (300, SITE_LEFT, "camp", 0), sizes=(6,))

    figures = camp(recording)

    assert (figures.occupancy_max, figures.occupancy_max_at) == (6, 0)
    assert figures.occupancy_mean == pytest.approx(3)
    assert figures.occupancy_at_end == 0


def test_that_residents_keep_their_place_while_they_queue():
    recording = recorded((0, ENTERED, "camp", 0), (10, JOINED, "clinic", 0), (20, STARTED, "clinic", 0), sizes=(4,))

    assert camp(recording).occupancy_at_end == 4


def test_that_person_hours_above_capacity_count_only_those_above_it():
    recording = recorded(
        (0, ENTERED, "camp", 0),
        (60, ENTERED, "camp", 1),
        (180, SITE_LEFT, "camp", 1),
        sizes=(9, 4),
    )

    assert camp(recording).person_hours_above_capacity == pytest.approx(3 * 2)


def test_that_people_are_without_shelter_until_they_get_a_place_or_leave():
    recording = recorded(
        (0, ENTERED, "camp", 0),
        (0, SHELTERED, "camp", 0),
        (60, ENTERED, "camp", 1),
        (120, ENTERED, "camp", 2),
        (180, SHELTERED, "camp", 1),
        (240, SITE_LEFT, "camp", 2),
        (300, SITE_LEFT, "camp", 1),
        sizes=(8, 3, 2),
    )

    figures = camp(recording)

    assert figures.without_shelter_max == 5
    assert figures.without_shelter_person_hours == pytest.approx(3 * 2 + 2 * 2)


def test_that_people_who_come_back_need_shelter_anew():
    recording = recorded(
        (0, ENTERED, "camp", 0),
        (0, SHELTERED, "camp", 0),
        (60, SITE_LEFT, "camp", 0),
        (120, ENTERED, "camp", 0),
        (240, SITE_LEFT, "camp", 0),
        sizes=(2,),
    )

    assert camp(recording).without_shelter_person_hours == pytest.approx(2 * 2)


def test_that_what_each_person_has_is_told_of_the_worst_moment():
    recording = recorded((0, ENTERED, "camp", 0), (60, ENTERED, "camp", 1), (120, SITE_LEFT, "camp", 1), sizes=(4, 8))

    figures = camp(recording)

    assert figures.covered_area_per_person_min == pytest.approx(42 / 12)
    assert figures.persons_per_toilet_max == 6
    assert figures.water_per_person_min == 20


def test_that_a_site_without_showers_is_infinitely_short_of_them():
    assert camp(recorded((0, ENTERED, "camp", 0))).persons_per_shower_max == math.inf


def test_that_what_the_plan_does_not_give_is_not_measured():
    assert math.isnan(camp(recorded((0, ENTERED, "camp", 0))).persons_per_tap_max)


def test_that_an_empty_site_has_no_figures_for_each_person():
    figures = camp(recorded())

    assert (figures.occupancy_max, figures.occupancy_mean) == (0, 0)
    assert math.isnan(figures.covered_area_per_person_min)
    assert math.isnan(figures.persons_per_toilet_max)


def test_that_two_sites_are_kept_apart():
    two = replace(PLAN, sites={**PLAN.sites, "hall": PLAN.sites["camp"]})
    recording = recorded((0, ENTERED, "camp", 0), sizes=(3,))
    recording = replace(recording, names=(*recording.names, "hall"))

    first, second = measure(recording, two).sites

    assert (first.occupancy_max, second.occupancy_max) == (3, 0)


def test_that_the_first_of_equal_maxima_is_told():
    recording = recorded((30, ENTERED, "camp", 0), (60, SITE_LEFT, "camp", 0), (90, ENTERED, "camp", 1), sizes=(4, 4))

    assert camp(recording).occupancy_max_at == 30 * MINUTE

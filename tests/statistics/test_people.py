"""Waits by sex, age band and specific need."""

from reception_sim.statistics import measure
from tests.statistics.hand_written import JOINED, MINUTE, PLAN, STARTED, recorded


def waits_by_category(recording, station="screening"):
    return {(one.dimension, one.category): one for one in measure(recording, PLAN).waits_of if one.station == station}


def family_and_man(**who):
    """A mother with two children is served after ten minutes, a man after an hour."""
    return recorded(
        (0, JOINED, "screening", 0),
        (0, JOINED, "screening", 1),
        (10, STARTED, "screening", 0),
        (60, STARTED, "screening", 1),
        sizes=(3, 1),
        sexes="ffmm",
        age_bands=["18-59", "0-17", "0-17", "18-59"],
        **who,
    )


def test_that_a_wait_counts_once_for_each_member_of_the_category():
    waits = waits_by_category(family_and_man())

    assert waits["sex", "f"].waits.persons == 2
    assert waits["sex", "m"].waits.persons == 2
    assert waits["sex", "m"].waits.mean == 35 * MINUTE
    assert waits["age", "0-17"].waits.mean == 10 * MINUTE
    assert waits["age", "18-59"].waits.mean == 35 * MINUTE


def test_that_a_need_counts_though_nobody_has_seen_it():
    waits = waits_by_category(family_and_man(needs=[(), (), (), ("disability",)]))

    assert (waits["need", "disability"].waits.persons, waits["need", "disability"].waits.mean) == (1, 60 * MINUTE)
    assert waits["need", "pregnant"].waits.persons == 0


def test_that_a_person_with_two_needs_is_in_both_categories():
    waits = waits_by_category(family_and_man(needs=[("pregnant", "disability"), (), (), ()]))

    assert waits["need", "disability"].waits.persons == waits["need", "pregnant"].waits.persons == 1


def test_that_those_still_waiting_are_told_by_category_too():
    recording = recorded(
        (0, JOINED, "screening", 0), sizes=(3,), sexes="ffm", age_bands=["18-59", "0-17", "0-17"], until=90
    )

    waits = waits_by_category(recording)

    assert waits["sex", "f"].still_waiting.persons == 2
    assert waits["sex", "m"].still_waiting.longest_so_far == 90 * MINUTE


def test_that_the_persons_of_each_dimension_add_up_to_those_served():
    figures = measure(family_and_man(), PLAN)

    for dimension in ("sex", "age"):
        persons = sum(
            one.waits.persons for one in figures.waits_of if one.station == "screening" and one.dimension == dimension
        )
        assert persons == 4


def test_that_every_station_has_the_categories_of_the_plan():
    categories = {one.category for one in measure(recorded(), PLAN).waits_of if one.station == "clinic"}

    assert categories == {"f", "m", "0-17", "18-59", "pregnant", "disability"}

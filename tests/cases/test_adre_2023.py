"""Adré against what was published of April to June 2023.

1,155 families were pre-registered on 25 to 27 April; by 30 May about 100,000 people had come, more than 82,000 were
pre-registered, more than 9,000 relocated, 362 children were at risk; 116,000 had come by 18 June (addresses in
scenarios/README.md). Enumerators and lorries were set so that the figures of 30 May come out.
"""

import pytest

from reception_sim.recording import EventKind
from tests.cases.told import told


@pytest.fixture(scope="module")
def spring():
    return told("adre_2023")


def came(spring, moment):
    return sum(
        spring.persons(kind, place, moment)
        for kind, place in (
            (EventKind.GROUP_PRESENT, "border_sites"),
            (EventKind.GROUP_ARRIVED, "along_the_border"),
            (EventKind.GROUP_ARRIVED, "adre_crossing"),
        )
    )


@pytest.mark.parametrize(("end_of", "published"), [((2023, 5, 31), 100_000), ((2023, 6, 18), 116_000)])
def test_that_as_many_people_have_come_as_is_published(spring, end_of, published):
    assert came(spring, spring.at(*end_of)) == pytest.approx(published, rel=0.01)


def test_that_1155_families_are_fixed_in_the_first_three_days(spring):
    ended = spring.recording.events.of(EventKind.SERVICE_ENDED)
    here = (ended.place == spring.recording.index("fixing")) & (ended.time < spring.at(2023, 4, 28))

    assert here.sum() == pytest.approx(1_155, rel=0.05)


@pytest.mark.parametrize(
    ("kind", "place", "published"),
    [
        (EventKind.SERVICE_ENDED, "fixing", 82_000),
        (EventKind.GROUP_EXITED, "camps", 9_000),
        (EventKind.GROUP_EXITED, "foster_families", 362),
    ],
)
def test_that_the_end_of_may_is_of_the_published_size(spring, kind, place, published):
    assert spring.persons(kind, place, spring.at(2023, 5, 31)) == pytest.approx(published, rel=0.1)


def test_that_two_of_three_people_are_children(spring):
    children = spring.of_ages("0-4", "5-11", "12-17").sum()

    assert children / spring.people.size.sum() == pytest.approx(0.65, abs=0.015)

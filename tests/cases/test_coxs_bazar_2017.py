"""Cox's Bazar against the counts of registration published in September 2017.

5,800 people were registered by 18 September, about 9,000 after nine days, 13,418 by 23 September; later 2,238, 1,739
and 2,894 in one day at three sites (addresses in scenarios/README.md). Only those of 12 years and more were registered.
The time of one registration is derived from the first count; the second and third are met without being asked for.
"""

import pytest

from reception_sim.recording import EventKind
from tests.cases.told import DAY, told

BOOTHS = ("kutupalong_booths", "thaingkhali_booths", "nayapara_booths")
OF_12_AND_MORE = ("12-17", "18-59", "60+")


@pytest.fixture(scope="module")
def autumn():
    return told("coxs_bazar_2017")


def registered(autumn, booths, until, since=-1.0):
    weights = autumn.of_ages(*OF_12_AND_MORE)
    return autumn.persons(EventKind.SERVICE_ENDED, booths, until, since=since, weights=weights)


@pytest.mark.parametrize(
    ("end_of", "published"), [((2017, 9, 19), 5_800), ((2017, 9, 21), 9_000), ((2017, 9, 24), 13_418)]
)
def test_that_ten_and_then_twenty_booths_register_as_many_as_is_published(autumn, end_of, published):
    reached = sum(registered(autumn, booths, autumn.at(*end_of)) for booths in BOOTHS)

    assert reached == pytest.approx(published, rel=0.05)


@pytest.mark.parametrize(("booths", "published"), [*zip(BOOTHS, (2_238, 1_739, 2_894), strict=True)])
def test_that_a_day_at_each_of_three_sites_is_of_the_published_size(autumn, booths, published):
    first_of_october = autumn.at(2017, 10, 1)

    assert registered(autumn, booths, first_of_october + DAY, since=first_of_october) == pytest.approx(
        published, rel=0.05
    )


def test_that_about_436_000_people_had_come_by_24_september(autumn):
    came = sum(
        autumn.persons(kind, place, autumn.at(2017, 9, 24))
        for kind, place in (
            (EventKind.GROUP_ARRIVED, "anjuman_para"),
            (EventKind.GROUP_ARRIVED, "shah_porir_dwip"),
            *((EventKind.GROUP_PRESENT, site) for site in ("kutupalong", "thaingkhali", "nayapara")),
        )
    )

    assert came == pytest.approx(436_000, rel=0.01)


def test_that_a_family_has_4_3_members_and_more_than_half_of_the_people_are_children(autumn):
    people = autumn.people
    children = autumn.of_ages("0-4", "5-11", "12-17").sum()

    assert people.size.mean() == pytest.approx(4.30, rel=0.01)
    assert children / people.size.sum() == pytest.approx(0.55, abs=0.01)


def test_that_the_line_still_grows_with_twenty_booths(autumn):
    def waiting(moment):
        joined = autumn.persons(EventKind.QUEUE_JOINED, "kutupalong_booths", moment)
        return joined - autumn.persons(EventKind.SERVICE_STARTED, "kutupalong_booths", moment)

    assert waiting(autumn.at(2017, 9, 24)) > waiting(autumn.at(2017, 9, 19)) + 20_000

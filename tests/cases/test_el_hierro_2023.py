"""El Hierro against what was published of October 2023.

2,367 people landed from 1 to about 12 October, about 1,700 of them by the 6th; adults moved on at once and 240 children
were left on the island; 24.4 % of those who landed from May to December were children (addresses in
scenarios/README.md). The places that are found for children were set so that the 240 come out.
"""

from statistics import fmean

import numpy as np
import pytest

from reception_sim.recording import EventKind
from tests.cases.told import DAY, told

REPLICATIONS = 10


@pytest.fixture(scope="module")
def octobers():
    return [told("el_hierro_2023", number) for number in range(REPLICATIONS)]


@pytest.mark.parametrize(("end_of", "published"), [((2023, 10, 7), 1_700), ((2023, 10, 13), 2_367)])
def test_that_as_many_people_land_as_is_published(octobers, end_of, published):
    landed = [each.persons(EventKind.GROUP_ARRIVED, "la_restinga", each.at(*end_of)) for each in octobers]

    assert landed == pytest.approx([published] * REPLICATIONS, abs=3)


def test_that_a_quarter_of_them_are_children(octobers):
    children = [each.of_ages("0-11", "12-17").sum() / each.people.size.sum() for each in octobers]

    assert fmean(children) == pytest.approx(0.244, abs=0.015)


def test_that_about_240_children_are_left_on_the_island(octobers):
    left = fmean(each.present("children_house", each.plan.duration) for each in octobers)

    assert left == pytest.approx(240, rel=0.1)


def test_that_adults_leave_within_a_day_and_children_stay_for_many(octobers):
    first, end_of_11 = octobers[0], octobers[0].at(2023, 10, 12)
    adults = first.stays("san_andres", end_of_11, first.people.size)
    children = first.stays("children_house", end_of_11, first.people.size)

    assert np.median(adults) < DAY
    assert np.median(children) > 5 * DAY

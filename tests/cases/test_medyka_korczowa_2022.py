"""Medyka and Korczowa against what was published of 24 February to 3 March 2022.

By the morning of 27 February more than 37,500 people had crossed at Medyka, 18,000 of them on foot, and more than
24,000 at Korczowa; on 28 February people waited about 70 hours; of those who came to Poland on that day 28 % came
before 07:00 (addresses in scenarios/README.md). What came to all of Poland by day is in the published counts beside
the scenario; the two posts are held against their shares of the first days. Lines and officers were set so that all
this comes out, but for the hours of the day.
"""

import csv
from pathlib import Path

import numpy as np
import pytest

from reception_sim.recording import EventKind
from reception_sim.scenario.library import find_scenario
from tests.cases.told import DAY, HOUR, told

NAME = "medyka_korczowa_2022"
LANES = ("medyka_foot_lanes", "medyka_car_lanes", "korczowa_lanes")
SHARES = {LANES[:2]: 0.208, LANES[2:]: 0.133}  # of all of Poland, by the morning of 27 February


@pytest.fixture(scope="module")
def february():
    return told(NAME)


def crossed(february, lanes, since, until):
    return sum(february.persons(EventKind.SERVICE_ENDED, lane, until, since=since) for lane in lanes)


def published():
    """Return the persons who came to Poland on each of the scenario's days."""
    path = Path(find_scenario(NAME)).with_name(f"{NAME}_published.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return [int(row["People who came to Poland"]) for row in list(csv.DictReader(file))[1:9]]


@pytest.mark.parametrize(("lanes", "persons"), [(LANES[:1], 18_000), (LANES[:2], 37_500), (LANES[2:], 24_000)])
def test_that_as_many_people_have_crossed_by_27_february_as_is_published(february, lanes, persons):
    assert crossed(february, lanes, -1.0, february.at(2022, 2, 27, 7)) == pytest.approx(persons, rel=0.05)


@pytest.mark.parametrize(("lanes", "share"), SHARES.items())
def test_that_each_day_at_a_post_is_its_share_of_the_published_day(february, lanes, share):
    by_day = [crossed(february, lanes, day * DAY, (day + 1) * DAY) for day in range(8)]

    assert by_day == pytest.approx([share * persons for persons in published()], rel=0.12)


@pytest.mark.parametrize("lanes", LANES[1:])
def test_that_cars_wait_about_70_hours_on_28_february(february, lanes):
    waits = february.waits(lanes, february.at(2022, 2, 28), february.at(2022, 3, 1))

    assert np.median(waits) / HOUR == pytest.approx(70, rel=0.1)


def test_that_people_on_foot_wait_about_a_day_and_less_than_half_as_long_as_those_in_cars(february):
    days = february.at(2022, 2, 28), february.at(2022, 3, 1)
    on_foot, by_car = (np.median(february.waits(lanes, *days)) for lanes in LANES[:2])

    assert 18 * HOUR < on_foot < 36 * HOUR
    assert on_foot < by_car / 2


def test_that_a_post_at_its_limit_sees_people_by_night_as_by_day(february):
    midnight = february.at(2022, 2, 28)
    night = crossed(february, LANES, midnight, midnight + 7 * HOUR)

    assert night / crossed(february, LANES, midnight, midnight + DAY) == pytest.approx(0.28, abs=0.02)

"""Blace and Kukës against what UNHCR published of 21 to 28 May 1999, day by day (addresses beside the counts).

How many crossed is given on most days; 25 May is derived from 30,000 people in four days at Blace. The flights and the
buses to the south were set; the refugees in each country, the transit centre and the military trucks were not.
"""

import csv
from functools import cache
from pathlib import Path

import pytest

from reception_sim.recording import EventKind
from reception_sim.scenario.library import find_scenario
from tests.cases.told import DAY, HOUR, told

NAME = "blace_kukes_1999"
MORNING_OF_21_MAY = 438_000 - 3_650 - 608 - 456  # refugees in Albania


@cache
def published(column):
    """Return what is published in a column, by the day of May."""
    path = Path(find_scenario(NAME)).with_name(f"{NAME}_published.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = {int(row["Day"][-2:]): row[column] for row in csv.DictReader(file)}
    return {day: int(figure) for day, figure in rows.items() if figure.isdigit()}


@pytest.fixture(scope="module")
def may():
    return told(NAME)


def midnight_after(may, day):
    return may.at(1999, 5, day) + DAY


def on(may, day, kind, *places):
    midnight = midnight_after(may, day)
    return sum(may.persons(kind, place, midnight, since=midnight - DAY) for place in places)


@pytest.mark.parametrize(("column", "entry"), [("Arrived in FYR Macedonia", "blace"), ("Arrived at Morini", "morini")])
def test_that_as_many_people_come_each_day_as_is_published(may, column, entry):
    came = {day: on(may, day, EventKind.GROUP_ARRIVED, entry) for day in published(column)}

    assert came == pytest.approx(published(column), abs=10)


def test_that_30000_people_come_to_blace_in_four_days(may):
    assert sum(on(may, day, EventKind.GROUP_ARRIVED, "blace") for day in range(22, 26)) == pytest.approx(
        30_000, rel=0.01
    )


def test_that_the_refugees_in_fyr_macedonia_are_as_many_as_was_counted(may):
    counted = published("Refugees in FYR Macedonia")
    there = {
        day: sum(may.present(site, midnight_after(may, day)) for site in ("camps_and_families", "blace_transit"))
        for day in counted
    }

    assert there == pytest.approx(counted, rel=0.025)


def test_that_the_refugees_in_albania_are_as_many_as_was_counted(may):
    counted = published("Refugees in Albania")
    there = {
        day: MORNING_OF_21_MAY + may.persons(EventKind.GROUP_ARRIVED, "morini", midnight_after(may, day))
        for day in counted
    }

    assert there == pytest.approx(counted, rel=0.005)


def test_that_as_many_people_are_flown_out_as_is_published_of_six_days(may):
    by_day = published("Evacuated by air")
    in_three_days = 4_237  # on 21 to 23 May
    flown = sum(on(may, day, EventKind.GROUP_SET_OUT, "third_countries") for day in (21, 22, 23, *by_day))

    assert flown == pytest.approx(in_three_days + sum(by_day.values()), rel=0.1)


@pytest.mark.parametrize("day", [23, 26])
def test_that_as_many_people_are_moved_south_as_is_published(may, day):
    moved = on(may, day, EventKind.GROUP_SET_OUT, "south_of_albania", "camp_hope")

    assert moved == pytest.approx(published("Moved south from Kukes")[day], rel=0.05)


def test_that_the_transit_centre_of_3000_is_full_at_night_and_empty_by_morning(may):
    for day in (22, 23, 24, 25):
        assert may.present("blace_transit", midnight_after(may, day)) <= 3_000 * 1.1
        assert may.present("blace_transit", midnight_after(may, day) + 9 * HOUR) < 300
    assert max(may.present("blace_transit", midnight_after(may, day)) for day in (24, 25)) > 2_000

"""Dignity in figures, worked out on paper: nights, and hours of those for whom there is not enough."""

from dataclasses import replace
from datetime import datetime

import pytest

from reception_sim.recording import LevelKind
from reception_sim.scenario.duties import DutyEnd, DutyKind, DutyPlan, RightsHolders
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.statistics import Part, measure
from tests.statistics.hand_written import (
    ARRIVED,
    ENTERED,
    EXITED,
    HOUR,
    PLAN,
    PRESENT,
    SET_OUT,
    SHELTERED,
    SITE_LEFT,
    recorded,
)

BY_NIGHT = replace(PLAN, start=datetime.fromisoformat("2026-03-02T20:00"), duration=24 * HOUR)


def told(recording, plan=BY_NIGHT):
    """Return the figures of dignity by (row, column)."""
    return {(one.subject, one.measure): one.value for one in measure(recording, plan).parts if one.part is Part.DIGNITY}


def test_that_a_whole_night_outside_is_one_night_for_each_person():
    recording = recorded((0, ARRIVED, "gate", 0), sizes=(3,), until=24 * 60)

    assert told(recording)["", "nights"] == pytest.approx(3 + 3 * 0)  # 22:00 to 06:00; the next begins beyond the end


def test_that_two_hours_of_a_night_are_a_quarter_of_it():
    recording = recorded((60, ARRIVED, "gate", 0), (240, EXITED, "onward", 0), until=24 * 60)

    assert told(recording)["", "nights"] == pytest.approx(2 / 8)


def test_that_hours_by_day_are_no_nights():
    recording = recorded((11 * 60, ARRIVED, "gate", 0), until=24 * 60)

    assert told(recording)["", "nights"] == pytest.approx(0)


def test_that_whoever_has_a_place_in_a_site_or_is_under_way_is_not_outside():
    recording = recorded(
        (0, ARRIVED, "gate", 0),
        (60, ENTERED, "camp", 0),
        (60, SHELTERED, "camp", 0),
        (360, SITE_LEFT, "camp", 0),
        (360, SET_OUT, "onward", 0),
        (700, EXITED, "onward", 0),
        sizes=(4,),
        until=24 * 60,
    )

    assert told(recording)["", "nights"] == pytest.approx(0)


def test_that_whoever_stays_outside_a_full_site_spends_the_night_there_without_shelter():
    recording = recorded((0, PRESENT, "camp", 0), (0, ENTERED, "camp", 0), sizes=(2,), until=24 * 60)

    assert told(recording)["camp", "nights"] == pytest.approx(2)
    assert told(recording)["", "nights"] == pytest.approx(2)


def test_that_a_night_follows_the_local_clock():
    east = replace(BY_NIGHT, time_zone="Asia/Yerevan", start=datetime.fromisoformat("2026-03-02T00:00"))
    recording = recorded((0, ARRIVED, "gate", 0), until=8 * 60)

    assert told(recording, east)["", "nights"] == pytest.approx(6 / 8)


def test_that_those_beyond_the_number_for_whom_it_is_enough_go_without():
    standards = (
        StandardPlan(indicator=Indicator.WATER_PER_PERSON, at="camp", at_least=15.0, source="by hand"),
        StandardPlan(indicator=Indicator.PERSONS_PER_TOILET, at="camp", at_most=2.0, source="by hand"),
    )
    recording = recorded((0, PRESENT, "camp", 0), (0, ENTERED, "camp", 0), sizes=(20,), until=120)
    figures = told(recording, replace(PLAN, standards=standards))

    assert figures["camp", "water_hours"] == pytest.approx((20 - 240 / 15) * 2)
    assert figures["camp", "toilet_hours"] == pytest.approx((20 - 2 * 2) * 2)


def test_that_without_a_standard_nothing_says_what_is_enough():
    assert ("camp", "water_hours") not in told(recorded(until=60))


def test_that_what_was_missed_of_a_supply_is_told_in_hours():
    levels = [(0, LevelKind.SUPPLY_WANTED, "meal", 30), (10, LevelKind.SUPPLY_MISSED, "meal", 6)]

    assert told(recorded(levels=levels))["meal", "supply_hours"] == pytest.approx(6 / 3 * 24)


def test_that_children_alone_beyond_the_time_are_told():
    owed = DutyPlan(
        title="A child alone is seen",
        kind=DutyKind.DUTY_OF_CARE,
        within=HOUR,
        until=DutyEnd(stations=("clinic",)),
        source="by hand",
        since="arrival",
        whom=RightsHolders(children_alone=True),
    )
    recording = recorded((0, ARRIVED, "gate", 0), (0, ARRIVED, "gate", 1), sizes=(1, 1), age_bands=["0-17", "18-59"])

    assert told(recording, replace(PLAN, duties={"owed": owed}))["", "children_alone"] == 1

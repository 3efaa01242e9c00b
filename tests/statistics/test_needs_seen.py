"""The gap between needs present and needs seen: by need, sex and age, and who left unseen."""

import math

import pytest

from reception_sim.scenario.standards import Indicator
from reception_sim.statistics import EVERYBODY, Part, measure
from tests.statistics.hand_written import ARRIVED, EXITED, MINUTE, PLAN, recorded

RECORDING = recorded(
    (0, ARRIVED, "gate", 0),
    (0, ARRIVED, "gate", 1),
    (10, ARRIVED, "gate", 2),
    (50, EXITED, "home", 0),
    (60, EXITED, "home", 1),
    sizes=(1, 2, 1),
    sexes="fmff",
    age_bands=["18-59", "0-17", "18-59", "0-17"],
    needs=[("pregnant",), ("disability",), ("disability", "pregnant"), ("disability",)],
    seen=[(20, 0, "pregnant", "screening"), (40, 2, "disability", "screening"), (45, 2, "disability", "clinic")],
)


def rows():
    found = {}
    for one in measure(RECORDING, PLAN).parts:
        if one.part is Part.NEEDS_SEEN:
            found.setdefault(one.subject, {})[one.measure] = one.value
    return found


def test_that_each_need_of_each_person_is_seen_not_seen_yet_or_left_unseen():
    disability = rows()["disability"]

    assert {name: disability[name] for name in ("present", "seen", "not_yet", "never")} == {
        "present": 3,
        "seen": 1,
        "not_yet": 1,
        "never": 1,
    }
    assert disability["share_at_leaving"] == pytest.approx(50)


def test_that_the_first_time_it_is_seen_ends_the_time_to_identification():
    assert rows()["disability"]["mean_time"] == 40 * MINUTE


def test_that_needs_are_told_by_sex_and_age_as_well():
    assert rows()["m"]["never"] == 1
    assert math.isnan(rows()["m"]["mean_time"])
    assert rows()["0-17"]["present"] == 2
    assert rows()[EVERYBODY]["present"] == 5


def test_that_the_share_seen_is_of_those_that_are_decided():
    (seen,) = (one for one in measure(RECORDING, PLAN).indicators if one.indicator is Indicator.NEEDS_SEEN)

    assert seen.value == pytest.approx(100 * 2 / 4)

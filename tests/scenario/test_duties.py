"""A duty says to whom, from when, until what and within which time; what cannot be is told with its place."""

import pytest

from reception_sim.scenario import ScenarioError, notices, parse_scenario

DUTY = """
[duties.child_alone]
title = "A child alone meets a specialist"
kind = "duty of care"
for = { needs = ["unaccompanied_child"] }
from = "arrival"
until = { stations = ["clinic"] }
within = "24 h"
source = "planning assumption"
"""


@pytest.fixture
def problems(small_text):
    def read(*replacements):
        text = DUTY
        for old, new in replacements:
            assert text.count(old) == 1
            text = text.replace(old, new)
        try:
            return {(one.field, one.expected) for one in notices(parse_scenario(small_text + text, "x", None))}
        except ScenarioError as error:
            return {(one.field, one.expected) for one in error.problems}

    return read


def fields(told):
    return {field for field, _ in told}


def test_that_a_duty_is_read(problems):
    assert problems() == set()


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('["clinic"]', '["klinic"]', "duties.child_alone.until.stations[1]"),
        ('stations = ["clinic"]', 'leaving = ["center"]', "duties.child_alone.until.leaving[1]"),
        ('"arrival"', '"center"', "duties.child_alone.from"),
        ('needs = ["unaccompanied_child"]', 'ages = ["0-18"]', "duties.child_alone.for.ages[1]"),
        ('stations = ["clinic"]', "", "duties.child_alone.until"),
        ('needs = ["unaccompanied_child"] }\nfrom = "arrival"', '}\nfrom = "need seen"', "duties.child_alone"),
        ('"24 h"', '"0 h"', "duties.child_alone.within"),
    ],
)
def test_that_what_cannot_be_is_told_with_its_place(problems, old, new, field):
    assert fields(problems((old, new))) == {field}


def test_that_a_duty_that_nothing_in_the_plan_can_meet_is_noticed(problems):
    told = problems(('stations = ["clinic"]', 'activities = ["best interests assessment"]'))

    assert fields(told) == {"duties.child_alone.until"}

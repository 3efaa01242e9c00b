"""Ranges of fields, and the rules of labour: what cannot be is refused by name."""

import pytest
from pydantic import ValidationError

from reception_sim.scenario.checks import problems_in
from tests.model.plans import plan, staff

RANGE = {"field": "stations.desk.service_time", "low": 0.8, "high": 1.2, "reason": "Guessed"}


def test_that_a_range_of_a_misspelt_field_is_refused_by_name():
    problems = problems_in(plan(ranges=[RANGE | {"field": "stations.desk.service_tyme"}]))

    assert [problem.field for problem in problems] == ["ranges[1].field"]
    assert "service_time" in problems[0].expected


def test_that_a_range_turned_round_is_refused():
    with pytest.raises(ValidationError, match="turned round"):
        plan(ranges=[RANGE | {"low": 1.2, "high": 0.8}])


def test_that_shift_lengths_need_their_beginnings():
    with pytest.raises(ValidationError, match="or neither"):
        plan(staff={"officer": staff(labour={"lengths": ["8 h"]})})


def test_that_a_shift_that_leaves_no_rest_is_refused():
    with pytest.raises(ValidationError, match="shifts of 13 h at most"):
        plan(staff={"officer": staff(labour={"lengths": ["14 h"], "begins": ["07:00"]})})

"""Moments and days are in an order that can be, on a clock that exists."""

import pytest

RATE = 'rate = "10 per hour"'


def test_that_an_unknown_time_zone_is_told_with_the_nearest(only_problem_with):
    problem = only_problem_with(("Europe/Rome", "Europe/Roma"))

    assert (problem.field, problem.suggestion) == ("time_zone", "Europe/Rome")


def test_that_a_start_with_a_zone_is_refused(only_problem_with):
    problem = only_problem_with(("2026-03-02T06:00:00", "2026-03-02T06:00:00+01:00"))

    assert problem.field == "start"
    assert "time_zone says which zone it is" in problem.expected


def test_that_a_start_in_a_year_that_nobody_plans_for_is_told(only_problem_with):
    assert only_problem_with(("2026-03-02", "9999-12-31")).field == "start"


def test_that_a_scenario_of_many_years_is_refused(only_problem_with):
    problem = only_problem_with(('duration = "1 day"', 'duration = "1001 days"'))

    assert problem.expected == "must be at most 1000 days"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ('spans = [ { from = "day 0 08:00", until = "day 0 08:00", persons = 5 } ]', "spans[1].until"),
        (
            'spans = [ { from = "day 0 08:00", until = "day 0 10:00", persons = 5 },'
            ' { from = 2026-03-02T09:00:00, until = "day 0 11:00", persons = 5 } ]',
            "spans[2].from",
        ),
        (
            'ramp = [ { at = "day 0 08:00", rate = "5 per hour" }, { at = "day 0 07:00", rate = "9 per hour" } ]',
            "ramp[2].at",
        ),
    ],
)
def test_that_moments_of_arrivals_are_in_the_order_of_time(only_problem_with, said, field):
    problem = only_problem_with((RATE, said))

    assert problem.field == f"entry_points.gate.arrivals[1].{field}"


def test_that_a_shift_ends_after_it_begins(only_problem_with):
    shift = 'hours = "00:00-24:00", count = 1 } ]'
    problem = only_problem_with((shift, f'from = "day 1", until = "day 0 12:00", {shift}'))

    assert problem.field == "staff.nurse.shifts[1].until"


def test_that_more_people_than_can_be_simulated_are_told(only_problem_with):
    problem = only_problem_with((RATE, 'rate = "9999999 per hour"'))

    assert "10,000,000" in problem.expected


def test_that_a_ramp_has_a_point(only_problem_with):
    assert only_problem_with((RATE, "ramp = []")).expected == "must not be empty"

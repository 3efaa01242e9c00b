"""Who is on duty when."""

from datetime import datetime

import pytest

from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import DAY, HOUR, DayTime, HoursOfDay, Weekdays
from reception_sim.scenario.rosters import shifts_worked
from reception_sim.scenario.staff import ShiftPlan, StaffPlan

EVERY_DAY = Weekdays(tuple(range(7)))
MONDAY_AT_SIX = Calendar(datetime.fromisoformat("2026-03-02T06:00"), "UTC")


def worked(*shifts, clock=MONDAY_AT_SIX, duration=DAY):
    """Return (start, end, count) of each shift worked, in hours."""
    staff = StaffPlan(title="Officer", shifts=shifts)
    return [(one.start / HOUR, one.end / HOUR, one.count) for one in shifts_worked(staff, clock, duration)]


def shift(start, end, count=2, days=EVERY_DAY, **said):
    return ShiftPlan(days=days, hours=HoursOfDay(start * HOUR, end * HOUR), count=count, **said)


def test_that_the_night_shift_that_started_the_evening_before_is_on_duty_at_the_start():
    assert worked(shift(22, 8)) == [(-8, 2, 2), (16, 26, 2)]


def test_that_a_shift_that_ended_before_the_start_is_not_worked():
    assert worked(shift(22, 6)) == [(16, 24, 2)]


def test_that_a_shift_that_begins_at_the_end_is_not_worked():
    assert worked(shift(6, 14)) == [(0, 8, 2)]


def test_that_a_shift_that_runs_on_beyond_the_end_keeps_its_length():
    assert worked(shift(4, 12)) == [(-2, 6, 2), (22, 30, 2)]


def test_that_equal_hours_are_a_whole_day():
    assert worked(shift(7, 7)) == [(-23, 1, 2), (1, 25, 2)]


def test_that_shifts_are_worked_on_their_days_only():
    tuesday = Weekdays((1,))

    assert worked(shift(8, 16, days=tuesday), duration=7 * DAY) == [(26, 34, 2)]


def test_that_the_night_shift_of_sunday_reaches_into_monday():
    sunday = Weekdays((6,))

    assert worked(shift(20, 8, days=sunday), duration=2 * DAY) == [(-10, 2, 2)]


def test_that_a_shift_starts_no_earlier_than_its_first_moment_and_not_from_its_last_on():
    limited = shift(8, 12, **{"from": DayTime(1, 0.0)}, until=DayTime(2, 8 * HOUR))

    assert worked(limited, duration=4 * DAY) == [(26, 30, 2)]


def test_that_a_night_through_the_change_to_summer_time_is_an_hour_shorter():
    saturday_noon = Calendar(datetime.fromisoformat("2026-03-28T12:00"), "Europe/Rome")

    assert worked(shift(22, 6), clock=saturday_noon, duration=DAY) == [(10, 17, 2)]


def test_that_shifts_come_in_the_order_of_their_start():
    assert worked(shift(14, 22, 1), shift(6, 14, 3)) == [(0, 8, 3), (8, 16, 1)]


@pytest.mark.parametrize("zone", ["UTC", "Europe/Rome", "Asia/Kathmandu"])
def test_that_hours_are_those_of_the_local_clock(zone):
    clock = Calendar(datetime.fromisoformat("2026-03-02T06:00"), zone)

    assert worked(shift(8, 16), clock=clock) == [(2, 10, 2)]

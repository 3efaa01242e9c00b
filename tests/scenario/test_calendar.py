"""Simulated seconds and local calendar time."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_sim.scenario import Calendar
from reception_sim.scenario.calendar import is_time_zone
from reception_sim.scenario.quantities import DAY, HOUR, DayTime

ROME = "Europe/Rome"
SPRING = Calendar(datetime.fromisoformat("2023-03-25 12:00"), ROME)  # summer time begins in the night
AUTUMN = Calendar(datetime.fromisoformat("2023-10-28 12:00"), ROME)  # and ends


def test_that_zero_is_the_start():
    assert SPRING.local(0) == datetime(2023, 3, 25, 12, tzinfo=ZoneInfo(ROME))


@pytest.mark.parametrize(("calendar", "hours"), [(SPRING, 23), (AUTUMN, 25)])
def test_that_a_day_in_which_summer_time_changes_is_an_hour_shorter_or_longer(calendar, hours):
    noon = calendar.start + timedelta(days=1)

    assert calendar.seconds(noon) == hours * HOUR


@given(st.floats(0, 3 * DAY), st.sampled_from([SPRING, AUTUMN]))
def test_that_local_time_leads_back_to_the_same_second(seconds, calendar):
    local = calendar.local(seconds)

    assert (local - calendar.local(0)).total_seconds() == pytest.approx(seconds, abs=3601)
    assert local.utcoffset() is not None


def test_that_a_moment_of_day_zero_before_the_start_is_negative():
    assert SPRING.seconds(DayTime(0, 6 * HOUR)) == -6 * HOUR


def test_that_midnight_at_the_end_of_a_day_is_the_next_days_beginning():
    assert SPRING.seconds_on(date(2023, 3, 25), DAY) == SPRING.seconds_on(date(2023, 3, 26), 0) == 12 * HOUR


def test_that_days_are_those_with_some_time_in_them():
    assert list(SPRING.days(12 * HOUR)) == [date(2023, 3, 25)]
    assert list(SPRING.days(12 * HOUR + 1)) == [date(2023, 3, 25), date(2023, 3, 26)]


@pytest.mark.parametrize("name", ["Europe/Rome", "UTC", "Asia/Kathmandu"])
def test_that_zones_of_the_iana_list_are_known(name):
    assert is_time_zone(name)


@pytest.mark.parametrize("name", ["Rome", "", "Europe", "../etc/passwd", "/UTC", "Mars/Olympus Mons", "a\0b"])
def test_that_other_names_are_no_time_zones(name):
    assert not is_time_zone(name)

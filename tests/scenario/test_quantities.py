"""Quantities as people write them."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from reception_sim.scenario.quantities import (
    DAY,
    FROM_FILE,
    HOUR,
    MINUTE,
    Days,
    DayTime,
    Departure,
    Duration,
    Flag,
    Hours,
    HoursOfDay,
    LocalDate,
    LocalDateTime,
    Moment,
    PersonsPerSecond,
    Share,
    Weekdays,
    format_duration,
    format_rate,
    parse_clock,
    parse_duration,
    parse_hours,
    parse_moment,
    parse_rate,
    parse_weekdays,
)


def read(kind, value):
    return TypeAdapter(kind).validate_python(value, context=FROM_FILE)


def complaint(kind, value):
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    return caught.value.errors()[0]["msg"]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("20 min", 1200),
        ("1 h 30 min", 5400),
        ("1.5 h", 5400),
        ("2 days", 2 * DAY),
        ("1 week", 7 * DAY),
        ("45 s", 45),
        ("0 min", 0),
        ("3H", 3 * HOUR),
    ],
)
def test_that_a_duration_is_read_with_its_unit(text, seconds):
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["20", "", "min", "-5 min", "1 h 30", "1,5 h", "soon", "1e3 s"])
def test_that_a_duration_without_number_or_unit_is_refused(text):
    with pytest.raises(ValueError, match="unit"):
        parse_duration(text)


def test_that_the_nearest_known_unit_is_suggested():
    with pytest.raises(ValueError, match=r'unknown unit "minuts".*"minutes"'):
        parse_duration("20 minuts")


@given(st.floats(0, 1e12, allow_nan=False))
def test_that_every_duration_is_read_back_as_it_was_written(seconds):
    assert parse_duration(format_duration(seconds)) == seconds


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 min"), (5400, "1 h 30 min"), (DAY, "1 day"), (3 * DAY + 1, "3 days 1 s"), (12.5, "12.5 s")],
)
def test_that_a_duration_is_written_in_the_largest_units_that_fit(seconds, text):
    assert format_duration(seconds) == text


@given(st.floats(0, 1e6, allow_nan=False))
def test_that_every_rate_is_read_back_as_it_was_written(persons_per_second):
    assert parse_rate(format_rate(persons_per_second)) == persons_per_second


@pytest.mark.parametrize(
    ("text", "rate"),
    [("30 per hour", 30 / HOUR), ("500 per day", 500 / DAY), ("2/min", 2 / MINUTE), ("30 persons per hour", 30 / HOUR)],
)
def test_that_a_rate_is_read_with_its_unit(text, rate):
    assert parse_rate(text) == rate


@pytest.mark.parametrize("text", ["30", "30 per fortnight", "per hour", "-3 per hour"])
def test_that_a_rate_without_number_or_unit_is_refused(text):
    with pytest.raises(ValueError, match="30 per hour"):
        parse_rate(text)


@given(st.integers(0, 24 * 60))
def test_that_every_minute_of_the_day_is_read_back_as_it_was_written(minutes):
    adapter = TypeAdapter(Departure)

    assert adapter.validate_python(adapter.dump_python(minutes * MINUTE)) == minutes * MINUTE


@pytest.mark.parametrize("text", ["25:00", "07:60", "7", "24:01", "noon"])
def test_that_a_time_that_no_clock_shows_is_refused(text):
    with pytest.raises(ValueError, match="time of day"):
        parse_clock(text)


def test_that_hours_may_pass_midnight():
    night = parse_hours("19:00-07:00")

    assert night == HoursOfDay(19 * HOUR, 7 * HOUR)
    assert night.length_s == 12 * HOUR


def test_that_hours_from_a_time_to_itself_last_the_whole_day():
    assert parse_hours("06:00-06:00").length_s == DAY
    assert parse_hours("00:00-24:00").length_s == DAY


def test_that_hours_begin_at_no_midnight_of_the_day_before():
    with pytest.raises(ValueError, match="00:00"):
        parse_hours("24:00-06:00")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon-Fri", (0, 1, 2, 3, 4)),
        ("Sat, Sun", (5, 6)),
        ("Sat-Mon", (0, 5, 6)),
        ("wed", (2,)),
        ("Mon-Sun", tuple(range(7))),
        ("Mon-Wed, Fri", (0, 1, 2, 4)),
    ],
)
def test_that_days_of_the_week_are_read_singly_and_as_spans(text, days):
    assert parse_weekdays(text).days == days


@given(st.sets(st.integers(0, 6), min_size=1))
def test_that_all_days_of_the_week_are_read_back_as_they_were_written(days):
    written = Weekdays(tuple(sorted(days)))

    assert parse_weekdays(str(written)) == written


def test_that_a_day_that_no_week_has_is_refused_by_name():
    with pytest.raises(ValueError, match='"Mo"'):
        parse_weekdays("Mo-Fri")


def test_that_a_moment_is_counted_from_the_first_midnight():
    assert parse_moment("day 1 06:30") == DayTime(1, 6.5 * HOUR)
    assert parse_moment("day 0") == DayTime(0, 0)


def test_that_a_moment_may_be_a_local_date_and_time():
    moment = datetime.fromisoformat("2023-09-12 06:00")

    assert read(Moment, moment) == moment


@pytest.mark.parametrize("kind", [Moment, LocalDateTime, Departure])
def test_that_a_moment_with_an_offset_is_refused(kind):
    assert "without an offset" in complaint(kind, datetime(2023, 9, 12, 6, tzinfo=UTC))


def test_that_a_moment_that_nobody_understands_is_told_with_both_ways_to_say_it():
    said = complaint(Moment, "tomorrow")

    assert "day 1 06:30" in said
    assert "2023-09-12T06:30:00" in said


@pytest.mark.parametrize("value", [20, 20.0])
@pytest.mark.parametrize(("kind", "unit"), [(Duration, "min"), (PersonsPerSecond, "per hour")])
def test_that_a_bare_number_in_a_file_is_refused_for_want_of_a_unit(kind, unit, value):
    assert f"{value} {unit}" in complaint(kind, value)


def test_that_the_program_itself_may_pass_seconds():
    assert TypeAdapter(Duration).validate_python(20.0) == 20.0


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Share, "0.3"),
        (Share, True),
        (Share, 1.01),
        (Share, float("nan")),
        (Flag, "yes"),
        (Flag, 1),
        (Duration, True),
        (PersonsPerSecond, False),
        (LocalDateTime, 5),
        (LocalDate, "5"),
        (LocalDate, 86400),
        (Moment, 7),
        (Departure, 600),
        (Days, 3),
        (Hours, 8),
    ],
)
def test_that_a_value_of_another_kind_is_not_taken_for_one_of_this_kind(kind, value):
    assert complaint(kind, value)


def test_that_a_departure_may_be_a_time_of_day_as_toml_writes_it():
    assert read(Departure, time(10, 15)) == 10.25 * HOUR

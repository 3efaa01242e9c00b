"""The quantities in a plan's fields: numbers of one unit, read from and written in people's words."""

from datetime import date, datetime, time
from typing import Annotated, Final, TypeAlias

from pydantic import BeforeValidator, Field, PlainSerializer, ValidationInfo, WithJsonSchema

from reception_sim.scenario.quantity_words import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    DayTime,
    HoursOfDay,
    Weekdays,
    format_clock,
    format_duration,
    format_rate,
    parse_clock,
    parse_duration,
    parse_hours,
    parse_moment,
    parse_rate,
    parse_weekdays,
)
from reception_sim.translation import tr

__all__ = [
    "DAY",
    "FROM_FILE",
    "HOUR",
    "MINUTE",
    "MOST_PERSONS",
    "SECOND",
    "Amount",
    "AtLeastOne",
    "ClockTime",
    "Count",
    "DayTime",
    "Days",
    "Departure",
    "Duration",
    "Flag",
    "Hours",
    "HoursOfDay",
    "LocalDate",
    "LocalDateTime",
    "Moment",
    "Money",
    "Number",
    "PersonsPerSecond",
    "RelativeMoment",
    "Share",
    "SquareMetres",
    "Weekdays",
    "format_clock",
    "format_duration",
    "format_rate",
    "is_from_file",
    "parse_clock",
    "parse_duration",
    "parse_hours",
    "parse_moment",
    "parse_rate",
    "parse_weekdays",
]

# The validation context of what a person wrote: there a number needs its unit.
FROM_FILE: Final = {"from_file": True}
MOST_PERSONS: Final = 10_000_000  # in one field: what this program can still hold in memory


def is_from_file(info: ValidationInfo) -> bool:
    """Tell a person's file from values that the program passes on."""
    return isinstance(info.context, dict) and bool(info.context.get("from_file"))


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _read_duration(value: object, info: ValidationInfo) -> object:
    if isinstance(value, str):
        return parse_duration(value)
    if is_from_file(info) and _is_number(value):
        raise ValueError(tr('a duration needs its unit: write "{value} min" or "{value} h"', value=value))
    if not _is_number(value):
        raise ValueError(tr('expected a duration with its unit in quotes, such as "20 min"'))
    return value


def _read_rate(value: object, info: ValidationInfo) -> object:
    if isinstance(value, str):
        return parse_rate(value)
    if is_from_file(info) and _is_number(value):
        raise ValueError(tr('a rate needs its unit: write "{value} per hour" or "{value} per day"', value=value))
    if not _is_number(value):
        raise ValueError(tr('expected a rate with its unit in quotes, such as "30 per hour"'))
    return value


def _read_hours(value: object) -> object:
    return parse_hours(value) if isinstance(value, str) else value


def _read_weekdays(value: object) -> object:
    return parse_weekdays(value) if isinstance(value, str) else value


def _read_relative_moment(value: object) -> object:
    return parse_moment(value) if isinstance(value, str) else value


def _read_clock(value: object, info: ValidationInfo) -> object:
    if isinstance(value, str):
        return parse_clock(value)
    if isinstance(value, time):
        return value.hour * HOUR + value.minute * MINUTE
    if is_from_file(info) or not _is_number(value):
        raise ValueError(tr('expected a time of day in quotes, such as "07:30"'))
    return value


def _read_local_datetime(value: object) -> datetime:
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    if not isinstance(value, datetime):
        value = _datetime_in(value)
    if value.tzinfo is not None:
        raise ValueError(tr("write the local date and time without an offset or Z; time_zone says which zone it is"))
    return value


def _datetime_in(value: object) -> datetime:
    try:
        return datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError as error:
        raise ValueError(tr("expected a date and time such as 2023-09-11T06:00:00")) from error


def _read_date(value: object) -> object:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ValueError(tr('expected a date such as 2023-09-11; found "{found}"', found=value)) from error
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise ValueError(tr("expected a date such as 2023-09-11"))


def _read_moment(value: object) -> datetime | DayTime:
    if isinstance(value, DayTime):
        return value
    if isinstance(value, str) and value.strip().lower().startswith("day"):
        return parse_moment(value)
    try:
        return _read_local_datetime(value)
    except ValueError as error:
        if isinstance(value, datetime):
            raise
        raise ValueError(
            tr('expected a moment such as "day 1 06:30" (day 0 is the first day) or 2023-09-12T06:30:00')
        ) from error


def _read_departure(value: object, info: ValidationInfo) -> object:
    if isinstance(value, date):
        return _read_local_datetime(value)
    return _read_clock(value, info)


def _write_moment(moment: datetime | DayTime) -> datetime | str:
    return str(moment) if isinstance(moment, DayTime) else moment


def _write_departure(departure: datetime | float) -> datetime | str:
    return departure if isinstance(departure, datetime) else format_clock(departure)


def _in_words(kind: str, *examples: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "format": kind, "examples": list(examples)})


Number: TypeAlias = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Amount: TypeAlias = Annotated[float, Field(ge=0, strict=True, allow_inf_nan=False)]
SquareMetres: TypeAlias = Annotated[Amount, Field(json_schema_extra={"unit": "m2"})]
Money: TypeAlias = Annotated[float, Field(ge=0, strict=True, allow_inf_nan=False)]
Share: TypeAlias = Annotated[float, Field(ge=0, le=1, strict=True, allow_inf_nan=False)]
Pace: TypeAlias = Annotated[float, Field(gt=0, le=5, strict=True, allow_inf_nan=False)]
Count: TypeAlias = Annotated[int, Field(ge=0, le=MOST_PERSONS, strict=True)]
AtLeastOne: TypeAlias = Annotated[int, Field(ge=1, le=MOST_PERSONS, strict=True)]
Flag: TypeAlias = Annotated[bool, Field(strict=True)]

Duration: TypeAlias = Annotated[
    float,
    BeforeValidator(_read_duration),
    Field(ge=0, allow_inf_nan=False),
    PlainSerializer(format_duration, return_type=str),
    _in_words("duration with unit", "20 min", "1 h 30 min", "2 days"),
]
PersonsPerSecond: TypeAlias = Annotated[
    float,
    BeforeValidator(_read_rate),
    Field(ge=0, allow_inf_nan=False),
    PlainSerializer(format_rate, return_type=str),
    _in_words("rate with unit", "30 per hour", "500 per day"),
]
Hours: TypeAlias = Annotated[
    HoursOfDay,
    BeforeValidator(_read_hours),
    PlainSerializer(str, return_type=str),
    _in_words("hours of the day", "07:00-19:00"),
]
Days: TypeAlias = Annotated[
    Weekdays,
    BeforeValidator(_read_weekdays),
    PlainSerializer(str, return_type=str),
    _in_words("days of the week", "Mon-Sun", "Sat, Sun"),
]
ClockTime: TypeAlias = Annotated[
    float,
    BeforeValidator(_read_clock),
    Field(ge=0, le=DAY),
    PlainSerializer(format_clock, return_type=str),
    _in_words("time of day", "10:15"),
]
RelativeMoment: TypeAlias = Annotated[
    DayTime,
    BeforeValidator(_read_relative_moment),
    PlainSerializer(str, return_type=str),
    _in_words("moment", "day 1 06:30"),
]
LocalDate: TypeAlias = Annotated[date, BeforeValidator(_read_date)]
LocalDateTime: TypeAlias = Annotated[datetime, BeforeValidator(_read_local_datetime)]
Moment: TypeAlias = Annotated[
    datetime | DayTime,
    BeforeValidator(_read_moment),
    PlainSerializer(_write_moment),
    _in_words("moment", "day 1 06:30", "2023-09-12T06:30:00"),
]
Departure: TypeAlias = Annotated[
    datetime | float,
    BeforeValidator(_read_departure),
    PlainSerializer(_write_departure),
    _in_words("time of day, or date and time", "10:15", "2023-09-12T10:15:00"),
]

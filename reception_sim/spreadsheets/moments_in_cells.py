"""Lengths of time and moments as people and spreadsheets write them, in several languages."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Final

from reception_sim.scenario import Calendar
from reception_sim.scenario.quantities import DAY, HOUR, MINUTE
from reception_sim.spreadsheets.grid import CellValue
from reception_sim.spreadsheets.msel_columns import plain
from reception_sim.translation import tr

_CLOCK: Final = re.compile(r"(\d{1,5})[:h](\d{2})(?::(\d{2}(?:\.\d+)?))?(?: ?([AaPp])\.?[Mm]\.?)?")
_CLOCK_AT_END: Final = re.compile(rf"(?<!\d){_CLOCK.pattern}\s*$")
_SECONDS: Final = re.compile(r"(\d[\d.e+-]*) s")
_LENGTH: Final = re.compile(r"(\d+(?:\.\d+)?) ?(d|days?|h|hours?|min|minutes?|s|seconds?)")
_UNITS: Final = {"d": DAY, "h": HOUR, "m": MINUTE, "s": 1.0}
_DAY_COUNT: Final = re.compile(r"(?:d|day|j|jour|dia|tag)\W*(\d+)\W+(\d{1,2}[:h]\d{2}.*)", re.IGNORECASE)
_NUMBERS: Final = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})")
_NAMED: Final = re.compile(r"(?:[^\d]*?)(\d{1,2})[. ]*(?:de |er )?([^\W\d]+)\.?(?: de)?[ ,]+(\d{4})")
_EXAMPLE: Final = "2023-09-12 08:30"

# The first letters by which months are told apart: English, French, Spanish, Italian, Portuguese, German.
_MONTHS: Final = (
    "jan ene gen", "feb fev fe", "mar mae", "apr avr abr", "may mai mag", "jun juin giu", "jul juil lug",
    "aug aou ago", "sep set", "oct okt ott out", "nov", "dec dez dic",
)  # fmt: skip


def seconds_in(value: CellValue) -> float:
    """Return the length of time in a cell (s); ValueError says what would be right."""
    match value:
        case timedelta():
            return round(value.total_seconds(), 3)
        case time():
            return value.hour * HOUR + value.minute * MINUTE + value.second
        case str():
            return _length_in(value.strip())
        case _:
            raise ValueError(tr("a length of time, such as 1:30:00 or 90 min"))


def moment_in(value: CellValue, day: CellValue, calendar: Calendar) -> float:
    """Return the local time in a cell, on the *day* in another one if there is one, as seconds since the start."""
    moment = _local(value, _date_in(day, calendar) if day is not None else None, calendar)
    seconds = calendar.seconds(moment)
    if seconds < 0:
        start = f"{calendar.local(0.0):%Y-%m-%d %H:%M}"
        raise ValueError(
            tr("a time after the start of the scenario, {start}; with its day if it is another", start=start)
        )
    return seconds


def _length_in(text: str) -> float:
    clock, seconds = _CLOCK.fullmatch(text), _SECONDS.fullmatch(text)
    if clock:
        return _hour(clock) * HOUR + int(clock[2]) * MINUTE + float(clock[3] or 0)
    if seconds:
        return float(seconds[1])
    parts = _LENGTH.findall(text)
    if not parts or _LENGTH.sub("", text).strip(" ,"):
        raise ValueError(tr("a length of time, such as 1:30:00 or 90 min"))
    return sum(float(number) * _UNITS[unit[0]] for number, unit in parts)


def _hour(clock: re.Match[str]) -> int:
    """Return the hour of a clock of 24 hours, also of one that says AM or PM."""
    if not clock[4]:
        return int(clock[1])
    return int(clock[1]) % 12 + (12 if clock[4] in "Pp" else 0)


def _local(value: CellValue, day: date | None, calendar: Calendar) -> datetime:
    match value:
        case datetime():
            return value.replace(tzinfo=None)
        case time():
            return datetime.combine(day or calendar.start.date(), value.replace(tzinfo=None))
        case timedelta():
            return datetime.combine(day or calendar.start.date(), time()) + value
        case str():
            return _local_in_text(value.strip(), day, calendar)
        case _:
            raise ValueError(tr("a local time, such as {example}", example=_EXAMPLE))


def _local_in_text(text: str, day: date | None, calendar: Calendar) -> datetime:
    counted = _DAY_COUNT.fullmatch(text)
    if counted:
        later = int(counted[1]) - ("+" not in text and int(counted[1]) > 0)
        day, text = calendar.start.date() + timedelta(days=later), counted[2]
    clock = _CLOCK_AT_END.search(text)
    if clock is None:
        raise ValueError(tr("a local time, such as {example}", example=_EXAMPLE))
    before = text[: clock.start()].strip(" ,T")
    if before:
        day = _date_in(before, calendar)
    at = timedelta(hours=_hour(clock), minutes=int(clock[2]), seconds=float(clock[3] or 0))
    return datetime.combine(day or calendar.start.date(), time()) + at


def _date_in(value: CellValue, calendar: Calendar) -> date:
    match value:
        case datetime():
            return value.date()
        case date():
            return value
        case str():
            found = _date_in_numbers(value, calendar) or _date_in_words(value)
            if found is not None:
                return found
        case _:
            pass
    raise ValueError(tr("a date, such as 2023-09-12"))


def _date_in_words(text: str) -> date | None:
    named = _NAMED.fullmatch(text.strip())
    if named is None:
        return None
    word = plain(named[2])
    months = [number for number, starts in enumerate(_MONTHS, 1) if word.startswith(tuple(starts.split()))]
    return _dated(int(named[3]), months[0], int(named[1])) if len(months) == 1 else None


def _date_in_numbers(text: str, calendar: Calendar) -> date | None:
    """Return a date in figures; of two that it may be, the one near the scenario, and none if both are."""
    found = _NUMBERS.fullmatch(text.strip())
    if found is None:
        return None
    first, second, third = (int(part) for part in found.groups())
    if first > 31:
        return _dated(first, second, third)
    year = third + 2000 if third < 100 else third
    candidates = {one for one in (_dated(year, second, first), _dated(year, first, second)) if one is not None}
    if len(candidates) > 1:
        near = _near(calendar)
        candidates = {one for one in candidates if near(one)}
    return candidates.pop() if len(candidates) == 1 else None


def _near(calendar: Calendar) -> Callable[[date], bool]:
    first = calendar.start.date()
    return lambda day: first <= day <= first + timedelta(days=31)


def _dated(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

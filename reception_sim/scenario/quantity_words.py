"""How people write quantities ("20 min", "30 per hour", "07:00-19:00"): read from text, and written back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from typing_extensions import override

from reception_sim.scenario.problems import nearest
from reception_sim.translation import tr

SECOND: Final = 1.0
MINUTE: Final = 60.0
HOUR: Final = 3600.0
DAY: Final = 86400.0

_UNITS: Final = {
    "s": SECOND, "second": SECOND, "seconds": SECOND,
    "min": MINUTE, "minute": MINUTE, "minutes": MINUTE,
    "h": HOUR, "hour": HOUR, "hours": HOUR,
    "day": DAY, "days": DAY,
    "week": 7 * DAY, "weeks": 7 * DAY,
}  # fmt: skip
_PER: Final = {"second": SECOND, "minute": MINUTE, "min": MINUTE, "hour": HOUR, "h": HOUR, "day": DAY}
_PART: Final = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+)")
_RATE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(?:persons\s+)?(?:per|/)\s*([a-z]+)")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})")
_MOMENT: Final = re.compile(r"day\s+(\d{1,5})(?:\s+(\d{1,2}:\d{2}))?")
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, order=True)
class DayTime:
    """A local moment counted from midnight of the scenario's first day (day 0)."""

    day: int
    clock_s: float

    @override
    def __str__(self) -> str:
        return f"day {self.day} {format_clock(self.clock_s)}"


@dataclass(frozen=True)
class HoursOfDay:
    """A daily span of local time in seconds after midnight; it may pass midnight."""

    start_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        return (self.end_s - self.start_s) % DAY or DAY

    @override
    def __str__(self) -> str:
        return f"{format_clock(self.start_s)}-{format_clock(self.end_s)}"


@dataclass(frozen=True)
class Weekdays:
    """The days of the week on which something holds; Monday is 0."""

    days: tuple[int, ...]

    def __contains__(self, weekday: object) -> bool:
        return weekday in self.days

    @override
    def __str__(self) -> str:
        consecutive = len(self.days) > 2 and self.days[-1] - self.days[0] == len(self.days) - 1
        if consecutive:
            return f"{_WEEKDAYS[self.days[0]]}-{_WEEKDAYS[self.days[-1]]}"
        return ", ".join(_WEEKDAYS[day] for day in self.days)


def parse_duration(text: str) -> float:
    """Return the seconds in "20 min", "1 h 30 min" or "2 days"; ValueError says what was expected."""
    parts = _PART.findall(text.lower())
    if not parts or _PART.sub("", text.lower()).strip():
        raise ValueError(
            tr(
                'expected a duration with its unit, such as "20 min" or "1 h 30 min"; found "{found}"',
                found=text,
            )
        )
    return sum(float(number) * _unit(unit) for number, unit in parts)


def format_duration(seconds: float) -> str:
    """Write *seconds* in the largest units that fit, "1 h 30 min"; `parse_duration` reads the same back."""
    words, rest = [], seconds
    for name, size in (("days", DAY), ("h", HOUR), ("min", MINUTE)):
        whole, rest = divmod(rest, size)
        if whole:
            words.append(f"{whole:.0f} {'day' if name == 'days' and whole == 1 else name}")
    if rest:
        words.append(f"{plain_number(rest)} s")
    text = " ".join(words) or "0 min"
    # a fraction of a second may not survive the adding up
    return text if parse_duration(text) == seconds else f"{plain_number(seconds)} s"


def parse_rate(text: str) -> float:
    """Return the persons per second in "30 per hour" or "500 per day"; ValueError says what was expected."""
    found = _RATE.fullmatch(text.strip().lower())
    if not found or found[2] not in _PER:
        raise ValueError(
            tr('expected persons per minute, hour or day, such as "30 per hour"; found "{found}"', found=text)
        )
    return float(found[1]) / _PER[found[2]]


def format_rate(persons_per_second: float) -> str:
    """Write a rate per hour or day, whichever is rounder; `parse_rate` reads the same value back."""
    exact = (text for text in _rates(persons_per_second) if parse_rate(text) == persons_per_second)
    return min(exact, key=len)


def parse_clock(text: str) -> float:
    """Return the seconds after midnight of "07:00"; "24:00" is the end of the day."""
    found = _CLOCK.fullmatch(text.strip())
    if not found or int(found[2]) > 59 or int(found[1]) * 60 + int(found[2]) > 24 * 60:
        raise ValueError(tr('expected a time of day such as "07:30"; found "{found}"', found=text))
    return int(found[1]) * HOUR + int(found[2]) * MINUTE


def format_clock(seconds_after_midnight: float) -> str:
    """Write a time of day as "07:30"."""
    minutes = round(seconds_after_midnight / MINUTE)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def parse_moment(text: str) -> DayTime:
    """Read "day 1 06:30"; "day 0" alone is midnight at its start."""
    found = _MOMENT.fullmatch(text.strip().lower())
    if not found:
        raise ValueError(
            tr(
                'expected a moment such as "day 1 06:30" (day 0 is the first day); found "{found}"',
                found=text,
            )
        )
    return DayTime(int(found[1]), parse_clock(found[2]) if found[2] else 0.0)


def parse_hours(text: str) -> HoursOfDay:
    """Read "07:00-19:00"; "19:00-07:00" passes midnight."""
    start, dash, end = text.partition("-")
    if not dash:
        raise ValueError(tr('expected hours of the day such as "07:00-19:00"; found "{found}"', found=text))
    hours = HoursOfDay(parse_clock(start), parse_clock(end))
    if hours.start_s == DAY:
        raise ValueError(tr('hours that begin at midnight begin at "00:00"; found "{found}"', found=text))
    return hours


def parse_weekdays(text: str) -> Weekdays:
    """Read "Mon-Fri", "Sat, Sun" or "Mon"; a span may pass the week's end ("Sat-Mon")."""
    days: set[int] = set()
    for span in text.split(","):
        first, _, last = span.strip().partition("-")
        start, end = _weekday(first), _weekday(last or first)
        days.update((start + offset) % 7 for offset in range((end - start) % 7 + 1))
    return Weekdays(tuple(sorted(days)))


def plain_number(number: float) -> str:
    """Write every digit of *number* without an exponent, and whole numbers without a point."""
    return format(Decimal(repr(number)), "f").removesuffix(".0")


def _unit(name: str) -> float:
    if name not in _UNITS:
        raise ValueError(
            tr(
                'unknown unit "{name}"; a duration is in s, min, h, days or weeks; did you mean "{near}"?',
                name=name,
                near=nearest(name, _UNITS),
            )
        )
    return _UNITS[name]


def _rates(persons_per_second: float) -> Iterable[str]:
    for unit in ("hour", "day", "minute", "second"):
        number = persons_per_second * _PER[unit]
        yield f"{plain_number(float(f'{number:.10g}'))} per {unit}"
        yield f"{plain_number(number)} per {unit}"


def _weekday(text: str) -> int:
    name = text.strip().capitalize()
    if name not in _WEEKDAYS:
        raise ValueError(tr('expected days such as "Mon-Sun" or "Sat, Sun"; found "{found}"', found=text.strip()))
    return _WEEKDAYS.index(name)

"""Simulated seconds and local calendar time: the only place that knows the time zone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import DayTime, Moment

_INSTANT: Final = 1e-6  # the finest that local time can tell


def is_time_zone(name: str) -> bool:
    """Tell whether *name* is a time zone of the IANA list that this machine knows."""
    try:
        return bool(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def time_zones() -> set[str]:
    """Return the names of all time zones that this machine knows."""
    return available_timezones()


@dataclass(frozen=True)
class Calendar:
    """Turns seconds since the scenario's start into local time and back, through changes of summer time."""

    start: datetime
    time_zone: str

    @classmethod
    def of(cls, scenario: ScenarioPlan) -> "Calendar":
        return cls(scenario.start, scenario.time_zone)

    @cached_property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @cached_property
    def _start_utc(self) -> datetime:
        return self.start.replace(tzinfo=self._zone).astimezone(UTC)

    def local(self, seconds: float) -> datetime:
        """Return the local date and time (with its zone) *seconds* after the start."""
        return (self._start_utc + timedelta(seconds=seconds)).astimezone(self._zone)

    def seconds(self, moment: Moment) -> float:
        """Return the seconds from the start to a moment; negative when it lies before."""
        if isinstance(moment, DayTime):
            return self.seconds_on(self.start.date() + timedelta(days=moment.day), moment.clock_s)
        return (moment.replace(tzinfo=self._zone).astimezone(UTC) - self._start_utc).total_seconds()

    def seconds_on(self, day: date, clock_s: float) -> float:
        """Return the seconds from the start to a local time of a date; 24:00 is the next midnight."""
        midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - local time; seconds() adds the zone
        return self.seconds(midnight + timedelta(seconds=clock_s))

    def days_around(self, duration: float) -> Iterator[date]:
        """Yield the day before the start, whose hours may reach into it, and each of `days`."""
        yield self.start.date() - timedelta(days=1)
        yield from self.days(duration)

    def days(self, duration: float) -> Iterator[date]:
        """Yield each local date that has some of the first *duration* seconds, and the first in any case."""
        day, last = self.start.date(), self.local(max(0.0, duration - _INSTANT)).date()
        while day <= last:
            yield day
            day += timedelta(days=1)

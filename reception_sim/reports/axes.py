"""Where values and moments stand along an axis, and which of them are worth a tick."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import DAY, HOUR

_HOUR_STEPS: Final = (1, 2, 3, 6, 12)
_DAY_STEPS: Final = (1, 2, 7, 14, 28, 56, 91, 182)


@dataclass(frozen=True)
class Axis:
    """Maps values between *first* and *last* to lengths between *from_* and *to*."""

    first: float
    last: float
    from_: float
    to: float

    def at(self, value: float) -> float:
        return self.from_ + (value - self.first) / (self.last - self.first) * (self.to - self.from_)


def nice_ticks(highest: float, most: int) -> list[float]:
    """Return round values from 0 to one that is not below *highest*, about *most* of them."""
    rough = highest / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough)
    step = max(1.0, step) if highest >= 1 else step
    return [step * number for number in range(math.ceil(highest / step - 1e-9) + 1)]


def calendar_ticks(calendar: Calendar, duration: float, most: int) -> Iterator[tuple[float, str]]:
    """Yield moments (s since the start) and how they are called: midnights as dates, hours as times of day."""
    for hours in _HOUR_STEPS:
        if duration / (hours * HOUR) <= most:
            yield from _hours(calendar, duration, hours)
            return
    days = next((days for days in _DAY_STEPS if duration / (days * DAY) <= most), _DAY_STEPS[-1])
    for day in _every(days, calendar, duration):
        moment = calendar.seconds_on(day, 0)
        if 0 <= moment <= duration:
            yield moment, _date(day)


def _hours(calendar: Calendar, duration: float, step: int) -> Iterator[tuple[float, str]]:
    for day in _every(1, calendar, duration):
        for hour in range(0, 24, step):
            moment = calendar.seconds_on(day, hour * HOUR)
            if 0 <= moment <= duration:
                yield moment, _date(day) if hour == 0 else f"{hour:02d}:00"


def _every(days: int, calendar: Calendar, duration: float) -> Iterator[date]:
    day, last = calendar.start.date(), calendar.local(duration).date()
    while day <= last:
        yield day
        day += timedelta(days=days)


def _date(day: date) -> str:
    return f"{day.day} {day:%b}"

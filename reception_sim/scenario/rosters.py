"""Who is on duty when: the shifts of a role as spans of simulated time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import DAY
from reception_sim.scenario.staff import ShiftPlan, StaffPlan


@dataclass(frozen=True)
class ShiftWorked:
    """One shift on one day: *count* people from *start* to *end* in s since the scenario's start, maybe < 0."""

    start: float
    end: float
    count: int


def shifts_worked(staff: StaffPlan, calendar: Calendar, duration: float) -> tuple[ShiftWorked, ...]:
    """Return the shifts of a role that touch the first *duration* seconds, in the order of their start.

    A night shift that began on the evening before the scenario's start is among them.
    """
    days = [calendar.start.date() - timedelta(days=1), *calendar.days(duration)]
    found = (worked for shift in staff.shifts for day in days for worked in _on(shift, day, calendar))
    return tuple(sorted((one for one in found if one.end > 0 and one.start < duration), key=lambda one: one.start))


def most_on_a_day(staff: StaffPlan) -> int:
    """Return how many people of a role the shifts of its fullest weekday have between them."""
    return max((sum(shift.count for shift in staff.shifts if day in shift.days) for day in range(7)), default=0)


def _on(shift: ShiftPlan, day: date, calendar: Calendar) -> Iterator[ShiftWorked]:
    if day.weekday() not in shift.days:
        return
    start = calendar.seconds_on(day, shift.hours.start_s)
    next_day = shift.hours.end_s <= shift.hours.start_s
    end = calendar.seconds_on(day, shift.hours.end_s + (DAY if next_day else 0.0))
    too_early = shift.since is not None and start < calendar.seconds(shift.since)
    too_late = shift.until is not None and start >= calendar.seconds(shift.until)
    if not too_early and not too_late:
        yield ShiftWorked(start, end, shift.count)

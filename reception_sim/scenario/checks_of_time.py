"""Moments, days and shifts must be in an order that can be, on a clock that exists."""

from collections.abc import Iterator
from itertools import pairwise

from reception_sim.scenario.arrivals import ArrivalPlan
from reception_sim.scenario.calendar import Calendar, is_time_zone, time_zones
from reception_sim.scenario.planned import planned_persons
from reception_sim.scenario.problems import FieldPath, Problem, nearest
from reception_sim.scenario.quantities import MOST_PERSONS
from reception_sim.scenario.readable import Readable
from reception_sim.translation import tr

_YEARS = range(1900, 2201)


def unknown_time_zone(readable: Readable) -> Iterator[Problem]:
    """Tell a time zone that is not in the IANA list."""
    name = readable.plan.time_zone
    if not is_time_zone(name):
        yield Problem(
            ("time_zone",),
            expected=tr("must be an IANA time zone such as Europe/Rome"),
            found=f'"{name}"',
            suggestion=nearest(name, time_zones()),
        )


def start_in_no_calendar(readable: Readable) -> Iterator[Problem]:
    """Tell a start in a year for which nobody plans."""
    start = readable.plan.start
    if start.year not in _YEARS:
        yield Problem(
            ("start",),
            expected=tr("must be in the years {first} to {last}", first=_YEARS[0], last=_YEARS[-1]),
            found=start.isoformat(),
        )


def spans_that_end_before_they_begin(readable: Readable) -> Iterator[Problem]:
    """Tell arrivals and shifts whose end is not after their beginning."""
    clock = Calendar.of(readable.plan)
    for path, stream in streams(readable):
        for row, span in enumerate(stream.spans or ()):
            if clock.seconds(span.until) <= clock.seconds(span.since):
                yield _ends_early((*path, "spans", row, "until"), str(span.until))
    for role, staff in readable.plan.staff.items():
        for row, shift in enumerate(staff.shifts):
            if shift.since and shift.until and clock.seconds(shift.until) <= clock.seconds(shift.since):
                yield _ends_early(("staff", role, "shifts", row, "until"), str(shift.until))


def spans_that_overlap(readable: Readable) -> Iterator[Problem]:
    """Tell spans of a stream that begin before the one before them has ended."""
    clock = Calendar.of(readable.plan)
    for path, stream in streams(readable):
        for row, (earlier, later) in enumerate(pairwise(stream.spans or ()), start=1):
            if clock.seconds(later.since) < clock.seconds(earlier.until):
                yield Problem(
                    (*path, "spans", row, "from"),
                    expected=tr("the spans of a stream must be in the order of time and not overlap"),
                    found=str(later.since),
                )


def ramps_out_of_order(readable: Readable) -> Iterator[Problem]:
    """Tell points of a ramp that are not each later than the one before."""
    clock = Calendar.of(readable.plan)
    for path, stream in streams(readable):
        for row, (earlier, later) in enumerate(pairwise(stream.ramp or ()), start=1):
            if clock.seconds(later.at) <= clock.seconds(earlier.at):
                yield Problem(
                    (*path, "ramp", row, "at"),
                    expected=tr("the points of a ramp must be in the order of time"),
                    found=str(later.at),
                )


def more_people_than_fit_in_memory(readable: Readable) -> Iterator[Problem]:
    """Tell a plan for more people than can be simulated one by one."""
    persons = planned_persons(readable.plan)
    if persons > MOST_PERSONS:
        yield Problem(
            ("entry_points",),
            expected=tr("at most {most} persons can be simulated one by one", most=f"{MOST_PERSONS:,}"),
            found=f"{persons:,}",
        )


def streams(readable: Readable) -> Iterator[tuple[FieldPath, ArrivalPlan]]:
    """Yield every arrival stream with the path at which it stands."""
    for name, entry in readable.plan.entry_points.items():
        for row, stream in enumerate(entry.arrivals):
            yield ("entry_points", name, "arrivals", row), stream


def _ends_early(path: FieldPath, found: str) -> Problem:
    return Problem(path, expected=tr("must be later than its beginning"), found=found)

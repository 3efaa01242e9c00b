"""What a plan expects before any run: how many people, and which injects when."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from reception_sim.scenario.arrivals import ArrivalPlan, RampPoint
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.exercise_parts import InjectPlan
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import DAY, HOUR


def planned_arrivals(scenario: ScenarioPlan) -> float:
    """Return the persons who are planned to arrive within the scenario's time, without those there."""
    clock = Calendar.of(scenario)
    streams = (stream for entry in scenario.entry_points.values() for stream in entry.arrivals)
    return sum(_persons(stream, clock, scenario.duration) for stream in streams)


def planned_persons(scenario: ScenarioPlan) -> int:
    """Return the persons who are planned to arrive or are there at the start."""
    return round(planned_arrivals(scenario)) + sum(row.persons for row in scenario.already_there)


def timed_injects(scenario: ScenarioPlan) -> list[tuple[float, InjectPlan]]:
    """Return the injects that come at a time, each with it (s), the earliest first; the others only exercises send."""
    clock = Calendar.of(scenario)
    timed = [(clock.seconds(inject.at), inject) for inject in scenario.injects if inject.at is not None]
    return sorted(timed, key=lambda one: one[0])


def _persons(stream: ArrivalPlan, clock: Calendar, duration: float) -> float:
    if stream.rate is not None:
        return stream.rate * duration
    if stream.ramp is not None:
        return _persons_of_ramp(stream.ramp, clock, duration)
    spans = [(clock.seconds(span.since), clock.seconds(span.until), span.persons) for span in stream.spans or ()]
    moments = [(clock.seconds(one.at), one.persons) for one in stream.schedule or ()]
    return (
        sum(_persons_of_days(stream, clock, duration))
        + sum(_part(since, until, duration) * persons for since, until, persons in spans)
        + sum(persons for moment, persons in moments if 0 <= moment < duration)
    )


def _persons_of_days(stream: ArrivalPlan, clock: Calendar, duration: float) -> Iterator[float]:
    hours = stream.hours or (1.0,) * 24
    weights = [weight / sum(hours) for weight in hours]
    for day, persons in (stream.daily or {}).items():
        parts = _parts_of_hours(day, clock, duration)
        yield from (persons * part * weight for part, weight in zip(parts, weights, strict=True))


def _parts_of_hours(day: date, clock: Calendar, duration: float) -> Sequence[float]:
    """Return which part of each hour of a date lies within the scenario."""
    begin, end = clock.seconds_on(day, 0.0), clock.seconds_on(day, DAY)
    if begin >= 0.0 and end <= duration and end - begin == DAY:  # all of it, and no change of summer time
        return (1.0,) * 24
    edges = [clock.seconds_on(day, hour * HOUR) for hour in range(25)]
    return [_part(since, until, duration) for since, until in pairwise(edges)]


def _part(since: float, until: float, duration: float) -> float:
    """Return which part of a span lies within the scenario; summer time can take an hour's span away."""
    if until <= since:
        return 1.0 if 0 <= since < duration else 0.0
    return max(0.0, min(until, duration) - max(since, 0.0)) / (until - since)


def _persons_of_ramp(ramp: Sequence[RampPoint], clock: Calendar, duration: float) -> float:
    """Add up a rate that changes evenly between its points, and stays the same before and after them."""
    points = [(clock.seconds(point.at), point.rate) for point in ramp]
    ends = [
        (min(0.0, points[0][0]) - DAY, points[0][1]),
        *points,
        (max(duration, points[-1][0]) + DAY, points[-1][1]),
    ]
    total = 0.0
    for (since, rate), (until, later_rate) in pairwise(ends):
        low, high = max(since, 0.0), min(until, duration)
        if high > low:
            slope = (later_rate - rate) / (until - since)
            total += (high - low) * (rate + slope * ((low + high) / 2 - since))
    return total

"""How many persons a plan lets expect hour by hour at each entry point, before any run."""

from typing import Final

import numpy as np

from reception_sim.recording import Times
from reception_sim.scenario.arrivals import ArrivalPlan, RampPoint
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import HOUR

_HOURS_OF_DAY: Final = 24


def hour_edges(duration: float) -> Times:
    """Return the ends of the hours since the start, with 0 before them; the last hour may be a part of one."""
    return np.append(np.arange(0.0, duration, HOUR), duration)


def expected_persons(stream: ArrivalPlan, scenario: ScenarioPlan, edges: Times) -> Times:
    """Return the persons of a stream who are expected between each two *edges*; those before the first do not come."""
    clock = Calendar.of(scenario)
    if stream.ramp is not None:
        come = _come_by_ramp(stream.ramp, clock, edges)
    elif stream.rate is not None:
        come = _come_by_rate(stream, clock, edges)
    else:
        come = _come_of_days(stream, clock, edges) + _come_of_spans(stream, clock, edges)
        come += _come_by_schedule(stream, clock, edges)
    return np.diff(come)


def _come_by_rate(stream: ArrivalPlan, clock: Calendar, edges: Times) -> Times:
    assert stream.rate is not None  # the caller has looked
    if stream.hours is None:
        return stream.rate * edges
    weights = np.array(stream.hours) / (sum(stream.hours) / _HOURS_OF_DAY)
    come = np.zeros(len(edges))
    for day in clock.days(float(edges[-1])):
        ends = np.array([clock.seconds_on(day, hour * HOUR) for hour in range(_HOURS_OF_DAY + 1)])
        so_far = np.concatenate(([0.0], np.cumsum(weights * np.diff(ends))))
        come += stream.rate * _before(edges, ends, so_far)
    return come


def _come_by_ramp(ramp: tuple[RampPoint, ...], clock: Calendar, edges: Times) -> Times:
    """Add up a rate that changes evenly between its points, and stays the same before the first and after the last."""
    points = np.array([clock.seconds(point.at) for point in ramp])
    rates = np.array([point.rate for point in ramp])
    moments = np.union1d(edges, points[(points > edges[0]) & (points < edges[-1])])
    rate = np.interp(moments, points, rates)
    so_far = np.concatenate(([0.0], np.cumsum(np.diff(moments) * (rate[1:] + rate[:-1]) / 2)))
    come: Times = np.interp(edges, moments, so_far)
    return come


def _come_of_days(stream: ArrivalPlan, clock: Calendar, edges: Times) -> Times:
    weights = np.array(stream.hours or (1.0,) * _HOURS_OF_DAY)
    so_far = np.concatenate(([0.0], np.cumsum(weights) / weights.sum()))
    come = np.zeros(len(edges))
    for day, persons in (stream.daily or {}).items():
        ends = np.array([clock.seconds_on(day, hour * HOUR) for hour in range(_HOURS_OF_DAY + 1)])
        come += persons * _before(edges, ends, so_far)
    return come


def _come_of_spans(stream: ArrivalPlan, clock: Calendar, edges: Times) -> Times:
    come = np.zeros(len(edges))
    for span in stream.spans or ():
        ends = np.array([clock.seconds(span.since), clock.seconds(span.until)])
        come += span.persons * _before(edges, ends, np.array([0.0, 1.0]))
    return come


def _come_by_schedule(stream: ArrivalPlan, clock: Calendar, edges: Times) -> Times:
    """Count who is scheduled before each edge; whoever comes at an edge comes in the hour that begins there."""
    come = np.zeros(len(edges))
    for arrival in stream.schedule or ():
        come += arrival.persons * (clock.seconds(arrival.at) < edges)
    return come


def _before(edges: Times, ends: Times, so_far: Times) -> Times:
    """Return what has come before each edge.

    Who is counted in the hour that summer time takes away comes all at once as it would begin.
    """
    come: Times = np.interp(np.nextafter(edges, -np.inf), ends, so_far)
    return come

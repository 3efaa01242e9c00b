"""Which curves of a course can be laid over those of another: people in the system, in queues, at sites."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from reception_sim.recording import Times
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import Series
from reception_sim.translation import tr


@dataclass(frozen=True)
class CurveKind:
    """A curve of a course, in people, and how it is read."""

    title: str
    of: Callable[[Series], Times]


def curve_kinds(scenario: ScenarioPlan) -> tuple[CurveKind, ...]:
    """Return every curve that a course over *scenario* has, those of the whole system first."""
    whole = (
        CurveKind(tr("People in the reception system"), lambda series: series.in_system),
        CurveKind(tr("People who wait in all queues"), waiting),
        CurveKind(tr("Arrived so far"), lambda series: series.arrived),
        CurveKind(tr("Left so far"), lambda series: series.departed),
    )
    queues = (_queue(place, plan.title) for place, plan in enumerate(scenario.stations.values()))
    sites = (kind for place, plan in enumerate(scenario.sites.values()) for kind in _site(place, plan.title))
    return (*whole, *queues, *sites)


def waiting(series: Series) -> Times:
    """Return how many people wait in all queues together."""
    return np.sum([station.queue for station in series.stations], axis=0) if series.stations else 0 * series.time


def _queue(place: int, title: str) -> CurveKind:
    return CurveKind(tr("Waiting: {station}", station=title), lambda series: series.stations[place].queue)


def _site(place: int, title: str) -> tuple[CurveKind, CurveKind]:
    return (
        CurveKind(tr("Staying: {site}", site=title), lambda series: series.sites[place].occupancy),
        CurveKind(tr("Without shelter: {site}", site=title), lambda series: series.sites[place].without_shelter),
    )

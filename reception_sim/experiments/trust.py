"""What speaks for an answer and against it: facts that a reader should ask for, read from the runs and the plan."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np

from reception_sim.experiments.answers import TrustFact, TrustKind
from reception_sim.experiments.criteria import Criterion
from reception_sim.experiments.questions import Precision
from reception_sim.experiments.summary import Band, ReplicationSummary
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.changes import Change
from reception_sim.scenario.parts import Assumption

FEW: Final = 10  # replications, below which an interval rests on little
OVERLOADED: Final = 0.95
BUSY: Final = 0.8  # from here on a station decides what the reception system can do
CHECKED_FACTORS: Final = (0.5, 2.0)  # times the inflow that a scenario was made for
_USUAL_PRECISION: Final = 0.05
_TENTHS: Final = 10


def trust_in_runs(summary: ReplicationSummary, precision: Precision, width: float) -> Iterator[TrustFact]:
    """Yield what the runs tell: *width* is the widest relative half width of what was asked for."""
    asked = precision.relative or _USUAL_PRECISION
    too_few = summary.replications < min(FEW, precision.floor) or summary.replications < 2 or width > asked
    yield TrustFact(TrustKind.ENOUGH_REPLICATIONS, concern=too_few, value=width, limit=asked)
    yield _length(summary.series.in_system)
    yield from _still_waiting(summary)
    yield from _overload(summary)


def trust_in_plan(
    scenario: ScenarioPlan,
    summary: ReplicationSummary,
    criteria: Iterable[Criterion],
    changes: Sequence[Change] = (),
    factor: float = 1.0,
) -> Iterator[TrustFact]:
    """Yield what the plan tells: whether it was checked for this, and which assumptions carry the answer."""
    yield from _outside_range(scenario, changes, factor)
    yield from _assumptions(scenario, summary, criteria)


def _length(in_system: Band) -> TrustFact:
    """Compare the people in the system in the last tenth of the time with the fullest tenth.

    A run that ends as full as it ever was, and was not so full all the time, may have been cut off before the worst.
    """
    tenths = [float(part.mean()) for part in np.array_split(in_system.median, _TENTHS) if len(part)]
    last, fullest = tenths[-1], max(tenths)
    is_flat = fullest <= 1.5 * float(np.median(tenths))
    return TrustFact(
        TrustKind.RUN_LONG_ENOUGH, concern=last >= 0.9 * fullest > 0 and not is_flat, value=last, limit=fullest
    )


def _still_waiting(summary: ReplicationSummary) -> Iterator[TrustFact]:
    kind = TrustKind.NOBODY_WAITS_AT_THE_END
    waiting = [(station.id, station.still_waiting.persons.mean) for station in summary.stations]
    found = [TrustFact(kind, concern=True, place=place, value=persons) for place, persons in waiting if persons >= 0.5]
    yield from found or [TrustFact(kind, concern=False, value=0.0)]


def _overload(summary: ReplicationSummary) -> Iterator[TrustFact]:
    kind = TrustKind.NOT_OVERLOADED
    use = [(station.utilisation.mean, station.id) for station in summary.stations]
    measured = [one for one in use if not math.isnan(one[0])]
    over = [
        TrustFact(kind, concern=True, place=place, value=share, limit=OVERLOADED)
        for share, place in measured
        if share > OVERLOADED
    ]
    if over or not measured:
        yield from over
    else:
        busiest, place = max(measured)
        yield TrustFact(kind, concern=False, place=place, value=busiest, limit=OVERLOADED)


def _outside_range(scenario: ScenarioPlan, changes: Sequence[Change], factor: float) -> Iterator[TrustFact]:
    kind = TrustKind.INSIDE_CHECKED_RANGE
    low, high = CHECKED_FACTORS
    calibrated = [one for one in scenario.assumptions if one.calibrated]
    touched = [one for one in calibrated if any(_meet(one.field, change.path) for change in changes)]
    found = [TrustFact(kind, concern=True, subject=one.field, reason=one.reason, calibrated=True) for one in touched]
    if not low <= factor <= high:
        found.append(TrustFact(kind, concern=True, value=factor, limit=low if factor < low else high))
    yield from found or [TrustFact(kind, concern=False, value=factor)]


def _assumptions(
    scenario: ScenarioPlan, summary: ReplicationSummary, criteria: Iterable[Criterion]
) -> Iterator[TrustFact]:
    carrying = tuple(_carrying(scenario, summary, criteria))
    found = [one for one in scenario.assumptions if any(_meet(one.field, field) for field in carrying)]
    yield from map(_unsourced, found)
    if not found:
        yield TrustFact(TrustKind.SOURCED, concern=False)


def _unsourced(one: Assumption) -> TrustFact:
    return TrustFact(TrustKind.SOURCED, concern=True, subject=one.field, reason=one.reason, calibrated=one.calibrated)


def _carrying(scenario: ScenarioPlan, summary: ReplicationSummary, criteria: Iterable[Criterion]) -> Iterator[str]:
    """Yield the fields of the plan that decide: who comes, the busy stations, and the places that are judged."""
    yield "populations"
    yield "entry_points"
    judged = {one.place for one in criteria}
    for station in summary.stations:
        if station.id in judged or station.utilisation.mean > BUSY:
            plan = scenario.stations[station.id]
            yield f"stations.{station.id}"
            yield from (f"staff.{role}" for role in plan.team)
            yield from (f"equipment.{kind}" for kind in plan.equipment)
    for site in scenario.sites:
        if site in judged:
            yield f"sites.{site}"
            yield "already_there"
            ways = (route.by.vehicles for route in scenario.routes if route.origin == site and route.by)
            yield from (f"vehicles.{fleet}" for fleet in ways if fleet)


def _meet(field: str, other: str) -> bool:
    """Tell whether one field is the other, or holds it, or stands in it."""
    return f"{field}.".startswith(f"{other}.") or f"{other}.".startswith(f"{field}.") or other.startswith(f"{field}[")

"""What became of each supply: used, missed, for how long nothing was left, and how its orders and convoys came."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.scenario.quantities import HOUR
from reception_sim.statistics.account import Account
from reception_sim.statistics.courses import Course
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure

_NAN: Final = float("nan")
_NOTHING: Final = 1e-9  # a stock is a number with a point, used in parts of an hour's need


def supply_part(findings: Findings) -> Iterator[PartFigure]:
    """Yield the figures of each supply over the whole run."""
    for supply in findings.account.scenario.supplies:
        for measure, value in _figures(findings, supply):
            yield PartFigure(Part.SUPPLIES, supply, measure, value)


def person_days_without(findings: Findings, supply: str) -> float:
    """Return the days' needs that were missed; NaN unless daily use alone can have missed anything."""
    plan = findings.account.scenario.supplies[supply]
    if not plan.per_person_per_day or plan.per_person_on_arrival is not None:
        return _NAN
    return findings.supplies[supply].missed / plan.per_person_per_day


def _figures(findings: Findings, supply: str) -> Iterator[tuple[str, float]]:
    account, figures = findings.account, findings.supplies[supply]
    yield "used", figures.wanted - figures.missed
    yield "missed", figures.missed
    yield "person_days", person_days_without(findings, supply)
    yield "longest_without", _longest_empty(account.level(LevelKind.SUPPLY_STOCK, supply))
    yield "orders", _orders(account, supply)
    delays = [
        line.count * HOUR
        for line in account.recording.happenings
        if line.kind is HappeningKind.CONVOY_CROSSED and line.subject == supply
    ]
    yield "convoys", len(delays)
    yield "convoy_delay", sum(delays) / len(delays) if delays else _NAN
    yield "convoy_longest", max(delays, default=_NAN)


def _longest_empty(stock: Course) -> float:
    """Return for how long (s) at a stretch nothing was left."""
    longest = stretch = 0.0
    for value, held in zip(stock.value.tolist(), stock.held_s.tolist(), strict=True):
        stretch = stretch + held if value <= _NOTHING else 0.0
        longest = max(longest, stretch)
    return longest


def _orders(account: Account, supply: str) -> float:
    _, on_order = account.recording.levels.of(LevelKind.SUPPLY_ON_ORDER, account.place[supply])
    return float(np.count_nonzero(np.diff(on_order, prepend=0.0) > 0))

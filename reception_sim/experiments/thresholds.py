"""What is known of each replication: up to which inflow it met each standard, and from which on it missed it.

Under common random numbers a replication has the same people at any inflow, and others beside them. So one that met a
standard is taken to meet it with fewer people, and one that missed it to miss it with more: it need not be run again.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto


class Known(Enum):
    """What is known of a replication at an inflow, without running it."""

    MET = auto()
    MISSED = auto()
    OPEN = auto()


@dataclass
class _Row:
    """Of each standard the largest factor at which it was met, and the smallest at which it was missed."""

    met_up_to: list[float]
    missed_from: list[float]


class Thresholds:
    """Remembers the verdicts of all runs, by replication."""

    def __init__(self, standards: int) -> None:
        self._standards = standards
        self._rows: dict[int, _Row] = {}

    def add(self, factor: float, replication: int, missed: Sequence[bool]) -> None:
        """Remember which standards a run missed."""
        row = self._row(replication)
        for standard, is_missed in enumerate(missed):
            if is_missed:
                row.missed_from[standard] = min(row.missed_from[standard], factor)
            else:
                row.met_up_to[standard] = max(row.met_up_to[standard], factor)

    def known(self, factor: float, replication: int, standards: Iterable[int]) -> Known:
        """Tell what is known of *standards* together."""
        row = self._row(replication)
        is_met = True
        for standard in standards:
            if factor >= row.missed_from[standard]:
                return Known.MISSED
            is_met = is_met and factor <= row.met_up_to[standard]
        return Known.MET if is_met else Known.OPEN

    def misses_early(self, replication: int, standards: Iterable[int]) -> float:
        """Return the smallest factor at which a replication is known to miss any of *standards*."""
        row = self._row(replication)
        return min((row.missed_from[standard] for standard in standards), default=math.inf)

    def _row(self, replication: int) -> _Row:
        if replication not in self._rows:
            self._rows[replication] = _Row([0.0] * self._standards, [math.inf] * self._standards)
        return self._rows[replication]

"""Bisection of the factor of arrivals at which too many replications miss standards, with as few runs as can tell."""

import math
from collections.abc import Generator, Sequence
from contextlib import closing
from typing import Final, TypeAlias

from reception_sim.experiments.inflows import Inflow, Verdicts, verdicts_of
from reception_sim.experiments.thresholds import Known, Thresholds
from reception_sim.experiments.workplaces import Workplace

_STEP: Final = 1.1  # by which a bracket is moved that the replications together do not confirm

Bracket: TypeAlias = tuple[float, float]  # a factor that is good, and one that is not
Standards: TypeAlias = Sequence[int]  # by their number in the plan


class Bisection:
    """Judges factors of arrivals between *lowest* and *highest*. Its generators yield after each run."""

    def __init__(self, inflow: Inflow, workplace: Workplace, lowest: float, highest: float) -> None:
        self.runs = 0
        self._inflow, self._workplace = inflow, workplace
        self._lowest, self._highest = lowest, highest
        self._thresholds = Thresholds(len(inflow.scenario.standards))

    def verdicts(self, tasks: Sequence[tuple[float, int]]) -> Generator[Verdicts]:
        """Run each (factor, replication) and remember what it met."""
        work = [(self._inflow, factor, replication) for factor, replication in tasks]
        with closing(self._workplace.results(verdicts_of, work)) as told:
            for factor, replication in tasks:
                verdict = next(told)
                self.runs += 1
                self._thresholds.add(factor, replication, verdict.missed)
                yield verdict

    def misses(self, factor: float, standards: Standards, count: int) -> int:
        """Return how many of *count* replications are known to miss any of *standards*."""
        known = (self._thresholds.known(factor, number, standards) for number in range(count))
        return sum(one is Known.MISSED for one in known)

    def narrowed(
        self, standards: Standards, allowed: int, count: int, ratio: float, start: Bracket
    ) -> Generator[None, None, Bracket]:
        """Return a bracket not wider than *ratio*, in which more than *allowed* of *count* begin to miss standards.

        (0, lowest) says that no factor is good, (highest, infinite) that each is.
        """
        good, bad = yield from self._confirmed(standards, allowed, count, start)
        while good > 0 and math.isfinite(bad) and bad / good > ratio:
            middle = math.sqrt(good * bad)
            if (yield from self._is_good(middle, standards, allowed, count)):
                good = middle
            else:
                bad = middle
        return good, bad

    def _confirmed(
        self, standards: Standards, allowed: int, count: int, start: Bracket
    ) -> Generator[None, None, Bracket]:
        """Move both ends of a bracket outwards until *count* replications agree with them."""
        good, bad = max(start[0], self._lowest), start[1]
        while not (yield from self._is_good(good, standards, allowed, count)):
            if good == self._lowest:
                return 0.0, self._lowest
            good, bad = max(good / _STEP, self._lowest), good
        bad = min(max(bad, good * _STEP), self._highest)
        while (yield from self._is_good(bad, standards, allowed, count)):
            if bad == self._highest:
                return self._highest, math.inf
            good, bad = bad, min(bad * _STEP, self._highest)
        return good, bad

    def _is_good(self, factor: float, standards: Standards, allowed: int, count: int) -> Generator[None, None, bool]:
        """Return whether at most *allowed* of *count* replications miss any of *standards*; run as few as can tell."""
        known = [self._thresholds.known(factor, number, standards) for number in range(count)]
        missed, met = known.count(Known.MISSED), known.count(Known.MET)
        unknown = [number for number, one in enumerate(known) if one is Known.OPEN]
        unknown.sort(key=lambda number: self._thresholds.misses_early(number, standards))  # these tell soonest
        with closing(self.verdicts([(factor, number) for number in unknown])) as told:
            while missed <= allowed and met < count - allowed:
                verdict = next(told)
                is_missed = any(verdict.missed[standard] for standard in standards)
                missed, met = missed + is_missed, met + (not is_missed)
                yield
        return missed <= allowed

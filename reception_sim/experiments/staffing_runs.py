"""Trying rosters out: the runs of each, kept, and as few of them as decide whether it meets the standards.

Whether a roster meets them in enough runs is decided by a sequential probability ratio test (Wald 1945, Sequential
tests of statistical hypotheses, Annals of Mathematical Statistics 16): the runs are looked at one by one, in the order
of their numbers, so the verdict is the same wherever they are done.
"""

import math
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reception_sim.experiments.staffing_question import Roster, StaffingQuestion
from reception_sim.experiments.staffing_reasons import plentiful
from reception_sim.experiments.staffing_rosters import with_roster
from reception_sim.experiments.workplaces import Workplace
from reception_sim.run import run_whole
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.statistics import StandardFigures, measure_standards

_IDEAL_RUNS: Final = 4
Counts: TypeAlias = tuple[int, ...]


@dataclass(frozen=True)
class Hypotheses:
    """What a test tells apart: at most *low* of the runs are good, or at least *high*; wrong with chance *error*."""

    low: float
    high: float
    error: float

    @classmethod
    def of(cls, question: StaffingQuestion, error: float) -> "Hypotheses":
        share, zone = question.share_of_runs, question.indifference
        return cls(share - zone, share + zone, error)

    @property
    def bound(self) -> float:
        return math.log((1 - self.error) / self.error)

    def evidence(self, good: int, bad: int) -> float:
        """Return the logarithm of the likelihood ratio of the two hypotheses."""
        return good * math.log(self.high / self.low) + bad * math.log((1 - self.high) / (1 - self.low))

    def runs_to_accept(self) -> int:
        """Return how many runs are needed to accept a roster that never fails."""
        return math.ceil(self.bound / math.log(self.high / self.low))


def run_standards(scenario: ScenarioPlan, seed: int, replication: int) -> StandardFigures:
    """Return what a run tells of the scenario's standards: a pure function, small enough for another process."""
    return measure_standards(run_whole(scenario, seed, replication), scenario)


class Trials:
    """The runs of every roster that has been tried; *runs* and *rosters* count them.

    *tested* are the standards that a good run meets, by row. A run that nobody could judge because all still wait is
    no good one.
    """

    def __init__(self, question: StaffingQuestion, scenario: ScenarioPlan, place: Workplace, first: int) -> None:
        self.runs = 0
        self.ideal: list[StandardFigures] = []
        self._question, self._scenario, self._place = question, scenario, place
        self._first = first
        self._done: dict[Counts, list[StandardFigures]] = {}
        self.tested: tuple[int, ...] = tuple(range(len(question.standards)))

    @property
    def rosters(self) -> int:
        return len(self._done)

    @property
    def tried(self) -> tuple[Counts, ...]:
        return tuple(self._done)

    def of(self, roster: Roster) -> list[StandardFigures]:
        """Return the runs of a roster that have been done so far."""
        return self._done.get(roster.counts, [])

    def is_good(self, run: StandardFigures) -> bool:
        return all(run.met[row] for row in self.tested)

    def good(self, roster: Roster) -> tuple[int, int]:
        """Return how many runs of a roster were good, and how many were not."""
        runs = self.of(roster)
        good = sum(map(self.is_good, runs))
        return good, len(runs) - good

    def run(self, roster: Roster, runs: int) -> Generator[None, None, list[StandardFigures]]:
        """Do at least so many runs of a roster, a step each; return the first so many."""
        done = self._begun(roster)
        yield from self._more(roster, lambda: len(done) >= runs)
        return done[:runs]

    def run_ideal(self) -> Generator[None]:
        """Do a few runs with posts, equipment and people in plenty; they are kept as *ideal*."""
        scenario = plentiful(self._scenario, self._question.decided)
        work = partial(run_standards, scenario, self._question.seed)
        for figures in self._place.results(work, range(self._first, self._first + _IDEAL_RUNS)):
            self.ideal.append(figures)
            self.runs += 1
            yield

    def test(self, roster: Roster, hypotheses: Hypotheses, at_most: int) -> Generator[None, None, bool | None]:
        """Do as many runs of a roster as decide whether it is good enough; None if *at_most* do not."""
        done = self._begun(roster)
        verdicts = _Verdicts(hypotheses, self.is_good)
        if (verdict := verdicts.after(done)) is not None:
            return verdict
        yield from self._more(roster, lambda: verdicts.after(done) is not None or len(done) >= at_most)
        return verdicts.after(done)

    def _begun(self, roster: Roster) -> list[StandardFigures]:
        return self._done.setdefault(roster.counts, [])

    def _more(self, roster: Roster, enough: Callable[[], bool]) -> Iterator[None]:
        done = self._begun(roster)
        if enough():
            return
        work = partial(run_standards, with_roster(self._scenario, roster), self._question.seed)
        results = self._place.results(work, count(self._first + len(done)))
        try:
            for figures in results:
                done.append(figures)
                self.runs += 1
                yield
                if enough():
                    return
        finally:
            results.close()


class _Verdicts:
    """The verdict of a sequential test after the runs of a growing list."""

    def __init__(self, hypotheses: Hypotheses, is_good: Callable[[StandardFigures], bool]) -> None:
        self._hypotheses, self._is_good = hypotheses, is_good
        self._good, self._bad = 0, 0
        self._verdict: bool | None = None

    def after(self, runs: list[StandardFigures]) -> bool | None:
        """Return True or False once the runs, looked at one by one, have decided; later ones change nothing."""
        for run in runs[self._good + self._bad :]:
            if self._verdict is None:
                self._look_at(run)
        return self._verdict

    def _look_at(self, run: StandardFigures) -> None:
        good = self._is_good(run)
        self._good, self._bad = self._good + good, self._bad + (not good)
        evidence = self._hypotheses.evidence(self._good, self._bad)
        if abs(evidence) >= self._hypotheses.bound:
            self._verdict = evidence > 0


def loads_of(runs: list[StandardFigures]) -> NDArray[np.float64]:
    """Return the teams wanted at each station, over time, in each run: (runs, stations, moments)."""
    return np.stack([run.wanted_teams for run in runs]).astype(float)

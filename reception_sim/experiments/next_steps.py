"""What each next step of capacity would buy: the best of all additions is taken, and the capacity searched again.

The candidates are a tenth more of each thing. Each is tried with the arrivals at which the standards begin to be
missed, under common random numbers; the one after which most runs keep the standards, and least is missing in the
others, is taken, the cheaper one of equals. With it the search goes on from the limit that was known.
"""

import math
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Final

from reception_sim.actions import problems_in_actions
from reception_sim.experiments.additions import tenths
from reception_sim.experiments.answers import Addition
from reception_sim.experiments.bisection import Bisection, Bracket, Standards
from reception_sim.experiments.inflows import Inflow, InflowTask, judged_in
from reception_sim.experiments.questions import CapacityQuestion
from reception_sim.experiments.workplaces import Workplace
from reception_sim.scenario.changes import with_changes

CANDIDATE_RUNS: Final = 10  # of each addition that is tried
_SEARCHES: Final = 2  # times the replications, seen on the shipped scenarios
_WORTH_IT: Final = 0.001  # of what is missing, relative to the limits; less is not called a help


@dataclass(frozen=True)
class StepTaken:
    """An addition, the bracket of the capacity with it and all before it, and which standard then breaks first."""

    addition: Addition
    bracket: Bracket
    breaks: int | None  # by its number in the plan; None if nothing breaks up to the highest factor


@dataclass(frozen=True)
class Judging:
    """How many replications judge, and how many of them may miss a standard."""

    candidates: int
    replications: int
    allowed: int


def runs_of_next_steps(question: CapacityQuestion) -> int:
    """Return about how many runs all next steps of a question need."""
    return question.next_steps * _runs_of_one(question, min(CANDIDATE_RUNS, question.replications))


class NextSteps:
    """Goes on from a capacity that was found. Its generators yield after each run; *taken* grows as steps are known."""

    def __init__(self, question: CapacityQuestion, inflow: Inflow, workplace: Workplace, judging: Judging) -> None:
        self.taken: list[StepTaken] = []
        self._tried = 0  # runs
        self._searches: list[Bisection] = []
        self.stopped = False  # nothing that can be added helps
        self._question, self._workplace, self._judging = question, workplace, judging
        self._inflow = inflow

    @property
    def runs(self) -> int:
        """Return how many runs it took so far."""
        return self._tried + sum(search.runs for search in self._searches)

    def expected(self) -> int:
        """Return about how many runs the steps that are not taken yet will need."""
        left = 0 if self.stopped else self._question.next_steps - len(self.taken)
        return left * _runs_of_one(self._question, self._judging.candidates)

    def take(self, standards: Standards, start: Bracket) -> Generator[None]:
        """Take one step after another from the capacity *start*."""
        bracket = start
        while len(self.taken) < self._question.next_steps and bracket[0] > 0 and math.isfinite(bracket[1]):
            best = yield from self._best_addition(standards, bracket[1])
            if best is None:
                self.stopped = True
                return
            self._inflow = _with(best, self._inflow)
            bracket = yield from self._searched_again(best, standards, bracket)

    def _best_addition(self, standards: Standards, factor: float) -> Generator[None, None, Addition | None]:
        """Return what helps most at a factor of arrivals; None if nothing does."""
        before = yield from self._missing(self._inflow, standards, factor)
        found: list[tuple[tuple[float, float], float, Addition]] = []
        for one in tenths(self._inflow.scenario):
            after = yield from self._missing(_with(one, self._inflow), standards, factor)
            if after < (before[0], before[1] - _WORTH_IT):
                found.append((after, math.inf if math.isnan(one.cost) else one.cost, one))
        return min(found, key=lambda row: row[:2])[2] if found else None

    def _missing(
        self, inflow: Inflow, standards: Standards, factor: float
    ) -> Generator[None, None, tuple[float, float]]:
        """Return in how many runs a standard is missed, and how much is missing, relative to the limits, on average."""
        tasks: list[InflowTask] = [(inflow, factor, number) for number in range(self._judging.candidates)]
        missed, missing = 0, 0.0
        with closing(self._workplace.results(judged_in, tasks)) as told:
            for shortfalls in told:
                counted = [shortfalls[row] for row in standards]
                missed += any(one > 0 for one in counted)
                missing += sum(counted)
                self._tried += 1
                yield
        return float(missed), missing / self._judging.candidates

    def _searched_again(self, best: Addition, standards: Standards, start: Bracket) -> Generator[None, None, Bracket]:
        question, judging = self._question, self._judging
        search = Bisection(self._inflow, self._workplace, question.lowest, question.highest)
        self._searches.append(search)
        ratio = 1 + question.precision
        bracket = yield from search.narrowed(standards, judging.allowed, judging.replications, ratio, start)
        self.taken.append(StepTaken(best, bracket, _first_broken(search, standards, bracket, judging.replications)))
        return bracket


def _runs_of_one(question: CapacityQuestion, candidate_runs: int) -> int:
    candidates = sum(1 for _ in tenths(question.scenario))
    return candidate_runs * (candidates + 1) + _SEARCHES * question.replications


def _first_broken(search: Bisection, standards: Standards, bracket: Bracket, count: int) -> int | None:
    """Return the standard that most replications miss just above the capacity."""
    if math.isinf(bracket[1]):
        return None
    return max(standards, key=lambda row: search.misses(bracket[1], [row], count))


def _with(addition: Addition, inflow: Inflow) -> Inflow:
    alternative = addition.alternative
    plan = with_changes(inflow.scenario, alternative.changes, alternative.title, (problems_in_actions,))
    return replace(inflow, scenario=plan)

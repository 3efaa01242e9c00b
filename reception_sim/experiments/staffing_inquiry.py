"""The question for the cheapest roster while it is being answered."""

import math
from collections.abc import Generator, Iterator
from dataclasses import replace
from math import prod
from typing import Final

import numpy as np
from typing_extensions import override

from reception_sim.experiments.answers import Ending
from reception_sim.experiments.estimate import half_width
from reception_sim.experiments.inquiries import Inquiry, Step
from reception_sim.experiments.replications import UnfinishedError
from reception_sim.experiments.staffing_answer import Effort, StaffingAnswer, StandardKept, TradeOff, Unmeetable
from reception_sim.experiments.staffing_frontier import Counts
from reception_sim.experiments.staffing_question import Roster, StaffingQuestion
from reception_sim.experiments.staffing_reasons import reason_for
from reception_sim.experiments.staffing_rosters import (
    allowed_shifts,
    duty_rows,
    is_priced,
    people_needed,
    rostered,
    unit_costs,
)
from reception_sim.experiments.staffing_runs import Hypotheses, Trials
from reception_sim.experiments.staffing_search import FIRST_RUNS, RUNS_OF_A_ROSTER, StaffingSearch
from reception_sim.experiments.workplaces import Workplace
from reception_sim.statistics import StandardFigures
from reception_sim.translation import tr

_FRESH: Final = 1_000_000  # the number of the first run of the finish: no search comes so far
_CANDIDATES: Final = 12
_EXPECTED_RUNS: Final = 150
_TOO_BAD: Final = 2.0  # zones below the share that is asked for: the finish does not look at such rosters again


class StaffingInquiry(Inquiry[StaffingAnswer]):
    """Searches, tests the cheapest candidates on fresh runs, and draws the curve of cost against waiting."""

    def __init__(self, question: StaffingQuestion, place: Workplace) -> None:
        self._question = question
        self._scenario = replace(question.scenario, standards=question.standards)
        self._table = allowed_shifts(question)
        self._trials = Trials(question, self._scenario, place, first=0)
        self._fresh = Trials(question, self._scenario, place, first=_FRESH)
        self._search = StaffingSearch(question, self._scenario, self._table, self._trials)
        self._accepted: Counts | None = None
        self._ending = Ending.GOES_ON

    @override
    def steps(self) -> Generator[Step]:
        for _ in self._work():
            done = self._trials.runs + self._fresh.runs
            if done > self._question.runs_at_most:
                self._ending = Ending.AT_CEILING
                return
            yield Step(done, max(_EXPECTED_RUNS, done + FIRST_RUNS))
        self._ending = Ending.PRECISE
        done = self._trials.runs + self._fresh.runs
        yield Step(done, done)

    @override
    def answer(self, cut_short: Ending | None = None) -> StaffingAnswer:
        top = self._trials.of(self._table.with_counts(self._search.top))
        if not top:
            raise UnfinishedError(tr("Stopped before the first run was done."), None)
        best = self._accepted or self._search.frontier.best
        roster = self._table.with_counts(best) if best is not None else None
        now = rostered(self._scenario, self._question.decided)
        return StaffingAnswer(
            question=self._question,
            roster=roster,
            sure=self._accepted is not None,
            cost=math.nan if best is None else self._search.frontier.cost(best),
            cost_now=float(unit_costs(now, self._scenario) @ np.array(now.counts)),
            priced=is_priced(self._scenario, self._question.decided),
            kept=tuple(self._kept(roster)) if roster is not None else (),
            unmeetable=tuple(self._unmeetable(top)),
            people=tuple(people_needed(roster, self._scenario)) if roster is not None else (),
            duty=tuple(duty_rows(roster, self._scenario)) if roster is not None else (),
            trade_off=tuple(self._trade_off()) if roster is not None else (),
            effort=self._effort(),
            ending=cut_short or self._ending,
        )

    def _work(self) -> Generator[None]:
        yield from self._search.work()
        if self._trials.tested:
            self._fresh.tested = self._trials.tested
            yield from self._finish()
            for roster in self._on_the_curve():
                yield from self._trials.run(roster, FIRST_RUNS)

    def _finish(self) -> Generator[None]:
        """Accept the cheapest candidate that passes on fresh runs; each may be judged wrongly with alpha / k.

        After one that does not pass the search goes on, because it may have stopped too early for its sake.
        """
        hypotheses = Hypotheses.of(self._question, (1 - self._question.confidence) / _CANDIDATES)
        for left in range(_CANDIDATES, 0, -1):
            counts = self._cheapest_candidate() if left > 1 else self._search.top
            if (yield from self._fresh.test(self._table.with_counts(counts), hypotheses, RUNS_OF_A_ROSTER)):
                self._accepted = counts
                return
            yield from self._search.go_on_without(counts)

    def _cheapest_candidate(self) -> Counts:
        """Return the cheapest roster that neither the search nor the finish speaks clearly against."""
        promising = [counts for counts in self._trials.tried if self._is_promising(counts)]
        left = (counts for counts in promising if counts not in self._fresh.tried)
        return min(left, key=lambda counts: (self._search.frontier.cost(counts), counts), default=self._search.top)

    def _is_promising(self, counts: Counts) -> bool:
        good, bad = self._trials.good(self._table.with_counts(counts))
        least = self._question.share_of_runs - _TOO_BAD * self._question.indifference
        return self._search.is_possible(counts) and good > 0 and good >= least * (good + bad)

    def _on_the_curve(self) -> Iterator[Roster]:
        """Yield rosters from a lean one through the best to everybody."""
        best, top = self._accepted or self._search.frontier.best, self._search.top
        assert best is not None  # everybody is enough for the standards that are tested
        lean = [tuple(math.ceil(part * count) for count in best) for part in (0.6, 0.8, 0.9)]
        rich = [
            tuple(round(one + part * (two - one)) for one, two in zip(best, top, strict=True))
            for part in (0.25, 0.5, 0.75)
        ]
        for counts in dict.fromkeys((*lean, best, *rich, top)):
            yield self._table.with_counts(counts)

    def _trade_off(self) -> Iterator[TradeOff]:
        for roster in sorted(self._on_the_curve(), key=lambda one: self._search.frontier.cost(one.counts)):
            runs = self._trials.of(roster)[:FIRST_RUNS]
            if len(runs) == FIRST_RUNS:
                yield self._point(roster, runs)

    def _point(self, roster: Roster, runs: list[StandardFigures]) -> TradeOff:
        waits = np.nan_to_num(np.array([run.waits_p95 for run in runs]))
        station = int(np.argmax(waits.mean(axis=0)))
        longest = waits[:, station]
        return TradeOff(
            roster=roster,
            cost=self._search.frontier.cost(roster.counts),
            station=list(self._scenario.stations)[station],
            wait_p95_s=float(longest.mean()),
            half_width_s=half_width(float(longest.std(ddof=1)), len(runs)),
            met_in=sum(map(self._trials.is_good, runs)),
            runs=len(runs),
        )

    def _kept(self, roster: Roster) -> Iterator[StandardKept]:
        runs = self._fresh.of(roster) or self._trials.of(roster)
        for row in self._trials.tested if runs else ():
            met = sum(run.met[row] for run in runs)
            low, high = share_interval(met, len(runs))
            value = float(np.mean([run.values[row] for run in runs]))
            yield StandardKept(row, self._question.standards[row], met, len(runs), low, high, value)

    def _unmeetable(self, top: list[StandardFigures]) -> Iterator[Unmeetable]:
        everybody, ideal = self._table.with_counts(self._search.top), self._trials.ideal
        for row, standard in enumerate(self._question.standards):
            if row not in self._trials.tested and ideal:
                best = float(np.mean([run.values[row] for run in top]))
                reason = reason_for(standard, ideal, everybody, self._scenario)
                yield Unmeetable(row, standard, reason, best, sum(run.met[row] for run in top), len(top))

    def _effort(self) -> Effort:
        grid = float(prod(row.most + 1 for row in self._table.rows))
        each = Hypotheses.of(self._question, 1 - self._question.confidence).runs_to_accept()
        return Effort(self._trials.runs + self._fresh.runs, self._trials.rosters, grid * each)


def share_interval(good: int, runs: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return the interval of a share of which *good* of *runs* were seen (Clopper and Pearson 1934, Biometrika 26)."""
    from scipy.stats import binomtest  # noqa: PLC0415 - 0.5 s that those who only ask need not wait for

    found = binomtest(good, runs).proportion_ci(confidence)
    return float(found.low), float(found.high)

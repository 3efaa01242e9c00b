"""The capacity: how many can arrive before the standards are missed, found by bisection under common random numbers.

Each replication has its own threshold, the factor of arrivals up to which it meets the standards. The capacity is the
quantile of these thresholds that leaves the asked share of runs above it, and its interval is that of the quantile.
A factor is judged only by the replications whose threshold is not known well enough to tell, and only until enough of
them have told. So there are few runs far from the limit and more near it.
"""

import math
from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import pairwise
from typing import Final

from typing_extensions import override

from reception_sim.experiments.alternatives import BASE_ID, Alternative
from reception_sim.experiments.answers import Breaking, CapacityAnswer, Ending, Limit, NextStep, TrustFact
from reception_sim.experiments.bisection import Bisection, Bracket, Standards
from reception_sim.experiments.capacity_sense import require_sense
from reception_sim.experiments.criteria import usual_criteria
from reception_sim.experiments.flow_bounds import flow_bounds
from reception_sim.experiments.folding import SummaryFold
from reception_sim.experiments.inflows import CurveTally, Inflow, figures_of, verdicts_in
from reception_sim.experiments.inquiries import Inquiry, Step
from reception_sim.experiments.next_steps import CANDIDATE_RUNS, Judging, NextSteps
from reception_sim.experiments.order_statistics import ranks_around
from reception_sim.experiments.questions import CapacityQuestion, Precision
from reception_sim.experiments.replications import UnfinishedError
from reception_sim.experiments.trust import trust_in_plan, trust_in_runs
from reception_sim.experiments.workplaces import Workplace
from reception_sim.scenario.other_arrivals import arrivals_a_day
from reception_sim.translation import tr

COARSE: Final = 4  # replications at each factor of the curve
FINER: Final = 10  # replications that narrow the limit down before all are asked
BREAKING: Final = 3  # standards; when so many are broken above the planned arrivals, nobody looks further up
ENOUGH: Final = 0.2  # half of a capacity's interval, relative to it, beyond which more replications would help
_COARSE_RATIO: Final = 1.15
_APART: Final = 1.1  # how far the lowest and highest factor are from the powers of two between them


class FindingCapacity(Inquiry[CapacityAnswer]):
    """Looks over the whole range, then bisects: for all standards together, then for each one."""

    def __init__(self, question: CapacityQuestion, workplace: Workplace) -> None:
        alternative = question.alternative or Alternative(BASE_ID, tr("As planned"))
        scenario = alternative.applied_to(question.scenario)
        require_sense(scenario)
        self.question = question
        self._alternative = alternative
        self._planned_a_day = arrivals_a_day(scenario)
        self._inflow = Inflow(scenario, alternative.journal, usual_criteria(scenario), question.seed)
        self._workplace = workplace
        self._search = Bisection(self._inflow, workplace, question.lowest, question.highest)
        self._runs_at_limit = 0
        self._curve: dict[float, CurveTally] = {}
        self._looked_over = False
        self._impossible: Standards = ()
        self._bracket: Bracket | None = None
        self._interval: Bracket | None = None
        self._breaks: dict[int, Bracket] = {}
        self._at_limit: SummaryFold | None = None
        count = question.replications
        self._next = NextSteps(
            question, self._inflow, workplace, Judging(min(CANDIDATE_RUNS, count), count, self._allowed(count))
        )
        self._ending = Ending.GOES_ON

    @override
    def steps(self) -> Generator[Step]:
        """Do a run a step."""
        yield self._step()
        for work in (
            self._look_over_the_range,
            self._find_the_limit,
            self._find_what_breaks,
            self._look_at_the_limit,
            self._take_next_steps,
        ):
            for _ in work():
                yield self._step()
        self._ending = Ending.PRECISE
        yield self._step()

    @override
    def answer(self, cut_short: Ending | None = None) -> CapacityAnswer:
        if not self._looked_over:
            raise UnfinishedError(tr("Stopped before the range of arrivals was looked over."), None)
        scenario = self._inflow.scenario
        good, bad = self._known_bracket if self._able else (0.0, self.question.lowest)
        low, high = self._interval or (0.0, math.inf)  # until then nothing says how sure it is
        return CapacityAnswer(
            question=self.question,
            scenario=scenario,
            planned_persons_a_day=self._planned_a_day,
            limit=self._limit(good, low, high),
            never_broken=math.isinf(bad),
            breaks=tuple(self._breakings()),
            impossible=tuple(scenario.standards[row] for row in self._impossible),
            criteria=self._inflow.criteria,
            curve=tuple(tally.told(one, one * self._planned_a_day) for one, tally in sorted(self._curve.items())),
            looked_up_to=max(self._curve),
            bounds=flow_bounds(scenario, self._planned_a_day),
            next_steps=tuple(self._steps_taken()),
            nothing_helps=self._next.stopped,
            trust=tuple(self._trust(good, low, high)),
            runs=self._runs,
            grid_runs=self._runs_on_a_grid(),
            ending=self._ending if cut_short is None or self._ending is not Ending.GOES_ON else cut_short,
        )

    @property
    def _known_bracket(self) -> Bracket:
        return self._bracket or self._coarse_bracket(self._able)

    @property
    def _runs(self) -> int:
        return self._search.runs + self._runs_at_limit + self._next.runs

    @property
    def _able(self) -> Standards:
        """Return the standards that can be met."""
        return [row for row in range(len(self._inflow.scenario.standards)) if row not in self._impossible]

    @property
    def _coarse(self) -> int:
        return min(COARSE, self.question.replications)

    @property
    def _finer(self) -> int:
        return min(FINER, self.question.replications)

    def _look_over_the_range(self) -> Iterator[None]:
        """Run a few replications at each factor, upwards until enough standards are broken."""
        for factor in self._ladder():
            tally = CurveTally(self._inflow)
            for verdicts in self._search.verdicts([(factor, number) for number in range(self._coarse)]):
                tally.add(verdicts)
                yield
            self._curve[factor] = tally
            if factor == self.question.lowest:
                self._impossible = [row for row, missed in enumerate(tally.missed) if missed > tally.runs / 2]
            if self._is_broken_enough(factor, tally):
                break
        self._looked_over = True

    def _ladder(self) -> list[float]:
        low, high = self.question.lowest, self.question.highest
        between = (2.0**power for power in range(-10, 6))
        return [low, *(factor for factor in between if low * _APART < factor < high / _APART), high]

    def _is_broken_enough(self, factor: float, tally: CurveTally) -> bool:
        broken = sum(tally.missed[row] == tally.runs for row in self._able)
        return broken == len(self._able) or (broken >= BREAKING and factor >= 1)

    def _coarse_bracket(self, standards: Standards) -> Bracket:
        """Return between which factors of the curve standards break; the second is infinite if they do not."""
        good = 0.0
        for factor in sorted(self._curve):
            if self._search.misses(factor, standards, self._coarse) > self._allowed(self._coarse):
                return good, factor
            good = factor
        return good, math.inf

    def _find_the_limit(self) -> Generator[None]:
        """Narrow the limit of all standards down, with some replications and then with all; then its interval."""
        able, count = self._able, self.question.replications
        if not able:
            return
        start, fine = self._coarse_bracket(able), 1 + self.question.precision
        start = yield from self._search.narrowed(able, self._allowed(self._finer), self._finer, _COARSE_RATIO, start)
        found = yield from self._search.narrowed(able, self._allowed(count), count, fine, start)
        self._bracket = found
        low_rank, high_rank = ranks_around(count, 1 - self.question.share_of_runs)
        low, high = 0.0, math.inf
        if low_rank >= 1:
            low, _ = yield from self._search.narrowed(able, low_rank - 1, count, fine, found)
        if high_rank <= count:
            _, high = yield from self._search.narrowed(able, high_rank - 1, count, fine, found)
        self._interval = min(low, found[0]), max(high, found[1])

    def _find_what_breaks(self) -> Generator[None]:
        """Find the limit of each standard; of those that may decide the whole, as carefully as that."""
        first, _ = self._coarse_bracket(self._able)
        for row in self._able:
            start = self._coarse_bracket([row])
            if math.isinf(start[1]):
                self._breaks[row] = start
                continue
            decides = start[0] == first
            count = self.question.replications if decides else self._finer
            ratio = 1 + (1 if decides else 2) * self.question.precision
            self._breaks[row] = yield from self._search.narrowed([row], self._allowed(count), count, ratio, start)

    def _look_at_the_limit(self) -> Iterator[None]:
        """Run some replications at the limit once more, for all of their figures."""
        factor = self._bracket[0] if self._bracket and self._bracket[0] > 0 else self.question.lowest
        tally = CurveTally(self._inflow)
        tasks = [(self._inflow, factor, number) for number in range(self._finer)]
        with closing(self._workplace.results(figures_of, tasks)) as told:
            for figures in told:
                self._runs_at_limit += 1
                tally.add(verdicts_in(figures, self._inflow))
                if self._at_limit is None:
                    self._at_limit = SummaryFold(figures)
                else:
                    self._at_limit.add(figures)
                yield
        self._curve[factor] = tally

    def _take_next_steps(self) -> Iterator[None]:
        """Add what helps most, and search again."""
        if self._bracket is not None:
            yield from self._next.take(self._able, self._bracket)

    def _steps_taken(self) -> Iterator[NextStep]:
        cost, standards = 0.0, self._inflow.scenario.standards
        for one in self._next.taken:
            cost += one.addition.cost
            good, bad = one.bracket
            breaks = None if one.breaks is None else standards[one.breaks]
            yield NextStep(one.addition, self._limit(good, good, bad), breaks, cost)

    def _allowed(self, count: int) -> int:
        """Return how many of *count* replications may miss a standard."""
        return math.floor((1 - self.question.share_of_runs) * count + 1e-9)

    def _trust(self, factor: float, low: float, high: float) -> Iterator[TrustFact]:
        if self._at_limit is None:
            return
        summary, count = self._at_limit.summary(), self._finer
        width = (high - low) / 2 / factor if factor > 0 else math.inf
        yield from trust_in_runs(summary, Precision(count, count, ENOUGH), width)
        changes = self._alternative.changes
        yield from trust_in_plan(self._inflow.scenario, summary, self._inflow.criteria, changes, factor)

    def _breakings(self) -> Iterator[Breaking]:
        """Yield the standards in the order in which they break, each with what would be the limit without it."""
        standards, never = self._inflow.scenario.standards, (math.inf, math.inf)
        rows = sorted(self._breaks.items(), key=lambda one: one[1])
        for (row, (good, bad)), (_, (following, beyond)) in pairwise([*rows, (-1, never)]):
            yield Breaking(
                standard=standards[row],
                limit=self._limit(good, good, bad),
                holds=math.isinf(bad),
                once_mended=self._limit(following, following, beyond),
            )

    def _limit(self, factor: float, low: float, high: float) -> Limit:
        a_day = self._planned_a_day
        return Limit(factor, low, high, factor * a_day, low * a_day, high * a_day)

    def _runs_on_a_grid(self) -> int:
        """Return how many runs a grid from the lowest factor to the highest looked at would need, as fine as this."""
        steps = math.log(max(self._curve) / self.question.lowest) / math.log1p(self.question.precision)
        return (math.ceil(steps) + 1) * self.question.replications

    def _step(self) -> Step:
        if self._ending is not Ending.GOES_ON:
            return Step(self._runs, self._runs)
        coarse = len(self._ladder()) * self._coarse
        fine = 2 * self.question.replications + self._finer * (1 + len(self._able))
        return Step(
            self._runs, max(coarse + fine, self._runs - self._next.runs + 1) + self._next.runs + self._next.expected()
        )

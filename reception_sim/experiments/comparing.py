"""Comparing alternatives: replications of all of them side by side, until enough is known of each."""

import math
from collections.abc import Generator, Iterator, Sequence
from typing import Final, TypeAlias

import numpy as np
from typing_extensions import override

from reception_sim.experiments.alternatives import BASE_ID, Alternative
from reception_sim.experiments.answers import (
    AlternativeResult,
    Comparison,
    CriterionFigures,
    Difference,
    Ending,
    Ranking,
)
from reception_sim.experiments.criteria import COST, Criterion
from reception_sim.experiments.estimate import Estimate, Tally
from reception_sim.experiments.folding import SummaryFold
from reception_sim.experiments.inquiries import Inquiry, Step
from reception_sim.experiments.order_statistics import quantile_of
from reception_sim.experiments.paired import PairedTally, ranking
from reception_sim.experiments.questions import CompareQuestion, QuestionError
from reception_sim.experiments.replications import UnfinishedError, run_replication
from reception_sim.experiments.trust import trust_in_plan, trust_in_runs
from reception_sim.experiments.workplaces import Workplace
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.changes import plan_differences
from reception_sim.statistics import RunFigures
from reception_sim.translation import tr

VALUES_AT_MOST: Final = 2_000  # kept of each criterion, for distributions; more would only fill the memory
SHARES: Final = (0.05, 0.5, 0.95)

# An alternative, what it makes of the scenario, the seed, and the number of the replication.
_Task: TypeAlias = tuple[Alternative, ScenarioPlan, int, int]


class Comparing(Inquiry[Comparison]):
    """Runs replication 0 of the base and each alternative, then replication 1 of each, and so on.

    Whether there are enough is decided after each whole round, so it does not matter where the rounds are run.
    ScenarioError or QuestionError tell, before any run, what is wrong with the question.
    """

    def __init__(self, question: CompareQuestion, workplace: Workplace) -> None:
        _require_sense(question)
        self.question = question
        base = Alternative(BASE_ID, tr("As planned"))
        self._sides = [_Side(one, question) for one in (base, *question.alternatives)]
        self._pairs = {
            (side.alternative.id, criterion): PairedTally()
            for side in self._sides[1:]
            for criterion in question.criteria
        }
        self._workplace = workplace
        self._ending = Ending.GOES_ON

    @property
    def done(self) -> int:
        """Return how many replications of each alternative are in the answer."""
        return self._sides[-1].done

    @override
    def steps(self) -> Generator[Step]:
        """Do a run a step, until the precision or the ceiling is reached."""
        yield Step(0, len(self._sides) * self._expected())
        round_: list[RunFigures] = []
        for figures in self._workplace.results(_run, self._tasks()):
            round_.append(figures)
            if len(round_) == len(self._sides):
                self._add(round_)
                round_ = []
            yield Step(self.done * len(self._sides) + len(round_), len(self._sides) * self._expected())
            if self._ending is not Ending.GOES_ON:
                return

    @override
    def answer(self, cut_short: Ending | None = None) -> Comparison:
        if not self.done:
            raise UnfinishedError(tr("Stopped before the first replication of each alternative was done."), None)
        return Comparison(
            question=self.question,
            results=tuple(side.result(self._sides[0].scenario, self._steering) for side in self._sides),
            differences=tuple(self._differences()),
            rankings=tuple(self._rankings()),
            done=self.done,
            comparisons=len(self._pairs),
            ending=self._ending if cut_short is None or self._ending is not Ending.GOES_ON else cut_short,
        )

    def _tasks(self) -> Iterator[_Task]:
        for replication in range(self.done, self._ceiling):
            for side in self._sides:
                yield side.alternative, side.scenario, self.question.seed, replication

    @property
    def _ceiling(self) -> int:
        precision = self.question.precision
        return precision.floor if precision.relative is None else precision.ceiling

    def _add(self, round_: Sequence[RunFigures]) -> None:
        for side, figures in zip(self._sides, round_, strict=True):
            side.add(figures)
        last = {side.alternative.id: side.last for side in self._sides}
        for (name, criterion), pair in self._pairs.items():
            pair.add(self._sides[0].last[criterion], last[name][criterion])
        if self.done >= self.question.precision.floor and self._is_precise():
            self._ending = Ending.PRECISE
        elif self.done >= self._ceiling:
            self._ending = Ending.AT_CEILING

    def _is_precise(self) -> bool:
        relative = self.question.precision.relative
        if relative is None:
            return True
        return all(
            _is_known(side.estimate(criterion), relative, self.question.indifference.get(criterion, 0.0))
            for side in self._sides
            for criterion in self._steering
        )

    @property
    def _steering(self) -> tuple[Criterion, ...]:
        return steering(self.question)

    def _expected(self) -> int:
        """Return how many replications there will be, from how wide the intervals still are."""
        precision = self.question.precision
        if precision.relative is None or self.done < min(precision.floor, 3):
            return precision.floor
        widest = max(
            (relative_width(side.estimate(one)) for side in self._sides for one in self._steering), default=0.0
        )
        needed = math.ceil(self.done * min(widest / precision.relative, 1e3) ** 2)
        return min(max(needed, precision.floor, self.done), precision.ceiling)

    def _differences(self) -> Iterator[Difference]:
        for (name, criterion), pair in self._pairs.items():
            yield pair.difference(name, criterion, len(self._pairs), self._zone(criterion))

    def _zone(self, criterion: Criterion) -> float:
        """Return up to which size a difference is none."""
        usual = 0.0 if criterion == COST else self.question.trifle * abs(self._sides[0].estimate(criterion).mean)
        zone = self.question.indifference.get(criterion, usual)
        return zone if math.isfinite(zone) else 0.0

    def _rankings(self) -> Iterator[Ranking]:
        names = [side.alternative.id for side in self._sides]
        for criterion in self.question.criteria:
            values = np.array([side.values[criterion] for side in self._sides]).T
            yield ranking(criterion, names, values)


class _Side:
    """One alternative while it is run: its plan, and its figures so far."""

    def __init__(self, alternative: Alternative, question: CompareQuestion) -> None:
        self.alternative = alternative
        self.scenario = alternative.applied_to(question.scenario)
        self.values: dict[Criterion, list[float]] = {criterion: [] for criterion in question.criteria}
        self.last: dict[Criterion, float] = {}
        self._question = question
        self._tallies = {criterion: Tally() for criterion in question.criteria}
        self._verdicts = {criterion: [0, 0] for criterion in question.criteria}
        self._fold: SummaryFold | None = None

    @property
    def done(self) -> int:
        return self._fold.replications if self._fold else 0

    def estimate(self, criterion: Criterion) -> Estimate:
        return self._tallies[criterion].estimate()

    def add(self, figures: RunFigures) -> None:
        if self._fold is None:
            self._fold = SummaryFold(figures)
        else:
            self._fold.add(figures)
        for criterion, tally in self._tallies.items():
            value = self.last[criterion] = criterion.value_in(figures)
            tally.add(value)
            if len(self.values[criterion]) < VALUES_AT_MOST:
                self.values[criterion].append(value)
            row = criterion.figure_in(figures)
            if row is not None and row.met is not None:
                self._verdicts[criterion][0 if row.met else 1] += 1

    def result(self, base: ScenarioPlan, steering: Sequence[Criterion]) -> AlternativeResult:
        assert self._fold is not None  # asked only when a round is done
        summary = self._fold.summary()
        figures = tuple(map(self._figures, self._question.criteria))
        width = max((relative_width(self.estimate(one)) for one in steering), default=math.nan)
        return AlternativeResult(
            alternative=self.alternative,
            scenario=self.scenario,
            changes=plan_differences(base, self.scenario),
            figures=figures,
            summary=summary,
            trust=(
                *trust_in_runs(summary, self._question.precision, width),
                *trust_in_plan(self.scenario, summary, self._question.criteria, self.alternative.changes),
            ),
        )

    def _figures(self, criterion: Criterion) -> CriterionFigures:
        values = tuple(self.values[criterion])
        met, missed = self._verdicts[criterion]
        return CriterionFigures(
            criterion=criterion,
            estimate=self.estimate(criterion),
            quantiles=tuple(quantile_of(values, share) for share in SHARES),
            values=values,
            met_in=met,
            missed_in=missed,
        )


def steering(question: CompareQuestion) -> tuple[Criterion, ...]:
    """Return the criteria that decide how many replications are needed."""
    if question.steer_by:
        return question.steer_by
    limited = {(one.indicator, one.at or "") for one in question.scenario.standards}
    chosen = tuple(one for one in question.criteria if (one.indicator, one.place) in limited)
    return chosen or tuple(one for one in question.criteria if one != COST)


def relative_width(estimate: Estimate) -> float:
    """Return the half width over the mean; 0 where nothing was measured or varies, infinite for one replication."""
    if estimate.replications == 0 or estimate.sd == 0 or not math.isfinite(estimate.mean):
        return 0.0
    if math.isnan(estimate.half_width) or estimate.mean == 0:
        return math.inf
    return estimate.half_width / abs(estimate.mean)


def _is_known(estimate: Estimate, relative: float, zone: float) -> bool:
    return relative_width(estimate) <= relative or estimate.half_width <= zone


def _run(task: _Task) -> RunFigures:
    alternative, scenario, seed, replication = task
    return run_replication(scenario, seed, replication, alternative.journal)


def _require_sense(question: CompareQuestion) -> None:
    ids = [BASE_ID, *(one.id for one in question.alternatives)]
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice is not None:
        raise QuestionError(tr('two alternatives have the id "{id}"', id=twice))
    if not question.alternatives:
        raise QuestionError(tr("there is nothing to compare: name at least one alternative"))
    if not question.criteria:
        raise QuestionError(tr("say by what the alternatives are judged: there is no criterion"))

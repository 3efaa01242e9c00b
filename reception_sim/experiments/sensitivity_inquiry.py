"""The question which assumptions matter, while it is being answered: point by point, each with runs of its own."""

import math
from collections.abc import Generator, Iterable
from dataclasses import replace
from itertools import product
from typing import Final, TypeAlias

import numpy as np
from typing_extensions import override

from reception_sim.experiments.answers import Ending
from reception_sim.experiments.breaking_boxes import breaking_box
from reception_sim.experiments.estimate import half_width
from reception_sim.experiments.inquiries import Inquiry, Step
from reception_sim.experiments.rank_correlation import spearman, surely_not_zero
from reception_sim.experiments.replications import UnfinishedError
from reception_sim.experiments.sensitivity_answer import (
    BreakingBox,
    PointResult,
    RankCorrelation,
    SensitivityAnswer,
    Target,
)
from reception_sim.experiments.sensitivity_question import SensitivityQuestion, Span
from reception_sim.experiments.sensitivity_spans import spans_of
from reception_sim.experiments.workplaces import Workplace
from reception_sim.recording import Times
from reception_sim.run import run_whole
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.scaling import scaled
from reception_sim.statistics import IndicatorFigure, indicators_of
from reception_sim.translation import tr

Task: TypeAlias = tuple[ScenarioPlan, int, int]
Settings: TypeAlias = tuple[float, ...]

_USUAL_POINTS: Final = {1: 11, 2: 7}
_USUAL_SAMPLE: Final = 60
_MANY: Final = 3  # spans from which on they are sampled: fewer are gone through on a grid


def run_indicators(task: Task) -> tuple[IndicatorFigure, ...]:
    """Return the indicators of one run of (scenario, seed, replication): a pure function, for any process."""
    scenario, seed, replication = task
    return indicators_of(run_whole(scenario, seed, replication), scenario)


class SensitivityInquiry(Inquiry[SensitivityAnswer]):
    """Runs every point of the design; the runs of a point share no chance with those of another."""

    def __init__(self, question: SensitivityQuestion, place: Workplace) -> None:
        self._question, self._place = question, place
        self._spans, self._left_out = spans_of(question)
        self._design = design(question, self._spans)
        self._runs: list[tuple[IndicatorFigure, ...]] = []

    @override
    def steps(self) -> Generator[Step]:
        total = len(self._design) * self._question.runs_per_point
        results = self._place.results(run_indicators, self._tasks())
        try:
            for figures in results:
                self._runs.append(figures)
                yield Step(len(self._runs), total)
        finally:
            results.close()

    @override
    def answer(self, cut_short: Ending | None = None) -> SensitivityAnswer:
        each = self._question.runs_per_point
        done = len(self._runs) // each
        if not done:
            raise UnfinishedError(tr("Stopped before the first point was done."), None)
        targets = _targets(self._runs)
        points = tuple(
            _point(settings, self._runs[number * each : (number + 1) * each], targets)
            for number, settings in enumerate(self._design[:done])
        )
        settings = np.array([point.settings for point in points])
        correlations = _judged(tuple(_correlations(settings, points, len(targets))))
        return SensitivityAnswer(
            question=self._question,
            spans=self._spans,
            targets=targets,
            points=points,
            correlations=correlations,
            boxes=tuple(_boxes(settings, points, targets)),
            order=_order(self._spans, correlations),
            left_out=self._left_out,
            runs=len(self._runs),
            ending=cut_short or (Ending.PRECISE if done == len(self._design) else Ending.GOES_ON),
        )

    def _tasks(self) -> Iterable[Task]:
        each = self._question.runs_per_point
        for number, settings in enumerate(self._design):
            plan = self._question.scenario
            for span, factor in zip(self._spans, settings, strict=True):
                plan = scaled(plan, span.field, factor)
            for run in range(each):
                yield plan, self._question.seed, number * each + run


def design(question: SensitivityQuestion, spans: tuple[Span, ...]) -> tuple[Settings, ...]:
    """Return the settings of every point: steps of one span, a grid of two, or a Latin hypercube of more.

    A Latin hypercube has each span's range cut into as many strips as there are points, and one point in each strip
    (McKay, Beckman and Conover 1979, Technometrics 21).
    """
    points = question.points or _USUAL_POINTS.get(len(spans), _USUAL_SAMPLE)
    if len(spans) < _MANY:
        steps = [np.linspace(span.low, span.high, points).tolist() for span in spans]
        return tuple(product(*steps))
    from scipy.stats import qmc  # noqa: PLC0415 - a second that only this question need wait for

    sampler = qmc.LatinHypercube(len(spans), rng=np.random.default_rng(question.seed))
    low, high = [span.low for span in spans], [span.high for span in spans]
    return tuple(tuple(row) for row in qmc.scale(sampler.random(points), low, high).tolist())


def _targets(runs: list[tuple[IndicatorFigure, ...]]) -> tuple[Target, ...]:
    """Return what is looked at: indicators with a standard, or all where the scenario has none."""
    figures = runs[0]
    judged = tuple(figure for figure in figures if figure.standard is not None)
    return tuple(Target(one.indicator, one.place, one.unit, one.standard) for one in judged or figures)


def _point(settings: Settings, runs: list[tuple[IndicatorFigure, ...]], targets: tuple[Target, ...]) -> PointResult:
    figures = [[_figure_of(target, run) for run in runs] for target in targets]
    values = [np.array([math.nan if one is None else one.value for one in row]) for row in figures]
    return PointResult(
        settings=settings,
        values=tuple(map(_mean, values)),
        half_widths=tuple(map(_half_width, values)),
        missed=tuple(_share_missed(row) for row in figures),
    )


def _figure_of(target: Target, run: tuple[IndicatorFigure, ...]) -> IndicatorFigure | None:
    return next(
        (
            one
            for one in run
            if (one.indicator, one.place, one.standard) == (target.indicator, target.place, target.standard)
        ),
        None,
    )


def _mean(values: Times) -> float:
    measured = values[~np.isnan(values)]
    return float(measured.mean()) if len(measured) else math.nan


def _half_width(values: Times) -> float:
    measured = values[np.isfinite(values)]
    return half_width(float(measured.std(ddof=1)), len(measured)) if len(measured) > 1 else math.nan


def _share_missed(figures: list[IndicatorFigure | None]) -> float:
    judged = [one.met for one in figures if one is not None and one.met is not None]
    return judged.count(False) / len(judged) if judged else math.nan


def _correlations(settings: Times, points: tuple[PointResult, ...], targets: int) -> Iterable[RankCorrelation]:
    for span in range(settings.shape[1]):
        for target in range(targets):
            values = np.array([point.values[target] for point in points])
            yield RankCorrelation(span, target, *spearman(settings[:, span], values))


def _judged(correlations: tuple[RankCorrelation, ...]) -> tuple[RankCorrelation, ...]:
    sure = surely_not_zero([(one.rho, one.points) for one in correlations])
    return tuple(replace(one, is_clear=is_clear) for one, is_clear in zip(correlations, sure, strict=True))


def _boxes(settings: Times, points: tuple[PointResult, ...], targets: tuple[Target, ...]) -> Iterable[BreakingBox]:
    for number, target in enumerate(targets):
        if target.standard is not None:
            missed = np.array([point.missed[number] for point in points])
            judged = ~np.isnan(missed)
            yield breaking_box(number, settings[judged], missed[judged] > 0.5)


def _order(spans: tuple[Span, ...], correlations: tuple[RankCorrelation, ...]) -> tuple[int, ...]:
    """Return the spans, unsourced assumptions first, and of each kind the one that moves any target most first."""
    strength = [
        max((abs(one.rho) for one in correlations if one.span == span and one.is_clear), default=0.0)
        for span in range(len(spans))
    ]
    return tuple(sorted(range(len(spans)), key=lambda span: (spans[span].sourced, -strength[span], span)))

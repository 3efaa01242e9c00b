"""A bottleneck put on a page: a tornado of what one more of each thing changes, and the same against its cost."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from reception_sim.experiments.answers import BottleneckAnswer, Conclusion, Effect, Ending
from reception_sim.experiments.criteria import COST, Criterion
from reception_sim.reports.bottleneck_words import addition_in_short, bottleneck_in_words
from reception_sim.reports.criterion_words import criterion_in_words
from reception_sim.translation import tr
from ui.pages.answer_shown import AnswerShown, NamedFigure
from ui.pages.compare_shown import made_by
from ui.pages.criteria_shown import Measure, interval_of, measure_of
from ui.pages.trust_shown import trust_lines
from ui.plots.figures import Curve, CurveChart, CurvePoint, Interval, IntervalChart

_ROWS_AT_MOST: Final = 12  # of the tornado; the rest moves less still
_FEW: Final = 8  # points that can all be named


def bottleneck_shown(answer: BottleneckAnswer, criterion: Criterion) -> AnswerShown:
    """Return what a page shows of a bottleneck while *criterion* is looked at."""
    sentence, *more = bottleneck_in_words(answer, criterion)
    base = answer.comparison.results[0]
    return AnswerShown(
        sentence=sentence,
        more=tuple(more),
        figures=tuple(_figures(answer, criterion)),
        trust=trust_lines(base.trust, base.scenario),
        made_by=made_by(answer.comparison.results),
        is_final=answer.comparison.ending is not Ending.GOES_ON,
    )


def _figures(answer: BottleneckAnswer, criterion: Criterion) -> Iterator[NamedFigure]:
    known = [one for one in answer.effects_on(criterion) if math.isfinite(one.difference.estimate.mean)]
    scenario = answer.question.scenario
    measure = measure_of(criterion, scenario, (one.difference.estimate.mean for one in known))
    largest = sorted(known, key=lambda one: -abs(one.difference.estimate.mean))[:_ROWS_AT_MOST]
    yield NamedFigure(tr("One more of each"), _tornado(answer, criterion, measure, largest))
    priced = [one for one in known if math.isfinite(one.addition.cost)]
    if priced and criterion != COST:
        yield NamedFigure(tr("Effect and cost"), _against_cost(answer, criterion, measure, priced))


def _tornado(
    answer: BottleneckAnswer, criterion: Criterion, measure: Measure, effects: Sequence[Effect]
) -> IntervalChart:
    scenario = answer.question.scenario
    title = criterion_in_words(criterion, scenario)
    return IntervalChart(
        tr("{what}: what one more of each changes", what=title),
        measure.unit,
        tuple(_bar(one, answer, measure) for one in effects),
        bars=True,
    )


def _bar(effect: Effect, answer: BottleneckAnswer, measure: Measure) -> Interval:
    scenario, difference = answer.question.scenario, effect.difference
    return interval_of(
        addition_in_short(effect.addition, scenario),
        measure,
        (difference.estimate.mean, difference.low, difference.high),
        place=0 if difference.conclusion is Conclusion.BETTER else 1,
    )


def _against_cost(
    answer: BottleneckAnswer, criterion: Criterion, measure: Measure, effects: Sequence[Effect]
) -> CurveChart:
    scenario = answer.question.scenario
    points = tuple(
        CurvePoint(
            one.addition.cost,
            measure.of(one.difference.estimate.mean),
            measure.of(one.difference.low),
            measure.of(one.difference.high),
            scenario.title_of(one.addition.subject)
            if one.difference.conclusion is Conclusion.BETTER or len(effects) <= _FEW
            else "",
        )
        for one in sorted(effects, key=lambda one: one.addition.cost)
    )
    return CurveChart(
        tr("{what}: what one more changes, against its cost", what=criterion_in_words(criterion, scenario)),
        tr("Cost ({currency})", currency=scenario.currency),
        measure.unit,
        (Curve(tr("One more of each"), points, joined=False),),
    )

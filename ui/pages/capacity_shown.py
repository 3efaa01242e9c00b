"""A capacity put on a page: how many people a day, what breaks first, and the curves that show it."""

import math
from collections.abc import Iterator
from typing import Final

from reception_sim.actions import Journal
from reception_sim.experiments.answers import Breaking, CapacityAnswer, Ending, NextStep
from reception_sim.experiments.answers import CurvePoint as MeasuredPoint
from reception_sim.experiments.criteria import Criterion
from reception_sim.experiments.inflows import scaled_arrivals
from reception_sim.reports.capacity_words import capacity_in_words
from reception_sim.reports.criterion_words import criterion_in_words, standard_in_words
from reception_sim.reports.wording import in_unit
from reception_sim.translation import tr
from ui import wording
from ui.pages.answer_shown import AnswerShown, MadeBy, NamedFigure
from ui.pages.criteria_shown import limits_of, measure_of
from ui.pages.trust_shown import trust_lines
from ui.plots.content import ReferenceLine
from ui.plots.figures import Curve, CurveChart, CurvePoint, Interval, IntervalChart

_SEEN_UP_TO: Final = 3  # times the capacity or the plan, whichever is more


def capacity_shown(answer: CapacityAnswer, criterion: Criterion) -> AnswerShown:
    """Return what a page shows of a capacity while the curve of *criterion* is looked at."""
    sentence, *more = capacity_in_words(answer)
    return AnswerShown(
        sentence=sentence,
        more=tuple(more),
        figures=tuple(_figures(answer, criterion)),
        trust=trust_lines(answer.trust, answer.scenario),
        made_by=tuple(_made_by(answer)),
        is_final=answer.ending is not Ending.GOES_ON,
    )


def _made_by(answer: CapacityAnswer) -> Iterator[MadeBy]:
    """Yield the scenario as planned, and with as many arrivals as it can receive."""
    journal = answer.question.alternative.journal if answer.question.alternative else ()
    yield MadeBy(tr("As planned"), answer.scenario, journal)
    if math.isfinite(answer.limit.factor) and answer.limit.factor > 0:
        at_limit = scaled_arrivals(answer.scenario, answer.limit.factor)
        yield MadeBy(tr("At its capacity"), answer.scenario, (*at_limit, *journal))
    yield from _after_steps(answer, journal)


def _after_steps(answer: CapacityAnswer, journal: Journal) -> Iterator[MadeBy]:
    plan = answer.scenario
    for number, step in enumerate(answer.next_steps, 1):
        plan = step.addition.alternative.applied_to(plan)
        at_limit = scaled_arrivals(plan, step.limit.factor)
        yield MadeBy(tr("At its capacity, after step {n}", n=number), plan, (*at_limit, *journal))


def _figures(answer: CapacityAnswer, criterion: Criterion) -> Iterator[NamedFigure]:
    marks = _marks(answer)
    yield NamedFigure(tr("Standards kept"), _kept(answer, marks))
    yield NamedFigure(tr("Capacity curve"), _curve(answer, criterion, marks))
    broken = [one for one in answer.breaks if not one.holds and math.isfinite(one.limit.persons_a_day)]
    if broken:
        yield NamedFigure(tr("What breaks"), _breaks(answer, broken))
    if answer.next_steps:
        yield NamedFigure(tr("Next steps"), _next_steps(answer))


def _marks(answer: CapacityAnswer) -> tuple[ReferenceLine, ...]:
    planned = ReferenceLine(tr("Planned"), answer.planned_persons_a_day)
    if not math.isfinite(answer.limit.persons_a_day):
        return (planned,)
    return (planned, ReferenceLine(tr("Capacity"), answer.limit.persons_a_day))


def _near(answer: CapacityAnswer) -> list[MeasuredPoint]:
    """Return the points up to three times what matters: further up a curve only flattens what is to be seen."""
    most = _SEEN_UP_TO * max(mark.value for mark in _marks(answer))
    near = [point for point in answer.curve if point.persons_a_day <= most]
    return near if len(near) > 2 else list(answer.curve)


def _kept(answer: CapacityAnswer, marks: tuple[ReferenceLine, ...]) -> CurveChart:
    points = tuple(
        CurvePoint(point.persons_a_day, 100 * point.met_share, math.nan, math.nan) for point in _near(answer)
    )
    asked = ReferenceLine(tr("Asked for"), 100 * answer.question.share_of_runs)
    title = tr("Runs that keep every standard, as more people arrive")
    return CurveChart(title, tr("people a day"), tr("% of runs"), (Curve(tr("Runs"), points),), (asked,), marks)


def _curve(answer: CapacityAnswer, criterion: Criterion, marks: tuple[ReferenceLine, ...]) -> CurveChart:
    place = answer.criteria.index(criterion)
    measured = [(point, point.estimates[place]) for point in _near(answer)]
    measure = measure_of(criterion, answer.scenario, (estimate.mean for _, estimate in measured))
    points = tuple(
        CurvePoint(
            point.persons_a_day,
            measure.of(estimate.mean),
            measure.of(estimate.mean - estimate.half_width),
            measure.of(estimate.mean + estimate.half_width),
        )
        for point, estimate in measured
    )
    title = criterion_in_words(criterion, answer.scenario)
    return CurveChart(
        tr("{what}, as more people arrive", what=title),
        tr("people a day"),
        measure.unit,
        (Curve(title, points),),
        limits_of(criterion, answer.scenario, measure),
        marks,
    )


def _breaks(answer: CapacityAnswer, broken: list[Breaking]) -> IntervalChart:
    rows = tuple(
        Interval(
            wording.sentence(standard_in_words(one.standard, answer.scenario)),
            one.limit.persons_a_day,
            one.limit.persons_a_day_low,
            one.limit.persons_a_day_high,
        )
        for one in broken
    )
    planned = ReferenceLine(tr("Planned"), answer.planned_persons_a_day)
    return IntervalChart(tr("At how many arrivals each standard breaks"), tr("people a day"), rows, (planned,))


def _next_steps(answer: CapacityAnswer) -> IntervalChart:
    """Return the capacity as planned and after each step, every step on top of those before it."""
    limits = [(tr("As planned"), answer.limit), *((_named(one, answer), one.limit) for one in answer.next_steps)]
    rows = tuple(
        Interval(name, one.persons_a_day, one.persons_a_day_low, one.persons_a_day_high) for name, one in limits
    )
    planned = ReferenceLine(tr("Planned"), answer.planned_persons_a_day)
    return IntervalChart(
        tr("Capacity after each next step; the line of a step ends where the standards are missed"),
        tr("people a day"),
        rows,
        (planned,),
    )


def _named(step: NextStep, answer: CapacityAnswer) -> str:
    name = tr("+ {what}", what=answer.scenario.title_of(step.addition.subject))
    if math.isnan(step.cost):
        return name
    cost = in_unit(wording.count(step.cost), answer.scenario.currency)
    return tr("{what}, {cost} in all", what=name, cost=cost)

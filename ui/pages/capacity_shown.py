"""A capacity put on a page: how many people a day, what breaks first, and the curves that show it."""

import math
from collections.abc import Iterator
from typing import Final

from reception_sim.experiments.answers import Breaking, CapacityAnswer, Ending, Limit
from reception_sim.experiments.answers import CurvePoint as MeasuredPoint
from reception_sim.experiments.criteria import Criterion
from reception_sim.scenario.standards import StandardPlan
from reception_sim.translation import tr
from ui import wording
from ui.pages.answer_shown import AnswerShown, NamedFigure
from ui.pages.criteria_shown import limits_of, measure_of, title_of
from ui.pages.trust_shown import trust_lines
from ui.plots.content import ReferenceLine
from ui.plots.figures import Curve, CurveChart, CurvePoint, Interval, IntervalChart

_NAMED: Final = 3  # of what breaks
_SEEN_UP_TO: Final = 3  # times the capacity or the plan, whichever is more


def capacity_shown(answer: CapacityAnswer, criterion: Criterion) -> AnswerShown:
    """Return what a page shows of a capacity while the curve of *criterion* is looked at."""
    return AnswerShown(
        sentence=capacity_in_words(answer),
        more=tuple(_more(answer)),
        figures=tuple(_figures(answer, criterion)),
        trust=trust_lines(answer.trust, answer.scenario),
        is_final=answer.ending is not Ending.GOES_ON,
    )


def capacity_in_words(answer: CapacityAnswer) -> str:
    """Say how many people a day can be received."""
    share = tr("{n} % of runs", n=wording.count(100 * answer.question.share_of_runs))
    highest = wording.about_people(answer.planned_persons_a_day * answer.question.highest)
    if answer.never_broken:
        return tr("No standard breaks up to {people} a day, the most that was tried.", people=highest)
    if not math.isfinite(answer.limit.factor):
        return tr("No number of arrivals was found at which the standards are kept in {share}.", share=share)
    return tr(
        "{people} a day can be received with the standards kept in {share} ({span}); planned are {planned}.",
        people=wording.sentence(wording.about_people(answer.limit.persons_a_day)),
        share=share,
        span=_span(answer.limit),
        planned=wording.count(answer.planned_persons_a_day),
    )


def _span(limit: Limit) -> str:
    if not (math.isfinite(limit.persons_a_day_low) and math.isfinite(limit.persons_a_day_high)):
        return tr("too few runs to say how sure")
    return tr(
        "{low} to {high}", low=wording.count(limit.persons_a_day_low), high=wording.count(limit.persons_a_day_high)
    )


def standard_in_words(standard: StandardPlan, answer: CapacityAnswer) -> str:
    """Say what a standard is about, and where."""
    return title_of(Criterion(standard.indicator, standard.at or ""), answer.scenario)


def _more(answer: CapacityAnswer) -> Iterator[str]:
    broken = [one for one in answer.breaks if not one.holds]
    if broken:
        yield tr("First breaks: {what}.", what="; ".join(_breaking(answer, one) for one in broken[:_NAMED]))
        yield from _next_step(broken[0])
    if answer.impossible:
        named = "; ".join(standard_in_words(one, answer) for one in answer.impossible)
        yield tr("Missed even with the fewest arrivals that were tried, so left out: {what}.", what=named)
    if answer.bounds:
        bound = answer.bounds[0]
        yield tr(
            "A check by flow balance: above {people} a day there is more work for {station} than its staff can do.",
            people=wording.count(bound.persons_a_day),
            station=answer.scenario.title_of(bound.station),
        )
    yield tr(
        "{runs} runs; a plain grid would have needed {grid}.",
        runs=wording.count(answer.runs),
        grid=wording.count(answer.grid_runs),
    )


def _breaking(answer: CapacityAnswer, one: Breaking) -> str:
    what = standard_in_words(one.standard, answer)
    return tr("{what} at {n} a day", what=what, n=wording.count(one.limit.persons_a_day))


def _next_step(first: Breaking) -> Iterator[str]:
    mended = first.once_mended.persons_a_day
    if math.isfinite(mended):
        yield tr("With that taken care of, {n} a day could be received.", n=wording.count(mended))


def _figures(answer: CapacityAnswer, criterion: Criterion) -> Iterator[NamedFigure]:
    marks = _marks(answer)
    yield NamedFigure(tr("Standards kept"), _kept(answer, marks))
    yield NamedFigure(tr("Capacity curve"), _curve(answer, criterion, marks))
    broken = [one for one in answer.breaks if not one.holds and math.isfinite(one.limit.persons_a_day)]
    if broken:
        yield NamedFigure(tr("What breaks"), _breaks(answer, broken))


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
    title = title_of(criterion, answer.scenario)
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
            standard_in_words(one.standard, answer),
            one.limit.persons_a_day,
            one.limit.persons_a_day_low,
            one.limit.persons_a_day_high,
        )
        for one in broken
    )
    planned = ReferenceLine(tr("Planned"), answer.planned_persons_a_day)
    return IntervalChart(tr("At how many arrivals each standard breaks"), tr("people a day"), rows, (planned,))

"""A sensitivity put on a page: what matters most, rank correlations, and the course or map of one or two fields."""

import math
from collections.abc import Iterator
from typing import Final

from reception_sim.experiments.answers import Ending
from reception_sim.experiments.criteria import Criterion
from reception_sim.experiments.sensitivity_answer import BreakingBox, Limits, SensitivityAnswer
from reception_sim.reports.criterion_words import criterion_in_words
from reception_sim.reports.sensitivity_words import named_span, sensitivity_in_words
from reception_sim.reports.wording import sentence
from reception_sim.translation import tr, tr_plural
from ui.pages.answer_shown import AnswerShown, MadeBy, NamedFigure, TrustLine
from ui.pages.criteria_shown import limits_of, measure_of
from ui.plots.content import ReferenceLine
from ui.plots.figures import Curve, CurveChart, CurvePoint, HeatChart, Interval, IntervalChart, number_text

_ROWS_AT_MOST: Final = 12  # of a chart; the table in the report has all
_FEW: Final = 30  # points
_SCATTERS: Final = 3
_AT_THE_END: Final = 0.03  # of a range
_HALF: Final = 0.5  # of the runs at a point


def sensitivity_shown(answer: SensitivityAnswer, looked_at: Criterion) -> AnswerShown:
    """Return what a page shows of a sensitivity while a criterion is looked at; the first target if it is none."""
    target = _target(answer, looked_at)
    sentence, *more = sensitivity_in_words(answer, target if len(answer.spans) > 2 else None)
    return AnswerShown(
        sentence=sentence,
        more=tuple(more),
        figures=tuple(_figures(answer, target)),
        trust=tuple(_trust(answer)),
        made_by=(MadeBy(tr("As planned"), answer.question.scenario),),
        is_final=answer.ending is not Ending.GOES_ON,
    )


def _target(answer: SensitivityAnswer, looked_at: Criterion) -> int:
    keys = [(one.indicator, one.place) for one in answer.targets]
    key = (looked_at.indicator, looked_at.place)
    return next((place for place, one in enumerate(keys) if one == key), 0)


def _figures(answer: SensitivityAnswer, target: int) -> Iterator[NamedFigure]:
    if len(answer.spans) == 1:
        yield NamedFigure(tr("Course"), _course(answer, target))
    if len(answer.spans) == 2 and answer.points:
        yield NamedFigure(tr("Map"), _map(answer, target))
    if answer.correlations:
        yield NamedFigure(tr("What matters"), _correlations(answer, target))
    if len(answer.spans) > 2:
        yield from _scatters(answer, target)
    box = next((one for one in answer.boxes if one.target == target and one.limits), None)
    if box is not None:
        yield NamedFigure(tr("Where it breaks"), _broken(answer, box))


def _criterion(answer: SensitivityAnswer, target: int) -> Criterion:
    found = answer.targets[target]
    return Criterion(found.indicator, found.place)


def _correlations(answer: SensitivityAnswer, target: int) -> IntervalChart:
    found = [(span, answer.correlation(span, target)) for span in answer.order]
    rows = tuple(
        Interval(sentence(named_span(span, answer)), one.rho, one.low, one.high, colour=int(answer.spans[span].sourced))
        for span, one in found[:_ROWS_AT_MOST]
    )
    title = criterion_in_words(_criterion(answer, target), answer.question.scenario)
    named = tr("{what}: rank correlation with each assumption; those without a source first", what=title)
    return IntervalChart(named, tr("rank correlation, from -1 to 1"), rows, bars=True)


def _scatters(answer: SensitivityAnswer, target: int) -> Iterator[NamedFigure]:
    """Yield the points against each of the fields that surely matter, the strongest first."""
    clear = [one for one in (answer.correlation(span, target) for span in range(len(answer.spans))) if one.is_clear]
    for found in sorted(clear, key=lambda one: -abs(one.rho))[:_SCATTERS]:
        yield NamedFigure(sentence(named_span(found.span, answer)), _scatter(answer, target, found.span))


def _scatter(answer: SensitivityAnswer, target: int, span: int) -> CurveChart:
    scenario, criterion = answer.question.scenario, _criterion(answer, target)
    measure = measure_of(criterion, scenario, (point.values[target] for point in answer.points))
    dots = tuple(
        _dot(point.settings[span], measure.of(point.values[target]))
        for point in sorted(answer.points, key=lambda one: one.settings[span])
    )
    title, field = criterion_in_words(criterion, scenario), named_span(span, answer)
    return CurveChart(
        tr("{what} against {field}: a dot a point, all other assumptions varied too", what=title, field=field),
        sentence(tr("{field}, times what is planned", field=field)),
        measure.unit,
        (Curve(title, dots, joined=False),),
        limits_of(criterion, scenario, measure),
    )


def _dot(x: float, value: float) -> CurvePoint:
    return CurvePoint(x, value, math.nan, math.nan)


def _broken(answer: SensitivityAnswer, box: BreakingBox) -> CurveChart:
    """Return the points at which a standard is missed and kept, over the first two fields of the box around them."""
    first, *others = box.limits
    second = others[0] if others else None
    down = second.span if second is not None else _strongest_beside(first.span, answer, box.target)
    criterion = _criterion(answer, box.target)
    missed = [point for point in answer.points if point.missed[box.target] > _HALF]
    kept = [point for point in answer.points if point.missed[box.target] <= _HALF]
    return CurveChart(
        tr("Where the standard is missed: {what}", what=criterion_in_words(criterion, answer.question.scenario)),
        sentence(tr("{field}, times what is planned", field=named_span(first.span, answer))),
        sentence(tr("{field}, times what is planned", field=named_span(down, answer))),
        tuple(
            Curve(name, tuple(_dot(point.settings[first.span], point.settings[down]) for point in points), joined=False)
            for name, points in ((tr("Missed"), missed), (tr("Kept"), kept))
        ),
        _edges(answer, second) if second is not None else (),
        _edges(answer, first),
        from_zero=False,
    )


def _strongest_beside(span: int, answer: SensitivityAnswer, target: int) -> int:
    """Return the field that moves a target most, of all others."""
    others = (one for one in answer.correlations if one.target == target and one.span != span)
    return max(others, key=lambda one: abs(one.rho) if one.points and not math.isnan(one.rho) else 0.0).span


def _edges(answer: SensitivityAnswer, limits: Limits) -> tuple[ReferenceLine, ...]:
    """Return the sides of a box that are not the ends of the range itself."""
    span = answer.spans[limits.span]
    room = _AT_THE_END * (span.high - span.low)  # no point lies quite at the end
    low, high = ReferenceLine(tr("Missed from"), limits.low), ReferenceLine(tr("Missed up to"), limits.high)
    return (*((low,) if limits.low > span.low + room else ()), *((high,) if limits.high < span.high - room else ()))


def _course(answer: SensitivityAnswer, target: int) -> CurveChart:
    scenario, criterion = answer.question.scenario, _criterion(answer, target)
    measured = [(one.settings[0], one.values[target], one.half_widths[target]) for one in answer.points]
    measure = measure_of(criterion, scenario, (value for _, value, _ in measured))
    points = tuple(
        CurvePoint(setting, measure.of(value), measure.of(value - half), measure.of(value + half))
        for setting, value, half in sorted(measured)
    )
    title, field = criterion_in_words(criterion, scenario), named_span(0, answer)
    return CurveChart(
        tr("{what} against {field}", what=title, field=field),
        sentence(tr("{field}, times what is planned", field=field)),
        measure.unit,
        (Curve(title, points),),
        limits_of(criterion, scenario, measure),
    )


def _map(answer: SensitivityAnswer, target: int) -> HeatChart:
    scenario, criterion = answer.question.scenario, _criterion(answer, target)
    values = {one.settings: one.values[target] for one in answer.points}
    measure = measure_of(criterion, scenario, values.values())
    across = sorted({settings[0] for settings in values})
    down = sorted({settings[1] for settings in values})
    return HeatChart(
        criterion_in_words(criterion, scenario),
        measure.unit,
        sentence(tr("{field}, times what is planned", field=named_span(0, answer))),
        sentence(tr("{field}, times what is planned", field=named_span(1, answer))),
        tuple(map(number_text, across)),
        tuple(map(number_text, down)),
        tuple(tuple(measure.of(values.get((x, y), float("nan"))) for x in across) for y in down),
    )


def _trust(answer: SensitivityAnswer) -> Iterator[TrustLine]:
    unsourced = sum(not span.sourced for span in answer.spans)
    if unsourced:
        yield TrustLine(
            tr_plural(
                "{count} of the assumptions that were varied has no source.",
                "{count} of the assumptions that were varied have no source.",
                unsourced,
            ),
            concern=True,
        )
    usual = sum(not span.stated for span in answer.spans)
    if usual:
        yield TrustLine(
            tr("{n} ranges are the usual ones: the scenario does not state how far they may lie.", n=usual),
            concern=True,
        )
    few = len(answer.points) < _FEW and len(answer.spans) > 2
    said = tr("{n} points: effects that are weak may be missed.", n=len(answer.points))
    yield TrustLine(said if few else tr("{n} points were simulated.", n=len(answer.points)), concern=few)
    if answer.left_out:
        yield TrustLine(tr("{n} assumptions could not be varied.", n=len(answer.left_out)), concern=True)

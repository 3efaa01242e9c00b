"""A comparison put on a page: the sentence about the criterion that is looked at, four charts, and what to trust."""

from collections.abc import Sequence

from reception_sim.experiments.answers import AlternativeResult, Comparison, CriterionFigures, Ending
from reception_sim.experiments.criteria import Criterion
from reception_sim.reports.comparison_words import best_in_words, difference_in_words, runs_in_words, together_in_words
from reception_sim.reports.criterion_words import criterion_in_words
from reception_sim.scenario import Calendar
from reception_sim.translation import tr
from ui.pages.answer_shown import AnswerShown, MadeBy, NamedFigure
from ui.pages.criteria_shown import Measure, interval_of, limits_of, measure_of
from ui.pages.trust_shown import trust_in_alternatives
from ui.plots.content import ReferenceLine
from ui.plots.figures import BandChart, Interval, IntervalChart, Spread, SpreadChart, TimeBand
from ui.plots.wall_clock import wall_clock


def comparison_shown(answer: Comparison, criterion: Criterion) -> AnswerShown:
    """Return what a page shows of a comparison while *criterion* is looked at."""
    sentences = [difference_in_words(one, answer) for one in answer.differences if one.criterion == criterion]
    best = (best_in_words(one, answer) for one in answer.rankings if one.criterion == criterion and one.chances)
    return AnswerShown(
        sentence=sentences[0],
        more=(*sentences[1:], *best, runs_in_words(answer), together_in_words(answer)),
        figures=figures_of(answer, criterion),
        trust=trust_in_alternatives(answer.results),
        made_by=made_by(answer.results),
        is_final=answer.ending is not Ending.GOES_ON,
    )


def figures_of(answer: Comparison, criterion: Criterion) -> tuple[NamedFigure, ...]:
    """Return the charts of a criterion: means, differences, the course over time, and the spread of the runs."""
    scenario = answer.question.scenario
    found = [(result, figures_on(result, criterion)) for result in answer.results]
    measure = measure_of(criterion, scenario, (figures.estimate.mean for _, figures in found))
    limits = limits_of(criterion, scenario, measure)
    title = criterion_in_words(criterion, scenario)
    means = IntervalChart(
        tr("{what}: mean of the runs, and 95 % interval", what=title),
        measure.unit,
        tuple(_mean(place, result, figures, measure) for place, (result, figures) in enumerate(found)),
        limits,
    )
    spreads = tuple(
        Spread(result.alternative.title, tuple(map(measure.of, figures.values))) for result, figures in found
    )
    return (
        NamedFigure(tr("Means"), means),
        NamedFigure(tr("Differences"), _differences(answer, criterion)),
        NamedFigure(tr("Over time"), _bands(answer)),
        NamedFigure(tr("Runs"), SpreadChart(tr("{what}: a dot a run", what=title), measure.unit, spreads, limits)),
    )


def made_by(results: Sequence[AlternativeResult]) -> tuple[MadeBy, ...]:
    """Return the scenario of each alternative."""
    return tuple(MadeBy(one.alternative.title, one.scenario, one.alternative.journal) for one in results)


def figures_on(result: AlternativeResult, criterion: Criterion) -> CriterionFigures:
    """Return what was measured of a criterion."""
    return next(one for one in result.figures if one.criterion == criterion)


def _mean(place: int, result: AlternativeResult, figures: CriterionFigures, measure: Measure) -> Interval:
    mean, half = figures.estimate.mean, figures.estimate.half_width
    return interval_of(result.alternative.title, measure, (mean, mean - half, mean + half), place)


def _differences(answer: Comparison, criterion: Criterion) -> IntervalChart:
    scenario = answer.question.scenario
    found = [one for one in answer.differences if one.criterion == criterion]
    measure = measure_of(criterion, scenario, (one.estimate.mean for one in found))
    titles = {result.alternative.id: result.alternative.title for result in answer.results}
    zone = answer.question.indifference.get(criterion, 0.0)
    lines = (
        (ReferenceLine(tr("Too small to count"), measure.of(-zone)), ReferenceLine("", measure.of(zone)))
        if zone
        else ()
    )
    return IntervalChart(
        tr("{what}: difference from the plan", what=criterion_in_words(criterion, scenario)),
        measure.unit,
        tuple(
            interval_of(titles[one.alternative], measure, (one.estimate.mean, one.low, one.high), place)
            for place, one in enumerate(found, start=1)
        ),
        lines,
    )


def _bands(answer: Comparison) -> BandChart:
    scenario = answer.question.scenario
    series = answer.results[0].summary.series
    return BandChart(
        tr("People in the system: median of the runs, and between which nine tenths of them lie"),
        tr("people"),
        wall_clock(Calendar.of(scenario), series.time),
        tuple(_band(result) for result in answer.results),
    )


def _band(result: AlternativeResult) -> TimeBand:
    band = result.summary.series.in_system
    return TimeBand(result.alternative.title, band.low, band.median, band.high)

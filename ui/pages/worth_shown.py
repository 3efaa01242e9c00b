"""What decisions were worth, put on a page: a sentence for all of them together, and an interval for each."""

from reception_sim.experiments import Criterion, DecisionsWeighed, DecisionWorth
from reception_sim.experiments.answers import Conclusion, Difference, Ending
from reception_sim.papers.worth import worth_title
from reception_sim.reports.criterion_words import criterion_in_words, inside, value_in_words
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.translation import tr
from ui import wording
from ui.pages.answer_shown import AnswerShown, NamedFigure
from ui.pages.criteria_shown import interval_of, measure_of
from ui.plots.figures import IntervalChart


def worth_shown(weighed: DecisionsWeighed, criterion: Criterion) -> AnswerShown:
    """Return what a page shows of what decisions were worth by one criterion."""
    together, *each = [(worth, _on(worth, criterion)) for worth in weighed.worths]
    sure = [(worth, one) for worth, one in each if _is_sure(one)]
    told = [_of_one(worth, one, weighed) for worth, one in sure] or [tr("No decision alone surely changed it.")]
    return AnswerShown(
        sentence=_of_all(together[1], weighed),
        more=(*told, _how_it_was_found(weighed)),
        figures=(NamedFigure(tr("Worth of each decision"), _chart(weighed, criterion)),),
        is_final=weighed.ending is not Ending.GOES_ON,
    )


def _of_all(one: Difference, weighed: DecisionsWeighed) -> str:
    scenario = weighed.question.scenario
    if one.conclusion is Conclusion.ALIKE:
        return tr(
            "The decisions together made no difference to {what}: it is {played} with and without them.",
            what=inside(criterion_in_words(one.criterion, scenario)),
            played=value_in_words(one.alternative_mean, one.criterion, scenario),
        )
    if not _is_sure(one):
        return tr(
            "Whether the decisions together changed {what} is not sure: {interval} against doing nothing.",
            what=inside(criterion_in_words(one.criterion, scenario)),
            interval=_interval(one, weighed),
        )
    return tr(
        "With what was decided {what} is {played}; had nothing been done, it would be {nothing}: {verdict}.",
        what=inside(criterion_in_words(one.criterion, scenario)),
        played=value_in_words(one.alternative_mean, one.criterion, scenario),
        nothing=value_in_words(one.base_mean, one.criterion, scenario),
        verdict=_verdict(one),
    )


def _of_one(worth: DecisionWorth, one: Difference, weighed: DecisionsWeighed) -> str:
    return tr(
        "{decision}: {verdict}, by {interval}.",
        decision=_title(worth, weighed.question.scenario),
        verdict=_verdict(one),
        interval=_interval(one, weighed),
    )


def _how_it_was_found(weighed: DecisionsWeighed) -> str:
    return tr(
        "{n} runs of the whole scenario with and without each, with the same people and the same chances. Intervals "
        "hold for all together. Waits are of those who were served: look at people in the system beside them.",
        n=weighed.done,
    )


def _title(worth: DecisionWorth, scenario: ScenarioPlan) -> str:
    """Name a decision with its moment, written as the other pages of the window write moments."""
    return worth_title(worth, scenario, lambda _, seconds: wording.short_moment(Calendar.of(scenario), seconds))


def _verdict(one: Difference) -> str:
    return tr("better") if one.conclusion is Conclusion.BETTER else tr("worse")


def _interval(one: Difference, weighed: DecisionsWeighed) -> str:
    low, mean, high = (
        value_in_words(value, one.criterion, weighed.question.scenario)
        for value in (one.low, one.estimate.mean, one.high)
    )
    return tr("{mean} ({low} to {high})", mean=mean, low=low, high=high)


def _chart(weighed: DecisionsWeighed, criterion: Criterion) -> IntervalChart:
    scenario = weighed.question.scenario
    found = [(worth, _on(worth, criterion)) for worth in weighed.worths]
    measure = measure_of(criterion, scenario, (one.estimate.mean for _, one in found))
    return IntervalChart(
        tr("{what}: as played, less without it", what=criterion_in_words(criterion, scenario)),
        measure.unit,
        tuple(
            interval_of(_title(worth, scenario), measure, (one.estimate.mean, one.low, one.high), min(place, 1))
            for place, (worth, one) in enumerate(found)
        ),
    )


def _on(worth: DecisionWorth, criterion: Criterion) -> Difference:
    return next(one for one in worth.differences if one.criterion == criterion)


def _is_sure(one: Difference) -> bool:
    return one.conclusion in (Conclusion.BETTER, Conclusion.WORSE)

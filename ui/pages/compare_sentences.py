"""The sentences of a comparison: what each alternative changes, how sure that is, and which is best."""

import math
from collections.abc import Iterator

from reception_sim.experiments.alternatives import BASE_ID
from reception_sim.experiments.answers import Comparison, Conclusion, Difference, Ending
from reception_sim.experiments.criteria import Criterion
from reception_sim.translation import tr
from ui import wording
from ui.pages.criteria_shown import title_of, value_text


def differences_in_words(answer: Comparison, criterion: Criterion) -> Iterator[str]:
    """Yield a sentence for each alternative, in the order in which they were thought of."""
    titles = {result.alternative.id: result.alternative.title for result in answer.results}
    for one in answer.differences:
        if one.criterion == criterion:
            yield _difference(answer, one, titles[one.alternative])


def best_in_words(answer: Comparison, criterion: Criterion) -> Iterator[str]:
    """Say which alternative has the best mean, with what probability."""
    titles = {result.alternative.id: result.alternative.title for result in answer.results}
    for ranking in answer.rankings:
        if ranking.criterion == criterion and ranking.chances and not math.isnan(ranking.chances[0].probability):
            best = ranking.chances[0]
            chance = tr("{n} %", n=wording.count(100 * best.probability))
            name = tr("as planned") if best.alternative == BASE_ID else titles[best.alternative]
            yield tr("Best here, with a probability of {chance}: {name}.", chance=chance, name=name)


def runs_in_words(answer: Comparison) -> str:
    """Say on how many runs it rests, and how they are paired."""
    done = wording.count(answer.done)
    paired = tr("{n} runs of each alternative, all meeting the same people and the same chance.", n=done)
    match answer.ending:
        case Ending.GOES_ON:
            return tr("So far: {runs}", runs=paired)
        case Ending.CANCELLED:
            return tr("Cancelled after {runs}", runs=paired)
        case Ending.BROKEN_OFF:
            return tr("Broken off after {runs}", runs=paired)
        case Ending.AT_CEILING | Ending.PRECISE:
            return paired


def _difference(answer: Comparison, one: Difference, alternative: str) -> str:
    scenario, criterion = answer.question.scenario, one.criterion
    words = {
        "name": alternative,
        "what": _inside(title_of(criterion, scenario)),
        "before": value_text(one.base_mean, criterion, scenario),
        "after": value_text(one.alternative_mean, criterion, scenario),
    }
    if math.isnan(one.estimate.mean):
        return tr("{name}: {what} could not be measured in both.", **words)
    match one.conclusion:
        case Conclusion.ALIKE:
            return tr("{name}: no difference worth the name in {what} ({before} and {after}).", **words)
        case Conclusion.UNSURE:
            return tr(
                "{name}: {what} went from {before} to {after}, but that is not sure (between {span}).",
                **words,
                span=_span(answer, one),
            )
        case Conclusion.BETTER | Conclusion.WORSE:
            return tr(
                "{name} {moves} {what} from {before} to {after} ({span}); sure.",
                **words,
                moves=_moves(one),
                span=_span(answer, one),
            )


def _moves(one: Difference) -> str:
    """Say which way it went; what is better depends on the criterion, and is said."""
    falls = one.estimate.mean < 0
    if one.conclusion is Conclusion.BETTER:
        return tr("cuts") if falls else tr("raises")
    return tr("lowers") if falls else tr("worsens")


def _span(answer: Comparison, one: Difference) -> str:
    scenario, criterion = answer.question.scenario, one.criterion
    ends = sorted((one.low, one.high), key=abs)
    if one.low < 0 < one.high or not all(map(math.isfinite, ends)):
        low, high = value_text(abs(one.low), criterion, scenario), value_text(abs(one.high), criterion, scenario)
        return tr("{low} less and {high} more", low=low, high=high)
    least, most = (value_text(abs(end), criterion, scenario) for end in ends)
    if one.high <= 0:
        return tr("{least} to {most} less", least=least, most=most)
    return tr("{least} to {most} more", least=least, most=most)


def _inside(title: str) -> str:
    return title[:1].lower() + title[1:]

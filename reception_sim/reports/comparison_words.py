"""A comparison in sentences: what each alternative changes, how sure that is, and which is best."""

import math
from collections.abc import Iterator
from typing import Final

from reception_sim.experiments.alternatives import BASE_ID
from reception_sim.experiments.answers import Comparison, Conclusion, Difference, Ending, Ranking
from reception_sim.experiments.criteria import Criterion
from reception_sim.reports.criterion_words import criterion_in_words, inside, value_in_words
from reception_sim.reports.wording import count
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr, tr_plural

_TIE: Final = 1e-6  # between probabilities


def difference_in_words(one: Difference, answer: Comparison) -> str:
    """Say what an alternative does to a criterion, between which bounds, and whether that is sure."""
    scenario = answer.question.scenario
    words = {
        "name": title_of_alternative(one.alternative, answer),
        "what": inside(criterion_in_words(one.criterion, scenario)),
        "before": value_in_words(one.base_mean, one.criterion, scenario),
        "after": value_in_words(one.alternative_mean, one.criterion, scenario),
    }
    if math.isnan(one.estimate.mean):
        return tr("{name}: {what} could not be measured in both.", **words)
    match one.conclusion:
        case Conclusion.ALIKE:
            return tr("{name}: no difference worth the name in {what} ({before} and {after}).", **words)
        case Conclusion.UNSURE if math.isnan(one.low):
            return tr("{name}: {what} went from {before} to {after}; one run cannot tell how sure that is.", **words)
        case Conclusion.UNSURE:
            span = span_in_words(one, scenario)
            return tr(
                "{name}: {what} went from {before} to {after}, but that is not sure ({span}).", **words, span=span
            )
        case Conclusion.BETTER | Conclusion.WORSE:
            span, moves = span_in_words(one, scenario), _moves(one)
            return tr("{name} {moves} {what} from {before} to {after} ({span}); sure.", **words, moves=moves, span=span)


def best_in_words(ranking: Ranking, answer: Comparison) -> str:
    """Say which alternative has the best mean in a criterion, with what probability."""
    what = inside(criterion_in_words(ranking.criterion, answer.question.scenario))
    best = ranking.chances[0]
    if math.isnan(best.probability):
        return tr("Which is best in {what} cannot be told: too few runs measured it in every alternative.", what=what)
    if len(ranking.chances) > 1 and best.probability - ranking.chances[-1].probability < _TIE:
        return tr("None is better than another in {what}.", what=what)
    return tr(
        "Best in {what}: {name}, with a probability of {chance} %.",
        what=what,
        name=title_of_alternative(best.alternative, answer),
        chance=count(100 * best.probability),
    )


def runs_in_words(answer: Comparison) -> str:
    """Say on how many runs it rests, how they are paired, and whether they are all that was asked for."""
    paired = tr_plural(
        "{count} run of each alternative, all of them with the same people and the same chance.",
        "{count} runs of each alternative, all of them with the same people and the same chance.",
        answer.done,
    )
    match answer.ending:
        case Ending.GOES_ON:
            return tr("So far: {runs}", runs=paired)
        case Ending.CANCELLED:
            return tr("Cancelled after {runs}", runs=paired)
        case Ending.BROKEN_OFF:
            return tr("A process was ended from outside, after {runs}", runs=paired)
        case Ending.AT_CEILING:
            return tr("{runs} That is as many as allowed, and not as precise as asked.", runs=paired)
        case Ending.PRECISE:
            return paired


def together_in_words(answer: Comparison) -> str:
    """Say what the intervals promise."""
    return tr(
        "The bounds hold for all {n} comparisons together with 95 % confidence (Bonferroni).", n=answer.comparisons
    )


def title_of_alternative(name: str, answer: Comparison) -> str:
    """Return what an alternative is called."""
    if name == BASE_ID:
        return tr("As planned")
    return next(one.alternative.title for one in answer.results if one.alternative.id == name)


def span_in_words(one: Difference, scenario: ScenarioPlan) -> str:
    """Write the bounds of a difference: 4 h to 6 h less; between 5 min less and 2 h more."""
    least, most = sorted((one.low, one.high), key=abs)
    near, far = (_size(end, one.criterion, scenario) for end in (least, most))
    if one.low < 0 < one.high:
        low, high = (_size(end, one.criterion, scenario) for end in (one.low, one.high))
        return tr("between {low} less and {high} more", low=low, high=high)
    if near == far:
        return tr("{n} less", n=far) if one.high <= 0 else tr("{n} more", n=far)
    if one.high <= 0:
        return tr("{least} to {most} less", least=near, most=far)
    return tr("{least} to {most} more", least=near, most=far)


def of_alternative(answer: Comparison, name: str) -> Iterator[str]:
    """Yield the sentences on one alternative, those that are sure first, and at last what it leaves as it is."""
    order = [Conclusion.BETTER, Conclusion.WORSE, Conclusion.UNSURE]
    differences = answer.differences_of(name)
    changed = [one for one in differences if one.conclusion in order]
    for one in sorted(changed, key=lambda one: order.index(one.conclusion)):
        yield difference_in_words(one, answer)
    alike = [one for one in differences if one.conclusion is Conclusion.ALIKE]
    if alike:
        scenario = answer.question.scenario
        listed = "; ".join(inside(criterion_in_words(one.criterion, scenario)) for one in alike)
        title = title_of_alternative(name, answer)
        yield tr("{name}: no difference worth the name in {listed}.", name=title, listed=listed)


def _size(value: float, criterion: Criterion, scenario: ScenarioPlan) -> str:
    return value_in_words(abs(value), criterion, scenario)


def _moves(one: Difference) -> str:
    """Say which way it goes; whether that is better depends on the criterion."""
    falls = one.estimate.mean < 0
    if one.conclusion is Conclusion.BETTER:
        return tr("cuts") if falls else tr("raises")
    return tr("lowers, for the worse,") if falls else tr("raises, for the worse,")

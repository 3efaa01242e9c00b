"""A bottleneck in sentences: what one more of each thing changes, what helps most, and what helps most for its cost."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from reception_sim.experiments.additions import PLACES
from reception_sim.experiments.answers import Addition, AdditionKind, BottleneckAnswer, Conclusion, Effect
from reception_sim.experiments.comparing import steering
from reception_sim.experiments.criteria import COST, Criterion
from reception_sim.reports.comparison_words import runs_in_words, span_in_words, together_in_words
from reception_sim.reports.criterion_words import criterion_in_words, inside, value_in_words
from reception_sim.reports.wording import NOTHING, count, in_unit, length_of_days
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr

_A_THOUSAND: Final = 1000.0


def bottleneck_in_words(answer: BottleneckAnswer, looked_at: Criterion) -> Iterator[str]:
    """Yield the sentences: first on the criterion that is looked at, then on those with standards."""
    yield most_helpful_in_words(looked_at, answer)
    yield from best_for_cost_in_words(looked_at, answer)
    others = [one for one in standards_first(answer) if one != looked_at]
    yield from (most_helpful_in_words(one, answer) for one in others if _helpful(one, answer))
    yield from _beyond_help([one for one in others if not _helpful(one, answer)], answer)
    yield from how_sure_in_words(answer)


def how_sure_in_words(answer: BottleneckAnswer) -> Iterator[str]:
    """Say on how many runs it rests, and what the bounds promise; that one run alone can promise nothing."""
    yield runs_in_words(answer.comparison)
    if answer.comparison.done < 2:
        yield tr("One run cannot tell how sure anything is: ask for more.")
    else:
        yield together_in_words(answer.comparison)


def standards_first(answer: BottleneckAnswer) -> tuple[Criterion, ...]:
    """Return the criteria that a standard stands on; the waits at all stations if there is none."""
    return tuple(one for one in steering(answer.comparison.question) if one != COST)


def most_helpful_in_words(criterion: Criterion, answer: BottleneckAnswer) -> str:
    """Say what helps a criterion most, how sure that is, and what it costs."""
    scenario = answer.question.scenario
    helpful = _helpful(criterion, answer)
    if not helpful:
        return next(_beyond_help([criterion], answer))
    best = helpful[0]
    return tr(
        "{what}: {addition} helps most, from {before} to {after} ({span}){cost}.",
        what=criterion_in_words(criterion, scenario),
        addition=inside(best.addition.alternative.title),
        before=value_in_words(best.difference.base_mean, criterion, scenario),
        after=value_in_words(best.difference.alternative_mean, criterion, scenario),
        span=span_in_words(best.difference, scenario),
        cost=for_cost_in_words(best.addition, scenario),
    )


def best_for_cost_in_words(criterion: Criterion, answer: BottleneckAnswer) -> Iterator[str]:
    """Say what helps most for the money it takes, where more than one thing helps and has a price."""
    scenario = answer.question.scenario
    priced = [one for one in _helpful(criterion, answer) if one.addition.cost > 0]
    if criterion == COST or len(priced) < 2:
        return
    best = max(priced, key=_gain_for_cost)
    yield tr(
        "Most for the money: {addition}, {gain} for each {thousand}.",
        addition=inside(best.addition.alternative.title),
        gain=value_in_words(_A_THOUSAND * _gain_for_cost(best), criterion, scenario),
        thousand=in_unit(count(_A_THOUSAND), scenario.currency),
    )


def for_cost_in_words(addition: Addition, scenario: ScenarioPlan) -> str:
    """Say for how much in how long something is had, at the end of a sentence; nothing where it has no price."""
    if math.isnan(addition.cost):
        return ""
    days = length_of_days(scenario.duration)
    return tr(", for {cost} in {days}", cost=cost_in_words(addition, scenario), days=days)


def cost_in_words(addition: Addition, scenario: ScenarioPlan) -> str:
    """Write what an addition costs; a dash where the plan has no price of it."""
    return NOTHING if math.isnan(addition.cost) else in_unit(count(addition.cost), scenario.currency)


def addition_in_short(addition: Addition, scenario: ScenarioPlan) -> str:
    """Name an addition in a few words, with its cost, for the row of a chart."""
    title = scenario.title_of(addition.subject)
    if addition.kind is AdditionKind.PLACES:
        return tr("{site}, {n} places", site=title, n=PLACES)
    if math.isnan(addition.cost):
        return title
    return tr("{what} ({cost})", what=title, cost=cost_in_words(addition, scenario))


def _beyond_help(criteria: Sequence[Criterion], answer: BottleneckAnswer) -> Iterator[str]:
    if criteria:
        named = "; ".join(inside(criterion_in_words(one, answer.question.scenario)) for one in criteria)
        yield tr("Nothing that was added surely helps {what}.", what=named)


def _helpful(criterion: Criterion, answer: BottleneckAnswer) -> list[Effect]:
    """Return what surely helps, the most helpful first."""
    return [one for one in answer.effects_on(criterion) if one.difference.conclusion is Conclusion.BETTER]


def _gain_for_cost(effect: Effect) -> float:
    return abs(effect.difference.estimate.mean) / effect.addition.cost

"""A capacity in sentences: how many a day can be received, how sure that is, and what breaks first."""

import math
from collections.abc import Iterator

from reception_sim.experiments.answers import Breaking, CapacityAnswer, Ending, Limit, NextStep
from reception_sim.reports.criterion_words import inside, standard_in_words
from reception_sim.reports.wording import about, count, in_unit, length_of_days, plain, sentence
from reception_sim.translation import tr

_ORDINALS = 3


def capacity_in_words(answer: CapacityAnswer) -> Iterator[str]:
    """Yield the sentences, the answer first."""
    yield limit_in_words(answer)
    yield from _impossible(answer)
    yield from breaks_in_words(answer)
    yield from next_steps_in_words(answer)
    yield from bound_in_words(answer)
    yield runs_in_words(answer)


def limit_in_words(answer: CapacityAnswer) -> str:
    """Say the largest inflow that meets the standards, as persons a day and as a factor, with its bounds."""
    share = f"{100 * answer.question.share_of_runs:g}"
    if len(answer.impossible) == len(answer.scenario.standards):
        lowest = _share(answer.question.lowest)
        return tr("No inflow meets the standards: each is missed even with {share} of the arrivals.", share=lowest)
    if answer.never_broken:
        return tr(
            "Everybody can be received within the standards, up to {factor} times the planned arrivals "
            "({n} people a day), the most that was looked at.",
            factor=plain(answer.looked_up_to),
            n=about(answer.limit.persons_a_day),
        )
    if answer.limit.factor <= 0:
        return tr(
            "Not even {n} people a day can be received within the standards in {share} % of runs.",
            n=count(answer.question.lowest * answer.planned_persons_a_day),
            share=share,
        )
    return tr(
        "{n} people a day can be received within the standards in {share} % of runs ({span}); "
        "that is {factor} of the planned {planned}.",
        n=sentence(a_day(answer.limit.persons_a_day)),
        share=share,
        span=span_in_words(answer.limit),
        factor=_share(answer.limit.factor),
        planned=about(answer.planned_persons_a_day),
    )


def span_in_words(limit: Limit) -> str:
    """Write the 95 % bounds of a limit; too few runs leave a side open, or both."""
    if limit.low <= 0 and math.isinf(limit.high):
        return tr("how sure that is, is not known yet")
    low, high = a_day(limit.persons_a_day_low), a_day(limit.persons_a_day_high)
    if math.isinf(limit.high):
        return tr("95 % sure: {low} or more", low=low)
    if limit.low <= 0:
        return tr("95 % sure: {high} or fewer", high=high)
    return tr("95 % sure: {low} to {high}", low=low, high=high)


def breaks_in_words(answer: CapacityAnswer) -> Iterator[str]:
    """Say what breaks first, second, third, and what mending each would buy."""
    broken = [one for one in answer.breaks if not one.holds]
    for number, one in enumerate(broken[:_ORDINALS]):
        yield _breaking(number, one, answer)


def next_steps_in_words(answer: CapacityAnswer) -> Iterator[str]:
    """Say what each next step of capacity is, what it buys and costs, and what breaks first then."""
    before = answer.limit.persons_a_day
    for number, step in enumerate(answer.next_steps):
        yield _next_step(number, step, before, answer)
        before = step.limit.persons_a_day
    if answer.nothing_helps:
        yield (
            tr("Beyond that a tenth more of any one thing buys nothing.")
            if answer.next_steps
            else tr("A tenth more of any one thing buys nothing: what breaks first does not hang on one of them alone.")
        )


def _next_step(number: int, step: NextStep, before: float, answer: CapacityAnswer) -> str:
    scenario = answer.scenario
    words = {
        "head": tr("First step") if number == 0 else tr("Then"),
        "what": inside(step.addition.alternative.title),
        "n": a_day(step.limit.persons_a_day),
        "more": a_day(max(step.limit.persons_a_day - before, 0.0)),
        "cost": ""
        if math.isnan(step.addition.cost)
        else tr(
            " for {cost} in {days}",
            cost=in_unit(count(step.addition.cost), scenario.currency),
            days=length_of_days(scenario.duration),
        ),
    }
    if step.breaks is None:
        return tr(
            "{head}: {what} buys {more} a day more{cost}: {n} people a day, the most that was looked at.", **words
        )
    broken = standard_in_words(step.breaks, scenario)
    return tr(
        "{head}: {what} buys {more} a day more{cost}: {n} people a day, and then {broken} breaks first.",
        **words,
        broken=broken,
    )


def bound_in_words(answer: CapacityAnswer) -> Iterator[str]:
    """Say the upper bound from flow balance, and whether the answer agrees with it."""
    if not answer.bounds:
        return
    bound = answer.bounds[0]
    words = {
        "station": answer.scenario.title_of(bound.station),
        "n": a_day(bound.persons_a_day),
    }
    if answer.limit.factor > bound.factor and not answer.never_broken:
        yield tr(
            "By flow balance {station} keeps up with {n} a day at most: beyond it the standards hold only "
            "because the time is short.",
            **words,
        )
    else:
        yield tr("As a check, by flow balance: {station} can keep up with {n} people a day at most.", **words)


def runs_in_words(answer: CapacityAnswer) -> str:
    """Say how many runs it took, and whether the work came to its end."""
    said = tr(
        "{runs} runs were simulated; a plain grid of factors would have needed {grid}.",
        runs=count(answer.runs),
        grid=count(answer.grid_runs),
    )
    match answer.ending:
        case Ending.CANCELLED | Ending.BROKEN_OFF:
            return tr("The search was stopped early: it is less exact and less sure than was asked. {said}", said=said)
        case _:
            return said


def a_day(persons: float) -> str:
    """Write persons a day as one says them: 39, 230, 1,800."""
    return about(persons) if persons >= 10 else plain(persons)


def _impossible(answer: CapacityAnswer) -> Iterator[str]:
    if len(answer.impossible) == len(answer.scenario.standards):
        return
    for standard in answer.impossible:
        yield tr(
            "No inflow meets {standard}: it is missed even with {share} of the arrivals, and is left out here.",
            standard=standard_in_words(standard, answer.scenario),
            share=_share(answer.question.lowest),
        )


def _breaking(number: int, one: Breaking, answer: CapacityAnswer) -> str:
    heads = (tr("First breaks"), tr("Second breaks"), tr("Third breaks"))
    words = {
        "head": heads[number],
        "standard": standard_in_words(one.standard, answer.scenario),
        "n": a_day(one.limit.persons_a_day),
    }
    if math.isinf(one.once_mended.factor):
        return tr("{head}: {standard}, above {n} people a day.", **words)
    mended = a_day(one.once_mended.persons_a_day)
    if math.isinf(one.once_mended.high):
        return tr(
            "{head}: {standard}, above {n} people a day; once that is mended nothing else breaks up to {mended}.",
            **words,
            mended=mended,
        )
    return tr("{head}: {standard}, above {n} people a day; mending it buys up to {mended}.", **words, mended=mended)


def _share(factor: float) -> str:
    return tr("{n} %", n=f"{100 * factor:.2g}" if factor < 0.1 else count(100 * factor))

"""The facts that speak for an answer and against it, in words."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from reception_sim.experiments.answers import AlternativeResult, TrustFact, TrustKind
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr
from ui import wording
from ui.pages.answer_shown import TrustLine


_NAMED: Final = 4  # of the assumptions


def trust_in_alternatives(results: Sequence[AlternativeResult]) -> tuple[TrustLine, ...]:
    """Return what is to be said of all alternatives; what is said of several is said once, with their names."""
    named: dict[TrustLine, list[str]] = {}
    for result in results:
        for line in trust_lines(result.trust, result.scenario):
            named.setdefault(line, []).append(result.alternative.title)
    return tuple(
        line if len(names) == len(results) else TrustLine(f"{', '.join(names)}: {line.text}", line.concern)
        for line, names in named.items()
    )


def trust_lines(facts: Sequence[TrustFact], scenario: ScenarioPlan) -> tuple[TrustLine, ...]:
    """Return the facts in words."""
    unsourced = [fact for fact in facts if fact.kind is TrustKind.SOURCED and fact.concern]
    others = [fact for fact in facts if fact not in unsourced]
    return (*(TrustLine(in_words(fact, scenario), fact.concern) for fact in others), *_assumptions(unsourced))


def _assumptions(unsourced: Sequence[TrustFact]) -> Iterator[TrustLine]:
    if unsourced:
        names = list(dict.fromkeys(fact.subject for fact in unsourced))
        fields = ", ".join(names[:_NAMED])
        more = tr(" and {n} more", n=len(names) - _NAMED) if len(names) > _NAMED else ""
        yield TrustLine(
            tr("Carried by planning assumptions without a source: {fields}{more}.", fields=fields, more=more),
            concern=True,
        )


def in_words(fact: TrustFact, scenario: ScenarioPlan) -> str:
    """Say what a fact tells."""
    place = scenario.title_of(fact.place) if fact.place else ""
    match fact.kind:
        case TrustKind.ENOUGH_REPLICATIONS:
            return _replications(fact)
        case TrustKind.RUN_LONG_ENOUGH:
            people = wording.about_people(fact.value)
            if fact.concern:
                return tr("The run ends at its busiest, with {people} in the system: let it last longer.", people=people)
            return tr("The run lasts long enough: it ends with {people} in the system.", people=people)
        case TrustKind.NOBODY_WAITS_AT_THE_END:
            if fact.concern:
                people = wording.about_people(fact.value)
                return tr("{people} still wait at {place} at the end; their waits are not counted.", people=people, place=place)
            return tr("Nobody still waits at the end.")
        case TrustKind.NOT_OVERLOADED:
            use = tr("{n} %", n=wording.count(100 * fact.value))
            if fact.concern:
                return tr("{place} is in use {use} of the time: a little more work would make waits grow fast.", place=place, use=use)
            return tr("No station is overloaded; the busiest, {place}, is in use {use} of the time.", place=place, use=use)
        case TrustKind.INSIDE_CHECKED_RANGE:
            return _range(fact)
        case TrustKind.SOURCED:
            return tr("No planning assumption without a source carries it.")


def _replications(fact: TrustFact) -> str:
    if math.isnan(fact.value):
        return tr("Too few runs to tell how sure the means are.")
    found, asked = (tr("{n} %", n=wording.count(100 * share)) for share in (fact.value, fact.limit))
    if math.isinf(fact.value) or fact.concern:
        return tr("More runs are needed: the least sure mean is known to ± {found}, {asked} was asked.", found=found, asked=asked)
    return tr("Enough runs: every mean that decides is known to ± {found} or better.", found=found)


def _range(fact: TrustFact) -> str:
    what = fact.subject or tr("arrivals")
    if fact.concern:
        return tr("{what}: outside the range for which the model was checked.", what=wording.sentence(what))
    return tr("Inside the range for which the model was checked.")

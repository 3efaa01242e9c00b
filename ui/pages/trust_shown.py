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
    """Return what is to be said of all alternatives; what holds for each of them is said once."""
    named: dict[TrustLine, list[str]] = {}
    for result in results:
        for line in trust_lines(result.trust, result.scenario):
            if line.concern:
                named.setdefault(line, []).append(result.alternative.title)
    concerns = (
        line if len(names) == len(results) else TrustLine(f"{', '.join(names)}: {line.text}", concern=True)
        for line, names in named.items()
    )
    doubtful = {fact.kind for result in results for fact in result.trust if fact.concern}
    sure = [fact for fact in results[0].trust if fact.kind not in doubtful]
    return (*concerns, *trust_lines(sure, results[0].scenario))


def _breakable(field: str) -> str:
    """Let the path of a field break where there is no room."""
    return field.replace(".", ".\N{ZERO WIDTH SPACE}").replace("_", "_\N{ZERO WIDTH SPACE}")


def trust_lines(facts: Sequence[TrustFact], scenario: ScenarioPlan) -> tuple[TrustLine, ...]:
    """Return the facts in words."""
    unsourced = [fact for fact in facts if fact.kind is TrustKind.SOURCED and fact.concern]
    others = [fact for fact in facts if fact not in unsourced]
    return (*(TrustLine(in_words(fact, scenario), fact.concern) for fact in others), *_assumptions(unsourced))


def _assumptions(unsourced: Sequence[TrustFact]) -> Iterator[TrustLine]:
    if unsourced:
        names = list(dict.fromkeys(fact.subject for fact in unsourced))
        fields = ", ".join(map(_breakable, names[:_NAMED]))
        more = tr(" and {n} more", n=len(names) - _NAMED) if len(names) > _NAMED else ""
        yield TrustLine(
            tr("Carried by planning assumptions without a source: {fields}{more}.", fields=fields, more=more),
            concern=True,
        )


def in_words(fact: TrustFact, scenario: ScenarioPlan) -> str:
    """Say what a fact tells."""
    match fact.kind:
        case TrustKind.ENOUGH_REPLICATIONS:
            return _replications(fact)
        case TrustKind.RUN_LONG_ENOUGH:
            return _length(fact)
        case TrustKind.NOBODY_WAITS_AT_THE_END:
            return _still_waiting(fact, scenario)
        case TrustKind.NOT_OVERLOADED:
            return _overload(fact, scenario)
        case TrustKind.INSIDE_CHECKED_RANGE:
            return _range(fact)
        case TrustKind.SOURCED:
            return tr("No planning assumption without a source carries it.")


def _length(fact: TrustFact) -> str:
    people = wording.about_people(fact.value)
    if fact.concern:
        return tr("The run ends at its busiest, with {people} in the system: let it last longer.", people=people)
    return tr("The run lasts long enough: it ends with {people} in the system.", people=people)


def _still_waiting(fact: TrustFact, scenario: ScenarioPlan) -> str:
    if not fact.concern:
        return tr("Nobody still waits at the end.")
    people, place = wording.about_people(fact.value), scenario.title_of(fact.place)
    return tr("{people} still wait for {place} at the end; their waits are not counted.", people=people, place=place)


def _overload(fact: TrustFact, scenario: ScenarioPlan) -> str:
    use, place = tr("{n} %", n=wording.count(100 * fact.value)), scenario.title_of(fact.place)
    if fact.concern:
        return tr("{place} is busy {use} of the time: a little more work makes waits grow fast.", place=place, use=use)
    return tr("No station is overloaded; the busiest, {place}, is at work {use} of the time.", place=place, use=use)


def _replications(fact: TrustFact) -> str:
    if math.isnan(fact.value):
        return tr("Too few runs to tell how sure the means are.")
    found, asked = (tr("{n} %", n=wording.count(100 * share)) for share in (fact.value, fact.limit))
    if math.isinf(fact.value) or fact.concern:
        return tr(
            "More runs are needed: the least sure mean is known to ± {found}, {asked} was asked.",
            found=found,
            asked=asked,
        )
    return tr("Enough runs: every mean that decides is known to ± {found} or better.", found=found)


def _range(fact: TrustFact) -> str:
    what = fact.subject or tr("arrivals")
    if fact.concern:
        return tr("{what}: outside the range for which the model was checked.", what=wording.sentence(what))
    return tr("Inside the range for which the model was checked.")

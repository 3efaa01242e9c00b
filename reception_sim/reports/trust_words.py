"""The facts that speak for an answer and against it, in words."""

import math
from typing import assert_never

from reception_sim.experiments.answers import TrustFact, TrustKind
from reception_sim.reports.field_words import field_in_words
from reception_sim.reports.wording import about_people, count, plain
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr


def trust_in_words(fact: TrustFact, scenario: ScenarioPlan) -> str:
    """Say what a fact tells."""
    match fact.kind:
        case TrustKind.ENOUGH_REPLICATIONS:
            return _replications(fact)
        case TrustKind.RUN_LONG_ENOUGH:
            return _length(fact)
        case TrustKind.NOBODY_WAITS_AT_THE_END:
            return _waiting(fact, scenario)
        case TrustKind.NOT_OVERLOADED:
            return _overload(fact, scenario)
        case TrustKind.INSIDE_CHECKED_RANGE:
            return _range(fact, scenario)
        case TrustKind.SOURCED:
            return _sources(fact, scenario)
        case _:
            assert_never(fact.kind)


def _replications(fact: TrustFact) -> str:
    if not math.isfinite(fact.value):
        return tr("Too few runs to tell how sure it is.")
    found, asked = (tr("{n} %", n=count(100 * share)) for share in (fact.value, fact.limit))
    if fact.concern:
        return tr(
            "More runs would help: the least certain figure is known to ± {found}; ± {asked} would be enough.",
            found=found,
            asked=asked,
        )
    return tr("Enough runs: the least certain figure is known to ± {found}.", found=found)


def _length(fact: TrustFact) -> str:
    left = about_people(fact.value)
    if fact.concern:
        return tr("The run ends near its fullest, with {people} in the system: the worst may yet come.", people=left)
    return tr("The run is long enough: it ends with {people} in the system, past its fullest or steady.", people=left)


def _waiting(fact: TrustFact, scenario: ScenarioPlan) -> str:
    if not fact.concern:
        return tr("Nobody still waits at the end.")
    people, place = about_people(fact.value), scenario.title_of(fact.place)
    return tr(
        "At the end {people} still wait at {place}: what they waited is not known in full.", people=people, place=place
    )


def _overload(fact: TrustFact, scenario: ScenarioPlan) -> str:
    words = {"place": scenario.title_of(fact.place), "use": count(100 * fact.value)}
    if fact.concern:
        return tr("{place} is busy {use} % of its staffed time: a little more work makes waits grow fast.", **words)
    return tr("No station is overloaded; the busiest, {place}, is busy {use} % of its staffed time.", **words)


def _range(fact: TrustFact, scenario: ScenarioPlan) -> str:
    if fact.subject:
        return tr(
            "It changes {field}, which was calibrated to what was published: it is not checked there.",
            field=field_in_words(fact.subject, scenario),
        )
    if fact.concern:
        factor = plain(fact.value) if fact.value >= 0.1 else f"{fact.value:.2g}"
        return tr(
            "It is about {n} times the planned arrivals, far from those that the scenario was made for.", n=factor
        )
    return tr("It stays within what the scenario was made and checked for.")


def _sources(fact: TrustFact, scenario: ScenarioPlan) -> str:
    if not fact.concern:
        return tr("No planning assumption without a source carries it.")
    field = field_in_words(fact.subject, scenario)
    if fact.calibrated:
        return tr("Carried by a calibrated figure, {field}: {reason}", field=field, reason=fact.reason)
    return tr("Carried by an assumption without a source, {field}: {reason}", field=field, reason=fact.reason)

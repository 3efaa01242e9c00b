"""The facts that speak for an answer and against it, in words."""

from collections.abc import Iterator, Sequence
from typing import Final

from reception_sim.experiments.answers import AlternativeResult, TrustFact, TrustKind
from reception_sim.reports.field_words import field_in_words
from reception_sim.reports.trust_words import trust_in_words
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr
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


def trust_lines(facts: Sequence[TrustFact], scenario: ScenarioPlan) -> tuple[TrustLine, ...]:
    """Return the facts in words."""
    unsourced = [fact for fact in facts if fact.kind is TrustKind.SOURCED and fact.concern]
    others = [fact for fact in facts if fact not in unsourced]
    return (
        *(TrustLine(trust_in_words(fact, scenario), fact.concern) for fact in others),
        *_assumptions(unsourced, scenario),
    )


def _assumptions(unsourced: Sequence[TrustFact], scenario: ScenarioPlan) -> Iterator[TrustLine]:
    if unsourced:
        names = list(dict.fromkeys(field_in_words(fact.subject, scenario) for fact in unsourced))
        fields = "; ".join(names[:_NAMED])
        more = tr(" and {n} more", n=len(names) - _NAMED) if len(names) > _NAMED else ""
        yield TrustLine(
            tr("Carried by planning assumptions without a source: {fields}{more}.", fields=fields, more=more),
            concern=True,
        )

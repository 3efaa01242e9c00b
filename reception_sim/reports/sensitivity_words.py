"""Which assumptions matter, in sentences: unsourced ones first, then what breaks a standard."""

import math
from collections.abc import Iterable, Iterator

from reception_sim.experiments.answers import Ending
from reception_sim.experiments.sensitivity_answer import LITTLE, BreakingBox, RankCorrelation, SensitivityAnswer, Target
from reception_sim.experiments.sensitivity_question import Span
from reception_sim.reports.criterion_words import inside, standard_in_words
from reception_sim.reports.field_words import field_in_words
from reception_sim.reports.wording import count, format_value, label_of, sentence
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.distributions import mean_of
from reception_sim.scenario.scaling import value_at
from reception_sim.translation import tr


def sensitivity_in_words(answer: SensitivityAnswer, looked_at: int | None = None) -> Iterator[str]:
    """Yield the sentences, the answer first: on the target that is *looked_at* if one is, then on all together."""
    if looked_at is not None:
        yield what_matters_in_words(answer, looked_at)
    yield what_matters_in_words(answer)
    if answer.ending is Ending.CANCELLED:
        yield tr("It was stopped early: these are the points that were done.")
    if answer.ending is Ending.BROKEN_OFF:
        yield tr("A process or the cluster went away: these are the points that were done.")
    yield from further_in_words(answer)
    scenario = answer.question.scenario
    yield from (box_in_words(box, answer) for box in answer.boxes)
    yield from (tr("Left out: {why}.", why=why) for why in answer.left_out)
    yield tr("{n} runs at {points} points were simulated.", n=count(answer.runs), points=count(len(answer.points)))
    if not scenario.ranges and not answer.question.spans:
        yield tr("The scenario states no ranges: each assumption was varied from 0.8 to 1.25 times what is planned.")


def what_matters_in_words(answer: SensitivityAnswer, looked_at: int | None = None) -> str:
    """Say which assumption moves the standards most, or the target that is looked at; an unsourced one if any does."""
    strongest = [_strongest(span, answer, looked_at) for span in answer.order]
    clear = [one for one in strongest if one is not None and one.is_clear]
    if looked_at is not None:
        return _on_target(looked_at, sorted(clear, key=lambda one: -abs(one.rho)), answer)
    if not clear and not _is_all_little(answer.correlations):
        return tr("{n} points are too few to tell what moves a standard: ask for more.", n=count(len(answer.points)))
    if not clear:
        return tr("None of the assumptions that were varied clearly moves a standard, within these ranges.")
    found = clear[0]
    span, target = answer.spans[found.span], answer.targets[found.target]
    return tr(
        "What matters most is {field} ({source}): the higher it is, the {way} {target} (rank correlation {rho}).",
        field=field_in_words(span.field, answer.question.scenario),
        source=tr("published") if span.sourced else tr("no source"),
        way=tr("higher") if found.rho > 0 else tr("lower"),
        target=inside(target_in_words(target, answer.question.scenario)),
        rho=rho_in_words(found),
    )


def _on_target(looked_at: int, clear: list[RankCorrelation], answer: SensitivityAnswer) -> str:
    """Say what moves one target, the strongest first."""
    named = inside(target_in_words(answer.targets[looked_at], answer.question.scenario))
    if not clear and not _is_all_little(one for one in answer.correlations if one.target == looked_at):
        n = count(len(answer.points))
        return tr("{n} points are too few to tell what moves {target}: ask for more.", n=n, target=named)
    if not clear:
        return tr("Nothing that was varied clearly moves {target}, within these ranges.", target=named)
    fields = "; ".join(
        tr("{field} ({rho})", field=named_span(one.span, answer), rho=f"{one.rho:+.2f}") for one in clear
    )
    return tr("What moves {target} most is {fields}; in brackets the rank correlation.", target=named, fields=fields)


def _is_all_little(found: Iterable[RankCorrelation]) -> bool:
    return all(one.is_little for one in found if not math.isnan(one.rho))


def further_in_words(answer: SensitivityAnswer) -> Iterator[str]:
    """Say what else matters, what hardly does, and of what the points are too few to tell."""
    told = [(span, answer.of_span(span)) for span in answer.order if answer.of_span(span)]
    clear = [span for span, found in told if any(one.is_clear for one in found)]
    little = [span for span, found in told if all(one.is_little for one in found)]
    open_ = [span for span, _ in told if span not in clear and span not in little]
    if len(clear) > 1:
        yield tr("Also surely of consequence: {fields}.", fields=_named(clear[1:], answer))
    if little:
        yield tr(
            "Hardly of consequence within these ranges, because every rank correlation surely lies within "
            "±{n}: {fields}.",
            n=f"{LITTLE:g}",
            fields=_named(little, answer),
        )
    if open_:
        yield tr("Too few points to tell: {fields}.", fields=_named(open_, answer))


def _named(spans: list[int], answer: SensitivityAnswer) -> str:
    return "; ".join(named_span(span, answer) for span in spans)


def named_span(span: int, answer: SensitivityAnswer) -> str:
    """Name what is varied, as one would say it."""
    return field_in_words(answer.spans[span].field, answer.question.scenario)


def _strongest(span: int, answer: SensitivityAnswer, target: int | None) -> RankCorrelation | None:
    found = (one for one in answer.of_span(span) if target in (None, one.target))
    return max(found, key=lambda one: abs(one.rho), default=None)


def rho_in_words(one: RankCorrelation) -> str:
    """Write a rank correlation with its interval."""
    if one.rho != one.rho:
        return tr("does not change")
    return tr("{rho} ({low} to {high})", rho=f"{one.rho:+.2f}", low=f"{one.low:+.2f}", high=f"{one.high:+.2f}")


def target_in_words(target: Target, scenario: ScenarioPlan) -> str:
    """Name an indicator at its place."""
    label = label_of(target.indicator)
    return tr("{label} at {place}", label=label, place=scenario.title_of(target.place)) if target.place else label


def box_in_words(box: BreakingBox, answer: SensitivityAnswer) -> str:
    """Say where a standard breaks: everywhere, nowhere, or in a box of settings."""
    standard = answer.targets[box.target].standard
    assert standard is not None  # boxes are looked for only where there is one
    scenario = answer.question.scenario
    said = sentence(standard_in_words(standard, scenario))
    if math.isnan(box.everywhere):
        return tr("{standard}: nothing was measured that could be judged.", standard=said)
    if box.everywhere in (0.0, 1.0):
        where = tr("at every point") if box.everywhere else tr("at no point")
        return tr("{standard}: missed {where} within these ranges.", standard=said, where=where)
    if not box.limits:
        return tr(
            "{standard}: missed at {n} % of points, and no combination of settings explains where.",
            standard=said,
            n=count(100 * box.everywhere),
        )
    sides = tr(" and ").join(
        span_in_words(answer.spans[one.span], one.low, one.high, scenario) for one in box.limits
    )  # fmt: skip
    return tr(
        "{standard}: missed where {sides}; that explains {coverage} % of what is missed, and {density} % of the points "
        "there miss it ({everywhere} % of all).",
        standard=said,
        sides=sides,
        coverage=count(100 * box.coverage),
        density=count(100 * box.density),
        everywhere=count(100 * box.everywhere),
    )


def span_in_words(span: Span, low: float, high: float, scenario: ScenarioPlan) -> str:
    """Say between which values a field lies: factors of what is planned, and the values where there is one."""
    factors = tr("{low} to {high} times what is planned", low=f"{low:.2f}", high=f"{high:.2f}")
    field, value = field_in_words(span.field, scenario), planned_value(span.field, scenario)
    if value is None:
        return tr("{field} is {factors}", field=field, factors=factors)
    return tr(
        "{field} is {factors} ({least} to {most} on average)",
        field=field,
        factors=factors,
        least=format_value(low * value, "s"),
        most=format_value(high * value, "s"),
    )


def planned_value(field: str, scenario: ScenarioPlan) -> float | None:
    """Return the mean of a field that is a time (s); None for any other."""
    part = value_at(scenario, field)
    if hasattr(part, "distribution") and field.endswith(("service_time", "patience", "stay")):
        return mean_of(part)  # type: ignore[arg-type] # whatever has that word is a distribution
    return None

"""Answers of many runs as JSON documents: their keys and meaning are a promise (docs/figures_as_json.md).

Times are in minutes, shares and probabilities from 0 to 1; what is not defined or has no end is null.
"""

import math
from collections.abc import Iterable

from pydantic import JsonValue

from reception_sim import __version__
from reception_sim.experiments.alternative_files import alternatives_as_json
from reception_sim.experiments.answers import (
    AlternativeResult,
    BottleneckAnswer,
    Breaking,
    CapacityAnswer,
    Comparison,
    CriterionFigures,
    CurvePoint,
    Difference,
    Effect,
    Limit,
    NextStep,
    Ranking,
    TrustFact,
)
from reception_sim.experiments.criteria import Criterion
from reception_sim.experiments.estimate import Estimate
from reception_sim.reports.alternative_words import plan_difference_in_words
from reception_sim.reports.capacity_words import capacity_in_words
from reception_sim.reports.comparison_words import best_in_words, difference_in_words
from reception_sim.reports.criterion_words import criterion_in_words
from reception_sim.reports.json_document import JsonObject
from reception_sim.reports.trust_words import trust_in_words
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.quantities import MINUTE
from reception_sim.scenario.standards import StandardPlan


def comparison_document(answer: Comparison) -> JsonObject:
    """Return the document of a comparison."""
    question = answer.question
    return {
        **_head(question.scenario, question.seed, answer.ending),
        "replications": answer.done,
        "comparisons": answer.comparisons,
        "alternatives": [_result(one, question.scenario) for one in answer.results],
        "differences": [_difference(one, answer) for one in answer.differences],
        "best": [_ranking(one, answer) for one in answer.rankings],
    }


def capacity_document(answer: CapacityAnswer) -> JsonObject:
    """Return the document of a capacity."""
    question = answer.question
    return {
        **_head(answer.scenario, question.seed, answer.ending),
        "sentences": list(capacity_in_words(answer)),
        "share_of_runs": question.share_of_runs,
        "planned_persons_a_day": answer.planned_persons_a_day,
        "limit": _limit(answer.limit),
        "never_broken": answer.never_broken,
        "looked_up_to": answer.looked_up_to,
        "breaks": [_breaking(one) for one in answer.breaks],
        "impossible": [_standard(one) for one in answer.impossible],
        "curve": [_point(one, answer) for one in answer.curve],
        "flow_bounds": [
            {"station": one.station, "factor": one.factor, "persons_a_day": one.persons_a_day} for one in answer.bounds
        ],
        "next_steps": [_next_step(one) for one in answer.next_steps],
        "nothing_helps": answer.nothing_helps,
        "trust": _trust(answer.trust, answer.scenario),
        "runs": answer.runs,
        "runs_on_a_grid": answer.grid_runs,
    }


def bottleneck_document(answer: BottleneckAnswer) -> JsonObject:
    """Return the document of what one more of each thing does."""
    return {
        **comparison_document(answer.comparison),
        "additions": [_effect(one, answer) for one in answer.effects],
    }


def _head(scenario: ScenarioPlan, seed: int, ending: str) -> JsonObject:
    return {"scenario": {"title": scenario.title}, "seed": seed, "engine": __version__, "ending": ending}


def _result(result: AlternativeResult, base: ScenarioPlan) -> JsonObject:
    written = alternatives_as_json([result.alternative])["alternatives"]
    assert isinstance(written, dict)  # of one alternative
    return {
        "id": result.alternative.id,
        "title": result.alternative.title,
        "alternative": written[result.alternative.id],
        "changes": [plan_difference_in_words(one, base) for one in result.changes],
        "criteria": [_figures(one, base) for one in result.figures],
        "trust": _trust(result.trust, result.scenario),
    }


def _figures(figures: CriterionFigures, scenario: ScenarioPlan) -> JsonObject:
    criterion = figures.criterion
    return {
        **_criterion(criterion),
        "label": criterion_in_words(criterion, scenario),
        **_estimate(figures.estimate, criterion),
        "quantiles": [
            {
                "share": one.share,
                "value": _scaled(one.value, criterion),
                "low": _scaled(one.low, criterion),
                "high": _scaled(one.high, criterion),
            }
            for one in figures.quantiles
        ],
        "met_in_replications": figures.met_in,
        "missed_in_replications": figures.missed_in,
    }


def _difference(one: Difference, answer: Comparison) -> JsonObject:
    return {
        "alternative": one.alternative,
        **_criterion(one.criterion),
        "base_mean": _scaled(one.base_mean, one.criterion),
        "alternative_mean": _scaled(one.alternative_mean, one.criterion),
        "difference": _scaled(one.estimate.mean, one.criterion),
        "half_width": _scaled(one.estimate.half_width, one.criterion),
        "low": _scaled(one.low, one.criterion),
        "high": _scaled(one.high, one.criterion),
        "conclusion": one.conclusion,
        "variance_ratio": _number(one.variance_ratio),
        "sentence": difference_in_words(one, answer),
    }


def _ranking(ranking: Ranking, answer: Comparison) -> JsonObject:
    chances: dict[str, JsonValue] = {one.alternative: _number(one.probability) for one in ranking.chances}
    return {**_criterion(ranking.criterion), "probability": chances, "sentence": best_in_words(ranking, answer)}


def _effect(effect: Effect, answer: BottleneckAnswer) -> JsonObject:
    addition = effect.addition
    return {
        "addition": addition.id,
        "title": addition.alternative.title,
        "cost": _number(addition.cost),
        **_difference(effect.difference, answer.comparison),
    }


def _breaking(one: Breaking) -> JsonObject:
    return {
        "standard": _standard(one.standard),
        "limit": _limit(one.limit),
        "holds": one.holds,
        "once_mended": _limit(one.once_mended),
    }


def _next_step(step: NextStep) -> JsonObject:
    return {
        "addition": step.addition.id,
        "title": step.addition.alternative.title,
        "cost": _number(step.addition.cost),
        "cost_so_far": _number(step.cost),
        "limit": _limit(step.limit),
        "breaks": None if step.breaks is None else _standard(step.breaks),
    }


def _point(point: CurvePoint, answer: CapacityAnswer) -> JsonObject:
    pairs = zip(answer.criteria, point.estimates, strict=True)
    return {
        "factor": point.factor,
        "persons_a_day": point.persons_a_day,
        "replications": point.replications,
        "met_share": point.met_share,
        "criteria": [{**_criterion(criterion), **_estimate(estimate, criterion)} for criterion, estimate in pairs],
    }


def _limit(limit: Limit) -> JsonObject:
    return {
        "factor": _number(limit.factor),
        "low": _number(limit.low),
        "high": _number(limit.high),
        "persons_a_day": _number(limit.persons_a_day),
        "persons_a_day_low": _number(limit.persons_a_day_low),
        "persons_a_day_high": _number(limit.persons_a_day_high),
    }


def _standard(standard: StandardPlan) -> JsonObject:
    criterion = Criterion(standard.indicator, standard.at or "")
    kind = "at_least" if standard.at_least is not None else "at_most"
    return {**_criterion(criterion), "kind": kind, "limit": _scaled(standard.limit, criterion), "share": standard.share}


def _trust(facts: Iterable[TrustFact], scenario: ScenarioPlan) -> list[JsonValue]:
    return [{"kind": fact.kind, "concern": fact.concern, "sentence": trust_in_words(fact, scenario)} for fact in facts]


def _criterion(criterion: Criterion) -> JsonObject:
    name = "cost" if criterion.indicator is None else criterion.indicator.value
    unit = "min" if criterion.unit == "s" else criterion.unit
    return {"criterion": name, "place": criterion.place or None, "unit": unit}


def _estimate(estimate: Estimate, criterion: Criterion) -> JsonObject:
    return {
        "mean": _scaled(estimate.mean, criterion),
        "half_width": _scaled(estimate.half_width, criterion),
        "sd": _scaled(estimate.sd, criterion),
    }


def _scaled(value: float, criterion: Criterion) -> JsonValue:
    return _number(value / MINUTE if criterion.unit == "s" else value)


def _number(value: float) -> JsonValue:
    return value if math.isfinite(value) else None

"""Rosters and sensitivities as JSON documents: their keys and meaning are a promise (docs/figures_as_json.md).

Times are in minutes, shares from 0 to 1; what is not defined or has no end is null.
"""

import math
from collections.abc import Iterable

from pydantic import JsonValue

from reception_sim import __version__
from reception_sim.experiments.sensitivity_answer import SensitivityAnswer, Target
from reception_sim.experiments.staffing_answer import StaffingAnswer
from reception_sim.reports.json_document import JsonObject
from reception_sim.reports.sensitivity_words import sensitivity_in_words
from reception_sim.reports.staffing_words import staffing_in_words
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.quantities import MINUTE
from reception_sim.scenario.standards import MEASURES, StandardPlan


def staffing_document(answer: StaffingAnswer) -> JsonObject:
    """Return the document of a roster."""
    question, scenario = answer.question, answer.question.scenario
    return {
        **_head(scenario, question.seed, answer.ending),
        "sentences": list(staffing_in_words(answer)),
        "share_of_runs": question.share_of_runs,
        "confidence": question.confidence,
        "sure": answer.sure,
        "cost": _number(answer.cost),
        "planned_cost": _number(answer.cost_now),
        "cost_unit": scenario.currency if answer.priced else "h",
        "roster": [] if answer.roster is None else [
            {"role": one.role, "days": str(one.shift.days), "hours": str(one.shift.hours), "people": one.count}
            for one in answer.roster.rows
        ],
        "stations": [
            {"row": one.row, "role": one.role, "station": one.station or None, "people": one.people}
            for one in answer.duty
        ],
        "people": [
            {"role": one.role, "people": one.people, "available": one.available, "hours": one.hours,
             "cost": _number(one.cost)}
            for one in answer.people
        ],
        "standards": [
            {**_standard(one.standard), "met_in": one.met_in, "runs": one.runs, "low": one.low, "high": one.high,
             "mean": _scaled(one.value, one.standard)}
            for one in answer.kept
        ],
        "impossible": [
            {**_standard(one.standard), "reason": one.reason.value, "best": _scaled(one.best, one.standard),
             "met_in": one.met_in, "runs": one.runs}
            for one in answer.unmeetable
        ],
        "curve": [
            {"people": list(one.roster.counts), "cost": one.cost, "station": one.station,
             "wait_p95_min": one.wait_p95_s / MINUTE, "half_width_min": _number(one.half_width_s / MINUTE),
             "met_in": one.met_in, "runs": one.runs}
            for one in answer.trade_off
        ],
        "runs": answer.effort.runs,
        "rosters": answer.effort.rosters,
        "grid_runs": answer.effort.grid_runs,
    }  # fmt: skip


def sensitivity_document(answer: SensitivityAnswer) -> JsonObject:
    """Return the document of a sensitivity."""
    question = answer.question
    return {
        **_head(question.scenario, question.seed, answer.ending),
        "sentences": list(sensitivity_in_words(answer)),
        "spans": [
            {"field": one.field, "low": one.low, "high": one.high, "sourced": one.sourced, "stated": one.stated,
             "reason": one.reason}
            for one in answer.spans
        ],
        "order": list(answer.order),
        "targets": [_target(one) for one in answer.targets],
        "points": [
            {"settings": list(one.settings), "means": _row(one.values, answer.targets),
             "half_widths": _row(one.half_widths, answer.targets), "missed": [_number(share) for share in one.missed]}
            for one in answer.points
        ],
        "correlations": [
            {"span": one.span, "target": one.target, "rho": _number(one.rho), "low": _number(one.low),
             "high": _number(one.high), "points": one.points}
            for one in answer.correlations
        ],
        "boxes": [
            {"target": one.target, "coverage": _number(one.coverage), "density": _number(one.density),
             "everywhere": _number(one.everywhere), "points": one.points_inside,
             "limits": [{"span": side.span, "low": side.low, "high": side.high} for side in one.limits]}
            for one in answer.boxes
        ],
        "left_out": list(answer.left_out),
        "runs": answer.runs,
    }  # fmt: skip


def _head(scenario: ScenarioPlan, seed: int, ending: str) -> JsonObject:
    return {"scenario": {"title": scenario.title}, "seed": seed, "engine": __version__, "ending": ending}


def _target(target: Target) -> JsonObject:
    unit = "min" if target.unit == "s" else target.unit
    return {"id": target.indicator.value, "place": target.place or None, "unit": unit}


def _standard(standard: StandardPlan) -> JsonObject:
    kind = "at_least" if standard.at_least is not None else "at_most"
    limit = _scaled(standard.limit, standard)
    return {"id": standard.indicator.value, "place": standard.at, "kind": kind, "limit": limit, "share": standard.share}


def _row(values: Iterable[float], targets: tuple[Target, ...]) -> list[JsonValue]:
    pairs = zip(values, targets, strict=True)
    return [_number(value / MINUTE if target.unit == "s" else value) for value, target in pairs]


def _scaled(value: float, standard: StandardPlan) -> JsonValue:
    return _number(value / MINUTE if MEASURES[standard.indicator].unit == "s" else value)


def _number(value: float) -> JsonValue:
    return value if math.isfinite(value) else None

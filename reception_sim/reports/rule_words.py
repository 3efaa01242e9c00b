"""Contingency rules in words: what they watch, and why they took effect or ended."""

from reception_sim.recording import Happening, HappeningKind
from reception_sim.reports.wording import bare, sentence
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.conditions import WATCHED, Condition, ConditionIndicator, parse_condition
from reception_sim.scenario.exercise_parts import ContingencyPlan, GoesBy
from reception_sim.translation import tr


def tell_rule(told: Happening, scenario: ScenarioPlan) -> str:
    """Say what a rule did, with the value of what it watches then and its limit."""
    said = _did(told)
    rule = next((rule for rule in scenario.contingency if rule.title == told.title), None)
    written = "" if rule is None else _condition_of(told.kind, rule)
    if rule is None or not written:
        return said
    condition = parse_condition(written)
    value = bare(told.count, WATCHED[condition.indicator].unit)
    return tr(
        "{said} ({watched}: {value}; limit {limit})",
        said=said,
        watched=watched_by_rule(condition, rule, scenario),
        value=value,
        limit=limit_in_words(condition),
    )


def watched_in_words(condition: Condition, scenario: ScenarioPlan) -> str:
    """Say what a condition watches: Occupancy of Sports hall."""
    if not condition.place:
        return sentence(_indicator(condition.indicator))
    said = tr("{indicator} of {place}", indicator=_indicator(condition.indicator), place=_title(condition, scenario))
    return sentence(said)


def watched_by_rule(condition: Condition, rule: ContingencyPlan, scenario: ScenarioPlan) -> str:
    """Say what a rule watches, and that it is a count from reports where it is: Queue of Desk as known."""
    said = watched_in_words(condition, scenario)
    told = scenario.knowledge is not None and rule.goes_by is GoesBy.KNOWN and WATCHED[condition.indicator].counted
    return tr("{watched} as known", watched=said) if told else said


def limit_in_words(condition: Condition) -> str:
    """Say the limit of a condition: above 300 %."""
    limit = bare(condition.limit, WATCHED[condition.indicator].unit)
    return tr("above {limit}", limit=limit) if condition.above else tr("below {limit}", limit=limit)


def _did(told: Happening) -> str:
    if told.kind is HappeningKind.RULE_MET:
        return tr("{title}: the condition is met", title=told.title)
    if told.kind is HappeningKind.RULE_FIRED:
        return tr("{title}: takes effect", title=told.title)
    return tr("{title}: ends", title=told.title)


def _condition_of(kind: HappeningKind, rule: ContingencyPlan) -> str:
    return rule.until if kind is HappeningKind.RULE_ENDED else rule.when


def _title(condition: Condition, scenario: ScenarioPlan) -> str:
    return scenario.title_of(condition.place)


def _indicator(indicator: ConditionIndicator) -> str:
    return tr(indicator.value)

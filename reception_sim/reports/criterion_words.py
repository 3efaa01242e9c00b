"""What alternatives are judged by, in words: the name of a criterion, and its values with their unit."""

from reception_sim.experiments.criteria import Criterion
from reception_sim.reports.wording import count, format_value, in_unit, label_of, limit_of, plain
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.standards import MEASURES, Indicator, Scope, StandardPlan
from reception_sim.translation import tr

_SHARE_WITHOUT_STANDARD = 0.95


def criterion_in_words(criterion: Criterion, scenario: ScenarioPlan) -> str:
    """Return what a criterion is called: Waiting time of 95 % of people at Registration; Cost of the run."""
    if criterion.indicator is None:
        return tr("Cost of the run")
    label = label_of(criterion.indicator)
    if MEASURES[criterion.indicator].is_time:
        standard = standard_on(criterion, scenario)
        share = standard.share if standard is not None and standard.share is not None else _SHARE_WITHOUT_STANDARD
        label = tr("{indicator} of {share} % of people", indicator=label, share=f"{100 * share:g}")
    return _at(label, criterion.indicator, criterion.place, scenario)


def value_in_words(value: float, criterion: Criterion, scenario: ScenarioPlan) -> str:
    """Write a value of a criterion for a sentence: 5 h 10 min; 63 %; 12,300 EUR."""
    if criterion.unit == "cost":
        return in_unit(count(value) if abs(value) >= 100 else plain(value), scenario.currency)
    return format_value(value, criterion.unit)


def standard_on(criterion: Criterion, scenario: ScenarioPlan) -> StandardPlan | None:
    """Return the first standard that holds a criterion against a limit."""
    key = (criterion.indicator, criterion.place)
    return next((one for one in scenario.standards if (one.indicator, one.at or "") == key), None)


def standard_in_words(standard: StandardPlan, scenario: ScenarioPlan) -> str:
    """Say a standard in words: occupancy at Contrada Imbriacola hotspot at most 100 %."""
    label = _at(inside(label_of(standard.indicator)), standard.indicator, standard.at or "", scenario)
    return tr("{indicator} {limit}", indicator=label, limit=limit_of(standard))


def inside(words: str) -> str:
    """Return *words* as they stand inside a sentence."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _at(label: str, indicator: Indicator, place: str, scenario: ScenarioPlan) -> str:
    if not place:
        return label
    title = scenario.title_of(place)
    if MEASURES[indicator].scope in (Scope.SUPPLY, Scope.DUTY, Scope.ROLE):
        return tr("{indicator}, {thing}", indicator=label, thing=title)
    return tr("{indicator} at {place}", indicator=label, place=title)

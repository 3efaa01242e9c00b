"""Criteria on a page: what they are called, in which unit their charts are drawn, and where their standard stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reception_sim.experiments.criteria import Criterion
from reception_sim.reports.wording import in_unit, plain
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.scenario.standards import MEASURES, Indicator, StandardPlan
from reception_sim.translation import tr
from ui import wording
from ui.plots.content import ReferenceLine
from ui.plots.figures import Interval

_USUAL_SHARE: Final = 0.95  # of persons, whose time is looked at where no standard says which


@dataclass(frozen=True)
class Measure:
    """How values are drawn: divided by *size*, called *unit*."""

    unit: str
    size: float

    def of(self, value: float) -> float:
        return value / self.size


def interval_of(label: str, measure: Measure, values: tuple[float, float, float], place: int = 0) -> Interval:
    """Return a value and its interval, as they are drawn; *place* is the number of the alternative."""
    value, low, high = map(measure.of, values)
    return Interval(label, value, low, high, colour=place)


def title_of(criterion: Criterion, scenario: ScenarioPlan) -> str:
    """Return what a criterion is called: Waiting time at Registration (95 % of people)."""
    if criterion.indicator is None:
        return tr("Cost of the run")
    if MEASURES[criterion.indicator].is_time:
        standard = standard_on(criterion, scenario)
        share = _USUAL_SHARE if standard is None or standard.share is None else standard.share
        return tr(
            "{what} ({n} % of people)",
            what=_at_place(criterion.indicator, criterion.place, scenario),
            n=wording.count(100 * share),
        )
    return _at_place(criterion.indicator, criterion.place, scenario)


def _at_place(indicator: Indicator, place: str, scenario: ScenarioPlan) -> str:
    label = wording.label_of(indicator)
    return tr("{indicator} at {place}", indicator=label, place=scenario.title_of(place)) if place else label


def measure_of(criterion: Criterion, scenario: ScenarioPlan, values: Iterable[float]) -> Measure:
    """Return the unit in which *values* of a criterion read best."""
    if criterion.unit == "s":
        longest = max((abs(value) for value in values if abs(value) < float("inf")), default=0.0)
        return Measure(tr("hours"), HOUR) if longest >= 2 * HOUR else Measure(tr("minutes"), MINUTE)
    if criterion.unit == "cost":
        return Measure(scenario.currency, 1.0)
    return Measure(tr(criterion.unit), 1.0)


def standard_on(criterion: Criterion, scenario: ScenarioPlan) -> StandardPlan | None:
    """Return the first standard that holds a criterion against a limit."""
    held = (
        one for one in scenario.standards if (one.indicator, one.at or "") == (criterion.indicator, criterion.place)
    )
    return next(held, None)


def limits_of(criterion: Criterion, scenario: ScenarioPlan, measure: Measure) -> tuple[ReferenceLine, ...]:
    """Return the line at a criterion's standard, if it has one."""
    standard = standard_on(criterion, scenario)
    limit = None if standard is None else standard.at_least if standard.at_most is None else standard.at_most
    return () if limit is None else (ReferenceLine(tr("Standard"), measure.of(limit)),)


def value_text(value: float, criterion: Criterion, scenario: ScenarioPlan) -> str:
    """Write a value of a criterion for a sentence: 5 h 10 min; 63 %; EUR 12,300."""
    if criterion.unit == "cost":
        return in_unit(wording.count(value) if abs(value) >= 100 else plain(value), scenario.currency)
    return wording.format_value(value, criterion.unit)

"""Criteria on a page: what they are called, in which unit their charts are drawn, and where their standard stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from reception_sim.experiments.criteria import Criterion
from reception_sim.reports.wording import in_unit, plain
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.scenario.standards import StandardPlan
from reception_sim.translation import tr
from ui import wording
from ui.plots.content import ReferenceLine


@dataclass(frozen=True)
class Measure:
    """How values are drawn: divided by *size*, called *unit*."""

    unit: str
    size: float

    def of(self, value: float) -> float:
        return value / self.size


def title_of(criterion: Criterion, scenario: ScenarioPlan) -> str:
    """Return what a criterion is called: Waiting time, Registration."""
    if criterion.indicator is None:
        return tr("Cost of the run")
    label = wording.label_of(criterion.indicator)
    return tr("{indicator}, {place}", indicator=label, place=scenario.title_of(criterion.place)) if criterion.place else label


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
    held = (one for one in scenario.standards if (one.indicator, one.at or "") == (criterion.indicator, criterion.place))
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

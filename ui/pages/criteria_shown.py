"""Criteria on a page: in which unit their charts are drawn, and where their standard stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from reception_sim.experiments.criteria import Criterion
from reception_sim.reports.criterion_words import standard_on
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.translation import tr
from ui.plots.content import ReferenceLine
from ui.plots.figures import Interval


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


def measure_of(criterion: Criterion, scenario: ScenarioPlan, values: Iterable[float]) -> Measure:
    """Return the unit in which *values* of a criterion read best."""
    if criterion.unit == "s":
        longest = max((abs(value) for value in values if abs(value) < float("inf")), default=0.0)
        return Measure(tr("hours"), HOUR) if longest >= 2 * HOUR else Measure(tr("minutes"), MINUTE)
    if criterion.unit == "cost":
        return Measure(scenario.currency, 1.0)
    return Measure(tr(criterion.unit), 1.0)


def limits_of(criterion: Criterion, scenario: ScenarioPlan, measure: Measure) -> tuple[ReferenceLine, ...]:
    """Return the line at a criterion's standard, if it has one."""
    standard = standard_on(criterion, scenario)
    limit = None if standard is None else standard.at_least if standard.at_most is None else standard.at_most
    return () if limit is None else (ReferenceLine(tr("Standard"), measure.of(limit)),)

"""By what alternatives are judged: an indicator at a place, or what the run cost."""

import math
from dataclasses import dataclass

from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.standards import MEASURES, MORE_IS_BETTER, Indicator
from reception_sim.statistics import IndicatorFigure, JudgedFigures, Part, RunFigures


@dataclass(frozen=True)
class Criterion:
    """An indicator at a place ("" for the whole system); with *indicator* None the cost of the whole run.

    Its value in a run is what the standard on it is held against: of a time the quantile that the standard's share
    names (95 % without a standard), of anything else the worst moment, or the whole run's figure.
    """

    indicator: Indicator | None
    place: str = ""

    @property
    def unit(self) -> str:
        """Return the unit: "s" for a time, "persons", "%", ...; "cost" is in the scenario's currency."""
        return "cost" if self.indicator is None else MEASURES[self.indicator].unit

    @property
    def more_is_better(self) -> bool:
        return self.indicator in MORE_IS_BETTER

    def value_in(self, figures: RunFigures | JudgedFigures) -> float:
        """Return its value in one run; NaN where nothing was measured."""
        if self.indicator is None:
            costs = (one.value for one in figures.parts if one.part is Part.COSTS and not one.subject)
            return next(costs, math.nan)  # the first of its columns is the cost
        figure = self.figure_in(figures)
        return math.nan if figure is None else figure.value

    def figure_in(self, figures: RunFigures | JudgedFigures) -> IndicatorFigure | None:
        """Return the indicator's row in one run: of several standards on it, that of the first."""
        rows = (one for one in figures.indicators if one.indicator is self.indicator and one.place == self.place)
        return next(rows, None)


COST = Criterion(None)


def usual_criteria(scenario: ScenarioPlan) -> tuple[Criterion, ...]:
    """Return what a scenario asks to be judged by: its standards, the wait at each station, and what it costs."""
    limited = (Criterion(one.indicator, one.at or "") for one in scenario.standards)
    waits = (Criterion(Indicator.WAITING_TIME, station) for station in scenario.stations)
    return tuple(dict.fromkeys((*limited, *waits, COST)))

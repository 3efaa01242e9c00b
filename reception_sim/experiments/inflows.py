"""Runs of a scenario with its arrivals multiplied, and which standards they met."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from reception_sim.actions import Journal, JournalEntry, ScaleArrivals
from reception_sim.experiments.answers import CurvePoint
from reception_sim.experiments.criteria import Criterion
from reception_sim.experiments.estimate import Tally
from reception_sim.experiments.replications import run_replication
from reception_sim.run import run_whole
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import IndicatorFigure, JudgedFigures, RunFigures, measure_what_is_judged

SHORTFALL_AT_MOST: Final = 10.0  # times the limit: a value without end shall not hide the others


@dataclass(frozen=True)
class Inflow:
    """A scenario whose planned arrivals are multiplied: the same people come, and others, or some keep away."""

    scenario: ScenarioPlan
    journal: Journal
    criteria: tuple[Criterion, ...]
    seed: int

    def journal_at(self, factor: float) -> Journal:
        """Return the journal in which the arrivals are multiplied from the start on."""
        return (*scaled_arrivals(self.scenario, factor), *self.journal)


def scaled_arrivals(scenario: ScenarioPlan, factor: float) -> Journal:
    """Return the journal that multiplies all planned arrivals from the start on."""
    entries = (name for name, entry in scenario.entry_points.items() if entry.arrivals)
    return tuple(JournalEntry(0.0, ScaleArrivals(name, factor)) for name in entries)


@dataclass(frozen=True)
class Verdicts:
    """What one run says: of each standard whether it was missed, and the value of each criterion."""

    missed: tuple[bool, ...]
    values: tuple[float, ...]


InflowTask: TypeAlias = tuple[Inflow, float, int]  # with the factor and the number of the replication


def verdicts_of(task: InflowTask) -> Verdicts:
    """Run one replication at one inflow and return its verdicts only."""
    inflow, factor, replication = task
    recording = run_whole(inflow.scenario, inflow.seed, replication, inflow.journal_at(factor))
    return verdicts_in(measure_what_is_judged(recording, inflow.scenario), inflow)


def judged_in(task: InflowTask) -> tuple[float, ...]:
    """Run one replication at one inflow and return of each standard how much is missing; 0 where it is met."""
    inflow, factor, replication = task
    recording = run_whole(inflow.scenario, inflow.seed, replication, inflow.journal_at(factor))
    figures = measure_what_is_judged(recording, inflow.scenario)
    by_standard = {row.standard: row for row in figures.indicators if row.standard is not None}
    return tuple(shortfall_of(by_standard.get(standard)) for standard in inflow.scenario.standards)


def shortfall_of(figure: IndicatorFigure | None) -> float:
    """Return how far a value is on the wrong side of its limit, relative to it, up to SHORTFALL_AT_MOST."""
    if figure is None or figure.standard is None or figure.met is not False:
        return 0.0
    relative = -figure.margin / (abs(figure.standard.limit) or 1.0)
    return min(relative, SHORTFALL_AT_MOST) if relative > 0 else 0.0


def figures_of(task: InflowTask) -> RunFigures:
    """Run one replication at one inflow and return all its figures."""
    inflow, factor, replication = task
    return run_replication(inflow.scenario, inflow.seed, replication, inflow.journal_at(factor))


def verdicts_in(figures: RunFigures | JudgedFigures, inflow: Inflow) -> Verdicts:
    """Read the verdicts; a standard that nobody was there to be judged by was not missed."""
    met = {row.standard: row.met for row in figures.indicators if row.standard is not None}
    return Verdicts(
        missed=tuple(met.get(standard) is False for standard in inflow.scenario.standards),
        values=tuple(criterion.value_in(figures) for criterion in inflow.criteria),
    )


class CurveTally:
    """Adds up the runs at one inflow."""

    def __init__(self, inflow: Inflow) -> None:
        self.runs = 0
        self.missed = [0] * len(inflow.scenario.standards)
        self._met_all = 0
        self._tallies = [Tally() for _ in inflow.criteria]

    def add(self, verdicts: Verdicts) -> None:
        self.runs += 1
        self._met_all += not any(verdicts.missed)
        self.missed = [before + missed for before, missed in zip(self.missed, verdicts.missed, strict=True)]
        for tally, value in zip(self._tallies, verdicts.values, strict=True):
            tally.add(value)

    def told(self, factor: float, persons_a_day: float) -> CurvePoint:
        estimates = tuple(tally.estimate() for tally in self._tallies)
        return CurvePoint(factor, persons_a_day, self.runs, estimates, self._met_all / self.runs)

"""The little that a search needs of each of very many runs: standards met, the longest waits, teams wanted."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reception_sim.recording import Recording
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import HOUR
from reception_sim.statistics.account import Account
from reception_sim.statistics.figures import IndicatorFigure
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.indicators import indicator_figures
from reception_sim.statistics.over_time import SeriesFold


@dataclass(frozen=True)
class StandardFigures:
    """One run, standard by standard of the scenario and station by station.

    *met* is False also where nobody has got there yet whom a standard asks for. *values* are what was judged (s for a
    time). *waits_p95* are the 95th percentiles of persons' waits (s). *wanted_teams* has a row for each station, and
    the teams at work or waited for at each step: the travel groups at the station.
    """

    met: tuple[bool, ...]
    values: tuple[float, ...]
    waits_p95: tuple[float, ...]
    wanted_teams: NDArray[np.float32]


def measure_standards(recording: Recording, scenario: ScenarioPlan, step_s: float = HOUR) -> StandardFigures:
    """Return what a whole run tells of the scenario's standards, and the teams wanted every *step_s* seconds."""
    account = Account(recording, scenario)
    findings = Findings(account)
    asked = {standard.indicator for standard in scenario.standards}
    figures = [figure for figure in indicator_figures(findings, asked) if figure.standard is not None]
    judged = [_of(standard, figures) for standard in scenario.standards]
    return StandardFigures(
        met=tuple(figure.met if figure.met is not None else not figure.undecided_persons for figure in judged),
        values=tuple(figure.value for figure in judged),
        waits_p95=tuple(station.waits.p95 for station in findings.stations.values()),
        wanted_teams=_wanted_teams(account, scenario, step_s),
    )


def indicators_of(recording: Recording, scenario: ScenarioPlan) -> tuple[IndicatorFigure, ...]:
    """Return the indicators of a whole run alone."""
    return tuple(indicator_figures(Findings(Account(recording, scenario))))


def _of(standard: object, figures: list[IndicatorFigure]) -> IndicatorFigure:
    return next(figure for figure in figures if figure.standard == standard)


def _wanted_teams(account: Account, scenario: ScenarioPlan, step_s: float) -> NDArray[np.float32]:
    recording = account.recording
    fold = SeriesFold(scenario, recording.names, step_s)
    series = fold.tell(account.stories, recording.levels, recording.people.size, recording.until)
    sizes = recording.people.size
    persons_a_group = float(np.mean(sizes)) if len(sizes) else 1.0
    wanted = [station.busy + station.queue / persons_a_group for station in series.stations]
    return np.array(wanted, np.float32).reshape(len(wanted), len(series.time))

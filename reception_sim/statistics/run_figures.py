"""All figures of one run, from its recording."""

from reception_sim.recording import Recording
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.statistics.account import Account
from reception_sim.statistics.costs import costs
from reception_sim.statistics.figures import JudgedFigures, RunFigures
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.grid import grid_step
from reception_sim.statistics.indicators import indicator_figures
from reception_sim.statistics.needs import need_figures
from reception_sim.statistics.over_time import SeriesFold
from reception_sim.statistics.parts import part_figures
from reception_sim.statistics.people import waits_of_categories
from reception_sim.statistics.persons import person_counts
from reception_sim.statistics.staffing import role_figures


def measure(recording: Recording, scenario: ScenarioPlan) -> RunFigures:
    """Return the figures of a run, whole or as far as it has come."""
    account = Account(recording, scenario)
    findings = Findings(account)
    fold = SeriesFold(scenario, recording.names, grid_step(scenario.duration))
    stations = tuple(findings.stations.values())
    return RunFigures(
        until=recording.until,
        persons=person_counts(account),
        stations=stations,
        sites=tuple(findings.sites.values()),
        roles=role_figures(account, stations),
        supplies=tuple(findings.supplies.values()),
        time_to_registration=findings.to_registration.milestone,
        time_to_shelter=findings.to_shelter.milestone,
        time_in_system=findings.in_system.milestone,
        waits_of=tuple(waits_of_categories(account, findings.waits)),
        needs=need_figures(account),
        indicators=tuple(indicator_figures(findings)),
        parts=tuple(part_figures(findings)),
        series=fold.tell(account.stories, recording.levels, recording.people.size, recording.until),
    )


def measure_what_is_judged(recording: Recording, scenario: ScenarioPlan) -> JudgedFigures:
    """Return the indicators and the costs alone, the same as in `measure`, for a third of its time or less."""
    findings = Findings(Account(recording, scenario))
    return JudgedFigures(indicators=tuple(indicator_figures(findings)), parts=tuple(costs(findings)))

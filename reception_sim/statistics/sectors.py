"""Which sectors of the framework a scenario covers in which phase, and how each performed; what was prepared."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from reception_sim.recording import EventKind
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.planned import timed_injects
from reception_sim.scenario.sector_names import Sector
from reception_sim.scenario.sectors import Phase
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.indicators import indicator_figures
from reception_sim.statistics.part_figures import Part, PartFigure

_NAN: Final = float("nan")


def sectors(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each sector that the plan names, its parts in each phase, persons reached, and standards kept (%)."""
    account = findings.account
    judged = [figure for figure in indicator_figures(findings) if figure.met is not None]
    for sector in Sector:
        covered = coverage(account.scenario, sector)
        if not any(covered.values()):
            continue
        places = _places(account.scenario, sector)
        met = [bool(figure.met) for figure in judged if figure.place in places]
        figures = {
            "before": covered[Phase.BEFORE],
            "emergency": covered[Phase.EMERGENCY],
            "recovery": covered[Phase.RECOVERY],
            "persons": _reached(account, places),
            "kept": 100 * float(np.mean(met)) if met else _NAN,
        }
        yield from (PartFigure(Part.SECTORS, sector.value, measure, value) for measure, value in figures.items())


def preparedness(findings: Findings) -> Iterator[PartFigure]:
    """Yield of each measure whether it was taken, when it was ready, and its cost."""
    for name, plan in findings.account.scenario.preparedness.items():
        taken = plan.ready_s is not None
        yield PartFigure(Part.PREPAREDNESS, name, "taken", int(taken))
        yield PartFigure(Part.PREPAREDNESS, name, "ahead", plan.begun if plan.begun is not None else _NAN)
        yield PartFigure(Part.PREPAREDNESS, name, "ready", plan.ready_s if plan.ready_s is not None else _NAN)
        yield PartFigure(Part.PREPAREDNESS, name, "cost", plan.cost if taken and plan.cost is not None else _NAN)


def coverage(scenario: ScenarioPlan, sector: Sector) -> dict[Phase, int]:
    """Return how many parts of a plan name a sector in each phase.

    Places, fleets and supplies work in the emergency, and on into recovery if the plan has one; injects belong to the
    phase of their moment, or to the emergency, measures of preparedness to the time before.
    """
    tables = (scenario.stations, scenario.sites, scenario.supplies, scenario.vehicles)
    parts = sum(thing.sector is sector for table in tables for thing in table.values())
    calendar = Calendar.of(scenario)
    recovers = scenario.recovery_from is not None
    begins = calendar.seconds(scenario.recovery_from) if scenario.recovery_from is not None else float("inf")
    injects = sum(inject.sector is sector for inject in scenario.injects)
    late = sum(time >= begins for time, inject in timed_injects(scenario) if inject.sector is sector)
    measures = [plan for plan in scenario.preparedness.values() if plan.sector is sector and plan.begun is not None]
    return {
        Phase.BEFORE: len(measures),
        Phase.EMERGENCY: parts + injects - late,
        Phase.RECOVERY: (parts if recovers else 0) + late,
    }


def _places(scenario: ScenarioPlan, sector: Sector) -> list[str]:
    tables = (scenario.stations, scenario.sites, scenario.supplies)
    return [name for table in tables for name, thing in table.items() if thing.sector is sector]


def _reached(account: Account, places: list[str]) -> int:
    """Count the persons who were served at stations or sheltered in sites, each person once."""
    of_people = {*account.scenario.stations, *account.scenario.sites}
    here = [name for name in places if name in of_people]
    rows = [account.at(name, EventKind.SERVICE_ENDED, EventKind.GROUP_SHELTERED) for name in here]
    groups = np.unique(account.stories.group[np.concatenate([np.empty(0, np.int64), *rows])])
    return int(account.size[groups].sum())

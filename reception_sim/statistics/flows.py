"""Where flows meet and where they stop: stations that several flows share, and posts held back by full places."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from reception_sim.scenario.quantities import HOUR
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.group_ways import Visits
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.spreads import spread_of

FLOW: Final = "flow "


def flows(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each station that people come to from several places, how those from each of them waited."""
    account = findings.account
    for name in account.scenario.stations:
        visits = findings.ways.visits_at(name)
        origins = np.unique(visits.origin)
        for origin in origins.tolist() if len(origins) > 1 else ():
            here = visits.where(visits.origin == origin)
            subject = f"{FLOW}{name} {account.recording.names[origin]}"
            yield from (PartFigure(Part.FLOWS, subject, measure, value) for measure, value in _waits(account, here))


def blocking(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each station at which posts were held by people whose next place was full, how much that cost."""
    account = findings.account
    for name in account.scenario.stations:
        seconds, group, still = findings.ways.held_at(name)
        if len(seconds):
            persons = account.size[group]
            yield PartFigure(Part.BLOCKING, name, "persons", int(persons.sum()))
            yield PartFigure(Part.BLOCKING, name, "hours", float(seconds.sum()) / HOUR)
            yield PartFigure(
                Part.BLOCKING, name, "mean", spread_of(np.sort(seconds), persons[np.argsort(seconds)]).mean
            )
            yield PartFigure(Part.BLOCKING, name, "longest", float(seconds.max()))
            yield PartFigure(Part.BLOCKING, name, "still", int(persons[still].sum()))


def _waits(account: Account, visits: Visits) -> Iterator[tuple[str, float]]:
    persons = account.size[visits.group]
    served = np.flatnonzero(visits.served)
    ascending = served[np.argsort(visits.seconds[served], kind="stable")]
    spread = spread_of(visits.seconds[ascending], persons[ascending])
    yield "persons", int(persons.sum())
    yield "mean_wait", spread.mean
    yield "p95_wait", spread.p95
    yield "longest", spread.maximum
    yield "waiting", int(persons[~visits.served].sum())

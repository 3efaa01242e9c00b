"""By which kinds of exit people left the reception system, and who gave up."""

from collections.abc import Iterator

from reception_sim.recording import EventKind
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure

GAVE_UP = "gave up"


def ways_out(findings: Findings) -> Iterator[PartFigure]:
    """Yield persons by kind of exit, and their share of all who have left."""
    persons = _persons_by_kind(findings)
    everybody = sum(persons.values())
    for kind, count in persons.items():
        yield PartFigure(Part.WAYS_OUT, kind, "persons", count)
        yield PartFigure(Part.WAYS_OUT, kind, "share", 100 * count / everybody if everybody else float("nan"))


def _persons_by_kind(findings: Findings) -> dict[str, int]:
    account = findings.account
    persons: dict[str, int] = {}
    for name, plan in account.scenario.exits.items():
        left = int(account.persons(account.at(name, EventKind.GROUP_EXITED)).sum())
        persons[plan.kind] = persons.get(plan.kind, 0) + left
    gave_up = int(account.persons(account.stories.rows(EventKind.GROUP_LEFT)).sum())
    return {**persons, GAVE_UP: gave_up} if gave_up else persons

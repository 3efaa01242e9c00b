"""What hazards did: how long they lasted, and how much the stations they slow or close got done meanwhile."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from reception_sim.recording import Booleans, EventKind, LevelKind, Times
from reception_sim.scenario.hazards import HazardPlan
from reception_sim.scenario.quantities import HOUR
from reception_sim.statistics.account import Account
from reception_sim.statistics.courses import Course
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure

_NAN: Final = float("nan")


def hazards(findings: Findings) -> Iterator[PartFigure]:
    """Yield how often each hazard struck, how long it lasted, and persons served an hour with and without it."""
    account = findings.account
    for name, plan in account.scenario.hazards.items():
        course = account.level(LevelKind.HAZARD, name)
        times, persons = _served(account, plan)
        during = _is_striking(course, times)
        lasted = course.integral
        yield PartFigure(Part.HAZARDS, name, "times", int((np.diff(course.value, prepend=0.0) > 0).sum()))
        yield PartFigure(Part.HAZARDS, name, "lasted", lasted)
        yield PartFigure(Part.HAZARDS, name, "served", _an_hour(persons[during], lasted))
        yield PartFigure(Part.HAZARDS, name, "served_else", _an_hour(persons[~during], account.until - lasted))


def _served(account: Account, plan: HazardPlan) -> tuple[Times, Times]:
    """Return when services ended at the stations that a hazard means, and of how many persons."""
    stations = [name for name in (*plan.slows, *plan.closes) if name in account.scenario.stations]
    rows = np.concatenate(
        [np.empty(0, np.int64), *(account.at(name, EventKind.SERVICE_ENDED) for name in dict.fromkeys(stations))]
    )
    return account.stories.time[rows], account.persons(rows).astype(float)


def _is_striking(course: Course, times: Times) -> Booleans:
    striking: Booleans = course.at(times) > 0
    return striking


def _an_hour(persons: Times, seconds: float) -> float:
    return float(persons.sum()) / (seconds / HOUR) if seconds > 0 else _NAN

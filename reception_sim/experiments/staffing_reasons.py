"""Why no roster can meet a standard, told from runs in which nobody lacks a post, a kit or anybody to serve them."""

from dataclasses import replace
from typing import Final

import numpy as np

from reception_sim.experiments.staffing_answer import Reason
from reception_sim.experiments.staffing_question import Roster
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import DAY, HoursOfDay, Weekdays
from reception_sim.scenario.staff import ShiftPlan
from reception_sim.scenario.standards import MEASURES, StandardPlan
from reception_sim.statistics import StandardFigures

_PLENTY: Final = 500  # posts at a station, and people for each of them


def plentiful(scenario: ScenarioPlan, roles: tuple[str, ...]) -> ScenarioPlan:
    """Return the scenario with posts, equipment and people of *roles* in plenty, around the clock."""
    always = ShiftPlan(days=Weekdays(tuple(range(7))), hours=HoursOfDay(0.0, DAY), count=_PLENTY * 100)
    stations = {name: replace(station, posts=_PLENTY) for name, station in scenario.stations.items()}
    staff = {
        name: replace(plan, shifts=(always,), at={}, absence=0.0, breaks=None) if name in roles else plan
        for name, plan in scenario.staff.items()
    }
    equipment = {name: replace(kind, count=_PLENTY * 100) for name, kind in scenario.equipment.items()}
    return replace(scenario, stations=stations, staff=staff, equipment=equipment)


def reason_for(standard: StandardPlan, ideal: list[StandardFigures], top: Roster, scenario: ScenarioPlan) -> Reason:
    """Return why a standard is missed even by the roster *top*; *ideal* are runs with everything in plenty."""
    row = scenario.standards.index(standard)
    if np.isnan([run.values[row] for run in ideal]).all():
        return Reason.NOT_MEASURED
    if sum(run.met[row] for run in ideal) <= len(ideal) / 2:
        return Reason.SERVICE_TOO_LONG if MEASURES[standard.indicator].is_time else Reason.NOT_STAFF
    return (
        Reason.NOT_ENOUGH_PEOPLE if any(_lacks(role, top, scenario) for role in top.roles) else Reason.NOT_ENOUGH_POSTS
    )


def _lacks(role: str, top: Roster, scenario: ScenarioPlan) -> bool:
    """Tell whether a role has posts for more people than can be on duty at once."""
    posts = sum(station.posts * station.team.get(role, 0) for station in scenario.stations.values())
    return min(row.count for row in top.of_role(role)) < posts

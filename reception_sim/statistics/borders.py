"""Who waited on the other side of a border, and what drove the pressure to close it."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from reception_sim.recording import EventKind, LevelKind
from reception_sim.scenario.arrivals import lanes_of
from reception_sim.scenario.borders import LaneKind
from reception_sim.statistics.account import Account
from reception_sim.statistics.courses import Course
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure

_NAN: Final = float("nan")


def borders(findings: Findings) -> Iterator[PartFigure]:
    """Yield the figures of each entry point that has a border, or of which an action closed it."""
    account = findings.account
    for name, plan in account.scenario.entry_points.items():
        across = account.level(LevelKind.ACROSS_THE_BORDER, name)
        shut = account.level(LevelKind.BORDER_SHUT, name)
        if plan.border is not None or across.maximum or shut.maximum:
            for measure, value in _of_border(account, name, across, shut):
                yield PartFigure(Part.BORDERS, name, measure, value)
        for lane, lane_plan in lanes_of(plan).items():
            if lane_plan.kind is not LaneKind.GOODS:
                yield from _of_lane(account, f"{name}.{lane}")


def pressure(findings: Findings) -> Iterator[PartFigure]:
    """Yield how far each driver of the pressure to close went, and all of them together as the row of no name."""
    account, plans = findings.account, findings.account.scenario.pressure
    whole = pressure_to_close(account)
    if whole is None:
        return
    weight = sum(plan.weight for plan in plans.values())
    for name, plan in plans.items():
        yield from _of_driver(name, 100 * plan.weight / weight, account.level(LevelKind.PRESSURE, name))
    yield from _of_driver("", 100.0, whole)


def pressure_to_close(account: Account) -> Course | None:
    """Return the mean of the drivers by weight (%) over time; None if the plan names none."""
    plans = account.scenario.pressure
    if not plans:
        return None
    weight = sum(plan.weight for plan in plans.values())
    courses = {name: account.level(LevelKind.PRESSURE, name) for name in plans}
    time = np.unique(np.concatenate([course.time for course in courses.values()]))
    value = np.zeros(len(time))
    for name, course in courses.items():
        value += plans[name].weight / weight * course.at(time)
    return Course(time, value, account.until)


def _of_border(account: Account, name: str, across: Course, shut: Course) -> Iterator[tuple[str, float]]:
    came = float(account.persons(account.at(name, EventKind.GROUP_ARRIVED, EventKind.GROUP_RETURNED)).sum())
    yield from _of_queue(account, name, across, came)
    yield "shut", shut.integral


def _of_lane(account: Account, name: str) -> Iterator[PartFigure]:
    across = account.level(LevelKind.ACROSS_THE_BORDER, name)
    came = account.level(LevelKind.CAME_BY_LANE, name).at_end
    for measure, value in _of_queue(account, name, across, came):
        yield PartFigure(Part.BORDERS, name, measure, value)


def _of_queue(account: Account, name: str, across: Course, came: float) -> Iterator[tuple[str, float]]:
    yield "came", came
    yield "waited_most", across.maximum
    yield "mean_wait", across.integral / came if came else _NAN
    yield "longest_wait", account.level(LevelKind.LONGEST_AT_BORDER, name).at_end
    yield "turned_away", account.level(LevelKind.TURNED_AWAY, name).at_end
    yield "waiting", across.at_end


def _of_driver(name: str, weight: float, course: Course) -> Iterator[PartFigure]:
    figures = {
        "weight": weight,
        "mean": course.mean,
        "worst": course.maximum,
        "worst_at": course.maximum_at,
        "at_end": course.at_end,
    }
    yield from (PartFigure(Part.PRESSURE, name, measure, value) for measure, value in figures.items())

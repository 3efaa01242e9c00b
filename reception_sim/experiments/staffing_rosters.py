"""Rosters and scenarios: the table of a scenario's shifts, what it costs, whom it needs, and the way back."""

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reception_sim.experiments.staffing_answer import DutyRow, PeopleNeeded
from reception_sim.experiments.staffing_question import Roster, RosterRow, StaffingQuestion
from reception_sim.recording import Times
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.posting import posting
from reception_sim.scenario.quantities import DAY, HOUR, HoursOfDay, Weekdays
from reception_sim.scenario.rosters import ShiftWorked, shifts_worked
from reception_sim.scenario.staff import ShiftPlan, StaffPlan
from reception_sim.scenario.working_time import LabourPlan

_EVERY_DAY: Final = Weekdays(tuple(range(7)))
_DAYS_A_WEEK: Final = 6  # a day off in seven: Directive 2003/88/EC, article 5


def rostered(scenario: ScenarioPlan, roles: tuple[str, ...]) -> Roster:
    """Return the roster of some roles as it is planned; a row may have from nobody to all who could be of use."""
    most = {role: _useful(role, scenario) for role in roles}
    return Roster(
        tuple(RosterRow(role, shift, 0, most[role]) for role in roles for shift in scenario.staff[role].shifts)
    )


def allowed_shifts(question: StaffingQuestion) -> Roster:
    """Return every shift that may be worked, with nobody in those that the scenario does not have."""
    return Roster(tuple(row for role in question.decided for row in _allowed(role, question.scenario)))


def with_roster(scenario: ScenarioPlan, roster: Roster) -> ScenarioPlan:
    """Return the scenario with the roster in place of the shifts of its roles; shifts with nobody are left out."""
    staff = dict(scenario.staff)
    for role in roster.roles:
        shifts = tuple(row.shift for row in roster.of_role(role))
        staff[role] = replace(staff[role], shifts=tuple(shift for shift in shifts if shift.count) or shifts[:1])
    return replace(scenario, staff=staff)


def paid_hours(row: RosterRow, scenario: ScenarioPlan) -> float:
    """Return the hours of one person in a row, within the time of the scenario."""
    return sum(min(one.end, scenario.duration) - max(one.start, 0.0) for one in _worked(row, scenario)) / HOUR


def is_priced(scenario: ScenarioPlan, roles: tuple[str, ...]) -> bool:
    """Tell whether all roles have a price; else rosters are compared by their hours."""
    return all(scenario.staff[role].hourly_cost is not None for role in roles)


def unit_costs(roster: Roster, scenario: ScenarioPlan) -> Times:
    """Return what one person in each row costs, in the scenario's currency or, without prices, in hours."""
    priced = is_priced(scenario, roster.roles)
    prices = [(scenario.staff[row.role].hourly_cost or 0.0) if priced else 1.0 for row in roster.rows]
    return np.array(prices) * [paid_hours(row, scenario) for row in roster.rows]


def on_duty(roster: Roster, scenario: ScenarioPlan, edges: Times) -> NDArray[np.float64]:
    """Return which part of each span between two *edges* (s) one person of each row is on duty; a row a row."""
    spans = np.zeros((len(roster.rows), len(edges) - 1))
    for number, row in enumerate(roster.rows):
        for one in _worked(row, scenario):
            overlap = np.minimum(one.end, edges[1:]) - np.maximum(one.start, edges[:-1])
            spans[number] += np.clip(overlap, 0.0, None) / np.diff(edges)
    return spans


def people_needed(roster: Roster, scenario: ScenarioPlan) -> Iterator[PeopleNeeded]:
    """Yield how many people each role needs on its list, by the labour rules or else the usual ones."""
    for role in roster.roles:
        rows, plan = tuple(roster.of_role(role)), scenario.staff[role]
        hours = sum(row.count * paid_hours(row, scenario) for row in rows)
        cost = math.nan if plan.hourly_cost is None else plan.hourly_cost * hours
        yield PeopleNeeded(role, heads(rows, scenario), _people(plan), hours, cost)


def heads(rows: tuple[RosterRow, ...], scenario: ScenarioPlan) -> int:
    """Return the least number of people who can fill the rows of a role without working too much.

    Nobody has more than one shift a day, six a week, or more hours a week than the rules allow. A scenario of less
    than a week asks for no more than its own shifts.
    """
    rules = scenario.staff[rows[0].role].labour or LabourPlan()
    on_a_day = max((sum(row.count for row in rows if day in row.shift.days) for day in range(7)), default=0)
    weeks = 0.0
    for row in rows:
        in_a_week = min(len(row.shift.days.days), len(_worked(row, scenario)))
        weeks += row.count * in_a_week / min(_shifts_a_week(row.shift, rules), max(in_a_week, 1))
    return max(on_a_day, math.ceil(weeks - 1e-9))


def is_allowed(roster: Roster, scenario: ScenarioPlan) -> bool:
    """Tell whether there are enough people for a roster; a role without labour rules has as many as it needs."""
    for role in roster.roles:
        people = _people(scenario.staff[role])
        if people is not None and heads(tuple(roster.of_role(role)), scenario) > people:
            return False
    return True


def duty_rows(roster: Roster, scenario: ScenarioPlan) -> Iterator[DutyRow]:
    """Yield where the people of each row stand: posted as the scenario says, the others helping."""
    for number, row in enumerate(roster.rows):
        posted = posting(row.count, scenario.staff[row.role].at)
        helping = row.count - sum(posted.values())
        for station, people in (*posted.items(), ("", helping)):
            if people:
                yield DutyRow(number, row.role, station, people)


def _shifts_a_week(shift: ShiftPlan, rules: LabourPlan) -> int:
    return max(1, min(_DAYS_A_WEEK, int(rules.hours_a_week / shift.hours.length_s + 1e-9)))


def _allowed(role: str, scenario: ScenarioPlan) -> Iterator[RosterRow]:
    plan = scenario.staff[role]
    most = _useful(role, scenario)
    if plan.labour is None or not plan.labour.lengths:
        yield from (RosterRow(role, shift, 0, most) for shift in plan.shifts)
        return
    for length in plan.labour.lengths:
        for begins in plan.labour.begins:
            hours = HoursOfDay(begins, (begins + length) % DAY)
            same = sum(one.count for one in plan.shifts if (one.hours, one.days) == (hours, _EVERY_DAY))
            yield RosterRow(role, ShiftPlan(days=_EVERY_DAY, hours=hours, count=same), 0, most)


def _useful(role: str, scenario: ScenarioPlan) -> int:
    """Return for how many people of a role there is a post, and so many more as are absent on average."""
    plan = scenario.staff[role]
    posts = sum(station.posts * station.team.get(role, 0) for station in scenario.stations.values())
    crews = sum(fleet.count * fleet.crew.get(role, 0) for fleet in scenario.vehicles.values())
    most = math.ceil((posts + crews) / max(1 - plan.absence, 0.05))
    people = _people(plan)
    return most if people is None else min(most, people)


def _people(plan: StaffPlan) -> int | None:
    return plan.labour.people if plan.labour is not None else None


def _worked(row: RosterRow, scenario: ScenarioPlan) -> tuple[ShiftWorked, ...]:
    alone = replace(scenario.staff[row.role], shifts=(replace(row.shift, count=1),))
    return shifts_worked(alone, Calendar.of(scenario), scenario.duration)

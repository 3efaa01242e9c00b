"""Whether the people whom the shifts ask for were there, and what each agency contributed."""

from collections.abc import Iterator
from math import isnan
from typing import Final

from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import HOUR
from reception_sim.scenario.rosters import shifts_worked
from reception_sim.scenario.staff import StaffPlan
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.working_time import PAID, cost_of, hours_of

AGENCY: Final = "agency "


def rosters(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each role whose shifts may not be filled, the hours that were planned, and what became of them."""
    account = findings.account
    for name, plan in account.scenario.staff.items():
        if plan.absence or plan.roll is not None or plan.volunteers is not None:
            yield from (PartFigure(Part.ROSTERS, name, measure, value) for measure, value in _row(account, name, plan))


def hand_overs(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each station that hands over, how many services stopped when staff left, and how long they waited."""
    account = findings.account
    for name, plan in account.scenario.stations.items():
        if plan.hand_over is not None:
            services = account.level(LevelKind.SERVICES_HANDED_OVER, name).at_end
            stopped = account.level(LevelKind.SERVICES_STOPPED, name)
            yield PartFigure(Part.HAND_OVERS, name, "services", services)
            yield PartFigure(Part.HAND_OVERS, name, "persons", account.level(LevelKind.HANDED_OVER, name).at_end)
            yield PartFigure(
                Part.HAND_OVERS, name, "mean_wait", stopped.integral / services if services else float("nan")
            )
            yield PartFigure(Part.HAND_OVERS, name, "most", stopped.maximum)
            yield PartFigure(Part.HAND_OVERS, name, "waiting", stopped.at_end)


def stand_ins(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each role that can stand in for another, how much of its time on duty it did."""
    account = findings.account
    for name, plan in account.scenario.staff.items():
        if plan.stands_in_for:
            standing_in = account.level(LevelKind.STANDING_IN, name)
            on_duty = account.level(LevelKind.STAFF_ON_DUTY, name).integral
            yield PartFigure(Part.STAND_INS, name, "hours", standing_in.integral / HOUR)
            share = 100 * standing_in.integral / on_duty if on_duty else float("nan")
            yield PartFigure(Part.STAND_INS, name, "share", share)
            yield PartFigure(Part.STAND_INS, name, "most", standing_in.maximum)


def agencies(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each agency that the plan names, its people's hours and cost, and persons served at its stations."""
    account, staff = findings.account, findings.account.scenario.staff
    for agency in dict.fromkeys(plan.agency for plan in staff.values() if plan.agency):
        roles = {name: plan for name, plan in staff.items() if plan.agency == agency}
        costs = [cost for name, plan in roles.items() if not isnan(cost := cost_of(account, name, plan))]
        served = [name for name in account.scenario.stations if account.scenario.agency_of(name) == agency]
        row = {
            "roles": len(roles),
            "stations": len(served),
            "hours": sum(hours_of(account, kind, name) for name in roles for kind in PAID),
            "cost": sum(costs) if costs else float("nan"),
            "served": sum(findings.stations[name].served_persons for name in served),
        }
        yield from (PartFigure(Part.AGENCIES, AGENCY + agency, measure, value) for measure, value in row.items())


def _row(account: Account, name: str, plan: StaffPlan) -> Iterator[tuple[str, float]]:
    there = sum(hours_of(account, kind, name) for kind in PAID)
    yield "planned", _planned_hours(account, plan)
    yield "there", there
    yield "short", hours_of(account, LevelKind.SHORT_OF_REST, name)
    yield "called", _called(account, name)
    yield "called_hours", hours_of(account, LevelKind.CALLED_IN, name)
    yield "people", float("nan") if plan.roll is None else plan.roll.people
    yield "unpaid", there if plan.volunteers is not None else 0


def _planned_hours(account: Account, plan: StaffPlan) -> float:
    shifts = shifts_worked(plan, Calendar.of(account.scenario), account.scenario.duration)
    within = (min(shift.end, account.until) - max(shift.start, 0.0) for shift in shifts)
    return sum(shift.count * max(seconds, 0.0) for shift, seconds in zip(shifts, within, strict=True)) / HOUR


def _called(account: Account, role: str) -> float:
    lines = account.recording.happenings
    return sum(line.count for line in lines if line.kind is HappeningKind.STAFF_CALLED_IN and line.subject == role)

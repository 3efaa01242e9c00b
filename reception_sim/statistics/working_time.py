"""What the people of each role were paid for: at their desks or ready, on a break, in a handover, in overtime."""

from collections.abc import Iterator
from typing import Final

from reception_sim.recording import LevelKind
from reception_sim.scenario.quantities import HOUR
from reception_sim.scenario.staff import StaffPlan
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure

_NAN: Final = float("nan")


def working_time(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each role that is not at its desks all the time, the hours of its people by what they did."""
    account = findings.account
    for name, plan in account.scenario.staff.items():
        on_task = _hours(account, LevelKind.ON_TASK, name)
        if plan.breaks is not None or plan.handover or plan.overtime is not None or on_task:
            hours = {
                "on_duty": _hours(account, LevelKind.STAFF_ON_DUTY, name),
                "breaks": _hours(account, LevelKind.ON_BREAK, name),
                "handover": _hours(account, LevelKind.IN_HANDOVER, name),
                "on_task": on_task,
                "overtime": _hours(account, LevelKind.OVERTIME, name),
                "overtime_most": account.level(LevelKind.OVERTIME, name).maximum,
                "cost": cost_of(account, name, plan),
            }
            yield from (PartFigure(Part.WORKING_TIME, name, measure, value) for measure, value in hours.items())


def cost_of(account: Account, role: str, plan: StaffPlan) -> float:
    """Return what a role cost: every paid hour, overtime with its extra pay; NaN where the plan gives no price."""
    if plan.hourly_cost is None:
        return _NAN
    kinds = (LevelKind.STAFF_ON_DUTY, LevelKind.ON_BREAK, LevelKind.IN_HANDOVER, LevelKind.ON_TASK)
    hours = sum(_hours(account, kind, role) for kind in kinds)
    extra = (plan.overtime.pay - 1) * _hours(account, LevelKind.OVERTIME, role) if plan.overtime is not None else 0.0
    return plan.hourly_cost * (hours + extra)


def _hours(account: Account, kind: LevelKind, role: str) -> float:
    return account.level(kind, role).integral / HOUR

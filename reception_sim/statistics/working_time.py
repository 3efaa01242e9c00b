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
PAID: Final = (LevelKind.STAFF_ON_DUTY, LevelKind.ON_BREAK, LevelKind.IN_HANDOVER, LevelKind.ON_TASK)


def working_time(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each role that is not at its desks all the time, the hours of its people by what they did."""
    account = findings.account
    for name, plan in account.scenario.staff.items():
        on_task = hours_of(account, LevelKind.ON_TASK, name)
        if plan.breaks is not None or plan.handover or plan.overtime is not None or on_task:
            hours = {
                "on_duty": hours_of(account, LevelKind.STAFF_ON_DUTY, name),
                "breaks": hours_of(account, LevelKind.ON_BREAK, name),
                "handover": hours_of(account, LevelKind.IN_HANDOVER, name),
                "on_task": on_task,
                "overtime": hours_of(account, LevelKind.OVERTIME, name),
                "overtime_most": account.level(LevelKind.OVERTIME, name).maximum,
                "cost": cost_of(account, name, plan),
            }
            yield from (PartFigure(Part.WORKING_TIME, name, measure, value) for measure, value in hours.items())


def cost_of(account: Account, role: str, plan: StaffPlan) -> float:
    """Return what a role cost: every paid hour, overtime with its extra pay; NaN where the plan gives no price."""
    if plan.hourly_cost is None:
        return _NAN
    hours = sum(hours_of(account, kind, role) for kind in PAID)
    extra = (plan.overtime.pay - 1) * hours_of(account, LevelKind.OVERTIME, role) if plan.overtime is not None else 0.0
    return plan.hourly_cost * (hours + extra + _extra_on_call(account, role, plan))


def _extra_on_call(account: Account, role: str, plan: StaffPlan) -> float:
    """Return the hours that the extra pay of people on call comes to: for standing by, and for coming in."""
    on_call = None if plan.roll is None else plan.roll.on_call
    if on_call is None:
        return 0.0
    standby = on_call.standby_pay * on_call.people * account.until / HOUR
    return standby + (on_call.pay - 1) * hours_of(account, LevelKind.CALLED_IN, role)


def hours_of(account: Account, kind: LevelKind, role: str) -> float:
    """Return the person-hours for which a level of a role held."""
    return account.level(kind, role).integral / HOUR

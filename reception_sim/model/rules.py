"""Contingency rules: when an indicator stays beyond a limit, then the plan's actions, after a lead time."""

from collections.abc import Callable, Generator
from typing import Final, assert_never

from simpy.events import Event

from reception_sim.actions import Action, read_action
from reception_sim.model.building import System
from reception_sim.model.kernel import Kernel
from reception_sim.recording import HappeningKind
from reception_sim.scenario.conditions import Condition, ConditionIndicator, parse_condition
from reception_sim.scenario.exercise_parts import ContingencyPlan
from reception_sim.scenario.quantities import MINUTE

LOOK_EVERY: Final = 5 * MINUTE


def watch(
    plan: ContingencyPlan, system: System, kernel: Kernel, act: Callable[[Action], None]
) -> Generator[Event, None, None]:
    """Look at a rule's condition every five minutes; fire once, when it has held for the plan's time."""
    condition = parse_condition(plan.when)
    held_since: float | None = None
    while held_since is None or kernel.now - held_since < plan.lasting:
        yield kernel.env.timeout(LOOK_EVERY)
        if not _holds(condition, system, kernel):
            held_since = None
        elif held_since is None:
            held_since = kernel.now
    kernel.happened(HappeningKind.RULE_MET, condition.place, title=plan.title)
    yield kernel.env.timeout(plan.lead_time)
    kernel.happened(HappeningKind.RULE_FIRED, condition.place, title=plan.title)
    for written in plan.actions:
        act(read_action(written))


def _holds(condition: Condition, system: System, kernel: Kernel) -> bool:
    value = _value(condition, system, kernel)
    return value > condition.limit if condition.above else value < condition.limit


def _value(condition: Condition, system: System, kernel: Kernel) -> float:
    size = kernel.crowd.size
    match condition.indicator:
        case ConditionIndicator.OCCUPANCY:
            site = system.sites[condition.place]
            return 100 * site.occupancy / site.plan.capacity if site.plan.capacity else float("inf")
        case ConditionIndicator.QUEUE:
            return sum(size[group] for group in system.stations[condition.place].line.groups())
        case ConditionIndicator.LONGEST_WAIT:
            waiting = system.stations[condition.place].line.groups()
            return kernel.now - min((kernel.crowd.queued_at[group] for group in waiting), default=kernel.now)
        case ConditionIndicator.PERSONS_IN_SYSTEM:
            tally = kernel.recorder.count_persons(size)
            return tally.arrived - tally.completed - tally.left
        case ConditionIndicator.BREACHES:
            return system.duties.breaches(condition.place)
        case _:
            assert_never(condition.indicator)

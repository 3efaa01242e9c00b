"""Contingency rules: when an indicator stays beyond a limit, then the plan's actions, after a lead time."""

from collections.abc import Callable, Generator, Sequence
from itertools import count
from typing import Final

from simpy.events import Event

from reception_sim.actions import Action, read_action
from reception_sim.model.building import System
from reception_sim.model.kernel import Kernel
from reception_sim.model.watching import value_of
from reception_sim.recording import HappeningKind
from reception_sim.scenario.conditions import Condition, parse_condition
from reception_sim.scenario.exercise_parts import ContingencyPlan, WrittenAction
from reception_sim.scenario.quantities import MINUTE

LOOK_EVERY: Final = 5 * MINUTE


class Rule:
    """A rule of the plan: watches, decides, takes effect, ends, and begins again if the plan says that it may."""

    def __init__(self, plan: ContingencyPlan, system: System, kernel: Kernel, act: Callable[[Action], None]) -> None:
        self._plan, self._system, self._kernel, self._act = plan, system, kernel, act

    def live(self) -> Generator[Event, None, None]:
        """Take effect as often as the plan allows, one time after another."""
        plan, kernel = self._plan, self._kernel
        for number in count(1):
            yield from self._take_effect(parse_condition(plan.when))
            if plan.until:
                yield from self._end(parse_condition(plan.until))
            if plan.again_after is None or number == plan.at_most:
                return
            yield kernel.env.timeout(plan.again_after)

    def _take_effect(self, condition: Condition) -> Generator[Event, None, None]:
        yield from self._await(condition, self._plan.lasting)
        self._tell(HappeningKind.RULE_MET, condition)
        yield self._kernel.env.timeout(self._plan.lead_time)
        self._tell(HappeningKind.RULE_FIRED, condition)
        self._do(self._plan.actions)

    def _end(self, condition: Condition) -> Generator[Event, None, None]:
        yield from self._await(condition, 0.0)
        self._tell(HappeningKind.RULE_ENDED, condition)
        self._do(self._plan.then)

    def _await(self, condition: Condition, lasting: float) -> Generator[Event, None, None]:
        """Look at a condition every five minutes, until it has held for so long."""
        kernel = self._kernel
        held_since: float | None = None
        while held_since is None or kernel.now - held_since < lasting:
            yield kernel.env.timeout(LOOK_EVERY)
            if not condition.holds_at(value_of(condition, self._system, kernel)):
                held_since = None
            elif held_since is None:
                held_since = kernel.now

    def _tell(self, kind: HappeningKind, condition: Condition) -> None:
        """Write a line for the log, with the value that what is watched has now."""
        value = value_of(condition, self._system, self._kernel)
        self._kernel.happened(kind, condition.place, value, self._plan.title)

    def _do(self, actions: Sequence[WrittenAction]) -> None:
        for written in actions:
            self._act(read_action(written))

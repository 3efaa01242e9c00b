"""Contingency rules: when an indicator stays beyond a limit, then the plan's actions, after a lead time."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from reception_sim.actions import Action, read_action
from reception_sim.model.building import System
from reception_sim.model.kernel import Kernel
from reception_sim.model.watching import known_value_of
from reception_sim.model.watching import value_of as true_value_of
from reception_sim.recording import HappeningKind
from reception_sim.scenario.conditions import Condition, parse_condition
from reception_sim.scenario.exercise_parts import ContingencyPlan, GoesBy, WrittenAction
from reception_sim.scenario.quantities import MINUTE

LOOK_EVERY: Final = 5 * MINUTE


class Rule:
    """A rule of the plan: watches, decides, takes effect, ends, and begins again if the plan says that it may."""

    def __init__(self, plan: ContingencyPlan, system: System, kernel: Kernel, act: Callable[[Action], None]) -> None:
        self._plan, self._system, self._kernel, self._act = plan, system, kernel, act
        self._value_of = known_value_of if plan.goes_by is GoesBy.KNOWN else true_value_of
        self._times = 0

    def watch(self) -> None:
        """Take effect as often as the plan allows, one time after another."""
        self._when_it_holds(parse_condition(self._plan.when), self._plan.lasting, self._be_met)

    def _be_met(self, condition: Condition) -> None:
        self._tell(HappeningKind.RULE_MET, condition)
        self._kernel.after(self._plan.lead_time, partial(self._take_effect, condition))

    def _take_effect(self, condition: Condition) -> None:
        self._tell(HappeningKind.RULE_FIRED, condition)
        self._do(self._plan.actions)
        self._times += 1
        if self._plan.until:
            self._when_it_holds(parse_condition(self._plan.until), 0.0, self._end)
        else:
            self._begin_again()

    def _end(self, condition: Condition) -> None:
        self._tell(HappeningKind.RULE_ENDED, condition)
        self._do(self._plan.then)
        self._begin_again()

    def _begin_again(self) -> None:
        if self._plan.again_after is not None and self._times != self._plan.at_most:
            self._kernel.after(self._plan.again_after, self.watch)

    def _when_it_holds(self, condition: Condition, lasting: float, then: Callable[[Condition], None]) -> None:
        """Look at a condition every five minutes, until it has held for so long."""
        value_of, system, kernel, holds_at = self._value_of, self._system, self._kernel, condition.holds_at
        held_since: float | None = None

        def look() -> None:
            nonlocal held_since
            if not holds_at(value_of(condition, system, kernel)):
                held_since = None
            elif held_since is None:
                held_since = kernel.now
            if held_since is not None and kernel.now - held_since >= lasting:
                then(condition)
            else:
                kernel.after(LOOK_EVERY, look)

        kernel.after(LOOK_EVERY, look)

    def _tell(self, kind: HappeningKind, condition: Condition) -> None:
        """Write a line for the log, with the value that what is watched has now, as the rule sees it."""
        value = self._value_of(condition, self._system, self._kernel)
        self._kernel.happened(kind, condition.place, value, self._plan.title)

    def _do(self, actions: Sequence[WrittenAction]) -> None:
        for written in actions:
            self._act(read_action(written))

"""What happens within a shift and at its end: handover, breaks in turns, overtime while people wait for long."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from reception_sim.model.kernel import Kernel
from reception_sim.recording import LevelKind
from reception_sim.scenario.quantities import MINUTE
from reception_sim.scenario.staff import StaffPlan
from reception_sim.scenario.working_time import BreakPlan, OvertimePlan

LOOK_EVERY: Final = 15 * MINUTE


@dataclass(frozen=True)
class Absence:
    """So many people of a shift are away from their desks, though paid: from when to when (s), and as which level."""

    people: int
    since: float
    until: float
    kind: LevelKind


def absences(people: int, start: float, end: float, plan: StaffPlan) -> Iterator[Absence]:
    """Yield when people of a shift are away from their desks within it."""
    yield from _handover(people, start, end, plan.handover)
    yield from _breaks(people, start, end, plan.breaks)


def _handover(people: int, start: float, end: float, lasts: float) -> Iterator[Absence]:
    """Yield the handover at the start of a shift, in which its people see nobody yet."""
    if lasts:
        yield Absence(people, start, min(start + lasts, end), LevelKind.IN_HANDOVER)


def _breaks(people: int, start: float, end: float, plan: BreakPlan | None) -> Iterator[Absence]:
    """Yield the breaks of a shift's people, part by part; those that would not end within it are not taken."""
    if plan is None:
        return
    for turn in range(plan.turns):
        part = people * (turn + 1) // plan.turns - people * turn // plan.turns
        begins = start + plan.after + turn * plan.lasts
        if part and begins + plan.lasts <= end:
            yield Absence(part, begins, begins + plan.lasts, LevelKind.ON_BREAK)


class Overtime:
    """Lets the people of a role stay on after their shift, while somebody has waited for them for too long."""

    def __init__(
        self, role: str, plan: OvertimePlan, longest_wait: Callable[[], float], leave: Callable[[int], None],
        kernel: Kernel,
    ) -> None:  # fmt: skip
        self._role, self._plan, self._kernel = role, plan, kernel
        self._longest_wait, self._leave = longest_wait, leave

    def end_shift(self, people: int) -> None:
        """Send people home, or keep them until nobody waits for long any more, at most for the planned time."""
        if not people or not self._is_needed():
            self._leave(people)
            return
        self._tell(people)
        self._look_again(people, self._kernel.now + self._plan.at_most)

    def _look_again(self, people: int, last: float) -> None:
        now = self._kernel.now
        if now < last and self._is_needed():
            self._kernel.at(min(now + LOOK_EVERY, last), partial(self._look_again, people, last))
            return
        self._tell(-people)
        self._leave(people)

    def _is_needed(self) -> bool:
        return self._longest_wait() > self._plan.while_waiting

    def _tell(self, people: int) -> None:
        self._kernel.change_level(LevelKind.OVERTIME, self._role, people)

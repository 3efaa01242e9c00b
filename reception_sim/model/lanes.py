"""The lanes in front of a border: each with its own queue on the other side and its own metering."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate

from reception_sim.model.fates import lots
from reception_sim.model.interruptions import Interruptions
from reception_sim.model.kernel import Kernel
from reception_sim.model.routing import Knowledge, Test, meeting
from reception_sim.scenario.borders import LanePlan, MeteringPlan


class Lane:
    """One queue at a border; *waiting* since when, by travel group. Of goods, what is let across are vehicles."""

    def __init__(self, name: str, kernel: Kernel, go_on: Callable[["Lane"], None]) -> None:
        self.id = name
        self.waiting: dict[int, float] = {}
        self.persons_waiting = 0
        self.closure = Interruptions(kernel, lambda: go_on(self))
        self._go_on, self._kernel = go_on, kernel
        self._metering: MeteringPlan | None = None
        self._left = 0  # who may still cross in this span of metering; below 0 after a large group
        self._span = 0

    @property
    def may_cross(self) -> bool:
        return not self.closure.active and (self._metering is None or self._left > 0)

    def meter(self, plan: MeteringPlan | None) -> None:
        """Let so many across at a time from now on; None for all who come."""
        self._metering, self._left = plan, 0
        self._span += 1
        if plan is not None:
            self._begin_span(self._span)
        self._go_on(self)

    def let_across(self, count: int) -> None:
        """Count who crosses."""
        self._left -= count

    def join(self, group: int) -> None:
        """Wait at the end of the queue."""
        self.waiting[group] = self._kernel.now
        self.persons_waiting += self._kernel.crowd.size[group]

    def leave(self, group: int) -> float:
        """Wait no longer; return since when the group did (s)."""
        self.persons_waiting -= self._kernel.crowd.size[group]
        return self.waiting.pop(group)

    def _begin_span(self, span: int) -> None:
        plan = self._metering
        if plan is None or span != self._span:
            return
        self._left = min(self._left, 0) + plan.persons
        self._kernel.after(plan.every, lambda: self._begin_span(span))
        self._go_on(self)


class ChoiceOfLane:
    """Which lane a travel group comes by: the first that is for it, and the others by their shares."""

    def __init__(self, entry: str, plans: Sequence[tuple[Lane, LanePlan]], known: Knowledge, kernel: Kernel) -> None:
        crowd = kernel.crowd
        self._tests: list[tuple[Test, Lane]] = [
            (meeting(plan.who, crowd, known), lane) for lane, plan in plans if plan.who is not None
        ]
        open_to_all = [(lane, plan) for lane, plan in plans if plan.who is None]
        shared = [(lane, plan.share) for lane, plan in open_to_all if plan.share is not None]
        others = [lane for lane, plan in open_to_all if plan.share is None]
        self._bounds = list(accumulate(share for _, share in shared))
        self._lanes = [lane for lane, _ in shared] + (others or [shared[-1][0]])
        self._lots = lots(f"lane/{entry}", crowd)

    def of(self, group: int) -> Lane:
        for is_for, lane in self._tests:
            if is_for(group):
                return lane
        return self._lanes[bisect_right(self._bounds, self._lots[group])]


class GoodsLane:
    """Where convoys cross: one vehicle after another, so many at a time, while the border is open."""

    def __init__(self, lane: Lane, is_open: Callable[[], bool]) -> None:
        self.lane, self._is_open = lane, is_open
        self._came = self._crossed = 0

    def come(self) -> Callable[[], bool]:
        """Take a place in the queue; return what lets the vehicle across once its turn has come."""
        self._came += 1
        return partial(self._lets_across, self._came)

    def _lets_across(self, number: int) -> bool:
        if number != self._crossed + 1 or not self._is_open() or not self.lane.may_cross:
            return False
        self._crossed += 1
        self.lane.let_across(1)
        return True

"""People who fall ill from one another in a site: those who are ill and not isolated infect the others."""

from functools import partial
from heapq import heappop, heappush
from math import isinf
from typing import TYPE_CHECKING

from typing_extensions import override

from reception_sim.model.kernel import Kernel
from reception_sim.model.outbreaks import Outbreak
from reception_sim.model.site import Site
from reception_sim.scenario.hazards import CasesPlan
from reception_sim.scenario.quantities import DAY

if TYPE_CHECKING:
    from reception_sim.model.hazards import Hazard


class ExposureClock:
    """Runs faster the more cases infect others: its seconds are those of exposure at the rate of the plan alone."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._shown, self._looked_at, self._pace = 0.0, 0.0, 0.0

    def read(self) -> float:
        """Return what it shows now."""
        now = self._kernel.now
        self._shown += (now - self._looked_at) * self._pace
        self._looked_at = now
        return self._shown

    def run_at(self, pace: float) -> None:
        """Go on at a pace; 0 stands still."""
        self.read()
        self._pace = pace

    def seconds_until(self, shown: float) -> float | None:
        """Return after which time it will show so much, if its pace stays; None if it stands still."""
        return max((shown - self.read()) / self._pace, 0.0) if self._pace else None


class SpreadingOutbreak(Outbreak):
    """Cases in one site that infect others: new ones come the faster, the more cases are there and not isolated.

    All groups share one clock of exposure, so that a change of its pace moves one entry of the calendar and not all.
    """

    def __init__(self, hazard: "Hazard", plan: CasesPlan, site: Site, kernel: Kernel) -> None:
        super().__init__(hazard, plan, site, kernel)
        # so much more exposure there is, by one case among one person, than at the rate of the plan alone
        self._weight = (plan.infects_a_day / DAY) / self._rate_alone
        self._clock = ExposureClock(kernel)
        self._strikes = False
        self._persons = 0
        self._infecting: set[int] = set()
        self._due: dict[int, float] = {}  # what the clock shows when the group has its case
        self._order: list[tuple[float, int]] = []
        self._looks = 0  # entries put on the calendar; only the last one counts

    @override
    def begin(self) -> None:
        self._strikes = True
        super().begin()
        self._go_on()

    @override
    def end(self) -> None:
        super().end()
        self._strikes = False
        self._go_on()

    @override
    def _come_or_go(self, group: int, sign: int) -> None:
        super()._come_or_go(group, sign)
        self._persons += sign * self._kernel.crowd.size[group]
        if sign < 0:
            self._infecting.discard(group)
        self._go_on()

    @override
    def _expose(self, group: int) -> None:
        ahead = self._ahead.setdefault(group, self._seconds_to_case(group))
        if isinf(ahead):
            return  # has had its case
        due = self._clock.read() + ahead
        self._due[group] = due
        heappush(self._order, (due, group))

    @override
    def _spare(self, group: int) -> None:
        due = self._due.pop(group, None)
        if due is not None:
            self._ahead[group] = max(due - self._clock.read(), 0.0)

    @override
    def _is_not_isolated(self, group: int) -> None:
        super()._is_not_isolated(group)
        self._infecting.add(group)
        self._kernel.after(self._isolated_for[group], partial(self._recover, group))

    def _recover(self, group: int) -> None:
        self._infecting.discard(group)
        self._go_on()

    def _go_on(self) -> None:
        """Let the clock run at the pace of this moment, and look again when the next group is due."""
        among = max(self._persons, 1)
        self._clock.run_at(1.0 + self._weight * len(self._infecting) / among if self._strikes else 0.0)
        order = self._order
        while order and self._due.get(order[0][1]) != order[0][0]:
            heappop(order)  # not exposed any more, or anew
        wait = self._clock.seconds_until(order[0][0]) if order else None
        self._looks += 1
        if wait is not None:
            self._kernel.after(wait, partial(self._look, self._looks, order[0][1]))

    def _look(self, number: int, group: int) -> None:
        if number == self._looks:
            del self._due[group]
            self._have_case(group)
            self._go_on()

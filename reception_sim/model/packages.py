"""Packages that are called: on their way, there with all that they bring, and gone when their time is over."""

from typing import TYPE_CHECKING

from reception_sim.model.kernel import Kernel
from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.scenario.packages import PackagePlan
from reception_sim.scenario.quantities import HOUR

if TYPE_CHECKING:
    from reception_sim.model.building import System


class Package:
    """A named package: *called* so often, *under_way* and *there* now; *arrivals* are when those under way come (s)."""

    def __init__(self, name: str, plan: PackagePlan, system: "System", kernel: Kernel) -> None:
        self.id, self.plan = name, plan
        self.called = self.there = 0
        self.arrivals: list[float] = []
        self._system, self._kernel = system, kernel

    @property
    def calls_left(self) -> int:
        return self.plan.times - self.called

    def send(self, to: str | None) -> None:
        """Send it to a station, or to wherever it is needed; when every call is used up nothing comes."""
        if not self.calls_left:
            self._kernel.happened(HappeningKind.PACKAGE_REFUSED, self.id)
            return
        self.called += 1
        takes = self.plan.lead_time + self.plan.travel_time
        self.arrivals.append(self._kernel.now + takes)
        self._kernel.change_level(LevelKind.PACKAGES_UNDER_WAY, self.id, 1)
        self._kernel.happened(HappeningKind.PACKAGE_SENT, self.id, takes / HOUR)
        self._kernel.after(takes, lambda: self._arrive(to))

    def _arrive(self, to: str | None) -> None:
        self.arrivals.pop(0)
        self._kernel.change_level(LevelKind.PACKAGES_UNDER_WAY, self.id, -1)
        self._be_there(1)
        self._kernel.happened(HappeningKind.PACKAGE_ARRIVED, self.id)
        for name, quantity in self.plan.supplies.items():
            self._system.supplies[name].deliver(quantity)
        self._change(1, to)
        if self.plan.lasting is not None:
            self._kernel.after(self.plan.lasting, lambda: self._leave(to))

    def _leave(self, to: str | None) -> None:
        self._be_there(-1)
        self._kernel.happened(HappeningKind.PACKAGE_LEFT, self.id)
        self._change(-1, to)

    def _change(self, sign: int, to: str | None) -> None:
        """Add what it brings, or take it away again; whoever is at work finishes first."""
        system, plan = self._system, self.plan
        for role, count in plan.staff.items():
            if to is not None and role in system.stations[to].plan.team:
                stock = system.rosters[role].stock
                stock.post(to, max(stock.wanted.get(to, 0) + sign * count, 0))
            system.rosters[role].change(sign * count)
        for name, count in (*plan.equipment.items(), *plan.vehicles.items()):
            thing = system.thing(name)
            thing.set_count(max(thing.count + sign * count, 0))

    def _be_there(self, sign: int) -> None:
        self.there += sign
        self._kernel.change_level(LevelKind.PACKAGES_THERE, self.id, sign)

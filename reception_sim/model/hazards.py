"""A hazard that strikes for a time, and what it does to stations, sites and borders meanwhile."""

from typing import TYPE_CHECKING

from reception_sim.model.kernel import Kernel
from reception_sim.model.outbreaks import Outbreak
from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.scenario.hazards import HazardPlan

if TYPE_CHECKING:
    from reception_sim.model.building import System


class Hazard:
    """One hazard of the plan: *striking* so many times at this moment; a second blow lasts on without adding to it."""

    def __init__(self, name: str, plan: HazardPlan, system: "System", kernel: Kernel) -> None:
        self.id, self.plan = name, plan
        self.striking = 0
        self._cases_held = False
        self.outbreaks: list[Outbreak] = []
        self._system, self._kernel = system, kernel

    def strike(self) -> None:
        """Begin, and end after the planned time."""
        self._change(1)
        self._kernel.after(self.plan.lasts, lambda: self._change(-1))

    @property
    def brings_cases(self) -> bool:
        return self.striking > 0 and not self._cases_held

    def hold_cases(self, *, held: bool) -> None:
        """Let nobody fall ill for a time; what each group has been exposed to before is not forgotten."""
        if self.striking:
            self._expose(begins=not held)
        self._cases_held = held

    def urge(self, supply: str) -> float:
        """Return by what the daily use of a supply is multiplied now."""
        return self.plan.needs_more[supply] if self.striking else 1.0

    def _change(self, by: int) -> None:
        was, self.striking = self.striking, self.striking + by
        self._kernel.change_level(LevelKind.HAZARD, self.id, (self.striking > 0) - (was > 0))
        if (was > 0) == (self.striking > 0):
            return
        begins = self.striking > 0
        if not self._cases_held:
            self._expose(begins=begins)  # before anybody moves because of the rest
        self._kernel.happened(HappeningKind.HAZARD_BEGAN if begins else HappeningKind.HAZARD_ENDED, self.id)
        for site, places in self.plan.takes_places.items():
            self._system.sites[site].change_places(-places if begins else places)
        for place in self.plan.closes:
            self._close(place, begins=begins)

    def _expose(self, *, begins: bool) -> None:
        for outbreak in self.outbreaks:
            outbreak.begin() if begins else outbreak.end()

    def _close(self, place: str, *, begins: bool) -> None:
        system = self._system
        if place in system.entries:
            closure = system.guard(place).closure
            if begins:
                closure.begin(self.plan.lasts)
        else:
            (system.stations.get(place) or system.sites[place]).set_open(not begins)


class Slowness:
    """By what the service times of a station are multiplied while hazards strike."""

    def __init__(self, station: str) -> None:
        self._station = station
        self.hazards: list[Hazard] = []

    def factor(self) -> float:
        """Return the product of 1 / pace of all hazards that strike now."""
        slower = 1.0
        for hazard in self.hazards:
            if hazard.striking:
                slower *= 1 / hazard.plan.slows[self._station]
        return slower

"""Convoys: vehicles that bring goods across a border post, behind the people who wait there when they come."""

from collections.abc import Callable, Generator
from functools import partial
from math import ceil
from typing import Final, Protocol, TypeAlias

from simpy.events import Event

from reception_sim.model.borders import Border
from reception_sim.model.entry_point import EntryPoint
from reception_sim.model.kernel import Kernel
from reception_sim.model.station import Station
from reception_sim.model.transport import Fleet, Loan
from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.scenario.supplies import Convoy

LOOK_EVERY: Final = MINUTE
Delivery: TypeAlias = Callable[[float], None]


MayCross: TypeAlias = Callable[[], bool]


class Crossing(Protocol):
    """Where a convoy crosses a border."""

    def come(self) -> MayCross:
        """Take a place in the queue; return what lets the vehicle across once its turn has come."""


class CrossingAtStation:
    """A convoy crosses when everybody who queued when it came has been called, and the station is at work.

    With first come, first served that is the wait of a person who would have come at the same moment (the virtual
    waiting time). It takes no post: only its place in the queue.
    """

    def __init__(self, station: Station, kernel: Kernel) -> None:
        self._station, self._kernel = station, kernel

    def come(self) -> MayCross:
        came, station, queued_at = self._kernel.now, self._station, self._kernel.crowd.queued_at

        def may_cross() -> bool:
            if not station.open or station.capacity == 0:
                return False
            return all(queued_at[group] > came for group in station.line)

        return may_cross


class CrossingAtEntry:
    """A convoy crosses when all have crossed who waited on the other side, or were held back, when it came."""

    def __init__(self, entry: EntryPoint, border: Border, kernel: Kernel) -> None:
        self._entry, self._border, self._kernel = entry, border, kernel

    def come(self) -> MayCross:
        came, border, entry = self._kernel.now, self._border, self._entry
        before = entry.let_in + entry.held
        return lambda: border.is_open and entry.let_in >= before and not border.anybody_waits_since(came)


class Convoys:
    """Sends the orders of a supply by vehicles of a fleet, as they become free, through one crossing."""

    def __init__(self, supply: str, plan: Convoy, fleet: Fleet, crossing: Crossing, kernel: Kernel) -> None:
        self._supply, self._plan, self._fleet = supply, plan, fleet
        self._crossing, self._kernel = crossing, kernel

    def send(self, quantity: float, arrive: Delivery) -> None:
        """Load an order on as many vehicles as it takes; each delivers its load when it has crossed."""
        load = self._plan.load or quantity
        for number in range(ceil(quantity / load) if load else 0):
            part = min(load, quantity - number * load)
            self._fleet.ask_for_vehicle(partial(self._set_out, part, arrive))

    def _set_out(self, load: float, arrive: Delivery, loan: Loan) -> None:
        self._kernel.after(self._plan.travel_time, lambda: self._kernel.process(self._cross(load, arrive, loan)))

    def _cross(self, load: float, arrive: Delivery, loan: Loan) -> Generator[Event, None, None]:
        kernel, came = self._kernel, self._kernel.now
        may_cross = self._crossing.come()
        kernel.change_level(LevelKind.CONVOYS_WAITING, self._plan.through, 1)
        while not may_cross():
            yield kernel.env.timeout(LOOK_EVERY)
        kernel.change_level(LevelKind.CONVOYS_WAITING, self._plan.through, -1)
        kernel.happened(HappeningKind.CONVOY_CROSSED, self._supply, (kernel.now - came) / HOUR)
        arrive(load)
        yield kernel.env.timeout(self._plan.travel_time)
        self._fleet.take_back(loan)

"""Supplies: used hour by hour and given once, ordered in time or too late, and missed when nothing is left."""

from collections.abc import Callable, Generator
from functools import partial
from math import prod

from simpy.events import Event

from reception_sim.model.convoys import Convoys
from reception_sim.model.kernel import Kernel
from reception_sim.population import Chance, LongStream, draw
from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.scenario.quantities import DAY, HOUR
from reception_sim.scenario.supplies import Resupply, SupplyPlan


class Supply:
    """A stock; *staying* tells how many persons use it day by day, *entitled* how many of a travel group it is for."""

    def __init__(self, name: str, plan: SupplyPlan, kernel: Kernel, staying: Callable[[], int]) -> None:
        self.id, self.plan, self.stock = name, plan, plan.stock
        self.entitled: list[int] = kernel.crowd.size
        self.orders: Orders | None = None
        self._kernel = kernel
        self._staying = staying
        self._wanted = self._missed = 0.0
        self._given: set[int] = set()
        self.urges: list[Callable[[], float]] = []  # what daily use is multiplied by now, a hazard each

    @property
    def on_order(self) -> float:
        return self.orders.on_order if self.orders is not None else 0.0

    def start(self) -> None:
        """Begin to use the stock and to place the planned orders."""
        self._record()
        if self.plan.per_person_per_day is not None:
            self._kernel.every(HOUR, partial(self._use, self.plan.per_person_per_day))
        if self.orders is not None:
            self.orders.start()

    def give(self, group: int) -> None:
        """Give each person of a travel group what everybody is given once, as far as there is any."""
        if self.plan.per_person_on_arrival is None or group in self._given:
            return
        self._given.add(group)
        self._take(self.entitled[group] * self.plan.per_person_on_arrival)

    def order(self, quantity: float, lead_time: float | None) -> None:
        """Order more than planned: by the plan's way, or to be there after *lead_time* seconds."""
        if self.orders is not None:
            self.orders.place(quantity, lead_time)
        elif lead_time is not None:
            self._kernel.after(lead_time, lambda: self.deliver(quantity))

    def deliver(self, quantity: float) -> None:
        """Add to the stock what has come."""
        self.stock += quantity
        self._kernel.happened(HappeningKind.SUPPLY_DELIVERED, self.id, quantity)
        self._record()

    def _use(self, per_person_per_day: float) -> None:
        self._take(self._staying() * per_person_per_day * HOUR / DAY * prod(urge() for urge in self.urges))

    def _take(self, wanted: float) -> None:
        used = min(wanted, self.stock)
        if used < wanted and self.stock > 0:
            self._kernel.happened(HappeningKind.SUPPLY_RAN_OUT, self.id)
        self.stock -= used
        self._wanted += wanted
        self._missed += wanted - used
        self._record()
        if self.orders is not None:
            self.orders.review()

    def _record(self) -> None:
        now, place, level = self._kernel.now, self._kernel.index[self.id], self._kernel.recorder.level
        level(now, LevelKind.SUPPLY_STOCK, place, self.stock)
        level(now, LevelKind.SUPPLY_WANTED, place, self._wanted)
        level(now, LevelKind.SUPPLY_MISSED, place, self._missed)


class Orders:
    """The orders of a supply: (s, Q) on the inventory position where the plan names an order point, or by the clock.

    The inventory position is what is in stock and on order (Axsäter, Inventory Control, 2015, ch. 3).
    """

    def __init__(self, supply: Supply, plan: Resupply, kernel: Kernel, chance: Chance, convoys: Convoys | None) -> None:
        self.on_order = 0.0
        self._supply, self._plan, self._kernel, self._convoys = supply, plan, kernel, convoys
        self._delays = LongStream(chance, "lead time", supply.id)

    def start(self) -> None:
        if self._plan.every is not None:
            self._kernel.process(self._order_again_and_again(self._plan.every))
        self.review()

    def review(self) -> None:
        """Place as many orders as it takes to be above the order point again."""
        point = self._plan.reorder_at
        while point is not None and self._supply.stock + self.on_order <= point:
            self.place(self._plan.quantity)

    def place(self, quantity: float, lead_time: float | None = None) -> None:
        """Order a quantity; without a *lead_time* (s) by that of the plan."""
        self._change_on_order(quantity)
        waits = self._plan.lead_time if lead_time is None else lead_time
        if self._plan.delay is not None:
            waits += float(draw(self._plan.delay, self._delays.at(self._kernel.now), 1)[0])
        self._kernel.after(waits, lambda: self._send(quantity))

    def _order_again_and_again(self, every: float) -> Generator[Event, None, None]:
        while True:
            self.place(self._plan.quantity)
            yield self._kernel.env.timeout(every)

    def _send(self, quantity: float) -> None:
        if self._convoys is None:
            self._arrive(quantity)
        else:
            self._convoys.send(quantity, self._arrive)

    def _arrive(self, quantity: float) -> None:
        self._change_on_order(-quantity)
        self._supply.deliver(quantity)

    def _change_on_order(self, by: float) -> None:
        self.on_order = max(self.on_order + by, 0.0)
        place = self._kernel.index[self._supply.id]
        self._kernel.recorder.level(self._kernel.now, LevelKind.SUPPLY_ON_ORDER, place, self.on_order)

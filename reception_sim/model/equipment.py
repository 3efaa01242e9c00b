"""Equipment: things of a kind that a post needs, which break down and are repaired."""

from collections.abc import Generator

from simpy.events import Event

from reception_sim.model.kernel import Kernel
from reception_sim.model.staffing import Stock
from reception_sim.population import Chance, LongStream
from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.scenario.equipment import EquipmentPlan


class Equipment:
    """Things of one kind, each of which breaks down and is repaired by chance; *broken* ones are in repair."""

    def __init__(self, stock: Stock, plan: EquipmentPlan, kernel: Kernel) -> None:
        self.stock = stock
        self.count, self.broken = plan.count, 0
        self._plan = plan
        self._kernel = kernel
        self._chance: Chance | None = None
        self._worn = 0

    def start(self, chance: Chance) -> None:
        """Have everything in working order, and let time wear it."""
        self._chance = chance
        self._count_working()
        self._let_wear(chance)

    def set_count(self, count: int) -> None:
        """Have more of them, or fewer; those that are taken away leave after the service they are used for."""
        self.count = count
        self._count_working()
        if self._chance is not None:
            self._let_wear(self._chance)

    def break_down(self, lasting: float) -> None:
        """Let one of them fail for *lasting* seconds."""
        self._fail()
        self._kernel.after(lasting, self._mend)

    def _let_wear(self, chance: Chance) -> None:
        if self._plan.breaks_down_every is None:
            return
        for number in range(self._worn, self.count):
            self._kernel.process(self._wear(chance, number))
        self._worn = max(self._worn, self.count)

    def _wear(self, chance: Chance, number: int) -> Generator[Event, None, None]:
        every, repair = self._plan.breaks_down_every, self._plan.repair_time
        assert every is not None  # they belong together
        assert repair is not None
        stream, env = LongStream(chance, "breakdown", self.stock.id, number), self._kernel.env
        while True:
            yield env.timeout(float(stream.at(env.now).exponential(every)))
            if number >= self.count:
                continue
            self._fail()
            yield env.timeout(float(stream.at(env.now).exponential(repair)))
            self._mend()

    def _fail(self) -> None:
        self.broken += 1
        self._count_working()
        self._kernel.happened(HappeningKind.EQUIPMENT_FAILED, self.stock.id, self.stock.total)

    def _mend(self) -> None:
        self.broken -= 1
        self._count_working()
        self._kernel.happened(HappeningKind.EQUIPMENT_REPAIRED, self.stock.id, self.stock.total)

    def _count_working(self) -> None:
        kernel, working = self._kernel, max(self.count - self.broken, 0)
        kernel.recorder.level(kernel.now, LevelKind.EQUIPMENT_WORKING, kernel.index[self.stock.id], working)
        self.stock.set_total(working)

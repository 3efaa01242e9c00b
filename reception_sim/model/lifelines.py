"""Power and network at a station: whether it has what it needs, and generators that bridge a power cut."""

from collections.abc import Callable, Sequence

from reception_sim.model.interruptions import Interruptions
from reception_sim.model.kernel import Kernel
from reception_sim.model.staffing import NEVER, Stock
from reception_sim.model.station import Station
from reception_sim.recording import LevelKind


class Lifelines:
    """The power and the network that one station needs; *bridged* while a generator runs for it."""

    def __init__(self, station: Station, kernel: Kernel) -> None:
        self.station = station
        self.power = Interruptions(kernel, self._power_changed)
        self.network = Interruptions(kernel, self._network_changed)
        self.bridged = False
        self.watchers: list[Callable[[], None]] = []
        self._kernel = kernel

    @property
    def work(self) -> bool:
        """Tell whether the station has what it needs."""
        return (self.bridged or not self.power.active) and not self.network.active

    def changed(self) -> None:
        """Let the station go on if it can."""
        if self.work:
            self.station.serve()

    def _power_changed(self) -> None:
        self._level(LevelKind.POWER_OUT, self.power)
        for watch in self.watchers:
            watch()
        self.changed()

    def _network_changed(self) -> None:
        self._level(LevelKind.NETWORK_OUT, self.network)
        self.changed()

    def _level(self, kind: LevelKind, outage: Interruptions) -> None:
        kernel = self._kernel
        kernel.recorder.level(kernel.now, kind, kernel.index[self.station.id], float(outage.active))


class Generators:
    """Generators of one kind: each that works runs for one station of the plan's list, while that is without power."""

    def __init__(self, stock: Stock, lines: Sequence[Lifelines]) -> None:
        self._stock, self._lines = stock, lines
        stock.seekers.append(self)
        for line in lines:
            line.watchers.append(self.staffing_changed)

    def waiting_since(self) -> float:
        return NEVER

    def serve_one(self) -> bool:
        return False

    def staffing_changed(self) -> None:
        """Share the working ones out anew: the first stations of the list that are without power get one each."""
        dark = [line for line in self._lines if line.power.active]
        for number, line in enumerate(dark):
            line.bridged = number < self._stock.total
            line.changed()
        for line in self._lines:
            line.bridged = line.bridged and line.power.active


class NothingWithout:
    """A demand of every service: no power or no network, no service."""

    def __init__(self, lines: Lifelines) -> None:
        self._lines = lines

    def claim(self, group: int) -> int:  # noqa: ARG002 - everybody claims the same
        return 1

    def free_for(self, claim: int) -> bool:  # noqa: ARG002 - there is but one claim
        return self._lines.work

    def take(self, group: int, claim: int) -> int:  # noqa: ARG002 - nothing is used up
        return 0

    def give_back(self, token: int) -> None:
        """Nothing was taken."""

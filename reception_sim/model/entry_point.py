"""An entry point: arrival streams come in, scaled up or down, and are held back while the next place is full."""

from collections.abc import Iterator
from typing import Protocol

from simpy.events import Event, EventCallbacks

from reception_sim.model.kernel import KeptEvent, Kernel
from reception_sim.model.routing import Onward
from reception_sim.population import Batch, Chance, StreamSource, batches
from reception_sim.recording import GROUP_STEP, EventKind, LevelKind
from reception_sim.scenario.plan import ScenarioPlan


class Gate(Protocol):
    """What stands between those who come and the entry point, and lets them `cross` when they may."""

    def receive(self, group: int) -> None: ...


class EntryPoint:
    """Where people come in. *held* persons wait here because the next place is full, *let_in* did.

    *arrived* persons have come here, those included who had turned away from another place.
    """

    def __init__(self, name: str, scenario: ScenarioPlan, kernel: Kernel, chance: Chance) -> None:
        self.id = name
        self.held = self.let_in = self.arrived = 0
        self.onward: Onward | None = None
        self.border: Gate | None = None
        self.kernel = kernel
        self._scenario, self._chance = scenario, chance
        self._factors: list[float] = []
        self._copies = 0
        self._arrived_code = kernel.code(EventKind.GROUP_ARRIVED, name)
        self._returned_code = kernel.code(EventKind.GROUP_RETURNED, name)

    def start(self) -> None:
        """Let the planned people come."""
        self._add_copy()

    @property
    def factor(self) -> float:
        """Return by what the planned arrivals are multiplied now."""
        product = 1.0
        for factor in self._factors:
            product *= factor
        return product

    def scale(self, factor: float, lasting: float | None) -> None:
        """Multiply the planned arrivals, for *lasting* seconds or for good.

        The planned people are the first copy of a stream; a factor of 1.5 lets half of a second copy come too.
        """
        self._factors.append(factor)
        self._factor_changed()
        if lasting is not None:
            self.kernel.after(lasting, lambda: self._end_of_scaling(factor))

    def arrive(self, groups: list[int]) -> None:
        """Record the arrival of travel groups at one moment and send them on, if there is room."""
        kernel, now = self.kernel, self.kernel.env._now  # noqa: SLF001 - the property costs twice as much
        crowd, log = kernel.crowd, kernel.log
        only = self.onward.only if self.onward is not None and self.border is None else None
        log(now)
        for group in groups:
            log(self._arrived_code - group * GROUP_STEP)
            crowd.arrived_at[group] = now
            self.arrived += crowd.size[group]
            if only is None or only.limited:
                self.send_on(group)
            else:
                only.receive(group)

    def come_from_elsewhere(self, group: int) -> None:
        """Receive a travel group that has turned away from another place: no new arrival in the system."""
        self.kernel.write(self._returned_code, group)
        self.arrived += self.kernel.crowd.size[group]
        self.send_on(group)

    def send_on(self, group: int) -> None:
        """Send a travel group to the border, if there is one, and across it."""
        if self.border is not None:
            self.border.receive(group)
        else:
            self.cross(group)

    def cross(self, group: int) -> None:
        """Send a travel group that may come in to the next place, or hold it back here."""
        assert self.onward is not None  # each entry point has a way onward
        place = self.onward.only or self.onward.choose(group)
        if place.limited and not place.has_room_for(group):
            self.held += self.kernel.crowd.size[group]
            place.hold_back(group, self)
        else:
            place.receive(group)

    def let_go(self, group: int) -> None:
        self.held -= self.kernel.crowd.size[group]
        self.let_in += self.kernel.crowd.size[group]

    def admits(self, copy: int, mark: float) -> bool:
        """Tell whether a batch of a copy of the stream comes, given the factor now."""
        return mark < self.factor - copy if self._factors else copy == 0

    def _end_of_scaling(self, factor: float) -> None:
        self._factors.remove(factor)
        self._factor_changed()

    def _factor_changed(self) -> None:
        kernel = self.kernel
        kernel.recorder.level(kernel.now, LevelKind.ARRIVAL_FACTOR, kernel.index[self.id], self.factor)
        while self._copies < self.factor:
            self._add_copy()

    def _add_copy(self) -> None:
        for index in range(len(self._scenario.entry_points[self.id].arrivals)):
            source = StreamSource(self._scenario, self.id, index, self._copies)
            _Stream(self, source, batches(source, self.kernel.crowd, self._chance)).next()
        self._copies += 1


class _Stream:
    """One copy of an arrival stream, always one batch ahead on the calendar."""

    __slots__ = ("_batches", "_callbacks", "_copy", "_entry", "_event", "_groups", "_mark", "_since")

    def __init__(self, entry: EntryPoint, source: StreamSource, coming: Iterator[Batch]) -> None:
        self._entry, self._copy, self._batches = entry, source.copy, coming
        self._since = entry.kernel.now
        self._groups: list[int] = []
        self._mark = 0.0
        self._event = KeptEvent(entry.kernel.env)
        self._callbacks: EventCallbacks = [self._arrive]

    def next(self) -> None:
        """Put the next batch on the calendar; a copy that starts late leaves out what was before it."""
        for time, groups, mark in self._batches:
            if time >= self._since:
                self._groups, self._mark = groups, mark
                self._entry.kernel.put(self._event, self._callbacks, time)
                return

    def _arrive(self, _: Event) -> None:
        if self._entry.admits(self._copy, self._mark):
            self._entry.arrive(self._groups)
        self.next()

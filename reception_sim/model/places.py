"""What places are to one another: somewhere travel groups are received, or held back from while it is full."""

from collections import deque
from collections.abc import Callable
from typing import Protocol

from typing_extensions import override

from reception_sim.model.interruptions import Interruptions
from reception_sim.model.kernel import Kernel
from reception_sim.recording import GROUP_STEP, EventKind, LevelKind


class Holder(Protocol):
    """Where a travel group is held back until the next place has room."""

    def let_go(self, group: int) -> None:
        """Leave with *group*: the next place receives it right after."""


class Place(Protocol):
    """Somewhere a travel group can go; one that is not *limited* always has room."""

    limited: bool

    def has_room_for(self, group: int) -> bool: ...

    def receive(self, group: int) -> None: ...

    def hold_back(self, group: int, holder: Holder) -> None: ...


class Visit(Place, Protocol):
    """Where residents of a site come back to from a station."""

    def give_up(self, group: int) -> None:
        """Leave the site as well: the group leaves the reception system."""


class HeldBack(deque[tuple[int, Holder]]):
    """The travel groups that wait elsewhere for room in a place, each where it is; whoever came first goes first."""

    __slots__ = ()

    def add(self, group: int, holder: Holder) -> None:
        self.append((group, holder))

    @property
    def first(self) -> int:
        return self[0][0]

    @property
    def groups(self) -> list[int]:
        """Return the travel groups in the order in which they came."""
        return [group for group, _ in self]

    def let_in(self, place: Place, chosen: int | None = None) -> None:
        """Bring the first one in, or the one that was chosen."""
        number = 0 if chosen is None else self.groups.index(chosen)
        group, holder = self[number]
        del self[number]
        holder.let_go(group)
        place.receive(group)


class ExitPoint:
    """A named way out of the reception system."""

    __slots__ = ("_code", "_log", "_size", "id", "limited", "persons")

    def __init__(self, name: str, kernel: Kernel) -> None:
        self.id = name
        self.limited = False
        self.persons = 0
        self._log, self._size = kernel.log, kernel.crowd.size
        self._code = kernel.code(EventKind.GROUP_EXITED, name)

    def has_room_for(self, group: int) -> bool:  # noqa: ARG002 - Place's question, here always answered yes
        return True

    def hold_back(self, group: int, holder: Holder) -> None:  # noqa: ARG002 - never to be asked
        raise AssertionError(f"{self.id} always has room")

    def receive(self, group: int) -> None:
        self._log(self._code - group * GROUP_STEP)
        self.persons += self._size[group]


class WatchedExit(ExitPoint):
    """A way out that tells others who leaves by it; few scenarios need that."""

    __slots__ = ("watchers",)

    def __init__(self, name: str, kernel: Kernel) -> None:
        super().__init__(name, kernel)
        self.watchers: list[Callable[[int], None]] = []

    @override
    def receive(self, group: int) -> None:
        super().receive(group)
        for watch in self.watchers:
            watch(group)


class Footpath:
    """The way to a place on foot; people who find it full wait at its gate.

    Those who are on the way when the road is closed arrive; others wait at its start, residents in their site.
    """

    __slots__ = (
        "_awaited_code",
        "_code",
        "_held",
        "_kernel",
        "closure",
        "destination",
        "limited",
        "origin",
        "seconds",
        "to",
        "under_way",
    )

    def __init__(self, origin: str, destination: str, seconds: float, to: Place, kernel: Kernel) -> None:
        self.origin, self.destination, self.seconds, self.to = origin, destination, seconds, to
        self.limited = False
        self.under_way: dict[int, float] = {}
        self._kernel = kernel
        self.closure = Interruptions(kernel, self._closure_changed)
        self._held: deque[tuple[int, Holder | None]] = deque()
        self._code = kernel.code(EventKind.GROUP_SET_OUT, destination)
        self._awaited_code = kernel.code(EventKind.RIDE_AWAITED, origin)

    @property
    def closed(self) -> bool:
        return self.closure.active

    @property
    def persons_held(self) -> int:
        return sum(self._kernel.crowd.size[group] for group, _ in self._held)

    def has_room_for(self, group: int) -> bool:  # noqa: ARG002 - Place's question, here always answered yes
        return True

    def hold_back(self, group: int, holder: Holder) -> None:
        """Let a resident wait in its site until the road is open again."""
        self._wait_for_opening(group, holder)

    def receive(self, group: int) -> None:
        if self.closed:
            self._kernel.write(self._awaited_code, group)
            self._wait_for_opening(group, None)
        else:
            self._set_out(group)

    def _set_out(self, group: int) -> None:
        kernel = self._kernel
        now = kernel.now
        kernel.write(self._code, group)
        self.under_way[group] = now
        kernel.at(now + self.seconds, lambda: self._arrive(group))

    def let_go(self, group: int) -> None:
        """Leave the gate."""

    def _arrive(self, group: int) -> None:
        del self.under_way[group]
        if self.to.limited and not self.to.has_room_for(group):
            self.to.hold_back(group, self)
        else:
            self.to.receive(group)

    def _wait_for_opening(self, group: int, holder: Holder | None) -> None:
        self._held.append((group, holder))
        self._kernel.change_level(LevelKind.HELD_AT_ROAD, self.origin, self._kernel.crowd.size[group])

    def _closure_changed(self) -> None:
        while self._held and not self.closed:
            group, holder = self._held.popleft()
            self._kernel.change_level(LevelKind.HELD_AT_ROAD, self.origin, -self._kernel.crowd.size[group])
            if holder is not None:
                holder.let_go(group)
            self._set_out(group)

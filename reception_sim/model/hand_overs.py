"""Services that are handed over: when its team leaves a service stops, and the next team goes on with it."""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from reception_sim.model.kernel import KeptEvent, Kernel
from reception_sim.model.staffing import NEVER
from reception_sim.recording import LevelKind
from reception_sim.scenario.procedure import HandOverPlan

if TYPE_CHECKING:
    from reception_sim.model.station import Station


class Stopped(NamedTuple):
    """A service that waits for the next team: the event that would have ended it, what is left (s), since when."""

    event: KeptEvent
    left_s: float
    since: float


class HandOvers:
    """The services in progress at a station, and those that have stopped; these go on before any other begins."""

    def __init__(self, plan: HandOverPlan, station: "Station", kernel: Kernel) -> None:
        self._plan, self._station, self._kernel = plan, station, kernel
        self._ends: dict[KeptEvent, float] = {}  # in the order in which they began
        self._stopped: deque[Stopped] = deque()
        self.moved: Callable[[KeptEvent, KeptEvent], None] = lambda _old, _new: None

    def begun(self, event: KeptEvent, ends: float) -> None:
        self._ends[event] = ends

    def ended(self, event: KeptEvent) -> None:
        del self._ends[event]

    def waiting_since(self) -> float:
        """Return since when the one waits that stopped first (s); infinity if none has."""
        return self._stopped[0].since if self._stopped else NEVER

    def staff_changed(self) -> None:
        """Stop as many services as have lost their team, those first that began last."""
        while self._ends and self._station.lacks_a_team():
            event, ends = self._ends.popitem()
            self._station.lay_down(event)
            self._stopped.append(Stopped(self._heir(event), ends - self._kernel.now, self._kernel.now))
            self._tell(LevelKind.SERVICES_STOPPED, 1)
            self._tell(LevelKind.SERVICES_HANDED_OVER, 1)
            self._tell(LevelKind.HANDED_OVER, self._kernel.crowd.size[event.group])

    def go_on(self) -> bool:
        """Let a team that is free go on with the service that stopped first; tell whether there was one."""
        if not self._stopped or not self._station.can_serve():
            return False
        event, left_s, _ = self._stopped.popleft()
        self._station.take_up(event)
        self._tell(LevelKind.SERVICES_STOPPED, -1)
        ends = self._kernel.now + self._plan.takes + left_s
        self._ends[event] = ends
        assert event.callbacks is not None  # it has never been on the calendar
        self._kernel.put(event, event.callbacks, ends)
        return True

    def _heir(self, event: KeptEvent) -> KeptEvent:
        """Return the event that will end the service in place of *event*, which stays on the calendar for nothing."""
        heir = KeptEvent(self._kernel.env)
        heir.group = event.group
        heir.callbacks, event.callbacks = event.callbacks, []
        self.moved(event, heir)
        return heir

    def _tell(self, kind: LevelKind, by: int) -> None:
        self._kernel.change_level(kind, self._station.id, by)

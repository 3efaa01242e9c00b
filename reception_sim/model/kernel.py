"""The SimPy kernel, used where it is fast: events that are kept and put on its calendar again and again."""

from collections.abc import Callable
from heapq import heappush

from simpy import Environment
from simpy.events import NORMAL, URGENT, Event, EventCallbacks, EventPriority

from reception_sim.population import Crowd
from reception_sim.recording import EventKind, Happening, HappeningKind, Recorder, event_code

__all__ = ["NORMAL", "URGENT", "KeptEvent", "Kernel"]


class KeptEvent(Event):
    """An event that keeps its callback and is scheduled again instead of made anew; *group* is whom it is about."""

    def __init__(self, env: Environment, callback: Callable[[Event], None]) -> None:
        super().__init__(env)
        self._ok, self._value = True, None
        self.kept: EventCallbacks = [callback]
        self.group = -1


class Kernel:
    """What every part of the model stands on: the clock, the calendar, the crowd, the recorder."""

    def __init__(self, crowd: Crowd, recorder: Recorder) -> None:
        self.env = Environment()
        self.crowd = crowd
        self.recorder = recorder
        # SimPy's own calendar: pushing a kept event costs a third of env.timeout().
        self.calendar = self.env._queue  # noqa: SLF001
        self.ticket = self.env._eid.__next__  # noqa: SLF001
        self.times = recorder.times.append
        self.codes = recorder.codes.append
        self.index = {name: number for number, name in enumerate(recorder.names)}

    @property
    def now(self) -> float:
        return float(self.env.now)

    def put(self, event: KeptEvent, time: float, priority: EventPriority = NORMAL) -> None:
        """Put a kept event on the calendar; it must not stand there already."""
        event.callbacks = event.kept
        heappush(self.calendar, (time, priority, self.ticket(), event))

    def at(self, time: float, call: Callable[[], None], priority: EventPriority = NORMAL) -> None:
        """Call *call* at a time; for what happens seldom."""
        self.put(KeptEvent(self.env, lambda _: call()), time, priority)

    def after(self, delay: float, call: Callable[[], None]) -> None:
        """Call *call* after *delay* seconds; for what happens seldom."""
        self.at(self.env.now + delay, call)

    def code(self, kind: EventKind, place: str) -> int:
        """Return the code of an event kind at a place, to which the travel group is added."""
        return event_code(kind, self.index[place])

    def happened(self, kind: HappeningKind, subject: str, count: float = 0.0, title: str = "") -> None:
        """Write a line for the log."""
        self.recorder.happenings.append(Happening(self.now, kind, subject, count, title))

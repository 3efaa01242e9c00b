"""The SimPy kernel, used where it is fast: events that are kept and put on its calendar again and again."""

# ruff: noqa: SLF001 - SimPy's clock, calendar and numbers without its properties, which cost twice as much

import gc
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from heapq import heappop, heappush

from simpy import Environment
from simpy.events import NORMAL, URGENT, Event, EventCallbacks, EventPriority

from reception_sim.population import Crowd
from reception_sim.recording import GROUP_STEP, Happening, HappeningKind, LevelKind, Recorder, event_code

__all__ = ["NORMAL", "URGENT", "KeptEvent", "Kernel"]


class KeptEvent(Event):
    """An event that is scheduled again instead of made anew, with callbacks kept outside; *group* is whom it is for."""

    def __init__(self, env: Environment) -> None:
        super().__init__(env)
        self._ok, self._value = True, None
        self.group = -1


class _Call(KeptEvent):
    """An event that calls one thing when it comes, and can then be put on the calendar for another."""

    call: Callable[[], None]


class Kernel:
    """What every part of the model stands on: the clock, the calendar, the crowd, the recorder."""

    def __init__(self, crowd: Crowd, recorder: Recorder) -> None:
        self.env = Environment(0.0)
        self.now = 0.0
        self.crowd = crowd
        self.recorder = recorder
        # SimPy's own calendar: pushing a kept event costs a third of env.timeout().
        self.calendar = self.env._queue
        self.ticket = self.env._eid.__next__
        self.log = recorder.log.append
        self._past_calls: list[_Call] = []
        self._levels: dict[tuple[LevelKind, str], float] = {}
        self.index = {name: number for number, name in enumerate(recorder.names)}

    def run(self, until: float) -> None:
        """Let everything happen up to *until* (s), what happens at that very moment excluded.

        ValueError if that is past.
        """
        if until < self.now:
            raise ValueError(f"until ({until}) must not be before {self.now}")
        with _collector_at_rest():
            self._step_to(until)
        self.now = self.env._now = float(until)

    def _step_to(self, until: float) -> None:
        """Take what is on the calendar before *until* in turn, as SimPy's own loop does; a call an event is saved."""
        env, calendar, log, past_calls = self.env, self.calendar, self.log, self._past_calls
        end = until, URGENT, self.ticket()
        while calendar and calendar[0] < end:
            now, _, _, event = heappop(calendar)
            self.now = env._now = now
            if event.__class__ is _Call:
                past_calls.append(event)
                log(now)
                event.call()
                continue
            callbacks = event.callbacks
            event.callbacks = None  # type: ignore[assignment]  # SimPy's own mark of what has come
            for callback in callbacks:
                callback(event)
            if not event._ok and not event.defused:
                raise event._value

    def put(self, event: KeptEvent, callbacks: EventCallbacks, time: float, priority: EventPriority = NORMAL) -> None:
        """Put a kept event on the calendar; it must not stand there already. SimPy never changes *callbacks*."""
        event.callbacks = callbacks
        heappush(self.calendar, (time, priority, self.ticket(), event))

    def at(self, time: float, call: Callable[[], None], priority: EventPriority = NORMAL) -> None:
        """Call *call* at a time; for what happens seldom."""
        event = self._past_calls.pop() if self._past_calls else _Call(self.env)
        event.call = call
        heappush(self.calendar, (time, priority, self.ticket(), event))

    def after(self, delay: float, call: Callable[[], None]) -> None:
        """Call *call* after *delay* seconds; for what happens seldom."""
        event = self._past_calls.pop() if self._past_calls else _Call(self.env)
        event.call = call
        heappush(self.calendar, (self.now + delay, NORMAL, self.ticket(), event))

    def every(self, period: float, call: Callable[[], None]) -> None:
        """Call *call* every *period* seconds, a period from now for the first time; after what is begun now with it."""

        def call_again() -> None:
            call()
            self.after(period, call_again)

        self.at(self.now, lambda: self.after(period, call_again), URGENT)

    def process(self, steps: Generator[Event, None, None]) -> None:
        """Let a generator live; for what is few."""
        self.env.process(self._stamped(steps))

    def stamp(self) -> None:
        """Write the moment into the log: whatever wakes up does so before it writes events."""
        self.log(self.now)

    def code(self, kind: int, place: str) -> float:
        """Return the log's entry for an event kind at a place, but for the travel group."""
        return event_code(kind, self.index[place])

    def link(self, kind: int, here: str, there: str) -> float:
        """Return the log's entry for people who go on from one place to the next at once, but for the group."""
        ends = self.index[here], self.index[there]
        if ends not in self.recorder.links:
            self.recorder.links.append(ends)
        return event_code(kind, self.recorder.links.index(ends))

    def write(self, code: float, group: int) -> None:
        """Write an event of a travel group into the log."""
        self.log(code - group * GROUP_STEP)

    def _stamped(self, steps: Generator[Event, None, None]) -> Generator[Event, None, None]:
        for event in steps:
            yield event
            self.stamp()

    def happened(self, kind: HappeningKind, subject: str, count: float = 0.0, title: str = "") -> None:
        """Write a line for the log."""
        self.recorder.happenings.append(Happening(self.now, kind, subject, count, title))

    def change_level(self, kind: LevelKind, place: str, by: float) -> None:
        """Record that a level, 0 at first, is higher by so much from now on."""
        key = kind, place
        value = self._levels[key] = self._levels.get(key, 0.0) + by
        self.recorder.level(self.now, kind, self.index[place], value)

    def level_now(self, kind: LevelKind, place: str) -> float:
        """Return how high a level is that `change_level` has changed; 0 at first."""
        return self._levels.get((kind, place), 0.0)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Put off Python's search for objects that only hold one another, if it is on.

    A run makes hardly any: what it lets go of is freed at once. To look for them took an eighth of its time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

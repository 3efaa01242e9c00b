"""Where a model writes down what happens."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from struct import Struct
from typing import Final

import numpy as np

from reception_sim.recording.columns import Events, Forms, Happening, Identifications, Levels, People, Recording
from reception_sim.recording.kinds import EventKind, LevelKind
from reception_sim.recording.packing import unpack

_ROW: Final = Struct("4d").pack  # packed at once, a row costs half of what it costs value by value
_TALLIED: Final = (
    (EventKind.GROUP_PRESENT, EventKind.GROUP_ARRIVED),
    (EventKind.GROUP_EXITED,),
    (EventKind.GROUP_LEFT,),
)


@dataclass(frozen=True)
class PersonTally:
    """Persons who have arrived (those present at the start included), left by an exit, given up."""

    arrived: int = 0
    completed: int = 0
    left: int = 0


@dataclass
class Recorder:
    """Where a model writes down what happens.

    The model appends to *log* itself, because a call a row would cost more than the row: first the moment at which it
    wakes up (s), then an entry for each event (`event_code`).
    """

    names: tuple[str, ...]
    links: list[tuple[int, int]] = field(default_factory=list)
    log: "array[float]" = field(default_factory=lambda: array("d"))
    happenings: list[Happening] = field(default_factory=list)
    _levels: "array[float]" = field(default_factory=lambda: array("d"))
    _identifications: "array[float]" = field(default_factory=lambda: array("d"))
    _forms: "array[float]" = field(default_factory=lambda: array("d"))
    _tally: PersonTally = field(default_factory=PersonTally)
    _tallied: int = 0

    def level(self, time: float, kind: LevelKind, place: int, value: float) -> None:
        """Record that a level holds from *time* on."""
        self._levels.frombytes(_ROW(time, kind, place, value))

    def identified(self, time: float, person: int, needs: int, place: int) -> None:
        """Record that needs (a bit mask over NEEDS) of a person (row) have been seen at a place."""
        while needs:
            lowest = needs & -needs
            self._identifications.frombytes(_ROW(time, person, lowest.bit_length() - 1, place))
            needs ^= lowest

    def form(self, filled: float, typed: float, group: int, place: int) -> None:
        """Record a paper form of a travel group: when it is filled in (*typed* is NaN) and when it is typed in."""
        self._forms.extend((filled, typed, group, place))

    @property
    def length(self) -> int:
        """Return how long the log is, in entries: from where to read what is new next time."""
        return len(self.log)

    def events(self, since: int = 0) -> Events:
        """Return a copy of the events from entry *since* on, a length that was read before."""
        return unpack(np.array(self.log[since:]), self.links)

    def levels(self, since: int = 0) -> Levels:
        """Return a copy of the levels from row *since* on."""
        rows = np.array(self._levels[4 * since :]).reshape(-1, 4)
        return Levels(rows[:, 0], rows[:, 1].astype(np.int64), rows[:, 2].astype(np.int64), rows[:, 3])

    def identifications(self, since: int = 0) -> Identifications:
        """Return a copy of the needs seen, from row *since* on."""
        rows = np.array(self._identifications[4 * since :]).reshape(-1, 4)
        whole = rows[:, 1:].astype(np.int64)
        return Identifications(rows[:, 0], whole[:, 0], whole[:, 1], whole[:, 2])

    def forms(self) -> Forms:
        """Return a copy of the paper forms so far."""
        rows = np.array(self._forms).reshape(-1, 4)
        return Forms(rows[:, 0], rows[:, 1], rows[:, 2].astype(np.int64), rows[:, 3].astype(np.int64))

    def count_persons(self, sizes: Sequence[int]) -> PersonTally:
        """Return how many persons have come and gone; *sizes* are those of the travel groups."""
        new = self.events(self._tallied)
        self._tallied = self.length
        counts = [
            sum(sizes[group] for group in new.where(np.isin(new.kind, kinds)).group.tolist()) for kinds in _TALLIED
        ]
        old = self._tally
        self._tally = PersonTally(old.arrived + counts[0], old.completed + counts[1], old.left + counts[2])
        return self._tally

    @property
    def level_count(self) -> int:
        return len(self._levels) // 4

    def recording(self, until: float, people: People) -> Recording:
        """Return what has been recorded up to *until*."""
        return Recording(
            names=self.names,
            until=until,
            events=self.events(),
            levels=self.levels(),
            identifications=self.identifications(),
            happenings=tuple(self.happenings),
            people=people,
            forms=self.forms(),
        )

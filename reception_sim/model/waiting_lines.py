"""Which travel group is served next: one rank a queue order, one table of orders."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain, count
from operator import itemgetter
from typing import Final, Protocol, TypeAlias

from reception_sim.model.demands import Claims, Parts
from reception_sim.population import Crowd
from reception_sim.scenario.stations import QueueOrder

Rank: TypeAlias = Callable[[int], float]
NOBODY: Final = -1
_GROUP: Final = itemgetter(2)  # of a line's entry
_FIRST: Final = itemgetter(0)  # entry of a line
AHEAD: Final = 1e12  # s: further than the ranks of any queue order lie apart


class WaitingLine(Protocol):
    """The travel groups that wait, served from the left."""

    def __len__(self) -> int: ...

    def append(self, group: int, /) -> None: ...

    def popleft(self) -> int:
        """Take whoever is served next; NOBODY if none of those who wait can be."""

    def remove(self, group: int, /) -> None: ...

    def first(self) -> int: ...

    def __iter__(self) -> Iterator[int]:
        """Yield all who wait, in no order; the line must not change meanwhile."""

    def __contains__(self, group: object, /) -> bool: ...

    def groups(self) -> list[int]: ...

    def persons(self, size: Sequence[int], /) -> int:
        """Return how many persons wait, with the *size* of each travel group."""


class FirstCome(deque[int]):
    """A line in which whoever came first is served first."""

    def first(self) -> int:
        return self[0]

    def groups(self) -> list[int]:
        return list(self)

    def persons(self, size: Sequence[int], /) -> int:
        return sum(map(size.__getitem__, self))


class Ranked:
    """A line in which a lower rank is served first and equal ranks in the order in which they came."""

    __slots__ = ("_heap", "_number", "_rank")

    def __init__(self, rank: Rank) -> None:
        self._rank = rank
        self._heap: list[tuple[float, int, int]] = []
        self._number = count().__next__

    def __len__(self) -> int:
        return len(self._heap)

    def __iter__(self) -> Iterator[int]:
        return iter([group for _, _, group in self._heap])

    def __contains__(self, group: object, /) -> bool:
        return any(entry[2] == group for entry in self._heap)

    def append(self, group: int, /) -> None:
        heappush(self._heap, (self._rank(group), self._number(), group))

    def popleft(self) -> int:
        return heappop(self._heap)[2]

    def remove(self, group: int, /) -> None:
        self._heap = [entry for entry in self._heap if entry[2] != group]
        heapify(self._heap)

    def first(self) -> int:
        return self._heap[0][2]

    def groups(self) -> list[int]:
        return [group for _, _, group in self._heap]

    def persons(self, size: Sequence[int], /) -> int:
        return sum([size[group] for _, _, group in self._heap])


class ClaimLine:
    """Lines side by side of those who need the same beside a team; served is the first one for whom it is free."""

    __slots__ = ("_length", "_lines", "_number", "_parts", "_persons", "_rank", "_size")

    def __init__(self, rank: Rank, parts: Parts, size: Sequence[int]) -> None:
        self._rank, self._parts, self._size = rank, parts, size
        self._length = self._persons = 0
        self._lines: dict[Claims, list[tuple[float, int, int]]] = {}  # none of them empty
        self._number = count().__next__

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[int]:
        return map(_GROUP, chain.from_iterable(self._lines.values()))

    def __contains__(self, group: object, /) -> bool:
        return group in self._parts.claimed

    def append(self, group: int, /) -> None:
        line = self._lines.setdefault(self._parts.claimed[group], [])
        heappush(line, (self._rank(group), self._number(), group))
        self._length += 1
        self._persons += self._size[group]

    def popleft(self) -> int:
        free_for, first = self._parts.free_for, None
        for claims, line in self._lines.items():
            if (first is None or line[0] < first[0]) and free_for(claims):
                first = line
        if first is None:
            return NOBODY
        group = heappop(first)[2]
        if not first:
            del self._lines[self._parts.claimed[group]]
        self._length -= 1
        self._persons -= self._size[group]
        return group

    def remove(self, group: int, /) -> None:
        self._length -= 1
        self._persons -= self._size[group]
        claims = self._parts.claimed.pop(group)
        line = [entry for entry in self._lines.pop(claims) if entry[2] != group]
        if line:
            heapify(line)
            self._lines[claims] = line

    def first(self) -> int:
        group: int = min(map(_FIRST, self._lines.values()))[2]
        return group

    def groups(self) -> list[int]:
        return [entry[2] for entry in sorted(entry for line in self._lines.values() for entry in line)]

    def persons(self, _: Sequence[int], /) -> int:
        return self._persons


def specific_needs_first(_: Crowd, seen: Sequence[int]) -> Rank:
    """Rank groups in which a specific need has been seen before all others."""
    return lambda group: 0.0 if seen[group] else 1.0


def families_with_children_first(crowd: Crowd, _: Sequence[int]) -> Rank:
    """Rank travel groups with a child before all others: families, and a child alone, who must not wait longer."""
    has_child = crowd.has_child
    return lambda group: 0.0 if has_child[group] else 1.0


def longest_journey_first(crowd: Crowd, _: Sequence[int]) -> Rank:
    """Rank groups by when they arrived."""
    return crowd.arrived_at.__getitem__


RANKS: Final[dict[QueueOrder, Callable[[Crowd, Sequence[int]], Rank]]] = {
    QueueOrder.SPECIFIC_NEEDS_FIRST: specific_needs_first,
    QueueOrder.FAMILIES_WITH_CHILDREN_FIRST: families_with_children_first,
    QueueOrder.LONGEST_JOURNEY_FIRST: longest_journey_first,
}


def waiting_line(order: QueueOrder, crowd: Crowd, seen: Sequence[int]) -> WaitingLine:
    """Return an empty line of the given order; *seen* are the needs known there, by travel group."""
    if order is QueueOrder.FIRST_COME:
        return FirstCome()
    return Ranked(RANKS[order](crowd, seen))


def claim_line(order: QueueOrder, crowd: Crowd, seen: Sequence[int], parts: Parts) -> WaitingLine:
    """Return an empty line of the given order for a station whose services need more than a team."""
    rank = RANKS[order](crowd, seen) if order in RANKS else _as_they_came
    return ClaimLine(ahead(rank, parts.first) if parts.first else rank, parts, crowd.size)


def ahead(rank: Rank, first: Callable[[int], bool]) -> Rank:
    """Rank some before all others, and among themselves as the queue order says."""
    return lambda group: rank(group) - AHEAD if first(group) else rank(group)


def _as_they_came(_: int) -> float:
    return 0.0

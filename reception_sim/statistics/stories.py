"""The story of each travel group, read from its events: which post it frees, where it stays, if it has shelter.

Events come in chunks of any length; what must be remembered between two chunks stands in GroupStates.
"""

from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from reception_sim.recording import Booleans, EventKind, Events, Times

NOWHERE: Final = -1
COMING: Final = (EventKind.GROUP_PRESENT, EventKind.GROUP_ARRIVED)  # into the reception system
GOING: Final = (EventKind.GROUP_EXITED, EventKind.GROUP_LEFT)  # out of it
_OF_SITES: Final = (EventKind.SITE_ENTERED, EventKind.GROUP_SHELTERED, EventKind.SITE_LEFT)
Kinds: TypeAlias = NDArray[np.int8]
Places: TypeAlias = NDArray[np.int32]
Groups: TypeAlias = NDArray[np.int32]
Rows: TypeAlias = NDArray[np.intp]
State = TypeVar("State", np.int32, np.bool_)


@dataclass(frozen=True)
class Changes:
    """Events (their rows, in the order of time) that change something at a place, up (+1) or down (-1)."""

    row: Rows
    place: Places
    sign: Kinds


@dataclass(frozen=True)
class Stories:
    """Events in the order of time, in narrow columns, and what they change beyond what they say themselves.

    *freed* are posts that become free (-1) at a station. *stay* are travel groups that come into a site and leave it,
    *outside* those that are there without shelter from now on, and no longer.
    """

    time: Times
    kind: Kinds
    place: Places
    group: Groups
    freed: Changes
    stay: Changes
    outside: Changes

    def rows(self, *kinds: EventKind) -> Rows:
        """Return the rows of some kinds of events, in the order of time."""
        return np.flatnonzero(is_one_of(self.kind, *kinds))

    def changes(self, sign: int, *kinds: EventKind) -> Changes:
        """Return the events of some kinds as changes by *sign*, each at the place of the event."""
        row = self.rows(*kinds)
        return Changes(row, self.place[row], np.full(len(row), sign, np.int8))


class GroupStates:
    """Where each travel group stands after the events read so far."""

    def __init__(self) -> None:
        self.site = np.empty(0, np.int32)  # it stays in
        self.sheltered = np.empty(0, bool)
        self.held_at = np.empty(0, np.int32)  # the station whose post it holds although its service has ended

    def grow(self, groups: int) -> None:
        """Make room for at least so many travel groups."""
        more = groups - len(self.site)
        if more > 0:
            self.site = np.concatenate((self.site, np.full(more, NOWHERE, np.int32)))
            self.sheltered = np.concatenate((self.sheltered, np.zeros(more, bool)))
            self.held_at = np.concatenate((self.held_at, np.full(more, NOWHERE, np.int32)))


def read_on(events: Events, states: GroupStates) -> Stories:
    """Read the next events, in the order of time, and bring *states* up to date."""
    states.grow(int(events.group.max()) + 1 if len(events) else 0)
    columns = _Columns(events.kind.astype(np.int8), events.place.astype(np.int32), events.group.astype(np.int32))
    order = sorted_by(columns.group)
    stay, outside, of_residents = _stays(columns, order, states)
    return Stories(
        time=events.time,
        kind=columns.kind,
        place=columns.place,
        group=columns.group,
        freed=_freed(columns, order, of_residents, states),
        stay=stay,
        outside=outside,
    )


def is_one_of(kind: Kinds, *kinds: EventKind) -> Booleans:
    """Tell for each event whether it is one of *kinds*."""
    found: Booleans = kind == kinds[0]
    for one in kinds[1:]:  # a few comparisons cost a tenth of one look-up a row
        found |= kind == one
    return found


def sorted_by(column: Groups | Places) -> Rows:
    """Return the rows sorted by a column, those of equal values in their order.

    Sorting one integer made of value and row is several times as fast as a stable sort of the values.
    """
    bits = max(len(column) - 1, 1).bit_length()
    keys = column.astype(np.int64)
    keys <<= bits
    keys |= np.arange(len(column), dtype=np.int32)
    keys.sort()
    keys &= (1 << bits) - 1
    return keys


def _freed(events: "_Columns", order: Rows, of_residents: Rows, states: GroupStates) -> Changes:
    """Tell which events free a post: the end of a resident's service, else the next event after the end of one.

    A group that finds the next place full stays at the post, and nothing is recorded until it goes on.
    """
    freed = np.full(len(order), NOWHERE, np.int32)
    if len(order):
        holds = events.kind == EventKind.SERVICE_ENDED
        holds[of_residents] = False
        freed[of_residents] = events.place[of_residents]
        _free_at_next_event(freed, holds, events, order, states)
    row = np.flatnonzero(freed != NOWHERE)
    return Changes(row, freed[row], np.full(len(row), -1, np.int8))


def _free_at_next_event(freed: Places, holds: Booleans, events: "_Columns", order: Rows, states: GroupStates) -> None:
    is_first, is_last = _ends_of_groups(events.group[order])
    going_on = np.flatnonzero(holds[order] & ~is_last)
    freed[order[going_on + 1]] = events.place[order[going_on]]
    first, last = order[is_first], order[is_last]
    held_before = states.held_at[events.group[first]]
    freed[first] = np.where(held_before == NOWHERE, freed[first], held_before)
    states.held_at[events.group[last]] = np.where(holds[last], events.place[last], NOWHERE)


def _stays(events: "_Columns", order: Rows, states: GroupStates) -> tuple[Changes, Changes, Rows]:
    """Return what events change for sites, as in Stories, and the rows that end the service of residents."""
    rows = order[is_one_of(events.kind, *_OF_SITES, EventKind.SERVICE_ENDED)[order]]
    if not len(rows):
        return _changes(events, rows, rows), _changes(events, rows, rows), rows
    kind, place, group = events.kind[rows], events.place[rows], events.group[rows]
    comes = kind == EventKind.SITE_ENTERED
    leaves = kind == EventKind.SITE_LEFT
    gains = kind == EventKind.GROUP_SHELTERED
    story = _Story(*_ends_of_groups(group))
    first, last = group[story.is_first], group[story.is_last]
    site, states.site[last] = story.held(comes | leaves, np.where(comes, place, NOWHERE), states.site[first])
    sheltered, states.sheltered[last] = story.held(comes | leaves | gains, gains, states.sheltered[first])
    stay = _changes(events, rows[comes], rows[leaves])
    outside = _changes(events, rows[comes], rows[(gains | leaves) & ~sheltered])
    return stay, outside, rows[(kind == EventKind.SERVICE_ENDED) & (site != NOWHERE)]


def _changes(events: "_Columns", up: Rows, down: Rows) -> Changes:
    row = np.concatenate((up, down))
    row.sort()
    sign = np.where(events.kind[row] == EventKind.SITE_ENTERED, 1, -1).astype(np.int8)
    return Changes(row, events.place[row], sign)


@dataclass(frozen=True)
class _Columns:
    """The columns of events, as narrow as they can be."""

    kind: Kinds
    place: Places
    group: Groups


@dataclass(frozen=True)
class _Story:
    """Rows sorted by travel group: which are the first and the last of a group."""

    is_first: Booleans
    is_last: Booleans

    def held(
        self, sets: Booleans, value: NDArray[State], carried: NDArray[State]
    ) -> tuple[NDArray[State], NDArray[State]]:
        """Return the state just before each row, and after each group's last.

        The state is *value* from the rows on that *sets* marks, and *carried* (one a group) before a group's first.
        """
        number = np.cumsum(self.is_first, dtype=np.int32) - 1
        start = np.flatnonzero(self.is_first).astype(np.int32)[number]
        rows = np.arange(len(sets), dtype=np.int32)
        latest = np.maximum.accumulate(np.where(sets, rows, np.int32(NOWHERE)))
        after = np.where(latest >= start, value[latest], carried[number])
        before = np.concatenate((after[:1], after[:-1]))
        before[self.is_first] = carried
        return before, after[self.is_last]


def _ends_of_groups(group: Groups) -> tuple[Booleans, Booleans]:
    """Mark the first and the last row of each group, in rows sorted by group; there is at least one."""
    differs = group[1:] != group[:-1]
    return np.concatenate(([True], differs)), np.concatenate((differs, [True]))

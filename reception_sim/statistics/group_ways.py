"""The events of a run in the order of each travel group's own way: from where it came, how long it was held."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reception_sim.recording import Booleans, EventKind, Integers, Times
from reception_sim.statistics.account import Account
from reception_sim.statistics.queues import CHANGE_A_QUEUE
from reception_sim.statistics.stories import NOWHERE, Rows, sorted_by


@dataclass(frozen=True)
class Visits:
    """Visits to one station, one row each: from where, and the wait (s), of those served or who wait still."""

    group: Integers
    origin: Integers
    seconds: Times
    served: Booleans

    def where(self, chosen: Booleans) -> "Visits":
        return Visits(self.group[chosen], self.origin[chosen], self.seconds[chosen], self.served[chosen])


class Ways:
    """The events of a run in the order of each travel group's own way."""

    def __init__(self, account: Account) -> None:
        self._account, self._stories = account, account.stories

    @cached_property
    def _order(self) -> Rows:
        return sorted_by(self._stories.group)

    @cached_property
    def _position(self) -> Rows:
        position = np.empty(len(self._order), np.intp)
        position[self._order] = np.arange(len(self._order))
        return position

    def visits_at(self, station: str) -> Visits:
        """Return the visits of those who were served or still wait; who gave up is left out."""
        stories, until = self._stories, self._account.until
        rows = self._account.at(station, *CHANGE_A_QUEUE)
        rows = rows[sorted_by(stories.group[rows])]
        joins = stories.kind[rows] == EventKind.QUEUE_JOINED
        follows = np.zeros(len(rows), bool)
        follows[:-1] = stories.group[rows[1:]] == stories.group[rows[:-1]]
        starts = np.zeros(len(rows), bool)
        starts[:-1] = follows[:-1] & (stories.kind[rows[1:]] == EventKind.SERVICE_STARTED)
        chosen = np.flatnonzero(joins & (starts | ~follows))
        end = np.append(stories.time[rows[1:]], until)
        seconds = np.where(starts[chosen], end[chosen], until) - stories.time[rows[chosen]]
        origin = self._origins(rows[chosen], self._account.place[station])
        return Visits(stories.group[rows[chosen]].astype(np.int64), origin, seconds, starts[chosen])

    def held_at(self, station: str) -> tuple[Times, Integers, Booleans]:
        """Return for how long (s) each group held its post after its service, which group, and if it still does."""
        stories, order = self._stories, self._order
        number = self._account.place[station]
        freed = stories.freed.row[stories.freed.place == number]
        freed = freed[(stories.kind[freed] != EventKind.SERVICE_ENDED) | (stories.place[freed] != number)]
        ended = order[self._position[freed] - 1]
        waits = stories.time[freed] - stories.time[ended]
        held, group = waits[waits > 0], stories.group[freed][waits > 0]
        last = self._still_held(station)
        seconds = np.concatenate((held, self._account.until - stories.time[last]))
        groups = np.concatenate((group, stories.group[last])).astype(np.int64)
        return seconds, groups, np.arange(len(groups)) >= len(group)

    def _still_held(self, station: str) -> Rows:
        """Return the ends of services after which nothing more has happened to people who are no residents."""
        stories = self._stories
        rows = self._account.at(station, EventKind.SERVICE_ENDED)
        position = self._position[rows] + 1
        following = np.append(self._order, NOWHERE)[position]
        is_last = (following == NOWHERE) | (stories.group[following] != stories.group[rows])
        freed = stories.freed.row[stories.freed.place == self._account.place[station]]
        held: Rows = rows[is_last & ~np.isin(rows, freed) & (stories.time[rows] < self._account.until)]
        return held

    def _origins(self, rows: Rows, station: int) -> Integers:
        """Return the place at which each row's group was before it came to a station; the station itself if at none."""
        stories, order = self._stories, self._order
        elsewhere = stories.place[order] != station
        latest = np.maximum.accumulate(np.where(elsewhere, np.arange(len(order)), NOWHERE))[self._position[rows]]
        known = (latest != NOWHERE) & (stories.group[order[latest]] == stories.group[rows])
        origin: Integers = np.where(known, stories.place[order[latest]], station).astype(np.int64)
        return origin

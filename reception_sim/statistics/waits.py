"""How long people wait at stations: from joining the queue to the start of service, each visit a wait."""

from dataclasses import dataclass

import numpy as np

from reception_sim.recording import Booleans, EventKind, Integers, Times
from reception_sim.statistics.account import Account
from reception_sim.statistics.stories import Places, Rows, is_one_of


@dataclass(frozen=True)
class Waits:
    """The waits at one station, one row a visit of a travel group.

    *seconds* (ascending) and *group* are those whose service has started; *so_far* and *waiting* those who still
    wait at the end. People who queue when the scenario starts wait from then on.
    """

    seconds: Times
    group: Integers
    so_far: Times
    waiting: Integers


def waits_by_station(account: Account) -> dict[str, Waits]:
    """Return the waits at each station of the plan."""
    visits = _visits(account)
    return {name: _waits_at(visits, account.place[name], account) for name in account.scenario.stations}


@dataclass(frozen=True)
class _Visits:
    """Visits of all stations: when each group joined, and when its wait ended (NaN if it has not)."""

    station: Places
    group: Integers
    joined: Times
    ended: Times
    served: Booleans


def _visits(account: Account) -> _Visits:
    """Pair each joining of a queue with what the same group did next at a queue."""
    stories = account.stories
    told = is_one_of(stories.kind, EventKind.QUEUE_JOINED, EventKind.SERVICE_STARTED, EventKind.GROUP_LEFT)
    rows: Rows = stories.order[told[stories.order]]
    joined = np.flatnonzero(stories.kind[rows] == EventKind.QUEUE_JOINED)
    here, after = rows[joined], rows[np.minimum(joined + 1, len(rows) - 1)]
    goes_on = (after != here) & (stories.group[after] == stories.group[here])
    return _Visits(
        station=stories.place[here],
        group=stories.group[here],
        joined=stories.time[here],
        ended=np.where(goes_on, stories.time[after], np.nan),
        served=goes_on & (stories.kind[after] == EventKind.SERVICE_STARTED),
    )


def _waits_at(visits: _Visits, station: int, account: Account) -> Waits:
    here = visits.station == station
    served = np.flatnonzero(here & visits.served)
    waiting = np.flatnonzero(here & np.isnan(visits.ended))
    seconds = visits.ended[served] - visits.joined[served]
    ascending = np.argsort(seconds, kind="stable")
    return Waits(
        seconds=seconds[ascending],
        group=visits.group[served[ascending]],
        so_far=account.until - visits.joined[waiting],
        waiting=visits.group[waiting],
    )

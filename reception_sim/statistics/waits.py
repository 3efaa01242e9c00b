"""How long people wait at stations: from joining the queue to the start of service, each visit a wait."""

from dataclasses import dataclass

import numpy as np

from reception_sim.recording import EventKind, Times
from reception_sim.statistics.account import Account
from reception_sim.statistics.queues import CHANGE_A_QUEUE
from reception_sim.statistics.stories import Groups, sorted_by


@dataclass(frozen=True)
class Waits:
    """The waits at one station, one row a visit of a travel group.

    *seconds* (ascending), *group* and *began* are those whose service has started, and when; *so_far* and *waiting*
    those who still wait at the end. People who queue when the scenario starts wait from then on.
    """

    seconds: Times
    group: Groups
    began: Times
    so_far: Times
    waiting: Groups


def waits_at(account: Account, station: str) -> Waits:
    """Pair each joining of the queue with what the same travel group did next at it."""
    stories, rows = account.stories, account.at(station, *CHANGE_A_QUEUE)
    rows = rows[sorted_by(stories.group[rows])]
    kind, group, time = stories.kind[rows], stories.group[rows], stories.time[rows]
    joined = kind == EventKind.QUEUE_JOINED
    goes_on = np.zeros(len(rows), bool)
    goes_on[:-1] = group[1:] == group[:-1]
    served = np.flatnonzero(joined[:-1] & goes_on[:-1] & (kind[1:] == EventKind.SERVICE_STARTED))
    waiting = np.flatnonzero(joined & ~goes_on)
    seconds = time[served + 1] - time[served]
    ascending = np.argsort(seconds, kind="stable")
    return Waits(
        seconds=seconds[ascending],
        group=group[served[ascending]],
        began=time[served[ascending] + 1],
        so_far=account.until - time[waiting],
        waiting=group[waiting],
    )

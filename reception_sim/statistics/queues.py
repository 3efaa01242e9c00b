"""The queue at a station over time, in persons."""

from typing import Final

import numpy as np

from reception_sim.recording import EventKind
from reception_sim.statistics.account import Account
from reception_sim.statistics.courses import Course

GIVING_UP: Final = (EventKind.GROUP_LEFT, EventKind.QUEUE_ABANDONED)
CHANGE_A_QUEUE: Final = (EventKind.QUEUE_JOINED, EventKind.SERVICE_STARTED, *GIVING_UP)


def queue_of(account: Account, station: str) -> Course:
    """Return how many persons wait at a station."""
    stories, rows = account.stories, account.at(station, *CHANGE_A_QUEUE)
    sign = np.where(stories.kind[rows] == EventKind.QUEUE_JOINED, 1, -1)
    return Course.of_changes(stories.time[rows], sign * account.persons(rows), account.until)

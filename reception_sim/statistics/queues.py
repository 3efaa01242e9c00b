"""The queue at each station over time, in persons."""

from typing import Final

import numpy as np

from reception_sim.recording import EventKind
from reception_sim.statistics.account import Account
from reception_sim.statistics.courses import Course

LEAVES_A_QUEUE: Final = (EventKind.SERVICE_STARTED, EventKind.GROUP_LEFT)


def queue_courses(account: Account) -> dict[str, Course]:
    """Return how many persons wait at each station of the plan."""
    stories = account.stories
    rows = stories.rows(EventKind.QUEUE_JOINED, *LEAVES_A_QUEUE)
    time, place = stories.time[rows], stories.place[rows]
    change = np.where(stories.kind[rows] == EventKind.QUEUE_JOINED, 1, -1) * account.persons(rows)
    courses = {}
    for name in account.scenario.stations:
        here = place == account.place[name]
        courses[name] = Course.of_changes(time[here], change[here], account.until)
    return courses

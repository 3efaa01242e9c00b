"""Where the persons of a run are at its end."""

import numpy as np

from reception_sim.recording import EventKind
from reception_sim.statistics.account import Account
from reception_sim.statistics.figures import PersonCounts


def person_counts(account: Account) -> PersonCounts:
    """Count the persons who arrived, and those of them who have left the reception system, by exit."""
    present = _persons(account, EventKind.GROUP_PRESENT)
    arrived = present + _persons(account, EventKind.GROUP_ARRIVED)
    completed, left = _persons(account, EventKind.GROUP_EXITED), _persons(account, EventKind.GROUP_LEFT)
    exited = account.stories.rows(EventKind.GROUP_EXITED)  # an exit's other events are those of people on their way
    persons = np.bincount(account.stories.place[exited], account.persons(exited), len(account.place))
    by_exit = ((name, int(persons[account.place[name]])) for name in account.scenario.exits)
    return PersonCounts(
        arrived=arrived,
        present_at_start=present,
        completed=completed,
        left=left,
        in_system=arrived - completed - left,
        by_exit=tuple(by_exit),
    )


def _persons(account: Account, kind: EventKind) -> int:
    return int(account.persons(account.stories.rows(kind)).sum())

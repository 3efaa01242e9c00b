"""Where the persons of a run are at its end."""

from reception_sim.recording import EventKind
from reception_sim.statistics.account import Account
from reception_sim.statistics.figures import PersonCounts


def person_counts(account: Account) -> PersonCounts:
    """Count the persons who arrived, and those of them who have left the reception system, by exit."""
    present = _persons(account, EventKind.GROUP_PRESENT)
    arrived = present + _persons(account, EventKind.GROUP_ARRIVED)
    completed, left = _persons(account, EventKind.GROUP_EXITED), _persons(account, EventKind.GROUP_LEFT)
    by_exit = (
        (name, int(account.persons(account.at(name, EventKind.GROUP_EXITED)).sum())) for name in account.scenario.exits
    )
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

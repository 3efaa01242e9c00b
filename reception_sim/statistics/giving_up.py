"""Who gave up waiting, station by station, and what they did then."""

from collections.abc import Iterator

import numpy as np

from reception_sim.recording import EventKind
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.queues import GIVING_UP
from reception_sim.statistics.stories import sorted_by


def giving_up(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each station with patience, how often persons gave up there, and what became of it."""
    account = findings.account
    for name, plan in account.scenario.stations.items():
        if plan.patience is not None:
            for measure, persons in _row(account, name).items():
                yield PartFigure(Part.GIVING_UP, name, measure, persons)


def _row(account: Account, name: str) -> dict[str, int]:
    """Count persons a time they gave up: those who go and come back three times count three times."""
    abandoned = account.at(name, EventKind.QUEUE_ABANDONED)
    came_back = account.at(name, EventKind.GROUP_RETURNED)
    turned = _followed_elsewhere(account)[abandoned]
    return {
        "gave_up": int(account.persons(account.at(name, *GIVING_UP)).sum()),
        "left": int(account.persons(account.at(name, EventKind.GROUP_LEFT)).sum()),
        "turned": int(account.persons(abandoned[turned]).sum()),
        "came_back": int(account.persons(came_back).sum()),
        "away": int(account.persons(abandoned[~turned]).sum() - account.persons(came_back).sum()),
    }


def _followed_elsewhere(account: Account) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Tell of each event whether the same travel group's next one is at another place."""
    stories = account.stories
    order = sorted_by(stories.group)
    here, following = order[:-1], order[1:]
    goes_on = (stories.group[here] == stories.group[following]) & (stories.place[here] != stories.place[following])
    elsewhere = np.zeros(len(order), bool)
    elsewhere[here] = goes_on
    return elsewhere

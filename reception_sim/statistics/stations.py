"""What each station did: waits, queue, utilisation, and whom it served."""

from reception_sim.recording import EventKind
from reception_sim.statistics.account import Account
from reception_sim.statistics.courses import Course
from reception_sim.statistics.figures import StationFigures
from reception_sim.statistics.queues import GIVING_UP
from reception_sim.statistics.spreads import spread_of, still_waiting_of
from reception_sim.statistics.utilisation import busy_team_s, staffed_team_s, utilisation
from reception_sim.statistics.waits import Waits


def station_figures(account: Account, name: str, waits: Waits, queue: Course) -> StationFigures:
    """Return the figures of a station."""
    served = account.at(name, EventKind.SERVICE_ENDED)
    gave_up = account.at(name, *GIVING_UP)
    busy_s, staffed_s = busy_team_s(account, name), staffed_team_s(account, name)
    return StationFigures(
        id=name,
        waits=spread_of(waits.seconds, account.size[waits.group]),
        still_waiting=still_waiting_of(waits.so_far, account.size[waits.waiting]),
        served_persons=int(account.persons(served).sum()),
        served_groups=len(served),
        gave_up_persons=int(account.persons(gave_up).sum()),
        queue_mean=queue.mean,
        queue_max=queue.maximum,
        queue_max_at=queue.maximum_at,
        busy_team_s=busy_s,
        staffed_team_s=staffed_s,
        utilisation=utilisation(busy_s, staffed_s),
    )

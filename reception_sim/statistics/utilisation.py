"""How busy the posts of a station are, held against the time for which they are staffed."""

import numpy as np

from reception_sim.recording import EventKind, LevelKind
from reception_sim.statistics.account import Account


def busy_team_s(account: Account, station: str) -> float:
    """Return the seconds for which teams at *station* see people, or are held back with them by a full next place.

    A service that waits to be handed over keeps no team busy.
    Services that have not ended count up to the end of the recording. A group session is one service of one team.
    """
    if account.scenario.stations[station].session is not None:
        return account.level(LevelKind.SESSIONS_RUNNING, station).integral
    stories, rows = account.stories, account.at(station, EventKind.SERVICE_STARTED)
    started = stories.time[rows]
    freed = stories.time[stories.freed.row[stories.freed.place == account.place[station]]]
    stopped = account.level(LevelKind.SERVICES_STOPPED, station).integral
    return float(np.sum(account.until - started) - np.sum(account.until - freed)) - stopped


def staffed_team_s(account: Account, station: str) -> float:
    """Return the seconds of teams that could have worked at *station*."""
    return account.level(LevelKind.TEAMS_STAFFED, station).integral


def utilisation(busy_s: float, staffed_s: float) -> float:
    """Return busy over staffed team time; NaN where nobody was ever staffed."""
    return busy_s / staffed_s if staffed_s > 0 else float("nan")

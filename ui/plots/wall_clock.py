"""Local time on a chart's axis: seconds of a clock on the wall, counted as if there were no time zones."""

from datetime import UTC, datetime

import numpy as np

from reception_sim.recording import Times
from reception_sim.scenario import Calendar


def wall_clock(calendar: Calendar, time: Times) -> Times:
    """Return the wall-clock seconds of *time* (s since the scenario's start); they jump when summer time changes."""
    return np.array([wall_clock_of(calendar.local(seconds)) for seconds in time.tolist()], dtype=np.float64)


def wall_clock_of(local: datetime) -> float:
    """Return the wall-clock seconds of a local moment."""
    return local.replace(tzinfo=UTC).timestamp()


def moment_of(seconds: float) -> datetime:
    """Return the local moment of wall-clock seconds."""
    return datetime.fromtimestamp(seconds, UTC)


def moment_text(seconds: float) -> str:
    """Write a moment in full: Wed 13 Sep 2023, 14:00."""
    moment = moment_of(seconds)
    return f"{moment:%a} {moment.day} {moment:%b %Y, %H:%M}"

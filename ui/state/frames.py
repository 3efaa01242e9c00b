"""Joins what several messages of a live run tell into one, so that a page draws once."""

from collections.abc import Sequence

import numpy as np

from reception_sim.exercise import TimePassed
from reception_sim.recording import Times
from reception_sim.statistics import Series, SiteSeries, StationSeries


def merged(passed: Sequence[TimePassed]) -> TimePassed:
    """Return one message that tells what *passed* tell, oldest first."""
    last = passed[-1]
    if len(passed) == 1:
        return last
    return TimePassed(
        pace=last.pace,
        speed=last.speed,
        snapshot=last.snapshot,
        series=joined_series([message.series for message in passed]),
        happenings=tuple(happening for message in passed for happening in message.happenings),
        duties=last.duties,
        risks=last.risks,
    )


def joined_series(parts: Sequence[Series]) -> Series:
    """Return the parts of one run's series, oldest first, as one."""
    return Series(
        time=_joined([part.time for part in parts]),
        arrived=_joined([part.arrived for part in parts]),
        departed=_joined([part.departed for part in parts]),
        in_system=_joined([part.in_system for part in parts]),
        stations=tuple(_station(rows) for rows in zip(*(part.stations for part in parts), strict=True)),
        sites=tuple(_site(rows) for rows in zip(*(part.sites for part in parts), strict=True)),
    )


def _station(rows: Sequence[StationSeries]) -> StationSeries:
    return StationSeries(
        id=rows[0].id,
        queue=_joined([row.queue for row in rows]),
        busy=_joined([row.busy for row in rows]),
        staffed=_joined([row.staffed for row in rows]),
    )


def _site(rows: Sequence[SiteSeries]) -> SiteSeries:
    return SiteSeries(
        id=rows[0].id,
        occupancy=_joined([row.occupancy for row in rows]),
        without_shelter=_joined([row.without_shelter for row in rows]),
    )


def _joined(arrays: Sequence[Times]) -> Times:
    return np.concatenate(list(arrays))

"""Bands over time: at each moment the median of the replications and the span of nine tenths of them."""

from collections.abc import Iterator
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reception_sim.experiments.summary import Band, SiteBands, StationBands, SummarySeries
from reception_sim.recording import Times
from reception_sim.statistics.figures import Series

POINTS_AT_MOST: Final = 400  # as many as a chart can show
REPLICATIONS_AT_MOST: Final = 400  # more would not move a band, but fill the memory
SHARE: Final = 0.9  # of the replications that a band holds, if nothing else is asked for
_DIGITS: Final = 12  # (1 - 0.9) / 2 is 0.05, and not a little less

_Courses: TypeAlias = NDArray[np.float32]


class BandFold:
    """Keeps a thinned copy of each replication's courses, of the first replications only."""

    def __init__(self, first: Series) -> None:
        self._chosen = _spread_over(len(first.time))
        self._first = first
        self._kept: list[_Courses] = []

    def add(self, series: Series) -> None:
        if len(self._kept) < REPLICATIONS_AT_MOST:
            courses = [course[self._chosen] for course in _courses(series)]
            self._kept.append(np.array(courses, np.float32))

    def bands(self, share: float = SHARE) -> SummarySeries:
        """Return the bands of all that has been added: at each moment the median, and the middle *share*."""
        outside = round((1 - share) / 2, _DIGITS)
        quantiles = (outside, 0.5, 1 - outside)
        low, median, high = np.quantile(np.stack(self._kept), quantiles, axis=0).astype(float)
        bands = map(Band, low, median, high)
        return SummarySeries(
            time=self._first.time[self._chosen],
            in_system=next(bands),
            stations=tuple(StationBands(station.id, next(bands)) for station in self._first.stations),
            sites=tuple(SiteBands(site.id, next(bands), next(bands)) for site in self._first.sites),
        )


def _courses(series: Series) -> Iterator[Times]:
    yield series.in_system
    for station in series.stations:
        yield station.queue
    for site in series.sites:
        yield site.occupancy
        yield site.without_shelter


def _spread_over(points: int) -> NDArray[np.int64]:
    return np.unique(np.linspace(0, max(points - 1, 0), min(points, POINTS_AT_MOST)).round().astype(np.int64))

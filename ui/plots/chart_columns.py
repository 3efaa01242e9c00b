"""The figures of a chart, a column a series: they grow at the end, and are thinned for drawing."""

from collections.abc import Iterable, Mapping

import numpy as np

from reception_sim.recording import Times


class ChartColumns:
    """Times and values that are only ever appended, in the order of time; what is missing is NaN."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.names = tuple(names)
        self._kept = np.empty((1 + len(self.names), 64))
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def append(self, time: Times, values: Mapping[str, Times]) -> None:
        """Add the *values* at each of *time*."""
        start, self._length = self._length, self._length + len(time)
        self._make_room()
        self._kept[0, start : self._length] = time
        for row, name in enumerate(self.names, start=1):
            self._kept[row, start : self._length] = values.get(name, np.nan)

    @property
    def time(self) -> Times:
        return self._kept[0, : self._length]

    def values(self, name: str) -> Times:
        return self._kept[1 + self.names.index(name), : self._length]

    def nearest(self, time: float) -> int | None:
        """Return the row nearest to *time*; None while there is none."""
        if not self._length:
            return None
        after = int(np.searchsorted(self.time, time))
        if after in (0, self._length):
            return min(after, self._length - 1)
        return after if self.time[after] - time < time - self.time[after - 1] else after - 1

    def thinned(self, name: str, stretches: int) -> tuple[Times, Times]:
        """Return a course of some twice *stretches* points that looks the same: each stretch keeps its extremes."""
        known = ~np.isnan(self.values(name))
        time, values = self.time[known], self.values(name)[known]
        size = -(-len(time) // max(stretches, 1))
        if size < 3:
            return time, values
        starts = np.arange(0, len(time) - size + 1, size)
        rows = values[: len(starts) * size].reshape(len(starts), size)
        chosen = np.concatenate((starts + rows.argmin(axis=1), starts + rows.argmax(axis=1)))
        chosen = np.concatenate((np.sort(chosen), np.arange(len(starts) * size, len(time))))
        return time[chosen], values[chosen]

    def _make_room(self) -> None:
        room = self._kept.shape[1]
        if self._length > room:
            grown = np.empty((self._kept.shape[0], max(2 * room, self._length)))
            grown[:, :room] = self._kept
            self._kept = grown

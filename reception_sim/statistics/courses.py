"""A level over time, exact at every moment: a queue, the people in a site, the teams that are staffed."""

from dataclasses import dataclass

import numpy as np

from reception_sim.recording import Booleans, Integers, Times


@dataclass(frozen=True)
class Course:
    """From each *time* on the level is the *value* beside it, the last one to *until*; it begins at time 0.

    What comes and goes within the same instant leaves no trace: a level that holds for no time is not a level.
    """

    time: Times
    value: Times
    until: float

    @classmethod
    def of_changes(cls, time: Times, change: Times | Integers, until: float) -> "Course":
        """Return the level that begins at 0 and changes by *change* at each *time*, given in order."""
        return cls.of_levels(time, np.cumsum(change, dtype=float), until)

    @classmethod
    def of_levels(cls, time: Times, value: Times, until: float) -> "Course":
        """Return the level that is 0 until it is said to be *value* at each *time*, given in order."""
        lasts = _last_of_each_instant(time)
        time, value = time[lasts], value[lasts]
        if not len(time) or time[0] > 0:
            time, value = np.concatenate(([0.0], time)), np.concatenate(([0.0], value))
        return cls(time, value, until)

    @property
    def held_s(self) -> Times:
        """Return for how long each value holds (s)."""
        return np.diff(self.time, append=self.until)

    @property
    def integral(self) -> float:
        """Return the level times the seconds for which it holds."""
        return float(np.sum(self.value * self.held_s))

    @property
    def mean(self) -> float:
        """Return the mean over time; NaN if no time has passed."""
        return self.integral / self.until if self.until > 0 else float("nan")

    @property
    def maximum(self) -> float:
        return float(self.value.max())

    @property
    def maximum_at(self) -> float:
        """Return when the level was highest for the first time."""
        return float(self.time[np.argmax(self.value)])

    @property
    def at_end(self) -> float:
        return float(self.value[-1])

    def minus(self, other: "Course") -> "Course":
        """Return this level less another one, at every moment."""
        time = np.unique(np.concatenate((self.time, other.time)))
        return Course(time, self.at(time) - other.at(time), self.until)

    def absolute(self) -> "Course":
        """Return how far the level is from 0 at every moment."""
        return Course(self.time, np.abs(self.value), self.until)

    def above(self, limit: float) -> "Course":
        """Return how far the level is above *limit* at every moment, 0 where it is not."""
        return Course(self.time, np.maximum(self.value - limit, 0.0), self.until)

    def at(self, time: Times) -> Times:
        """Return the level at each *time*, from the start on."""
        value: Times = self.value[np.searchsorted(self.time, time, side="right") - 1]
        return value

    def integral_above(self, limit: float) -> float:
        """Return how far the level is above *limit*, times the seconds for which it is."""
        return self.above(limit).integral


def _last_of_each_instant(time: Times) -> Booleans:
    lasts = np.ones(len(time), bool)
    lasts[:-1] = time[1:] != time[:-1]
    return lasts

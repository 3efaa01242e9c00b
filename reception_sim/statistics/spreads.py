"""How times are spread over persons: a group's time counts once for each of its persons."""

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reception_sim.recording import Booleans, Integers, Times
from reception_sim.statistics.figures import Spread, StillWaiting

Counts: TypeAlias = Integers | NDArray[np.int16]

_NAN: Final = float("nan")
_ROUNDING: Final = 1e-12  # by which a share of a total may miss a whole number


def spread_of(ascending: Times, persons: Counts) -> Spread:
    """Return the spread of times in ascending order, each of so many persons."""
    counted: Integers = np.cumsum(persons, dtype=np.int64)
    total = int(counted[-1]) if len(counted) else 0
    if total == 0:
        return Spread(0, _NAN, _NAN, _NAN, _NAN, _NAN)
    return Spread(
        persons=total,
        mean=float(np.sum(ascending * persons)) / total,
        median=float(ascending[_rank(counted, 0.5)]),
        p90=float(ascending[_rank(counted, 0.9)]),
        p95=float(ascending[_rank(counted, 0.95)]),
        maximum=float(ascending[_rank(counted, 1.0)]),
    )


def still_waiting_of(so_far: Times, persons: Counts) -> StillWaiting:
    """Return how many persons still wait, and how long they have so far."""
    concerned: Booleans = persons > 0
    total = int(persons.sum())
    if total == 0:
        return StillWaiting(0, _NAN, _NAN)
    return StillWaiting(total, float(np.sum(so_far * persons)) / total, float(so_far[concerned].max()))


def quantile(values: Times, weights: Times, share: float) -> float:
    """Return the smallest value that *share* of the weight does not exceed; NaN where there is no weight.

    That is the inverse of the cumulative distribution (nearest rank; Hyndman and Fan 1996, definition 1): always a
    value that occurred, and at or below a limit exactly when *share* of the weight is.
    """
    order = np.argsort(values, kind="stable")  # in no time where they are in order already
    weighed = order[weights[order] > 0]
    if not len(weighed):
        return _NAN
    return float(values[weighed[_rank(np.cumsum(weights[weighed]), share)]])


def _rank(counted: Times | Integers, share: float) -> int:
    """Return the first row by which *share* of the total has been counted."""
    total = counted[-1]
    return int(np.searchsorted(counted, share * total - _ROUNDING * total))

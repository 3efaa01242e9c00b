"""One figure over many replications: its mean, and how sure we can be of it."""

import math
from dataclasses import dataclass
from typing import Final

CONFIDENCE: Final = 0.95


@dataclass(frozen=True)
class Estimate:
    """A figure over the replications in which it could be measured (*replications* of them).

    *half_width* is that of the 95 % confidence interval of the mean (Student t). NaN where a value is not
    defined: the half width and the standard deviation of one replication, everything of none.
    """

    mean: float
    half_width: float
    sd: float
    minimum: float
    maximum: float
    replications: int


class Tally:
    """Adds up one figure, replication by replication, in memory that does not grow (Welford 1962).

    NaN means "not measured" and is left out; an infinite value stays and makes the mean infinite.
    """

    def __init__(self) -> None:
        self._count = 0
        self._mean = 0.0
        self._squares = 0.0
        self._minimum = math.inf
        self._maximum = -math.inf

    def add(self, value: float) -> None:
        if math.isnan(value):
            return
        self._count += 1
        self._minimum = min(self._minimum, value)
        self._maximum = max(self._maximum, value)
        if math.isfinite(value):
            step = value - self._mean
            self._mean += step / self._count
            self._squares += step * (value - self._mean)

    def estimate(self) -> Estimate:
        if self._count == 0:
            return Estimate(math.nan, math.nan, math.nan, math.nan, math.nan, 0)
        if math.isinf(self._minimum) or math.isinf(self._maximum):
            return Estimate(self._maximum, math.nan, math.nan, self._minimum, self._maximum, self._count)
        sd = math.sqrt(self._squares / (self._count - 1)) if self._count > 1 else math.nan
        return Estimate(self._mean, half_width(sd, self._count), sd, self._minimum, self._maximum, self._count)


def half_width(sd: float, count: int, confidence: float = CONFIDENCE) -> float:
    """Return half the width of the confidence interval of a mean of *count* values (Student t); NaN for one."""
    if count < 2:
        return math.nan
    from scipy.special import stdtrit  # noqa: PLC0415 - 0.3 s that a single run need not wait for

    return float(stdtrit(count - 1, (1 + confidence) / 2)) * sd / math.sqrt(count)

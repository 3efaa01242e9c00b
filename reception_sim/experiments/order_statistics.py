"""Quantiles over replications with intervals that ask nothing of the distribution: ranks of the sorted values.

Source: W. J. Conover, Practical Nonparametric Statistics (3rd edition 1999), section 3.2.
"""

import math
from collections.abc import Sequence

import numpy as np

from reception_sim.experiments.answers import Quantile
from reception_sim.experiments.estimate import CONFIDENCE


def quantile_of(values: Sequence[float], share: float) -> Quantile:
    """Return the value that *share* of *values* stay below, NaN among them left out, with its 95 % interval."""
    measured = sorted(value for value in values if not math.isnan(value))
    if not measured:
        return Quantile(share, math.nan, math.nan, math.nan)
    low, high = ranks_around(len(measured), share)
    return Quantile(
        share=share,
        value=float(np.quantile(measured, share)) if np.isfinite(measured).all() else measured[_rank(measured, share)],
        low=measured[low - 1] if low >= 1 else -math.inf,
        high=measured[high - 1] if high <= len(measured) else math.inf,
    )


def ranks_around(count: int, share: float) -> tuple[int, int]:
    """Return the ranks (from 1) between which a quantile of the distribution lies, 95 times in 100 or more.

    Rank 0 and rank *count* + 1 say that there are too few values for that side.
    """
    from scipy.special import bdtr  # noqa: PLC0415 - slow to import, and not needed by a single run

    beyond = (1 - CONFIDENCE) / 2
    chance_of_at_most = bdtr(np.arange(count + 1), count, share)
    low = int(np.searchsorted(chance_of_at_most, beyond))
    high = int(np.searchsorted(chance_of_at_most, 1 - beyond)) + 1
    return low, min(high, count + 1)


def _rank(values: Sequence[float], share: float) -> int:
    return min(len(values) - 1, math.floor(share * len(values)))

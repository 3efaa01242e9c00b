"""The chance of differences as large as those found, if there are none in truth.

The tests are those of scipy.stats, which a process that measures one run would have to load for a second and more;
here is only what they need, on scipy.special.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reception_sim.recording import Times


def kruskal_wallis(samples: Sequence[Times]) -> float:
    """Return the p-value of samples of one distribution differing so in their ranks (Kruskal and Wallis 1952).

    Ties share the mean of their ranks, and the statistic is corrected for them; not all values may be equal.
    """
    from scipy.special import chdtrc  # noqa: PLC0415 - a run without people of two kinds need not wait for it

    everything = np.concatenate(samples)
    _, place, ties = np.unique(everything, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(ties) - (ties - 1) / 2)[place]
    total, ends = len(everything), np.cumsum([len(sample) for sample in samples])[:-1]
    spread = sum(float(own.sum()) ** 2 / len(own) for own in np.split(ranks, ends))
    uncorrected = 12 / (total * (total + 1)) * spread - 3 * (total + 1)
    corrected = uncorrected / (1 - float((ties.astype(float) ** 3 - ties).sum()) / (total**3 - total))
    return float(chdtrc(len(samples) - 1, max(corrected, 0.0)))


def expected_counts(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the counts that would stand in each cell if rows and columns had nothing to do with each other."""
    expected: NDArray[np.float64] = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    return expected


def independence(table: NDArray[np.float64]) -> float:
    """Return the p-value of Pearson's chi-squared test of independence; no row and no column may be empty."""
    from scipy.special import chdtrc  # noqa: PLC0415 - as above

    expected = expected_counts(table)
    freedom = (table.shape[0] - 1) * (table.shape[1] - 1)
    return float(chdtrc(freedom, ((table - expected) ** 2 / expected).sum()))

"""How one quantity rises or falls with another: Spearman's rank correlation with its 95 % interval."""

import math
from typing import Final

import numpy as np

from reception_sim.experiments.estimate import CONFIDENCE
from reception_sim.recording import Times

_FEWEST: Final = 5


def spearman(settings: Times, values: Times) -> tuple[float, float, float, int]:
    """Return rho, its interval, and how many points it comes from; NaN if they are too few or never differ.

    The interval is Fisher's, with the variance (1 + rho^2 / 2) / (n - 3) of Bonett and Wright (2000), Sample size
    requirements for estimating Pearson, Kendall and Spearman correlations, Psychometrika 65.
    """
    from scipy.stats import norm, spearmanr  # noqa: PLC0415 - a second that only this question need wait for

    measured = ~np.isnan(values)
    x, y, points = settings[measured], values[measured], int(measured.sum())
    if points < _FEWEST or len(set(x.tolist())) < 2 or len(set(y.tolist())) < 2:
        return math.nan, math.nan, math.nan, points
    rho = float(spearmanr(x, y).statistic)
    if abs(rho) > 1 - 1e-12:
        return rho, rho, rho, points
    reach = float(norm.ppf((1 + CONFIDENCE) / 2)) * math.sqrt((1 + rho**2 / 2) / (points - 3))
    low, high = (math.tanh(math.atanh(rho) + side) for side in (-reach, reach))
    return rho, low, high, points

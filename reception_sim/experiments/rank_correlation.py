"""How one quantity rises or falls with another: Spearman's rank correlation with its 95 % interval."""

import math
from collections.abc import Sequence
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
    nearly = _below_one(rho, points)
    reach = float(norm.ppf((1 + CONFIDENCE) / 2)) * _spread(nearly, points)
    low, high = (math.tanh(math.atanh(nearly) + side) for side in (-reach, reach))
    return rho, min(low, rho), max(high, rho), points


def surely_not_zero(found: Sequence[tuple[float, int]]) -> list[bool]:
    """Tell of each rho and its points whether it surely differs from zero, so that all of it is right with 95 %.

    Of fifty intervals two or three leave out zero by chance alone; Holm (1979), A simple sequentially rejective
    multiple test procedure, Scandinavian Journal of Statistics 6, keeps that from being told as a finding.
    """
    chances = [_chance_of(rho, points) for rho, points in found]
    measured = sorted(
        (number for number, chance in enumerate(chances) if not math.isnan(chance)), key=chances.__getitem__
    )
    sure = [False] * len(found)
    for place, number in enumerate(measured):
        if chances[number] > (1 - CONFIDENCE) / (len(measured) - place):
            break
        sure[number] = True
    return sure


def _chance_of(rho: float, points: int) -> float:
    """Return how likely a rho so far from zero is where there is none."""
    if math.isnan(rho):
        return math.nan
    nearly = _below_one(rho, points)
    return math.erfc(abs(math.atanh(nearly)) / _spread(nearly, points) / math.sqrt(2))


def _below_one(rho: float, points: int) -> float:
    """Return rho, and for a perfect one the nearest that is not: a few points in order prove little."""
    most = 1 - 12 / (points * (points**2 - 1))  # two neighbours change places
    return min(max(rho, -most), most)


def _spread(rho: float, points: int) -> float:
    return math.sqrt((1 + rho**2 / 2) / (points - 3))

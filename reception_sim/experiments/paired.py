"""Alternatives against the base under common random numbers: paired intervals, conclusions, chances to be best.

Sources: A. M. Law, Simulation Modeling and Analysis (5th edition 2015), section 10.2.1 (paired-t interval), 10.3
(Bonferroni) and 11.2 (common random numbers); S. E. Chick and K. Inoue, "New procedures to select the best simulated
system using common random numbers", Management Science 47 (2001), for the chance to be best.
"""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reception_sim.experiments.answers import Chance, Conclusion, Difference, Ranking
from reception_sim.experiments.criteria import Criterion
from reception_sim.experiments.estimate import CONFIDENCE, Tally, half_width

_DRAWS: Final = 20_000
_SEED_OF_DRAWS: Final = 20_011  # of the reading, not of the model: equal values give equal chances


class PairedTally:
    """Adds up one criterion of an alternative and of the base, replication by replication."""

    def __init__(self) -> None:
        self._base, self._alternative, self._difference = Tally(), Tally(), Tally()

    def add(self, base: float, alternative: float) -> None:
        """Add a replication in which both could be measured; any other tells nothing of the difference."""
        if math.isnan(base) or math.isnan(alternative):
            return
        self._base.add(base)
        self._alternative.add(alternative)
        self._difference.add(0.0 if base == alternative else alternative - base)

    def difference(self, alternative: str, criterion: Criterion, comparisons: int, zone: float) -> Difference:
        """Return the difference with an interval that holds for all *comparisons* together."""
        base, other, gap = (one.estimate() for one in (self._base, self._alternative, self._difference))
        margin = half_width(gap.sd, gap.replications, 1 - (1 - CONFIDENCE) / comparisons)
        low, high = gap.mean - margin, gap.mean + margin
        return Difference(
            alternative=alternative,
            criterion=criterion,
            base_mean=base.mean,
            alternative_mean=other.mean,
            estimate=gap,
            low=low,
            high=high,
            conclusion=concluded(low, high, zone, more_is_better=criterion.more_is_better),
            variance_ratio=(base.sd**2 + other.sd**2) / gap.sd**2 if gap.sd > 0 else math.nan,
        )


def concluded(low: float, high: float, zone: float, *, more_is_better: bool) -> Conclusion:
    """Say what an interval of a difference tells, if differences up to *zone* are none."""
    if low > zone:
        return Conclusion.BETTER if more_is_better else Conclusion.WORSE
    if high < -zone:
        return Conclusion.WORSE if more_is_better else Conclusion.BETTER
    return Conclusion.ALIKE if low >= -zone and high <= zone else Conclusion.UNSURE


def ranking(criterion: Criterion, names: Sequence[str], values: NDArray[np.float64]) -> Ranking:
    """Return the chance of each to have the best mean: *values* has a row a replication, a column each of *names*.

    The means are drawn from their posterior without prior knowledge, a multivariate t with the paired covariance.
    """
    measured = values[np.isfinite(values).all(axis=1)]
    if len(measured) < 2:
        return Ranking(criterion, tuple(Chance(name, math.nan) for name in names))
    means = _posterior_means(measured)
    best = means.max(axis=1) if criterion.more_is_better else means.min(axis=1)
    is_best = np.isclose(means, best[:, None], rtol=1e-12, atol=1e-12)
    shares = (is_best / is_best.sum(axis=1, keepdims=True)).mean(axis=0)
    chances = [Chance(name, float(share)) for name, share in zip(names, shares, strict=True)]
    return Ranking(criterion, tuple(sorted(chances, key=lambda one: -one.probability)))


def _posterior_means(values: NDArray[np.float64]) -> NDArray[np.float64]:
    count = len(values)
    generator = np.random.default_rng(_SEED_OF_DRAWS)
    deviations = (values - values.mean(axis=0)) / math.sqrt(count * (count - 1))
    _, singular, right = np.linalg.svd(deviations, full_matrices=False)
    normal = generator.standard_normal((_DRAWS, len(singular))) @ (singular[:, None] * right)
    scale = np.sqrt((count - 1) / generator.chisquare(count - 1, (_DRAWS, 1)))
    means: NDArray[np.float64] = values.mean(axis=0) + normal * scale
    return means

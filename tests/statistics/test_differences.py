"""The tests of difference against those of scipy.stats."""

import numpy as np
import pytest
from scipy import stats

from reception_sim.statistics.differences import expected_counts, independence, kruskal_wallis


@pytest.mark.parametrize("decimals", [0, 1, 6])
def test_that_the_chance_of_ranks_is_that_of_scipy_with_many_ties_and_none(decimals):
    generator = np.random.default_rng(3)
    samples = [np.round(generator.exponential(mean, size), decimals) for mean, size in ((4, 30), (5, 17), (6, 41))]

    assert kruskal_wallis(samples) == pytest.approx(stats.kruskal(*samples).pvalue, rel=1e-9)


def test_that_equal_ranks_in_both_samples_are_no_difference():
    assert kruskal_wallis([np.array([1.0, 4.0]), np.array([2.0, 3.0])]) == pytest.approx(1)


@pytest.mark.parametrize("rows", [2, 3, 5])
def test_that_the_chance_of_shares_is_that_of_scipy(rows):
    table = np.random.default_rng(rows).integers(5, 40, (rows, 2)).astype(float)
    found = stats.chi2_contingency(table, correction=False)

    assert independence(table) == pytest.approx(found.pvalue, rel=1e-9)
    assert np.allclose(expected_counts(table), found.expected_freq)

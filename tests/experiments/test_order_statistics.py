"""Intervals of quantiles by ranks: held against the binomial distribution and against drawn values."""

import math

import numpy as np
import pytest
from scipy.stats import binom

from reception_sim.experiments.order_statistics import quantile_of, ranks_around


@pytest.mark.parametrize(("count", "share"), [(10, 0.5), (40, 0.1), (40, 0.9), (200, 0.05), (17, 0.3)])
def test_that_the_ranks_hold_the_quantile_in_95_of_100_cases_and_no_wider_ones_would(count, share):
    low, high = ranks_around(count, share)

    def missed_below(rank):
        return binom.cdf(rank - 1, count, share)

    def missed_above(rank):
        return binom.sf(rank - 1, count, share)

    assert missed_below(low) <= 0.025 < missed_below(low + 1)
    assert missed_above(high) <= 0.025 < missed_above(high - 1) or high == count + 1


def test_that_too_few_values_leave_a_side_open():
    quantile = quantile_of([1.0, 2.0, 3.0], 0.95)

    assert quantile.high == math.inf


def test_that_the_interval_of_the_median_covers_it():
    drawn = np.random.default_rng(7).exponential(1.0, (1000, 25))

    covered = [quantile.low <= math.log(2) <= quantile.high for quantile in (quantile_of(row, 0.5) for row in drawn)]

    assert 0.95 <= np.mean(covered) <= 0.97


def test_that_values_that_were_not_measured_are_left_out():
    assert quantile_of([math.nan, 1.0, 2.0, 3.0], 0.5).value == 2.0
    assert math.isnan(quantile_of([math.nan], 0.5).value)

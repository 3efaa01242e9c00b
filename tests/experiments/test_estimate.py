"""How sure a mean over replications is: held against SciPy's own interval."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from reception_sim.experiments.estimate import Tally


def estimate_of(values):
    tally = Tally()
    for value in values:
        tally.add(value)
    return tally.estimate()


@pytest.mark.parametrize("values", [[4.0, 6.5], [12.1, 11.8, 13.4, 12.0, 11.1], list(range(30))])
def test_that_a_half_width_is_that_of_students_interval(values):
    low, high = stats.t.interval(0.95, len(values) - 1, loc=np.mean(values), scale=stats.sem(values))

    estimate = estimate_of(values)

    assert estimate.mean == pytest.approx(np.mean(values))
    assert estimate.half_width == pytest.approx((high - low) / 2)
    assert estimate.sd == pytest.approx(np.std(values, ddof=1))


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=50))
def test_that_a_mean_lies_between_the_least_and_the_largest(values):
    estimate = estimate_of(values)

    assert estimate.minimum == min(values)
    assert estimate.maximum == max(values)
    assert estimate.mean == pytest.approx(np.mean(values), abs=1e-6)


def test_that_one_replication_has_no_half_width():
    estimate = estimate_of([3.0])

    assert estimate.mean == estimate.minimum == estimate.maximum == 3.0
    assert math.isnan(estimate.half_width)
    assert math.isnan(estimate.sd)


def test_that_what_was_not_measured_is_left_out():
    estimate = estimate_of([math.nan, 2.0, math.nan, 4.0])

    assert estimate.mean == 3.0
    assert estimate.replications == 2


def test_that_nothing_measured_is_no_number():
    estimate = estimate_of([math.nan])

    assert math.isnan(estimate.mean)
    assert estimate.replications == 0


def test_that_an_infinite_figure_is_not_averaged_away():
    assert estimate_of([1.0, math.inf, 2.0]).mean == math.inf

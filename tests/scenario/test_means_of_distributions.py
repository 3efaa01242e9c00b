"""The mean that a plan lets expect is the mean of what is drawn."""

import math

import numpy as np
import pytest

from reception_sim.population import draw
from reception_sim.scenario.distributions import (
    Constant,
    Exponential,
    Gamma,
    Lognormal,
    Normal,
    Triangular,
    Uniform,
    mean_of,
)

DRAWS = 200_000


@pytest.mark.parametrize(
    "distribution",
    [
        Constant(distribution="constant", value=7.0),
        Uniform(distribution="uniform", min=2.0, max=10.0),
        Triangular(distribution="triangular", min=1.0, mode=2.0, max=9.0),
        Exponential(distribution="exponential", mean=5.0),
        Lognormal(distribution="lognormal", mean=42.0, sd=15.0),
        Gamma(distribution="gamma", mean=8.0, sd=4.0),
        Normal(distribution="normal", mean=10.0, sd=2.0, min=0.0),
        Normal(distribution="normal", mean=1.0, sd=5.0, min=0.5),
    ],
    ids=str,
)
def test_that_the_mean_is_that_of_many_draws(distribution):
    drawn = draw(distribution, np.random.default_rng(1), DRAWS)

    assert mean_of(distribution) == pytest.approx(drawn.mean(), abs=5 * drawn.std() / math.sqrt(DRAWS))


def test_that_a_normal_value_that_does_not_vary_is_raised_to_its_least():
    assert mean_of(Normal(distribution="normal", mean=1.0, sd=0.0, min=3.0)) == 3

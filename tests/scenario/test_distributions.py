"""Distributions whose figures contradict each other are refused."""

import pytest
from pydantic import TypeAdapter, ValidationError

from reception_sim.scenario.distributions import AmountDistribution, DurationDistribution
from reception_sim.scenario.quantities import FROM_FILE


def read(kind, **said):
    return TypeAdapter(kind).validate_python(said, context=FROM_FILE)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"distribution": "uniform", "min": "2 min", "max": "1 min"}, "min must not be above max"),
        (
            {"distribution": "triangular", "min": "1 min", "mode": "3 min", "max": "2 min"},
            "min, mode and max must be in this order",
        ),
        ({"distribution": "lognormal", "mean": "0 min", "sd": "1 min"}, "mean must be above 0"),
        ({"distribution": "gamma", "mean": "1 min", "sd": "0 min"}, "mean and sd must be above 0"),
        ({"distribution": "constant", "value": "-1 min"}, "duration"),
    ],
)
def test_that_figures_that_contradict_each_other_are_refused(said, reason):
    with pytest.raises(ValidationError, match=reason):
        read(DurationDistribution, **said)


def test_that_a_distribution_of_durations_holds_seconds():
    plan = read(DurationDistribution, distribution="triangular", min="30 s", mode="1 min", max="0.5 h")

    assert (plan.min, plan.mode, plan.max) == (30, 60, 1800)


def test_that_a_distribution_of_amounts_takes_no_unit():
    with pytest.raises(ValidationError, match="number"):
        read(AmountDistribution, distribution="constant", value="42 min")

    assert read(AmountDistribution, distribution="constant", value=42).value == 42


def test_that_an_amount_may_not_be_infinite():
    with pytest.raises(ValidationError, match="finite"):
        read(AmountDistribution, distribution="exponential", mean=float("inf"))

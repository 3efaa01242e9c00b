"""The distributions a plan may name, of durations ("20 min") and of amounts (persons a boat)."""

import math
from typing import Annotated, Generic, Literal, Self, TypeAlias, TypeVar

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN
from reception_sim.scenario.quantities import Amount, Duration
from reception_sim.translation import tr

Q = TypeVar("Q", bound=float)


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Constant(Generic[Q]):
    """Always the same value."""

    distribution: Literal["constant"]
    value: Q


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Uniform(Generic[Q]):
    """Any value between two bounds, all equally likely."""

    distribution: Literal["uniform"]
    min: Q
    max: Q

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min > self.max:
            raise ValueError(tr("min must not be above max"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Triangular(Generic[Q]):
    """Between two bounds, most likely at the mode: the usual form of an expert's guess."""

    distribution: Literal["triangular"]
    min: Q
    mode: Q
    max: Q

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.min <= self.mode <= self.max:
            raise ValueError(tr("min, mode and max must be in this order"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Exponential(Generic[Q]):
    """Memoryless with the given mean."""

    distribution: Literal["exponential"]
    mean: Q


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Lognormal(Generic[Q]):
    """Skewed to the right; mean and standard deviation are those of the value, not of its logarithm."""

    distribution: Literal["lognormal"]
    mean: Q
    sd: Q

    @model_validator(mode="after")
    def _positive(self) -> Self:
        if self.mean <= 0:
            raise ValueError(tr("mean must be above 0"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Gamma(Generic[Q]):
    """Gamma with the given mean and standard deviation."""

    distribution: Literal["gamma"]
    mean: Q
    sd: Q

    @model_validator(mode="after")
    def _positive(self) -> Self:
        if self.mean <= 0 or self.sd <= 0:
            raise ValueError(tr("mean and sd must be above 0"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Normal(Generic[Q]):
    """Normal with the given mean and standard deviation; a value below *min* is raised to it."""

    distribution: Literal["normal"]
    mean: Q
    sd: Q
    min: Q


DurationDistribution: TypeAlias = Annotated[
    Constant[Duration]
    | Uniform[Duration]
    | Triangular[Duration]
    | Exponential[Duration]
    | Lognormal[Duration]
    | Gamma[Duration]
    | Normal[Duration],
    Field(discriminator="distribution"),
]
AmountDistribution: TypeAlias = Annotated[
    Constant[Amount]
    | Uniform[Amount]
    | Triangular[Amount]
    | Exponential[Amount]
    | Lognormal[Amount]
    | Gamma[Amount]
    | Normal[Amount],
    Field(discriminator="distribution"),
]
AnyDistribution: TypeAlias = (
    Constant[float]
    | Uniform[float]
    | Triangular[float]
    | Exponential[float]
    | Lognormal[float]
    | Gamma[float]
    | Normal[float]
)


def mean_of(distribution: AnyDistribution) -> float:
    """Return the mean of the values that a distribution gives."""
    match distribution:
        case Constant():
            return distribution.value
        case Uniform():
            return (distribution.min + distribution.max) / 2
        case Triangular():
            return (distribution.min + distribution.mode + distribution.max) / 3
        case Exponential() | Lognormal() | Gamma():
            return distribution.mean
        case Normal():
            return _mean_raised_to_least(distribution)


def _mean_raised_to_least(plan: Normal[float]) -> float:
    """Return the mean of a normal value of which all that is below the least is raised to it."""
    if plan.sd == 0:
        return max(plan.mean, plan.min)
    least = (plan.min - plan.mean) / plan.sd
    below = (1 + math.erf(least / math.sqrt(2))) / 2
    density = math.exp(-(least**2) / 2) / math.sqrt(2 * math.pi)
    return plan.min * below + plan.mean * (1 - below) + plan.sd * density

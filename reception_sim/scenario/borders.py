"""Borders: when an entry point lets people across, how many at a time, and what drives the pressure to close it."""

from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.conditions import Condition, parse_condition
from reception_sim.scenario.distributions import DurationDistribution
from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.quantities import Amount, AtLeastOne, Duration, Hours, Share
from reception_sim.translation import tr


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class MeteringPlan:
    """So many persons are let across at a time; a travel group is never divided."""

    persons: AtLeastOne = Field(title="Persons", description="Let across in each span of time.")
    every: Duration = Field(gt=0, title="Every", description="Length of a span.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class BorderPlan:
    """How people get across at an entry point; who cannot waits on the other side."""

    hours: Hours | None = Field(default=None, title="Opening hours", description="Local time, on every day.")
    lets_in: MeteringPlan | None = Field(default=None, title="Metering", description="Without it all who come.")
    patience: DurationDistribution | None = Field(
        default=None, title="Patience", description="How long people wait on the other side before they turn away."
    )
    turns_to: dict[Identifier, Share] = Field(
        default_factory=dict,
        title="Turn to",
        description="Where those go who lose patience: other entry points or exits; the rest wait on.",
    )
    after: Duration = Field(default=0.0, title="After", description="Time that the way to another entry point takes.")

    @model_validator(mode="after")
    def _parts_belong_together(self) -> Self:
        if bool(self.turns_to) != (self.patience is not None):
            raise ValueError(tr('say both "patience" and where people "turns_to", or neither'))
        if sum(self.turns_to.values()) > 1:
            raise ValueError(tr("the shares that turn away add up to more than 1"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class PressurePlan:
    """One thing that drives the pressure to close the border: from none at one limit to all of it at another."""

    title: Title
    watches: str = Field(title="Watches", description='For example "queue of registration".')
    eased_at: str = Field(title="Eased at", description='No pressure from here, for example "200 persons".')
    unbearable_at: str = Field(title="Unbearable at", description="All its pressure from here on.")
    weight: Amount = Field(default=1.0, gt=0, title="Weight", description="Beside the other drivers.")

    @property
    def conditions(self) -> tuple[Condition, Condition]:
        """Return the two limits as conditions; ValueError says what was expected."""
        eased, unbearable = (parse_condition(f"{self.watches} > {limit}") for limit in self._limits)
        return eased, unbearable

    @property
    def _limits(self) -> tuple[str, str]:
        return self.eased_at, self.unbearable_at

"""Borders: when an entry point lets people across, how many at a time, and what drives the pressure to close it."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.conditions import Condition, parse_condition
from reception_sim.scenario.distributions import DurationDistribution
from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.quantities import Amount, AtLeastOne, Duration, Hours, Share
from reception_sim.scenario.route_conditions import RouteCondition
from reception_sim.translation import tr


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class MeteringPlan:
    """So many persons are let across at a time; a travel group is never divided."""

    persons: AtLeastOne = Field(title="Persons", description="Let across in each span of time.")
    every: Duration = Field(gt=0, title="Every", description="Length of a span.")


class LaneKind(StrEnum):
    """Who or what crosses by a lane."""

    PEDESTRIAN = "pedestrian"
    CAR = "car"
    BUS = "bus"
    GOODS = "goods"


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class LanePlan:
    """One lane of a border: its own queue on the other side and its own metering; a goods lane is for convoys."""

    title: Title
    kind: LaneKind
    who: RouteCondition | None = Field(
        default=None, alias="for", title="For whom", description="They all come by it, whatever the shares."
    )
    share: Share | None = Field(
        default=None, title="Share", description="Of all others; without it everybody who is left."
    )
    lets_in: MeteringPlan | None = Field(
        default=None, title="Metering", description="Persons, of a goods lane vehicles; without it all who come."
    )

    @model_validator(mode="after")
    def _goods_are_not_people(self) -> Self:
        if self.kind is LaneKind.GOODS and (self.who is not None or self.share is not None):
            raise ValueError(tr("people do not come by a goods lane: leave out for and share"))
        if self.who is not None and self.share is not None:
            raise ValueError(tr("say for whom a lane is, or the share of all others who come by it"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class BorderPlan:
    """How people get across at an entry point; who cannot waits on the other side."""

    hours: Hours | None = Field(default=None, title="Opening hours", description="Local time, on every day.")
    lets_in: MeteringPlan | None = Field(default=None, title="Metering", description="Without it all who come.")
    lanes: dict[Identifier, LanePlan] = Field(
        default_factory=dict,
        title="Lanes",
        description="Pedestrian, car, bus and goods lanes; without them all people stand in one queue.",
    )
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
        self._check_lanes()
        return self

    def _check_lanes(self) -> None:
        for_people = [lane for lane in self.lanes.values() if lane.kind is not LaneKind.GOODS]
        for_all = [lane for lane in for_people if lane.who is None]
        if for_people and not for_all:
            raise ValueError(tr("every lane is for somebody: say by which all others come"))
        if sum(lane.share or 0.0 for lane in for_all) > 1:
            raise ValueError(tr("the shares of the lanes add up to more than 1"))
        if len(self.lanes) - len(for_people) > 1:
            raise ValueError(tr("a border has one goods lane at most"))
        if for_people and self.lets_in is not None:
            raise ValueError(tr("say of each lane how many it lets in, instead of the border"))


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

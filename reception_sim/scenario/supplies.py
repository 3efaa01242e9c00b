"""What people need day by day or are given once, for whom, and how it comes: stocks, orders, convoys."""

from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.distributions import DurationDistribution
from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.people import AgeBand, Sex, SpecificNeed
from reception_sim.scenario.quantities import Amount, Duration, Money
from reception_sim.scenario.sector_names import Sector
from reception_sim.translation import tr


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Recipients:
    """For whom a supply is: persons of whom all that is said holds, whether a need has been seen or not."""

    sexes: tuple[Sex, ...] = Field(default=(), description="Any of these.")
    ages: tuple[AgeBand, ...] = Field(default=(), description="Age bands of the populations.")
    needs: tuple[SpecificNeed, ...] = Field(default=(), description="Any of these needs.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.sexes or self.ages or self.needs):
            raise ValueError(tr("say at least one of sexes, ages, needs"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Convoy:
    """Vehicles that bring an order across a border; they queue there behind the people who wait when they come."""

    vehicles: Identifier = Field(description="The fleet; one without leaves and timetable carries goods alone.")
    through: Identifier = Field(description="The station or entry point at which it crosses.")
    travel_time: Duration = Field(title="Travel time", description="From loading to the crossing, one way.")
    load: Amount | None = Field(
        default=None, gt=0, description="What one vehicle carries; without it one vehicle carries an order."
    )


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Resupply:
    """Orders, placed again and again or when the stock is low, and delivered after the lead time."""

    quantity: Amount = Field(description="Of each order.")
    lead_time: Duration = Field(description="Between order and delivery, or until a convoy can be loaded.")
    every: Duration | None = Field(default=None, gt=0, description="Between two orders; the first is at the start.")
    reorder_at: Amount | None = Field(
        default=None,
        title="Reorder at",
        description="Order as soon as the stock and what is on order together are no more than this.",
    )
    delay: DurationDistribution | None = Field(
        default=None, description="On top of the lead time, drawn for each order."
    )
    by: Convoy | None = Field(default=None, description="Without it an order is there after its lead time.")

    @model_validator(mode="after")
    def _orders_at_some_time(self) -> Self:
        if self.every is None and self.reorder_at is None:
            raise ValueError(tr("say every, reorder_at, or both: else nothing is ordered"))
        if self.reorder_at is not None and self.quantity == 0:
            raise ValueError(tr("quantity must be above 0 where reorder_at is said: else orders never end"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class SupplyPlan:
    """Something that people use day by day, or are given once: food, water, blankets, kits, medicine."""

    stock: Amount = Field(description="At the start.")
    per_person_per_day: Amount | None = Field(default=None, description="Used by each person in a site.")
    per_person_on_arrival: Amount | None = Field(
        default=None,
        title="For each person once",
        description="Given when a person first enters a site, or is served at a station, that the supply is for.",
    )
    at: tuple[Identifier, ...] = Field(
        default=(), title="Where", description="Sites and stations; without them every site."
    )
    recipients: Recipients | None = Field(
        default=None, alias="for", title="For whom", description="Without it for everybody."
    )
    title: str = ""
    resupply: Resupply | None = Field(default=None, description="Without it the stock is all there is.")
    sector: Sector | None = Field(default=None, title="Sector", description="Of IOM's crisis framework (MCOF).")
    unit_cost: Money | None = Field(default=None, title="Cost each", description="Of each that is used.")

    @model_validator(mode="after")
    def _is_used(self) -> Self:
        if self.per_person_per_day is None and self.per_person_on_arrival is None:
            raise ValueError(tr("say per_person_per_day, per_person_on_arrival, or both: else nobody uses it"))
        return self

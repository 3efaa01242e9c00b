"""With whom and with what: staff and their shifts, equipment, vehicles, supplies."""

from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.people import Language
from reception_sim.scenario.quantities import (
    Amount,
    AtLeastOne,
    Count,
    Days,
    Departure,
    Duration,
    Flag,
    Hours,
    Moment,
    Money,
    Share,
)
from reception_sim.translation import tr


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ShiftPlan:
    """How many people of a role are on duty at which hours of which days."""

    days: Days = Field(description="Of the week, by the day on which the shift begins.")
    hours: Hours = Field(description="Local time; a shift may pass midnight.")
    count: Count = Field(description="People of the role.")
    since: Moment | None = Field(default=None, alias="from", description="First moment at which the shift may start.")
    until: Moment | None = Field(default=None, description="Moment from which the shift no longer starts.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class StaffPlan:
    """The people of one role."""

    title: Title
    shifts: tuple[ShiftPlan, ...] = Field(description="Who is on duty when; several shifts add up.")
    agency: str = Field(default="", description="For whom they work.")
    hourly_cost: Money | None = Field(default=None, title="Cost an hour")
    absence: Share = Field(default=0.0, title="Absence", description="Share of people missing from each shift.")
    languages: tuple[Language, ...] | None = Field(
        default=None, title="Languages", description="What interpreters of this role speak between them."
    )
    at: dict[Identifier, Count] = Field(
        default_factory=dict,
        title="Posted at",
        description="Where they are posted; those left over help where the wait is longest.",
    )


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class EquipmentPlan:
    """Things that a post needs beside people."""

    count: Count = Field(description="How many there are.")
    title: str = ""
    breaks_down_every: Duration | None = Field(default=None, description="Mean time between breakdowns of one.")
    repair_time: Duration | None = Field(default=None, description="Mean time to repair one.")

    @model_validator(mode="after")
    def _breaks_and_is_repaired(self) -> Self:
        if (self.breaks_down_every is None) != (self.repair_time is None):
            raise ValueError(tr("breaks_down_every and repair_time belong together"))
        if self.breaks_down_every == 0:
            raise ValueError(tr("breaks_down_every must be above 0; leave it out for equipment that does not break"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class LeavingRule:
    """When a waiting vehicle leaves: when full, or a time after the first person has boarded."""

    when_full: Flag = Field(description="Leave as soon as nobody more fits in.")
    or_after: Duration | None = Field(default=None, description="Leave so long after the first person has boarded.")

    @model_validator(mode="after")
    def _leaves_at_some_time(self) -> Self:
        if not self.when_full and self.or_after is None:
            raise ValueError(tr("say when_full = true, or_after, or both: else it never leaves"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Timetable:
    """Departures at times of every day, or at dated moments."""

    departures: tuple[Departure, ...] = Field(min_length=1, description="Times of every day, or dated ones.")
    vehicles: AtLeastOne | None = Field(
        default=None,
        title="Vehicles a departure",
        description="How many leave at each departure, if so many are ready; without it every one that is.",
    )


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class VehiclePlan:
    """A fleet of like vehicles; *leaves* or *timetable* says when one departs."""

    title: Title
    count: Count = Field(description="Vehicles of the fleet.")
    capacity: AtLeastOne = Field(title="Seats", description="Persons a vehicle.")
    leaves: LeavingRule | None = Field(default=None, description="Either this or a timetable.")
    timetable: Timetable | None = Field(default=None, description="Either this or leaves.")
    turnaround: Duration = Field(default=0.0, description="Between coming back and being ready again.")
    crew: dict[Identifier, AtLeastOne] = Field(default_factory=dict, description="Who a vehicle needs, by role.")

    @model_validator(mode="after")
    def _departs_one_way(self) -> Self:
        if (self.leaves is None) == (self.timetable is None):
            raise ValueError(tr("say exactly one of leaves and timetable"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Resupply:
    """An order placed again and again, delivered after the lead time."""

    every: Duration = Field(gt=0, description="Between two orders.")
    quantity: Amount = Field(description="Of each order.")
    lead_time: Duration = Field(description="Between order and delivery.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class SupplyPlan:
    """Something that people in sites use day by day."""

    per_person_per_day: Amount = Field(description="Used by each person in a site.")
    stock: Amount = Field(description="At the start.")
    title: str = ""
    resupply: Resupply | None = Field(default=None, description="Without it the stock is all there is.")

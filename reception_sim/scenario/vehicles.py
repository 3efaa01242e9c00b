"""By what: fleets of like vehicles, and when one departs."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.distributions import DurationDistribution
from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.people import SpecificNeed
from reception_sim.scenario.quantities import AtLeastOne, Count, Departure, Duration, Flag, Money
from reception_sim.scenario.sector_names import Sector
from reception_sim.scenario.stations import QueueOrder
from reception_sim.scenario.wear import EVERY, REPAIR, require_repair
from reception_sim.translation import tr


class VehicleKind(StrEnum):
    """What kind of vehicles a fleet has."""

    BUS = "bus"
    CAR = "car"
    TRAIN = "train"
    FERRY = "ferry"
    RESCUE_VESSEL = "search and rescue vessel"
    FLIGHT = "flight"
    AMBULANCE = "ambulance"
    MEDICAL_FLIGHT = "medical evacuation flight"
    TRUCK = "truck"


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
    """A fleet of like vehicles; *leaves* or *timetable* says when one departs; else it carries goods."""

    title: Title
    kind: VehicleKind | None = Field(
        default=None, title="Kind", description="Without it the map tells a fleet by the words of its title."
    )
    count: Count = Field(description="Vehicles of the fleet.")
    capacity: AtLeastOne = Field(title="Seats", description="Persons a vehicle.")
    leaves: LeavingRule | None = Field(default=None, description="Either this or a timetable.")
    timetable: Timetable | None = Field(default=None, description="Either this or leaves.")
    turnaround: Duration = Field(default=0.0, description="Between coming back and being ready again.")
    crew: dict[Identifier, AtLeastOne] = Field(default_factory=dict, description="Who a vehicle needs, by role.")
    order: QueueOrder | None = Field(
        default=None, title="Boarding order", description="Who boards first; without it those who came first."
    )
    one_group_a_trip: Flag = Field(
        default=False, title="One group a trip", description="An ambulance or a car that carries one travel group."
    )
    seats_by_need: dict[SpecificNeed, AtLeastOne] = Field(
        default_factory=dict,
        title="Seats by need",
        description="Seats that a person with a need takes, for example 3 for a stretcher; everybody else takes one.",
    )
    response_time: DurationDistribution | None = Field(
        default=None,
        title="Response time",
        description="From the call until a vehicle that leaves on call is there; without it at once.",
    )
    breaks_down_every: Duration | None = Field(default=None, description=EVERY)
    repair_time: Duration | None = Field(default=None, description=REPAIR)
    sector: Sector | None = Field(default=None, title="Sector", description="Of IOM's crisis framework (MCOF).")
    daily_cost: Money | None = Field(default=None, title="Cost a day", description="Of each of them.")

    @model_validator(mode="after")
    def _departs_one_way(self) -> Self:
        if self.leaves is not None and self.timetable is not None:
            raise ValueError(tr("say exactly one of leaves and timetable"))
        if self.timetable is not None and self.response_time is not None:
            raise ValueError(tr("response_time is for vehicles that leave on call; these keep a timetable"))
        require_repair(self.breaks_down_every, self.repair_time)
        return self

"""Where and when people come in: entry points and their arrival streams."""

from enum import StrEnum
from typing import Annotated, Final, Self, TypeAlias

from pydantic import Field, ValidationInfo, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.borders import BorderPlan, LanePlan
from reception_sim.scenario.distributions import AmountDistribution
from reception_sim.scenario.parts import FROZEN, ON_THE_MAP, Identifier, Position, Title
from reception_sim.scenario.quantities import (
    Amount,
    Count,
    LocalDate,
    Moment,
    PersonsPerSecond,
    Share,
    is_from_file,
)
from reception_sim.translation import tr

WAYS: Final = ("daily", "rate", "ramp", "schedule", "spans", "file")


class EntryKind(StrEnum):
    """What kind of place people come in by."""

    BORDER_CROSSING_POINT = "border crossing point"
    DISEMBARKATION_POINT = "disembarkation point"
    AIRPORT = "airport"
    RESCUE_AT_SEA = "rescue at sea"
    INFORMAL_CROSSING = "informal crossing"


HourWeights: TypeAlias = Annotated[tuple[Amount, ...], Field(min_length=24, max_length=24)]


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ScheduledArrival:
    """A known number of persons at a known moment."""

    at: Moment
    persons: Count


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class CountedSpan:
    """A known number of persons who arrive evenly between two moments."""

    since: Moment = Field(validation_alias="from", serialization_alias="from")
    until: Moment
    persons: Count


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class RampPoint:
    """The rate of arrival from a moment on; between two points it changes evenly."""

    at: Moment
    rate: PersonsPerSecond


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ArrivalPlan:
    """One stream of arrivals: exactly one of daily, rate, ramp, schedule, spans and file says how many come.

    A *file* is read with the scenario: its counts then stand in *daily* or *spans* beside its name.
    """

    population: Identifier = Field(description="Who comes: an id of populations.")
    daily: dict[LocalDate, Count] | None = Field(default=None, title="Persons a day")
    rate: PersonsPerSecond | None = Field(default=None, title="Persons per hour, at random (Poisson)")
    ramp: tuple[RampPoint, ...] | None = Field(default=None, min_length=1, title="Rate over time, at random (Poisson)")
    schedule: tuple[ScheduledArrival, ...] | None = Field(default=None, title="Known persons at known moments")
    spans: tuple[CountedSpan, ...] | None = Field(default=None, title="Known persons over spans of time")
    file: str | None = Field(default=None, title="CSV file of counts", description="Beside the scenario file.")
    hours: HourWeights | None = Field(
        default=None,
        title="Weights of the hours",
        description="24 weights from midnight; without them all alike.",
    )
    in_batches_of: AmountDistribution | None = Field(
        default=None,
        title="Persons a boat or bus",
        description="Without it each travel group comes on its own.",
    )
    families_separated: Share | None = Field(
        default=None,
        title="Families separated at embarkation",
        description="Share of the families of whom a part comes by the next boat or bus.",
    )

    @model_validator(mode="after")
    def _says_one_thing(self, info: ValidationInfo) -> Self:
        ways = [name for name in WAYS if getattr(self, name) is not None]
        read_from_file = (
            self.file is not None and not is_from_file(info) and ways in (["daily", "file"], ["spans", "file"])
        )
        if len(ways) != 1 and not read_from_file:
            said = tr(" and ").join(ways) or tr("none")
            raise ValueError(
                tr(
                    "say how many arrive in exactly one way of {ways}; found {said}",
                    ways=", ".join(WAYS),
                    said=said,
                )
            )
        if self.hours is not None and ways[0] not in ("daily", "file", "rate"):
            raise ValueError(
                tr(
                    "hours weighs the hours of a daily count, a file or a rate, not those of {way}",
                    way=ways[0],
                )
            )
        if self.families_separated and self.in_batches_of is None:
            raise ValueError(tr("families are separated between boats or buses: say in_batches_of"))
        if self.hours is not None and sum(self.hours) == 0:
            raise ValueError(tr("at least one hour must have a weight above 0"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class EntryPointPlan:
    """A place where people come in."""

    title: Title
    kind: EntryKind
    arrivals: tuple[ArrivalPlan, ...] = Field(default=(), description="Several streams add up.")
    border: BorderPlan | None = Field(
        default=None, title="Border", description="When and how people get across; without it all who come."
    )
    position: Position | None = Field(default=None, description=ON_THE_MAP)


def lanes_of(entry: EntryPointPlan) -> dict[Identifier, LanePlan]:
    """Return the lanes of an entry point's border."""
    return {} if entry.border is None else entry.border.lanes

"""What every part of a plan shares: strictness, position on the map, where a figure comes from."""

from typing import Annotated, Final, Self, TypeAlias

from pydantic import ConfigDict, Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.quantities import Amount, Flag, Number
from reception_sim.translation import tr

FROZEN: Final = ConfigDict(extra="forbid", populate_by_name=True, hide_input_in_errors=False, defer_build=True)

Identifier: TypeAlias = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Title: TypeAlias = Annotated[str, Field(min_length=1, max_length=200)]
ON_THE_MAP: Final = "Where it stands on the flow map: x to the right, y down."
Position: TypeAlias = tuple[Number, Number]


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Source:
    """Where a figure comes from, so that a reader can open it."""

    title: Title
    url: str = ""
    covers: str = Field(default="", description="Which figures of the scenario it supports.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Assumption:
    """A figure that no source supports: a planning assumption, or one calibrated to published results."""

    field: str = Field(description="Where the figure stands, for example stations.registration.service_time.")
    reason: str
    calibrated: Flag = False


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class RangePlan:
    """Between which values a field may lie, for those who ask how much hangs on it."""

    field: str = Field(description="Where it stands, for example stations.registration.service_time.")
    low: Amount = Field(description="The least, as a factor of what is planned.")
    high: Amount = Field(description="The most, as a factor of what is planned.")
    reason: str = Field(description="Why it may lie between these.")
    source: str = Field(default="", description="Where the range comes from; without one it is an assumption.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low >= self.high:
            raise ValueError(tr("low must be below high: the range is turned round or empty"))
        return self

"""With what: things that a post needs beside people."""

from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import Count, Duration, Money
from reception_sim.scenario.wear import EVERY, REPAIR, require_repair


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class EquipmentPlan:
    """Things that a post needs beside people."""

    count: Count = Field(description="How many there are.")
    title: str = ""
    breaks_down_every: Duration | None = Field(default=None, description=EVERY)
    powers: tuple[Identifier, ...] = Field(
        default=(),
        title="Powers",
        description="Stations that one of them each (a generator) keeps going in a power cut, in this order.",
    )
    repair_time: Duration | None = Field(default=None, description=REPAIR)
    daily_cost: Money | None = Field(default=None, title="Cost a day", description="Of each of them.")

    @model_validator(mode="after")
    def _breaks_and_is_repaired(self) -> Self:
        require_repair(self.breaks_down_every, self.repair_time)
        return self

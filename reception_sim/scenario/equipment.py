"""With what: things that a post needs beside people."""

from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN
from reception_sim.scenario.quantities import Count, Duration
from reception_sim.translation import tr


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

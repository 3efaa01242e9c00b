"""Named packages: staff, kit, vehicles and supplies that stand by elsewhere and can be called so many times."""

from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.quantities import Amount, AtLeastOne, Duration, Money
from reception_sim.translation import tr


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class PackagePlan:
    """A rapid deployment team, an alarm group, a standby roster: called as a whole, there after a time, then gone."""

    title: Title
    travel_time: Duration = Field(title="Travel time", description="From setting out to being there.")
    lead_time: Duration = Field(default=0.0, title="Lead time", description="From the call to setting out.")
    staff: dict[Identifier, AtLeastOne] = Field(
        default_factory=dict, description="People of each role, so many on duty at every hour while they are there."
    )
    equipment: dict[Identifier, AtLeastOne] = Field(default_factory=dict, description="Things of each kind.")
    vehicles: dict[Identifier, AtLeastOne] = Field(default_factory=dict, description="Vehicles of each fleet.")
    supplies: dict[Identifier, Amount] = Field(default_factory=dict, description="Supplies, which stay.")
    times: AtLeastOne = Field(default=1, title="Calls", description="How often it can be called.")
    lasting: Duration | None = Field(
        default=None, gt=0, title="Stays for", description="Without it to the end of the scenario."
    )
    cost: Money | None = Field(default=None, title="Cost a call")

    @model_validator(mode="after")
    def _brings_something(self) -> Self:
        if not (self.staff or self.equipment or self.vehicles or self.supplies):
            raise ValueError(tr("say at least one of staff, equipment, vehicles, supplies: else it brings nothing"))
        return self

"""Sectors and phases of IOM's Migration Crisis Operational Framework (MCOF), and what is done before a crisis.

The framework is IOM Council document MC/2355 (15 November 2012); IOM keeps a summary of it at
https://emergencymanual.iom.int/migration-crisis-operational-framework-mcof
"""

from enum import StrEnum

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.scenario.parts import FROZEN, Title
from reception_sim.scenario.quantities import Duration, Money
from reception_sim.scenario.sector_names import Sector


class Phase(StrEnum):
    """When a part of the response belongs: before the crisis, in the emergency, in transition and recovery."""

    BEFORE = "before"
    EMERGENCY = "emergency"
    RECOVERY = "transition and recovery"


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class PreparednessPlan:
    """A measure that can be taken before the crisis; taken too late it is ready only when its lead time is over."""

    title: Title
    lead_time: Duration = Field(title="Lead time", description="From its beginning until it is ready.")
    actions: tuple[WrittenAction, ...] = Field(title="Actions", description="What it changes once it is ready.")
    begun: Duration | None = Field(
        default=None, title="Begun", description="So long before the scenario's start; without it, it is not taken."
    )
    cost: Money | None = Field(default=None, title="Cost", description="If it is taken.")
    sector: Sector | None = Field(default=None, title="Sector", description="Of the framework.")

    @property
    def ready_s(self) -> float | None:
        """Return when it is ready, in seconds after the start; None if it is not taken."""
        return None if self.begun is None else max(self.lead_time - self.begun, 0.0)

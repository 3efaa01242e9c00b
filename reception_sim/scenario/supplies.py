"""What people need day by day, and how it comes."""

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN
from reception_sim.scenario.quantities import Amount, Duration


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

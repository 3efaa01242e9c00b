"""How people of a role work within their shifts: breaks, handover, overtime."""

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN
from reception_sim.scenario.quantities import AtLeastOne, Duration, Number


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class BreakPlan:
    """A break in every shift; people take it in turns, so that some stay at their desks."""

    after: Duration = Field(gt=0, title="After", description="Time on duty before the first of them go.")
    lasts: Duration = Field(gt=0, title="Lasts", description="The break of each of them.")
    turns: AtLeastOne = Field(default=1, title="Turns", description="In so many parts they go, one after another.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class OvertimePlan:
    """People stay on after their shift while others still wait for long."""

    at_most: Duration = Field(gt=0, title="At most", description="Time beyond the shift.")
    while_waiting: Duration = Field(
        title="While waiting", description="They stay while somebody has waited for them longer than this."
    )
    pay: Number = Field(default=1.0, ge=1, title="Pay", description="Times the cost of an hour.")

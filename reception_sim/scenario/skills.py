"""Who can do what: how well people are trained, when they tire, and whom a service needs beside its team."""

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import Duration, Pace, Share
from reception_sim.scenario.route_conditions import RouteCondition


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class TrainingPlan:
    """How far people of a role are from fully trained ones; training while at work can raise it."""

    pace: Pace = Field(title="Pace", description="Of their work, 1 for fully trained people.")
    needs_seen: Share = Field(
        title="Needs seen", description="Of the needs that fully trained people would see, the share that they see."
    )


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class FatiguePlan:
    """People who have been on duty for long work more slowly, and see less."""

    after: Duration = Field(gt=0, title="After", description="Time on duty from which on it holds.")
    pace: Pace = Field(title="Pace", description="Of their work from then on, 1 for rested people.")
    needs_seen: Share = Field(title="Needs seen", description="Share of what they would see when rested.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class WomanPlan:
    """For whom a woman must be on the team, as a body search or an interview asks for it."""

    who: RouteCondition = Field(alias="for", title="For whom")
    role: Identifier = Field(title="Role", description="Of the team: which of its people must be a woman.")

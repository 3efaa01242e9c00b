"""What the exercise brings and what the plan says to do: injects, objectives, contingency rules."""

from enum import StrEnum
from typing import TypeAlias

from pydantic import Field, JsonValue
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.quantities import Count, Duration, Moment

# An action as the file says it, {name: arguments}; reception_sim.actions knows the names.
WrittenAction: TypeAlias = dict[str, dict[str, JsonValue]]


class InjectKind(StrEnum):
    """What an inject is for, in the words of exercise design."""

    CONTEXTUAL = "contextual"
    EXPECTED_ACTION = "expected action"
    CONTINGENCY = "contingency"


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class InjectPlan:
    """One line of the master scenario events list (MSEL)."""

    number: Count = Field(description="Each number once.")
    at: Moment = Field(description="When it is sent.")
    title: Title
    kind: InjectKind
    sender: str = Field(default="", alias="from", description="Who sends it, in the exercise.")
    recipient: str = Field(default="", alias="to", description="Who gets it.")
    by: str = Field(default="", description="By which means, for example radio.")
    text: str = Field(default="", description="What the players are told.")
    expected_action: str = Field(default="", description="What the trainer hopes to see.")
    objective: Identifier | None = Field(default=None, description="Which objective it serves.")
    actions: tuple[WrittenAction, ...] = Field(default=(), description="What it changes in the simulation.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ObjectivePlan:
    """What the exercise wants to see done."""

    title: Title
    capability: str = Field(default="", description="Which ability of the response it tests.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ContingencyPlan:
    """When an indicator stays beyond a limit for a time, then these actions, after a lead time; once."""

    title: Title
    when: str = Field(description='For example "occupancy of transit_centre > 300 %".')
    lead_time: Duration = Field(description="Between the decision and its effect.")
    actions: tuple[WrittenAction, ...] = Field(description="What the plan says to do.")
    lasting: Duration = Field(default=0.0, alias="for", description="How long the condition must hold first.")

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

    number: Count
    at: Moment
    title: Title
    kind: InjectKind
    sender: str = Field(default="", alias="from")
    recipient: str = Field(default="", alias="to")
    by: str = ""
    text: str = ""
    expected_action: str = ""
    objective: Identifier | None = None
    actions: tuple[WrittenAction, ...] = ()


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ObjectivePlan:
    """What the exercise wants to see done."""

    title: Title
    capability: str = ""


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ContingencyPlan:
    """When an indicator stays beyond a limit for a time, then these actions, after a lead time; once."""

    title: Title
    when: str = Field(description='For example "occupancy of transit_centre > 300 %".')
    lead_time: Duration
    actions: tuple[WrittenAction, ...]
    lasting: Duration = Field(default=0.0, alias="for", description="How long the condition must hold first.")

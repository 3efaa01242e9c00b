"""What the exercise brings and what the plan says to do: injects, objectives, contingency rules."""

from enum import StrEnum
from typing import Self, TypeAlias

from pydantic import Field, JsonValue, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.quantities import AtLeastOne, Count, Duration, Moment
from reception_sim.scenario.sector_names import Sector
from reception_sim.translation import tr

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
    sector: Sector | None = Field(default=None, title="Sector", description="Of IOM's crisis framework (MCOF).")
    actions: tuple[WrittenAction, ...] = Field(default=(), description="What it changes in the simulation.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ObjectivePlan:
    """What the exercise wants to see done."""

    title: Title
    capability: str = Field(default="", description="Which ability of the response it tests.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ContingencyPlan:
    """When an indicator stays beyond a limit for a time, then these actions, after a lead time.

    A rule takes effect once, unless it says after which time it may again. With *until* it ends when that condition
    holds, which may be a lower limit than the one it began at (hysteresis), and can begin again only then.
    """

    title: Title
    when: str = Field(description='For example "occupancy of transit_centre > 300 %".')
    lead_time: Duration = Field(description="Between the decision and its effect.")
    actions: tuple[WrittenAction, ...] = Field(description="What the plan says to do.")
    lasting: Duration = Field(default=0.0, alias="for", description="How long the condition must hold first.")
    until: str = Field(
        default="", title="Until", description='It ends when this holds, for example "occupancy of hall < 80 %".'
    )
    then: tuple[WrittenAction, ...] = Field(
        default=(), title="Then", description="What the plan says to do when it ends."
    )
    again_after: Duration | None = Field(
        default=None,
        title="Again after",
        description="It may take effect again so long after the last time, or after it ended; without this, once.",
    )
    at_most: AtLeastOne | None = Field(
        default=None, title="At most", description="How often it may take effect in all."
    )

    @model_validator(mode="after")
    def _parts_belong_together(self) -> Self:
        if self.then and not self.until:
            raise ValueError(tr('"then" says what to do when the rule ends: say until when, with "until"'))
        if self.at_most is not None and self.at_most > 1 and self.again_after is None:
            raise ValueError(tr('a rule takes effect once: say after which time it may again, with "again_after"'))
        return self

"""What the exercise brings and what the plan says to do: injects, objectives, contingency rules."""

from enum import StrEnum
from typing import Self, TypeAlias

from pydantic import Field, JsonValue, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.quantities import AtLeastOne, Count, Duration, Flag, Moment
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
class AfterPlan:
    """Behind which inject another comes."""

    inject: Count = Field(description="The number of the inject that comes before.")
    delay: Duration = Field(default=0.0, description="How long after it.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ExpectationPlan:
    """By what an exercise sees that the expected action has come: the model measures it, or a hand ticks it."""

    when: str = Field(
        default="", description='The model sees it when this holds, for example "queue of registration < 60 persons".'
    )
    lasting: Duration = Field(default=0.0, alias="for", description="How long the condition must hold first.")
    within: Duration | None = Field(default=None, description="Later than so long after the inject it is late.")
    expires: Duration | None = Field(default=None, description="Later than so long after it nothing counts any more.")
    points: Count = 1
    contingency: Count | None = Field(
        default=None, description="The number of the inject that is proposed when the time is up."
    )


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class InjectPlan:
    """One line of the master scenario events list (MSEL).

    It comes at a time, after another inject, when the simulation is so, or on hand; a run that is no exercise plays
    those that come at a time.
    """

    number: Count = Field(description="Each number once.")
    at: Moment | None = Field(default=None, description="When it is sent.")
    after: AfterPlan | None = Field(default=None, description="It comes after another.")
    when: str = Field(
        default="", description='It comes when this holds, for example "queue of registration > 300 persons".'
    )
    lasting: Duration = Field(default=0.0, alias="for", description="How long the condition must hold first.")
    not_before: Moment | None = Field(
        default=None, title="Not before", description="From when on the condition is looked at."
    )
    judged_at: Moment | None = Field(
        default=None,
        title="Judged at",
        description="The condition is judged once, at this time: the inject comes then or never.",
    )
    on_hand: Flag = Field(default=False, description="It comes when the trainer presses its button, if at all.")
    title: Title
    kind: InjectKind
    sender: str = Field(default="", alias="from", description="Who sends it, in the exercise.")
    recipient: str = Field(default="", alias="to", description="Who gets it.")
    cells: tuple[Identifier, ...] = Field(default=(), description="Which cells get it; none is all who play.")
    by: str = Field(default="", description="By which means, for example radio.")
    text: str = Field(default="", description="What the players are told.")
    place: Identifier | None = Field(default=None, description="Where it happens.")
    expected_action: str = Field(default="", description="What the trainer hopes to see.")
    expected: ExpectationPlan | None = Field(default=None, description="By what it is seen that it came.")
    guidance: str = Field(default="", description="What evaluators look at.")
    objective: Identifier | None = Field(default=None, description="Which objective it serves.")
    sector: Sector | None = Field(default=None, title="Sector", description="Of IOM's crisis framework (MCOF).")
    actions: tuple[WrittenAction, ...] = Field(default=(), description="What it changes in the simulation.")

    @model_validator(mode="after")
    def _comes_in_one_way(self) -> Self:
        if (self.at is not None) + (self.after is not None) + bool(self.when) + self.on_hand != 1:
            raise ValueError(tr('say one of "at", "after", "when" and "on_hand": an inject comes in one way'))
        if not self.when and (self.lasting or self.not_before is not None or self.judged_at is not None):
            raise ValueError(
                tr('"for", "not_before" and "judged_at" belong to an inject that comes "when" something is so')
            )
        if self.expected is not None and not self.expected_action:
            raise ValueError(tr('"expected" says how an action is seen: say which, with "expected_action"'))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ObjectivePlan:
    """What the exercise wants to see done."""

    title: Title
    capability: str = Field(default="", description="Which ability of the response it tests.")
    criteria: tuple[str, ...] = Field(default=(), description="By what it is judged, a sentence each.")


class GoesBy(StrEnum):
    """What a contingency rule goes by: what the coordinator is told, or what is."""

    KNOWN = "what is known"
    TRUE = "what is"


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
    goes_by: GoesBy = Field(
        default=GoesBy.KNOWN,
        title="Goes by",
        description="Counts as reports tell them, where the scenario has `knowledge`; or as they are, like a gate.",
    )
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

"""What is done in an exercise while it is led: a closed union of facts, each written down before it takes effect.

The log of a branch is the list of them. The state of the list of injects, the budget, the points and the journal of
actions are all readings of the log, so that going back is reading less of it.
"""

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.actions import Action, JournalEntry, Origin, read_action
from reception_sim.exercise_plan.exercise import PlayersView
from reception_sim.exercise_plan.injects import MselInject
from reception_sim.exercise_plan.parts import STRICT, LongText, Seconds, ShortText
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.scenario.quantities import Count, Flag, Money


class SentBy(StrEnum):
    """Why an inject was sent when it was."""

    TIME = "its time had come"
    ANOTHER = "another was sent"
    CONDITION = "its condition held"
    HAND = "by hand"


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Decided:
    """An action was decided for a *cell* ("" is the trainer) and takes effect at a time (s), perhaps later."""

    kind: Literal["decided"] = "decided"
    decision: Count
    action: WrittenAction
    effect: Seconds
    origin: Origin = Origin.PLAYER
    cell: ShortText = ""
    reason: LongText = ""
    cost: Money = 0.0


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Withdrew:
    """A decision was taken back while it was on its way."""

    kind: Literal["withdrew"] = "withdrew"
    decision: Count


@dataclass(frozen=True, kw_only=True, config=STRICT)
class InjectSent:
    """An inject reached its recipients, and its actions took effect."""

    kind: Literal["inject sent"] = "inject sent"
    number: Count
    by: SentBy


@dataclass(frozen=True, kw_only=True, config=STRICT)
class InjectSkipped:
    """An inject will not come, unless it is sent by hand."""

    kind: Literal["inject skipped"] = "inject skipped"
    number: Count


@dataclass(frozen=True, kw_only=True, config=STRICT)
class InjectPostponed:
    """An inject comes at another time (s), whatever it waited for before."""

    kind: Literal["inject postponed"] = "inject postponed"
    number: Count
    to: Seconds


@dataclass(frozen=True, kw_only=True, config=STRICT)
class InjectWritten:
    """An inject was added to the list, or written anew, while the exercise goes on."""

    kind: Literal["inject written"] = "inject written"
    inject: MselInject


@dataclass(frozen=True, kw_only=True, config=STRICT)
class InjectsShifted:
    """All injects that are left and come at a time come so much later (s), or earlier if negative."""

    kind: Literal["injects shifted"] = "injects shifted"
    by: Annotated[float, Field(allow_inf_nan=False)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ExpectedMet:
    """The expected action of an inject has come; the model has measured it, or somebody has ticked it."""

    kind: Literal["expected met"] = "expected met"
    number: Count
    measured: Flag


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ExpectedNotMet:
    """The expected action of an inject has not come in time."""

    kind: Literal["expected not met"] = "expected not met"
    number: Count
    measured: Flag


@dataclass(frozen=True, kw_only=True, config=STRICT)
class PlayBegan:
    """STARTEX: from now on the players play."""

    kind: Literal["play began"] = "play began"


@dataclass(frozen=True, kw_only=True, config=STRICT)
class PlayEnded:
    """ENDEX: the players' decisions are over."""

    kind: Literal["play ended"] = "play ended"


@dataclass(frozen=True, kw_only=True, config=STRICT)
class TimeJumped:
    """Time was let go on at once, up to a later time (s) or, if None, to the next inject, without the players."""

    kind: Literal["time jumped"] = "time jumped"
    to: Seconds | None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ViewChanged:
    """From now on the players' reports come with another delay and error, or of other places."""

    kind: Literal["view changed"] = "view changed"
    view: PlayersView


Deed: TypeAlias = Annotated[
    Decided
    | Withdrew
    | InjectSent
    | InjectSkipped
    | InjectPostponed
    | InjectWritten
    | InjectsShifted
    | ExpectedMet
    | ExpectedNotMet
    | PlayBegan
    | PlayEnded
    | TimeJumped
    | ViewChanged,
    Field(discriminator="kind"),
]


@dataclass(frozen=True, config=STRICT)
class LogEntry:
    """Something that was done, at a time of the scenario (s)."""

    time: Seconds
    deed: Deed


Log: TypeAlias = tuple[LogEntry, ...]


def journal_entry(deed: Decided) -> JournalEntry:
    """Return what a decision puts into the journal of the run."""
    return JournalEntry(deed.effect, action_of(deed), deed.origin, deed.cell, deed.reason)


def action_of(deed: Decided) -> Action:
    """Return the action that was decided."""
    return read_action(deed.action)

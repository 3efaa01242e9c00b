"""The master scenario events list (MSEL): what is told to whom, when it comes, and what is hoped for in answer."""

from dataclasses import replace
from typing import Annotated, Literal, TypeAlias

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.exercise_plan.parts import STRICT, CellName, LongText, Seconds, ShortText
from reception_sim.scenario.exercise_parts import InjectKind, WrittenAction
from reception_sim.scenario.parts import Identifier, Title
from reception_sim.scenario.quantities import Count
from reception_sim.scenario.sector_names import Sector


@dataclass(frozen=True, kw_only=True, config=STRICT)
class AtTime:
    """It comes at a moment of the exercise clock (s since the scenario's start)."""

    kind: Literal["at a time"] = "at a time"
    at: Seconds


@dataclass(frozen=True, kw_only=True, config=STRICT)
class AfterInject:
    """It comes some time after another inject was sent, whenever that was."""

    kind: Literal["after another"] = "after another"
    number: Count
    delay: Seconds = 0.0


@dataclass(frozen=True, kw_only=True, config=STRICT)
class OnCondition:
    """It comes when the simulation has been so for a time, *since* (s) at the earliest.

    The condition is said as in a contingency rule, for example "queue of registration > 300 persons". With *by* it is
    judged once, at that time (s): if it has been so until then the inject comes, else it is skipped.
    """

    kind: Literal["on a condition"] = "on a condition"
    condition: str
    lasting: Seconds = 0.0
    since: Seconds = 0.0
    by: Seconds | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class OnHand:
    """It comes when the trainer presses its button, if at all."""

    kind: Literal["on hand"] = "on hand"


When: TypeAlias = Annotated[AtTime | AfterInject | OnCondition | OnHand, Field(discriminator="kind")]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ExpectedAction:
    """What the trainer hopes to see after an inject.

    With a *condition* the model measures it: it has come when that has held for *lasting*. Without one it is ticked by
    hand. It is in time *within* so many seconds of the inject, and after *expires* it no longer counts at all; None is
    no limit. When the time is up, the inject with the number *contingency* is proposed.
    """

    text: LongText = ""
    condition: str = ""
    lasting: Seconds = 0.0
    within: Seconds | None = None
    expires: Seconds | None = None
    points: Count = 1
    contingency: Count | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class MselInject:
    """One line of the list. *recipients* are cells; none is every cell of players."""

    number: Count
    title: Title
    kind: InjectKind
    when: When
    sender: ShortText = ""
    recipients: tuple[CellName, ...] = ()
    by: ShortText = ""
    text: LongText = ""
    expected: ExpectedAction | None = None
    objective: Identifier | None = None
    sector: Sector | None = None
    place: Identifier | None = None
    actions: tuple[WrittenAction, ...] = ()
    guidance: LongText = ""
    remarks: LongText = ""
    attachments: tuple[ShortText, ...] = ()

    def moved_to(self, at: float) -> "MselInject":
        """Return the inject, to come at another time."""
        return replace(self, when=AtTime(at=at))

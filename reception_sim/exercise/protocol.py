"""What goes down the pipe to a live run (commands) and what comes up (messages); both lists are closed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from reception_sim.actions import Action, Journal, JournalEntry, Origin
from reception_sim.clocks import DutyState
from reception_sim.protection import SiteRisk
from reception_sim.recording import Happening
from reception_sim.state import Snapshot
from reception_sim.statistics import RunFigures, Series


class Pace(StrEnum):
    """Whether simulated time is passing."""

    PAUSED = "paused"
    PLAYING = "playing"
    FINISHED = "finished"


@dataclass(frozen=True)
class Play:
    """Let time pass at *speed* simulated seconds a second; None is as fast as it goes."""

    speed: float | None


@dataclass(frozen=True)
class Pause:
    """Let time stand still."""


@dataclass(frozen=True)
class Step:
    """Simulate *seconds* at once, then pause."""

    seconds: float


@dataclass(frozen=True)
class RunUntil:
    """Simulate as fast as it goes up to *time* (seconds since the start), then pause."""

    time: float


@dataclass(frozen=True)
class Act:
    """Take an action now, or at a later time; *ticket* names it in the answer."""

    ticket: int
    action: Action
    at: float | None = None
    origin: Origin = Origin.TRAINER
    author: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Withdraw:
    """Take back an action that has not taken effect yet; *ticket* names it in a refusal."""

    ticket: int
    entry: JournalEntry


@dataclass(frozen=True)
class TakeFigures:
    """Measure the run so far."""


@dataclass(frozen=True)
class Close:
    """End the run and its process."""


Command: TypeAlias = Play | Pause | Step | RunUntil | Act | Withdraw | TakeFigures | Close


@dataclass(frozen=True)
class TimePassed:
    """What is new since the last message: the state now, the grid points and the happenings in between.

    *duties* is how each of the plan's duties of care stands now, and *risks* the protection risk at each site, in the
    plan's order. *speed* is the simulated seconds
    a second that were really reached.
    """

    pace: Pace
    speed: float
    snapshot: Snapshot
    series: Series
    happenings: tuple[Happening, ...]
    duties: tuple[DutyState, ...] = ()
    risks: tuple[SiteRisk, ...] = ()


@dataclass(frozen=True)
class Accepted:
    """An action was accepted; *journal* is the whole journal now."""

    ticket: int
    entry: JournalEntry
    journal: Journal


@dataclass(frozen=True)
class Refused:
    """An action cannot be taken or taken back, and why."""

    ticket: int
    reason: str


@dataclass(frozen=True)
class Withdrawn:
    """An action was taken back before it took effect; *journal* is what is left."""

    entry: JournalEntry
    journal: Journal


@dataclass(frozen=True)
class FiguresTaken:
    """The figures of the run so far."""

    figures: RunFigures


@dataclass(frozen=True)
class Failed:
    """The run cannot go on: a sentence for the user, and details to copy for whoever mends it."""

    sentence: str
    details: str


Message: TypeAlias = TimePassed | Accepted | Refused | Withdrawn | FiguresTaken | Failed

"""What goes down the pipe to an exercise that is led (commands) and what comes up (messages); both lists are closed."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from reception_sim.actions import Action, Journal, Origin
from reception_sim.exercise.players_picture import PlayersPicture
from reception_sim.exercise.protocol import (
    Close,
    Failed,
    FiguresTaken,
    Pause,
    Play,
    Refused,
    RunUntil,
    Step,
    TakeFigures,
    TimePassed,
)
from reception_sim.exercise_plan import Branch, Deed, LogEntry
from reception_sim.statistics import Breach

NOBODYS_TICKET: Final = 0  # of a refusal that nobody asked for: what came by itself could not be written down


@dataclass(frozen=True)
class Do:
    """Do something to the exercise now; *ticket* names it in the answer."""

    ticket: int
    deed: Deed


@dataclass(frozen=True)
class Decide:
    """Decide an action for a cell, on its terms; the trainer's own takes effect at once."""

    ticket: int
    action: Action
    cell: str
    reason: str = ""
    origin: Origin = Origin.PLAYER


@dataclass(frozen=True)
class GoOnTo:
    """Let time go on at once to a moment (s) or, if None, to the next inject, then pause."""

    ticket: int
    time: float | None


@dataclass(frozen=True)
class GoTo:
    """Show a moment (s) that this course of the exercise has reached, then pause."""

    ticket: int
    time: float


@dataclass(frozen=True)
class BeginBranch:
    """Go on from here as another course; the one that was played stays as it is."""

    ticket: int
    title: str


@dataclass(frozen=True)
class OpenBranch:
    """Go to the end of another course."""

    ticket: int
    number: int


@dataclass(frozen=True)
class TakeJournal:
    """Say which actions led here, and which are on their way."""


@dataclass(frozen=True)
class TakeBreaches:
    """Say since when standards and duties are not kept."""


Moving: TypeAlias = Play | Pause | Step | RunUntil
Asking: TypeAlias = Do | Decide | GoOnTo | GoTo | BeginBranch | OpenBranch  # each is answered, by its ticket
LedCommand: TypeAlias = Moving | TakeFigures | TakeBreaches | TakeJournal | Close | Asking


@dataclass(frozen=True)
class CourseOpened:
    """Another moment or another course is shown: what was shown of the last one is void, and all is told anew."""

    branch: Branch
    branches: tuple[Branch, ...]


@dataclass(frozen=True)
class LedOn:
    """What is new: in the run, in the log, and in what players know. *is_past* while known deeds are played again."""

    passed: TimePassed
    entries: tuple[LogEntry, ...]
    reached: float
    is_past: bool
    picture: PlayersPicture


@dataclass(frozen=True)
class Done:
    """Something was done and is kept; None if it leaves no entry."""

    ticket: int
    entry: LogEntry | None


@dataclass(frozen=True)
class BreachesTaken:
    """What was not kept in the course that is shown, so far."""

    breaches: tuple[Breach, ...]


@dataclass(frozen=True)
class JournalTaken:
    """The actions up to *time* (s) of the course that is shown, and those on their way."""

    time: float
    journal: Journal


LedMessage: TypeAlias = BreachesTaken | JournalTaken | CourseOpened | LedOn | Done | Refused | FiguresTaken | Failed

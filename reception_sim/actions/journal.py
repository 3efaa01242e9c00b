"""The journal: every action that was accepted, when, by whom and why."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from reception_sim.actions.vocabulary import Action


class Origin(StrEnum):
    """Whose doing an action was."""

    TRAINER = "trainer"
    PLAYER = "player"
    OFFICIAL = "official"


@dataclass(frozen=True)
class JournalEntry:
    """An action that was accepted: when it takes effect (seconds since the start), who took it, and why."""

    time: float
    action: Action
    origin: Origin = Origin.OFFICIAL
    author: str = ""
    reason: str = ""


Journal: TypeAlias = tuple[JournalEntry, ...]

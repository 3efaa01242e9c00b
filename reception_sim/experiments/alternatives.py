"""Alternatives: the scenario with named changes, and actions that are taken at the start or later."""

from dataclasses import dataclass
from typing import Final

from reception_sim.actions import Journal
from reception_sim.scenario.changes import Change

BASE_ID: Final = "base"


@dataclass(frozen=True)
class Alternative:
    """A base scenario with *changes* made to it, and a *journal* of actions taken in every run of it."""

    id: str
    title: str
    changes: tuple[Change, ...] = ()
    journal: Journal = ()

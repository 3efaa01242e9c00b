"""The journal of an exercise as a file: what was changed, when, by whom and why, so that it can be taken again."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from reception_sim.actions import Journal, JournalEntry, Origin, objection, read_action, write_action
from reception_sim.scenario import ScenarioPlan, write_whole
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.translation import tr

FORMAT: Final = 1


class JournalError(Exception):
    """A journal file that cannot be used, in words for the user."""


@dataclass(frozen=True)
class WrittenJournal:
    """What a journal file holds: the actions in the order of time, and the seed of the run in which they were taken."""

    seed: int
    entries: Journal


@dataclass(frozen=True)
class _WrittenEntry:
    time: float
    action: WrittenAction
    origin: Origin
    author: str = ""
    reason: str = ""


@dataclass(frozen=True)
class _Document:
    format: int
    scenario: str
    seed: int
    entries: tuple[_WrittenEntry, ...]


def write_journal(path: Path, journal: Journal, scenario: ScenarioPlan, seed: int) -> None:
    """Write *journal* to *path*, or raise FileNotWritten; times are in seconds since the scenario's start."""
    entries = tuple(
        _WrittenEntry(entry.time, write_action(entry.action), entry.origin, entry.author, entry.reason)
        for entry in journal
    )
    written = _Document(FORMAT, scenario.title, seed, entries)
    text = json.dumps(TypeAdapter(_Document).dump_python(written, mode="json"), indent=2, ensure_ascii=False)
    write_whole(path, f"{text}\n".encode())


def read_journal(path: Path, scenario: ScenarioPlan) -> WrittenJournal:
    """Return the journal in *path*; JournalError if it cannot be read, or does not fit *scenario*."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise JournalError(tr("{file} cannot be read: {why}", file=path.name, why=error.strerror)) from error
    try:
        written = _understood(content)
        entries = [_read_entry(entry, scenario) for entry in written.entries]
    except ValueError as error:
        said = error.errors()[0]["msg"] if isinstance(error, ValidationError) else error
        raise JournalError(tr("{file} is not a journal of this scenario: {why}", file=path.name, why=said)) from error
    return WrittenJournal(written.seed, tuple(sorted(entries, key=lambda entry: entry.time)))


def _understood(content: bytes) -> _Document:
    written = TypeAdapter(_Document).validate_json(content)
    if written.format > FORMAT:
        raise ValueError(tr("it was written by a newer version of this program (format {n})", n=written.format))
    return written


def _read_entry(written: _WrittenEntry, scenario: ScenarioPlan) -> JournalEntry:
    action = read_action(written.action)
    found = objection(action, scenario)
    if found is not None:
        raise ValueError(found)
    return JournalEntry(written.time, action, written.origin, written.author, written.reason)

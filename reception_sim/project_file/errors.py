"""What can be wrong with a project file, in sentences for the user."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from reception_sim.translation import tr


class ProjectError(Exception):
    """A project file that cannot be read or written; the text says why and what to do. Nothing is half written."""


class ProjectDamagedError(ProjectError):
    """A file that is damaged; perhaps something of it can be salvaged."""


class ProjectNotWritableError(ProjectError):
    """A sound file that cannot be written here: it is read-only, or open in another window. A copy of it can be."""


_LOCKED: Final = ("SQLITE_BUSY", "SQLITE_LOCKED")
_READ_ONLY: Final = ("SQLITE_READONLY",)
_DAMAGED: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")
_FULL: Final = ("SQLITE_FULL", "SQLITE_IOERR")


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what the database says into a ProjectError about the file at *path*."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", "")  # an error of the driver itself has none
        raise _kind(code)(_sentence(path.name, error)) from error


def read_only(name: str) -> str:
    """Say that a file cannot be written."""
    return tr("{file} cannot be written: it is read-only; save a copy elsewhere to go on", file=name)


def damaged(name: str) -> str:
    """Say that a file is damaged."""
    return tr("{file} is damaged, and was left as it is; take the last copy of it that you have", file=name)


def _kind(code: str) -> type[ProjectError]:
    if code.startswith(_DAMAGED):
        return ProjectDamagedError
    return ProjectNotWritableError if code.startswith((*_LOCKED, *_READ_ONLY)) else ProjectError


def _sentence(name: str, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorname", "")
    if code.startswith(_LOCKED):
        return tr("{file} is in use by another window; close it there first", file=name)
    if code.startswith(_DAMAGED):
        return damaged(name)
    if code.startswith(_READ_ONLY):
        return read_only(name)
    if code.startswith(_FULL):
        return tr(
            "{file} could not be written: the disk is full or gone. What was written before is safe; free some space",
            file=name,
        )
    if code.startswith("SQLITE_CANTOPEN"):
        return tr("{file} cannot be opened here", file=name)
    return tr("{file} cannot be used: {why}", file=name, why=error)

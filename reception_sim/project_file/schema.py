"""The tables of a project file, version by version. A file must have exactly these: nothing else in it is looked at."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final

APPLICATION_ID: Final = 0x52435350  # "RCSP"

_FIRST: Final = (
    """CREATE TABLE project (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        title TEXT NOT NULL,
        engine TEXT NOT NULL,
        begun TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE scenario (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        written TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE alternative (
        id INTEGER PRIMARY KEY,
        scenario INTEGER NOT NULL REFERENCES scenario (id),
        title TEXT NOT NULL,
        document TEXT NOT NULL,
        written TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE result (
        id INTEGER PRIMARY KEY,
        scenario INTEGER NOT NULL REFERENCES scenario (id),
        title TEXT NOT NULL,
        engine TEXT NOT NULL,
        document TEXT NOT NULL,
        written TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE exercise (
        id INTEGER PRIMARY KEY,
        scenario INTEGER NOT NULL REFERENCES scenario (id),
        document TEXT NOT NULL,
        written TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE branch (
        exercise INTEGER NOT NULL REFERENCES exercise (id),
        id INTEGER NOT NULL,
        title TEXT NOT NULL,
        parent INTEGER,
        shared INTEGER NOT NULL,
        begins REAL NOT NULL,
        reached REAL NOT NULL,
        PRIMARY KEY (exercise, id),
        FOREIGN KEY (exercise, parent) REFERENCES branch (exercise, id)
    ) STRICT""",
    """CREATE TABLE log (
        exercise INTEGER NOT NULL,
        branch INTEGER NOT NULL,
        number INTEGER NOT NULL,
        time REAL NOT NULL,
        deed TEXT NOT NULL,
        written TEXT NOT NULL,
        PRIMARY KEY (exercise, branch, number),
        FOREIGN KEY (exercise, branch) REFERENCES branch (exercise, id)
    ) STRICT""",
    """CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        exercise INTEGER NOT NULL,
        branch INTEGER NOT NULL,
        document TEXT NOT NULL,
        written TEXT NOT NULL,
        FOREIGN KEY (exercise, branch) REFERENCES branch (exercise, id)
    ) STRICT""",
    """CREATE TABLE bookmark (
        id INTEGER PRIMARY KEY,
        exercise INTEGER NOT NULL,
        branch INTEGER NOT NULL,
        document TEXT NOT NULL,
        FOREIGN KEY (exercise, branch) REFERENCES branch (exercise, id)
    ) STRICT""",
    """CREATE TABLE score (
        exercise INTEGER NOT NULL,
        branch INTEGER NOT NULL,
        objective TEXT NOT NULL,
        document TEXT NOT NULL,
        PRIMARY KEY (exercise, branch, objective),
        FOREIGN KEY (exercise, branch) REFERENCES branch (exercise, id)
    ) STRICT""",
    """CREATE TABLE review (
        exercise INTEGER NOT NULL REFERENCES exercise (id),
        name TEXT NOT NULL,
        document TEXT NOT NULL,
        PRIMARY KEY (exercise, name)
    ) STRICT""",
    """CREATE TABLE attachment (
        exercise INTEGER NOT NULL REFERENCES exercise (id),
        name TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (exercise, name)
    ) STRICT""",
    """CREATE TRIGGER a_note_is_never_changed BEFORE UPDATE ON note
        BEGIN SELECT RAISE (ABORT, 'a note is never changed'); END""",
    """CREATE TRIGGER a_note_is_never_removed BEFORE DELETE ON note
        BEGIN SELECT RAISE (ABORT, 'a note is never removed'); END""",
    """CREATE TRIGGER the_log_is_never_changed BEFORE UPDATE ON log
        BEGIN SELECT RAISE (ABORT, 'the log is never changed'); END""",
    """CREATE TRIGGER the_log_is_never_cut BEFORE DELETE ON log
        BEGIN SELECT RAISE (ABORT, 'the log is never cut'); END""",
)

# What turns each version into the next; version 0 is an empty file.
MIGRATIONS: Final[Sequence[Sequence[str]]] = (_FIRST,)
VERSION: Final = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database to the newest version, all at once or not at all."""
    version = version_of(connection)
    if version == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in MIGRATIONS[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except sqlite3.Error:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def version_of(connection: sqlite3.Connection) -> int:
    """Return which version of the tables a file has; 0 is an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def application_of(connection: sqlite3.Connection) -> int:
    """Return the number by which a file says whose it is."""
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def is_as_declared(connection: sqlite3.Connection) -> bool:
    """Tell whether a file has the tables and triggers of its version, and nothing else that could do anything."""
    found = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
    declared = list(_declared(version_of(connection)))
    return sorted(_plain(sql) for (sql,) in found) == sorted(declared)


def _declared(version: int) -> Iterator[str]:
    """Yield the text of all that a file of a version has; each migration so far only adds."""
    for statements in MIGRATIONS[:version]:
        yield from map(_plain, statements)


def _plain(sql: str) -> str:
    return " ".join(sql.split())

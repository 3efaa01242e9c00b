"""What every group of tables stands on: one connection, whole transactions, and errors in words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from reception_sim.project_file.errors import ProjectError, in_words
from reception_sim.translation import tr

Value: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = tuple[Value, ...]


class Tables:
    """The tables of one project file, all rows of which are plain numbers, text and bytes."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self.path = connection, path

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """Return the rows of a question."""
        with in_words(self.path):
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Value) -> Row:
        """Return the only row of a question; ProjectError if there is none."""
        found = self.rows(sql, *values)
        if not found:
            raise ProjectError(tr("{file} does not hold what was asked for", file=self.path.name))
        return found[0]

    def write(self, sql: str, *values: Value) -> int:
        """Write a row and commit it; return its number."""
        with self.transaction():
            return self._connection.execute(sql, values).lastrowid or 0

    def execute(self, sql: str, *values: Value) -> None:
        """Write within a transaction."""
        self._connection.execute(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all that is written within, or nothing of it."""
        with in_words(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def copy_to(self, path: Path) -> None:
        """Copy the file as it is now, what is not yet in its main part included."""
        if path.exists():
            raise ProjectError(tr("{file} exists already", file=path.name))
        with in_words(path):
            copy = sqlite3.connect(path, isolation_level=None)
            try:
                self._connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            except BaseException:
                copy.close()
                path.unlink(missing_ok=True)  # half a copy is none
                raise
            copy.close()

    def close(self) -> None:
        """Close the file; what was written lies in the one file again."""
        self._connection.close()


def written_now() -> str:
    """Return the moment of writing, for people to read."""
    return datetime.now(UTC).isoformat(timespec="seconds")

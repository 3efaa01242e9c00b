"""What can still be read of a damaged project file, written to a new one; the damaged file is left as it is."""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeAlias

from reception_sim.project_file.errors import ProjectError, in_words
from reception_sim.project_file.opening import connect_to_own_copy, create
from reception_sim.project_file.schema import APPLICATION_ID, VERSION, application_of, version_of
from reception_sim.project_file.whole_logs import Cells, cut_to_what_is_whole
from reception_sim.translation import tr

# Each after those that it names.
TABLES: Final = (
    *("project", "scenario", "alternative", "result", "exercise", "branch"),
    *("log", "note", "bookmark", "score", "review", "attachment"),
)
_MOST_FAILURES: Final = 400  # reads that fail, before the rest of a table is given up
_MOST_ROWS: Final = 1 << 40
_Rows: TypeAlias = list[Cells]


@dataclass(frozen=True)
class Salvaged:
    """How many rows of each table were read; *incomplete* are the tables of which some could not be.

    *cut_logs* is how many entries of logs were left out because something before them is missing: played again without
    it, they would tell of another course.
    """

    rows: Mapping[str, int]
    incomplete: tuple[str, ...]
    cut_logs: int = 0


def salvage(damaged: Path, target: Path) -> Salvaged:
    """Write what can be read of *damaged* to a new file; ProjectError if that is nothing, or there is one already."""
    with TemporaryDirectory(prefix="reception-sim-") as folder:
        read, incomplete = _read(_own_copy(damaged, Path(folder)), damaged)
        if not read["project"] or not read["scenario"]:
            raise ProjectError(tr("nothing of {file} that could be used can be read", file=damaged.name))
        cut = cut_to_what_is_whole(read["branch"], read["log"])
        with closing(create(target)) as new:
            try:
                written = {table: _write(new, table, read[table]) for table in TABLES}
            except BaseException:
                new.close()
                target.unlink()
                raise
    return Salvaged(written, tuple(incomplete), cut)


def _own_copy(damaged: Path, folder: Path) -> Path:
    """Copy a file with what was written last beside it, so that nothing is changed in either."""
    copy = folder / "damaged.reception"
    try:
        shutil.copyfile(damaged, copy)
        beside = damaged.with_name(f"{damaged.name}-wal")
        if beside.exists():
            shutil.copyfile(beside, copy.with_name(f"{copy.name}-wal"))
    except OSError as error:
        raise ProjectError(tr("{file} cannot be read: {why}", file=damaged.name, why=error.strerror)) from error
    return copy


def _read(copy: Path, damaged: Path) -> tuple[dict[str, _Rows], list[str]]:
    with in_words(damaged), closing(connect_to_own_copy(copy)) as connection:
        if application_of(connection) != APPLICATION_ID or version_of(connection) > VERSION:
            raise ProjectError(tr("{file} is not a project file of this version", file=damaged.name))
        read, incomplete = {}, []
        for table in TABLES:
            reading = _Reading(connection, table)
            read[table] = list(reading.rows())
            if reading.failures:
                incomplete.append(table)
    return read, incomplete


class _Reading:
    """Reads a table range by range of its row numbers; a range that fails is halved, down to the rows that are lost."""

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        self._connection, self._table = connection, table
        self.failures = 0

    def rows(self) -> Iterator[Cells]:
        first, last = self._end("min", 0), self._end("max", _MOST_ROWS)
        yield from self._between(first, last)

    def _end(self, which: str, otherwise: int) -> int:
        try:
            (found,) = self._connection.execute(f"SELECT {which}(rowid) FROM {self._table} NOT INDEXED").fetchone()
        except sqlite3.DatabaseError:
            self.failures += 1
            return otherwise
        return 0 if found is None else int(found)

    def _between(self, first: int, last: int) -> Iterator[Cells]:
        if self.failures > _MOST_FAILURES:
            return
        try:
            found = self._connection.execute(
                f"SELECT * FROM {self._table} NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid", (first, last)
            ).fetchall()
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            self.failures += 1
            if first < last:
                middle = (first + last) // 2
                yield from self._between(first, middle)
                yield from self._between(middle + 1, last)
            return
        yield from found


def _write(new: sqlite3.Connection, table: str, rows: _Rows) -> int:
    """Write the rows that fit those before them; return how many."""
    written = 0
    new.execute("BEGIN IMMEDIATE")
    for row in rows:
        with suppress(sqlite3.IntegrityError):  # it names what is lost, or is no longer what it was
            new.execute(f"INSERT INTO {table} VALUES ({', '.join('?' for _ in row)})", row)
            written += 1
    new.execute("COMMIT")
    return written

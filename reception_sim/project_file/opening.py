"""Opening a project file: from outside, so with distrust; once at a time; read-only where it cannot be written."""

import hashlib
import sqlite3
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir
from typing import Final

from reception_sim.project_file.errors import (
    ProjectDamagedError,
    ProjectError,
    ProjectNotWritableError,
    damaged,
    in_words,
)
from reception_sim.project_file.errors import read_only as words_for_read_only
from reception_sim.project_file.schema import (
    APPLICATION_ID,
    VERSION,
    application_of,
    is_as_declared,
    migrate,
    version_of,
)
from reception_sim.translation import tr

_WAIT_S: Final = 5.0  # for the other process of this window to finish writing
_LARGEST_BYTES: Final = 256 * 1024 * 1024  # of one text or attachment


class OpenedOnce:
    """Keeps other windows from leading what is open here. The system lets go of it when this process ends, however."""

    def __init__(self, path: Path) -> None:
        self._path = path
        key = hashlib.blake2b(f"{Path.home()}\0{path.resolve()}".encode(), digest_size=12).hexdigest()
        self._connection = sqlite3.connect(Path(gettempdir()) / f"reception-sim-{key}.lock", timeout=0)

    def take(self) -> None:
        """Take the lock, or raise ProjectError."""
        self._connection.isolation_level = None
        with in_words(self._path):
            self._connection.execute("BEGIN EXCLUSIVE")

    def release(self) -> None:
        self._connection.close()


def create(path: Path) -> sqlite3.Connection:
    """Return the connection to a new, empty project file; ProjectError if there is a file already."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError as error:
        raise ProjectError(tr("{file} exists already", file=path.name)) from error
    except OSError as error:
        raise ProjectError(tr("{file} cannot be made: {why}", file=path.name, why=error.strerror)) from error
    try:
        with in_words(path):
            connection = _connect(path, "rw")
            _prepare_to_write(connection)
            migrate(connection)
    except ProjectError:
        with suppress(OSError):
            path.unlink()
        raise
    return connection


def open_existing(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Return the connection to a project file that has been looked through; ProjectError says what is wrong with it."""
    if not path.is_file():
        raise ProjectError(tr("there is no project file {file}", file=path.name))
    with in_words(path):
        connection = _connect_to_read(path) if read_only else _connect(path, "rw")
        try:
            _examine(connection, path.name)
            if not read_only:
                _require_writable(connection, path.name)
                migrate(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_to_own_copy(path: Path) -> sqlite3.Connection:
    """Connect to a copy of a damaged file that nobody else has, with the same distrust, and look into it as it is."""
    return _connect(path, "rw")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=_WAIT_S, isolation_level=None
    )
    # Whoever gave us the file may have put anything into it.
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_BYTES)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "foreign_keys = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """Connect to a file that may lie where nothing can be written, not even beside it."""
    connection = _connect(path, "ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.OperationalError:
        connection.close()
        if path.with_name(f"{path.name}-wal").exists():
            raise
        return _connect(path, "ro&immutable=1")
    return connection


def _require_writable(connection: sqlite3.Connection, name: str) -> None:
    """Prepare to write; a file that cannot be is opened by the database all the same, and fails at the first deed."""
    try:
        _prepare_to_write(connection)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith("SQLITE_CANTOPEN"):  # nothing can be written beside it
            raise ProjectNotWritableError(words_for_read_only(name)) from error
        raise


def _prepare_to_write(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # what has been committed survives a power cut


def _examine(connection: sqlite3.Connection, name: str) -> None:
    """Raise ProjectError unless this is a sound project file of a version that this program knows."""
    if application_of(connection) != APPLICATION_ID:
        raise ProjectError(tr("{file} is not a project file of this program", file=name))
    version = version_of(connection)
    if version > VERSION:
        raise ProjectError(
            tr("{file} was written by a newer version of this program; open it with that version", file=name)
        )
    if not is_as_declared(connection):
        raise ProjectError(tr("{file} has been tampered with: its tables are not those of a project file", file=name))
    found = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if found != ["ok"] or broken is not None:
        raise ProjectDamagedError(damaged(name))

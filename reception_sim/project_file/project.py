"""A project: one file for scenario versions, alternatives, results and exercises, safe against every mishap."""

from pathlib import Path
from types import TracebackType
from typing import Final, Self

from reception_sim import __version__
from reception_sim.project_file.exercises import Exercises
from reception_sim.project_file.marks import Marks
from reception_sim.project_file.opening import OpenedOnce, create, open_existing
from reception_sim.project_file.studies import Studies
from reception_sim.project_file.tables import Tables, written_now

SUFFIX: Final = ".reception"


class ProjectFile:
    """An open project file. Whatever a method writes is on the disk when it returns; ProjectError says what is wrong.

    Times are seconds since the start of the scenario.
    """

    def __init__(self, tables: Tables, lock: OpenedOnce | None, *, read_only: bool) -> None:
        self._tables, self._lock = tables, lock
        self.read_only = read_only
        self.studies = Studies(tables)
        self.exercises = Exercises(tables)
        self.marks = Marks(tables)

    @classmethod
    def create(cls, path: Path, title: str) -> Self:
        """Make a new project file; ProjectError if there is a file already."""
        lock = OpenedOnce(path)
        lock.take()
        try:
            tables = Tables(create(path), path)
            tables.write(
                "INSERT INTO project (id, title, engine, begun) VALUES (1, ?, ?, ?)",
                title,
                __version__,
                written_now(),
            )
        except BaseException:
            lock.release()
            raise
        return cls(tables, lock, read_only=False)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, beside_window: bool = False) -> Self:
        """Open a project file; *beside_window* is for a process that works for the window that has it open."""
        lock = None if read_only or beside_window else OpenedOnce(path)
        if lock is not None:
            lock.take()
        try:
            tables = Tables(open_existing(path, read_only=read_only), path)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        return cls(tables, lock, read_only=read_only)

    @property
    def path(self) -> Path:
        return self._tables.path

    @property
    def title(self) -> str:
        (title,) = self._tables.row("SELECT title FROM project")
        return str(title)

    @property
    def engine(self) -> str:
        """Return the version of the program that made the file."""
        (engine,) = self._tables.row("SELECT engine FROM project")
        return str(engine)

    def copy_to(self, path: Path) -> None:
        """Write all that is in the file to a new one at *path*; ProjectError if there is a file already."""
        self._tables.copy_to(path)

    def close(self) -> None:
        """Close the file and let other windows open it."""
        self._tables.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def copy_project(source: Path, target: Path) -> Path:
    """Copy a project, even one that is read-only or open elsewhere, to a new file and return where it is."""
    with ProjectFile.open(source, read_only=True) as project:
        project.copy_to(target)
    return target

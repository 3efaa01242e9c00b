"""Groups that played the same exercise, compared in a child process."""

from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reception_sim.papers.groups_files import GroupsSeen, groups_in, write_groups
from reception_sim.translation import tr
from ui.state.child_work import ChildWork


class GroupsWork(QObject):
    """Holds which files are compared, and what came of it."""

    changed = Signal()
    written = Signal(object)  # Path
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paths: tuple[Path, ...] = ()
        self.seen: GroupsSeen | None = None
        self._comparing, self._writing = ChildWork(self), ChildWork(self)
        self._comparing.done.connect(self._take)
        self._writing.done.connect(self.written)
        for work in (self._comparing, self._writing):
            work.failed.connect(self._fail)

    @property
    def busy(self) -> bool:
        return self._comparing.busy or self._writing.busy

    def add(self, *paths: Path) -> None:
        """Compare more files."""
        self._compare(tuple(dict.fromkeys((*self.paths, *(path.resolve() for path in paths)))))

    def remove(self, path: Path) -> None:
        self._compare(tuple(one for one in self.paths if one != path))

    def write(self, target: Path) -> None:
        """Write the comparison that is shown; the suffix of *target* says as what."""
        if self.seen is not None:
            self._writing.start(write_groups, self.seen.document, target)

    def cancel(self) -> None:
        self._comparing.cancel()
        self._writing.cancel()
        self.changed.emit()

    def close(self) -> None:
        self._comparing.close()
        self._writing.close()

    def _compare(self, paths: tuple[Path, ...]) -> None:
        self.paths, self.seen = paths, None
        self._comparing.cancel()
        if len(paths) > 1:
            self._comparing.start(groups_in, paths)
        self.changed.emit()

    def _take(self, seen: GroupsSeen) -> None:
        self.seen = seen
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.changed.emit()
        ended = isinstance(error, BrokenProcessPool)
        self.failed.emit(tr("The process that compares them ended unexpectedly.") if ended else str(error))

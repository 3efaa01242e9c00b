"""Making the papers of an exercise in a child process, so that the window never waits for them."""

from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reception_sim.papers.written import ReportAsked, write_after_action_report, write_kit_of, write_template_of
from reception_sim.translation import tr
from ui.state.child_work import ChildWork
from ui.state.open_project import OpenProject


class PaperExport(QObject):
    """Writes one paper at a time; what was asked for is told when it is there, or why it is not."""

    written = Signal(object)  # Path
    failed = Signal(str)
    busy_changed = Signal()

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._work = ChildWork(self)
        self._work.done.connect(self._tell)
        self._work.failed.connect(self._fail)

    @property
    def busy(self) -> bool:
        return self._work.busy

    def after_action_report(self, branch: int, target: Path, asked: ReportAsked | None = None) -> None:
        """Write the after-action report of a branch; the suffix says as what."""
        project = self._project
        if project.path is not None:
            self._work.start(write_after_action_report, project.path, project.number, branch, target, asked)
            self.busy_changed.emit()

    def kit(self, folder: Path) -> None:
        """Write the facilitator's kit into a folder."""
        if self._project.path is not None:
            self._work.start(write_kit_of, self._project.path, self._project.number, folder)
            self.busy_changed.emit()

    def template(self, target: Path) -> None:
        """Write the exercise, unplayed, to one file for a group."""
        if self._project.path is not None:
            self._work.start(write_template_of, self._project.path, self._project.number, target)
            self.busy_changed.emit()

    def cancel(self) -> None:
        self._work.cancel()
        self.busy_changed.emit()

    def close(self) -> None:
        self._work.close()

    def _tell(self, path: object) -> None:
        self.busy_changed.emit()
        self.written.emit(path)

    def _fail(self, error: Exception) -> None:
        self.busy_changed.emit()
        ended = isinstance(error, BrokenProcessPool)
        reason = tr("The process that makes it ended unexpectedly.") if ended else str(error)
        self.failed.emit(tr("It was not written. {why} Nothing else is touched: try again.", why=reason))

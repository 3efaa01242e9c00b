"""Making reports: previews and files are made in a child process, so that the window never waits for them."""

from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reception_sim.reports.made_apart import pages_of, write
from reception_sim.scenario import FileNotWritten, write_whole
from reception_sim.translation import tr
from ui.state.child_work import ChildWork

if TYPE_CHECKING:
    from reception_sim.reports.content import ReportContent


class ReportExport(QObject):
    """One preview and one export may be under way; the export can be cancelled and then leaves no file."""

    preview_ready = Signal(object)  # tuple[bytes, ...]: each page as PNG
    exported = Signal(object)  # Path
    failed = Signal(str)
    busy_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = TemporaryDirectory(prefix="reception-sim-", ignore_cleanup_errors=True)
        self._target = Path()
        self._previewing = ChildWork(self)
        self._exporting = ChildWork(self)
        self._previewing.done.connect(self._show_preview)
        self._previewing.failed.connect(self._fail)
        self._exporting.done.connect(lambda _: self._put_in_place())
        self._exporting.failed.connect(self._fail)

    @property
    def previewing(self) -> bool:
        return self._previewing.busy

    @property
    def exporting(self) -> bool:
        return self._exporting.busy

    def preview(self, content: "ReportContent", pixels_per_inch: float) -> None:
        """Draw the pages of a report; `preview_ready` has them."""
        self._previewing.start(pages_of, content, pixels_per_inch)
        self.busy_changed.emit()

    def export(self, content: "ReportContent", path: Path) -> None:
        """Write a report to *path*; its suffix says which kind of file."""
        self._target = path
        self._exporting.start(write, content, self._draft)
        self.busy_changed.emit()

    def cancel(self) -> None:
        self._exporting.cancel()
        self.busy_changed.emit()

    def close(self) -> None:
        self._previewing.close()
        self._exporting.close()
        self._folder.cleanup()

    @property
    def _draft(self) -> Path:
        # made aside and moved when done, so that a cancelled export leaves nothing where the user looks
        return Path(self._folder.name) / f"report{self._target.suffix}"

    def _put_in_place(self) -> None:
        try:
            write_whole(self._target, self._draft.read_bytes())
        except FileNotWritten as error:
            self._fail(error)
            return
        self.busy_changed.emit()
        self.exported.emit(self._target)

    def _show_preview(self, pages: object) -> None:
        self.busy_changed.emit()
        self.preview_ready.emit(pages)

    def _fail(self, error: Exception) -> None:
        self.busy_changed.emit()
        self.failed.emit(tr("There is no report. {why} The run is not touched: try again.", why=_reason(error)))


def _reason(error: Exception) -> str:
    if isinstance(error, BrokenProcessPool):
        return tr("The process that makes it ended unexpectedly.")
    return str(error)

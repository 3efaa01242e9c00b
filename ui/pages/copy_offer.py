"""Offers to go on with a copy of a project file that cannot be written, or is open in another window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from reception_sim.project_file import copy_project
from reception_sim.translation import tr
from ui.pages.asking import ask_for_new_project, message_box
from ui.state.child_work import ChildWork


class CopyOffer(QObject):
    """Asks, and copies beside the window; the file itself stays as it is."""

    said = Signal(str)
    saved = Signal(object)  # Path

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._work = ChildWork(self)
        self._work.done.connect(self._tell)
        self._work.failed.connect(lambda error: self.said.emit(f"✕ {error}"))

    def offer(self, path: Path, why: str) -> None:
        """Say why a file cannot be worked with, and ask whether a copy of it is to be."""
        more = tr("You can go on with a copy, which holds everything that is in the file now. The file stays as it is.")
        box = message_box(self._window, tr("The project cannot be written here"), why, more)
        box.setIcon(QMessageBox.Icon.Information)
        save = box.addButton(tr("Save a copy as…"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(save)
        title, name = tr("Save a copy of the project"), tr("{file}_copy", file=path.stem)
        save.clicked.connect(lambda: ask_for_new_project(self._window, title, name, partial(self.save, path)))
        box.open()

    def save(self, path: Path, target: Path) -> None:
        """Copy a file to *target*, and have that opened."""
        self._work.start(copy_project, path, target)

    def close(self) -> None:
        self._work.close()

    def _tell(self, target: Path) -> None:
        self.saved.emit(target)
        self.said.emit(tr("✓ Saved as {file}; you work with the copy now", file=target.name))

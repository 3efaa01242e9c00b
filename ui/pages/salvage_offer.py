"""Offers to save what can still be read of a damaged project file, as a new file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from reception_sim.project_file import Salvaged, salvage
from reception_sim.reports.salvage_words import salvaged_in_words
from reception_sim.translation import tr
from ui.pages.asking import ask_for_new_project, message_box
from ui.state.child_work import ChildWork


class SalvageOffer(QObject):
    """Asks, saves beside the window, and tells what was saved and what is lost."""

    said = Signal(str)
    saved = Signal(object)  # Path

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: Path | None = None
        self._work = ChildWork(self)
        self._work.done.connect(self._tell)
        self._work.failed.connect(lambda error: self.said.emit(f"✕ {error}"))

    def offer(self, damaged: Path) -> None:
        """Ask whether what can be read of a file is to be saved."""
        text = tr("{file} is damaged. It was left as it is.", file=damaged.name)
        more = tr("What can still be read can be saved as a new file. If you have a copy of the file, take that first.")
        box = message_box(self._window, tr("The project file is damaged"), text, more)
        box.setIcon(QMessageBox.Icon.Warning)
        save = box.addButton(tr("Save what can be read…"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        save.clicked.connect(lambda: self._ask_where(damaged))
        box.open()

    def save(self, damaged: Path, target: Path) -> None:
        """Save what can be read of *damaged* as *target*, and have it opened."""
        self._target = target
        self._work.start(salvage, damaged, target)

    def close(self) -> None:
        self._work.close()

    def _ask_where(self, damaged: Path) -> None:
        title, name = tr("Save what can be read"), f"{damaged.stem}_saved"
        ask_for_new_project(self._window, title, name, partial(self.save, damaged))

    def _tell(self, saved: Salvaged) -> None:
        assert self._target is not None  # save
        self.saved.emit(self._target)
        self.said.emit(f"✓ {salvaged_in_words(saved)}")

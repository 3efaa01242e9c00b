"""The list of injects goes to a spreadsheet and comes back."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reception_sim.spreadsheets import Grid, TakenList
from reception_sim.translation import tr, tr_plural
from ui.file_dialogs import ask_for_file, ask_where, named_after
from ui.pages.msel_import import MselImportDialog
from ui.state.exercise_editor import ExerciseEditor
from ui.state.msel_exchange import MselExchange

_FILTER: Final = "Excel (*.xlsx);;CSV (*.csv)"
_EITHER: Final = "Excel, CSV (*.xlsx *.csv)"


class MselFiles(QObject):
    """Two buttons: import, which is one step that can be undone, and export."""

    said = Signal(str)

    def __init__(self, editor: ExerciseEditor, window: QWidget) -> None:
        super().__init__(window)
        self._editor, self._window, self._path = editor, window, Path()
        self._exchange = MselExchange(self)
        self.import_list, self.export_list = QPushButton(tr("Import list…")), QPushButton(tr("Export list…"))
        self.export_list.setToolTip(tr("Write the injects to Excel or CSV"))
        self.allow_import(allowed=True)
        self.import_list.clicked.connect(self._ask_which)
        self.export_list.clicked.connect(self._ask_where)
        self._exchange.grids_read.connect(self._ask_what)
        self._exchange.written.connect(lambda path: self.said.emit(tr("✓ Written: {file}", file=path.name)))
        self._exchange.failed.connect(lambda why: self.said.emit(f"✕ {self._path.name}: {why}"))

    def allow_import(self, *, allowed: bool) -> None:
        """Let a list be imported, or say why it cannot be."""
        self.import_list.setEnabled(allowed)
        taking = tr("Take injects from Excel or CSV; you see first what would be taken")
        self.import_list.setToolTip(taking if allowed else tr("The list of an exercise that has been played stays"))

    def take(self, path: Path) -> None:
        """Read a file, and ask what is taken of it."""
        self._path = path
        self.said.emit(tr("Reading {file}…", file=path.name))
        self._exchange.read(path)

    def write(self, path: Path) -> None:
        """Write the injects to a file."""
        if self._editor.exercise is not None:
            self._path = path
            self._exchange.write(self._editor.exercise, path)

    def close(self) -> None:
        self._exchange.close()

    def _ask_what(self, grids: tuple[Grid, ...]) -> None:
        exercise, scenario = self._editor.exercise, self._editor.scenario
        if exercise is None or scenario is None:
            return
        self.said.emit("")
        dialog = MselImportDialog(grids, exercise, scenario, self._exchange, self._window)
        dialog.accepted_list.connect(self._take)
        dialog.open()

    def _take(self, taken: TakenList) -> None:
        self._editor.change(tr("Import a list of injects"), taken.exercise)
        number = tr_plural("{count} inject was taken.", "{count} injects were taken.", len(taken.numbers))
        self.said.emit(f"✓ {number}")

    def _ask_where(self) -> None:
        if self._editor.exercise is not None:
            name = named_after(self._editor.exercise.title, "injects") + ".xlsx"
            ask_where(self._window, tr("Export the list of injects"), _FILTER, name, self.write)

    def _ask_which(self) -> None:
        ask_for_file(self._window, tr("Import a list of injects"), _EITHER, self.take)

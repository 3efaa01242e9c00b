"""The list of injects goes to a spreadsheet and comes back, with a report of every row that could not be taken."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from reception_sim.scenario import FileNotWritten
from reception_sim.spreadsheets import GridError, TakenList, best_grid, read_grids, take_msel, write_msel
from reception_sim.translation import tr, tr_plural
from ui.file_dialogs import ask_for_file, ask_where
from ui.state.exercise_editor import ExerciseEditor

_FILTER: Final = "Excel (*.xlsx);;CSV (*.csv)"
_SHOWN: Final = 14


class MselFiles(QObject):
    """Two buttons: import, which is one step that can be undone, and export."""

    said = Signal(str)

    def __init__(self, editor: ExerciseEditor, window: QWidget) -> None:
        super().__init__(window)
        self._editor, self._window = editor, window
        self.import_list, self.export_list = QPushButton(tr("Import list…")), QPushButton(tr("Export list…"))
        self.import_list.setToolTip(tr("Take injects from Excel or CSV; columns are found by their headings"))
        self.import_list.clicked.connect(self._ask_which)
        self.export_list.clicked.connect(self._ask_where)

    def take(self, path: Path) -> None:
        """Take the injects of a file into the exercise, and tell every row that could not be taken."""
        exercise, scenario = self._editor.exercise, self._editor.scenario
        if exercise is None or scenario is None:
            return
        try:
            taken = take_msel(exercise, scenario, best_grid(read_grids(path)))
        except GridError as error:
            self.said.emit(f"✕ {path.name}: {error}")
            return
        self._editor.change(tr("Import a list of injects"), taken.exercise)
        self._tell(taken)

    def write(self, path: Path) -> None:
        """Write the injects to a file."""
        if self._editor.exercise is None:
            return
        try:
            write_msel(self._editor.exercise, path)
        except FileNotWritten as error:
            self.said.emit(f"✕ {error}")
            return
        self.said.emit(tr("✓ Written: {file}", file=path.name))

    def _tell(self, taken: TakenList) -> None:
        number = tr_plural("{count} inject was taken.", "{count} injects were taken.", len(taken.numbers))
        self.said.emit(f"✓ {number}")
        if taken.refused:
            box = QMessageBox(self._window)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.setWindowTitle(tr("Some rows could not be taken"))
            box.setText(f"{number} {tr('These rows were not; mend them in the file and import it again:')}")
            lines = [str(row) for row in taken.refused]
            more = [tr("… and {n} more", n=len(lines) - _SHOWN)] if len(lines) > _SHOWN else []
            box.setInformativeText("\n".join([*lines[:_SHOWN], *more]))
            box.open()

    def _ask_where(self) -> None:
        ask_where(self._window, tr("Export the list of injects"), _FILTER, "msel.xlsx", self.write)

    def _ask_which(self) -> None:
        ask_for_file(self._window, tr("Import a list of injects"), _FILTER, self.take)

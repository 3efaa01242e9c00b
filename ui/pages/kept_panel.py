"""The answers that are kept: what was asked and answered, when, about which scenario, and in which file they lie."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from reception_sim.project_file import SUFFIX
from reception_sim.translation import tr
from ui.file_dialogs import ask_where
from ui.forms.layouts import label
from ui.state.kept_answers import KeptAnswer, KeptAnswers
from ui.tables.copyable_table import CopyableTable
from ui.tables.kept_table import KeptTable


class KeptPanel(QWidget):
    """The newest stands first; each can be shown again, with everything that its page offers."""

    show_asked = Signal(object)  # KeptAnswer
    begin_asked = Signal(object)  # Path of a new project

    def __init__(self, kept: KeptAnswers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._rows: Sequence[KeptAnswer] = ()
        self.where = label("", "quiet", wraps=True)
        self.model = KeptTable(self)
        self.table = CopyableTable(tr("Kept answers"), tr("Ask a question: its answer is kept here."))
        self.show_again = QPushButton(tr("&Show this answer"))
        self.keep = QPushButton(tr("&Keep in a project…"))
        self._lay_out()
        self._connect()
        self.show_kept()

    def show_kept(self) -> None:
        """Show the answers as they are kept now."""
        self._rows = tuple(reversed(self._kept.rows))
        self.model.show_rows(self._rows)
        path = self._kept.path
        self.where.setText(
            tr("Answers and alternatives are kept in {file} as soon as they are there.", file=path.name)
            if path
            else tr("They are kept as long as this window is open. Keep them in a project to have them tomorrow.")
        )
        unkept = any(row.number is None for row in self._rows)
        self.keep.setText(tr("&Keep all in {file}", file=path.name) if path else tr("&Keep in a project…"))
        self.keep.setEnabled(unkept if path else True)
        self._offer_chosen()

    def ask_to_keep(self) -> None:
        """Ask in which file the answers are to be kept, or keep them in the one that is open."""
        if self._kept.path is not None:
            self._kept.keep_all()
            return
        kinds, name = f"Reception Sim (*{SUFFIX})", f"answers{SUFFIX}"
        ask_where(self, tr("Where does the project go?"), kinds, name, self.begin_asked.emit, replaces=False)

    def _show_chosen(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._rows):
            self.show_asked.emit(self._rows[row])

    def _offer_chosen(self) -> None:
        self.show_again.setEnabled(self.table.currentIndex().isValid())

    def _connect(self) -> None:
        self._kept.changed.connect(self.show_kept)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer_chosen())
        self.table.doubleClicked.connect(lambda _: self._show_chosen())
        self.show_again.clicked.connect(self._show_chosen)
        self.keep.clicked.connect(self.ask_to_keep)

    def _lay_out(self) -> None:
        self.table.setSortingEnabled(False)
        self.table.setModel(self.model)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(KeptTable.ANSWER, QHeaderView.ResizeMode.Stretch)
        tools = QHBoxLayout()
        tools.addWidget(self.where, 1)
        tools.addWidget(self.show_again)
        tools.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 8)
        column.setSpacing(8)
        column.addWidget(label(tr("Kept answers"), "heading"))
        column.addWidget(self.table, 1)
        column.addLayout(tools)

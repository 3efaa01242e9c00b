"""The log of a run with its filter, and the journal of what was changed."""

from collections.abc import Sequence

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reception_sim.actions import Journal
from reception_sim.recording import Happening, HappeningKind
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr
from ui import wording
from ui.forms.fields import ChoiceField
from ui.forms.layouts import name_clearing
from ui.plain_text import PlainLabel
from ui.tables.copyable_table import CopyableTable
from ui.tables.journal_table import JournalModel
from ui.tables.kind_filter import KindFilter
from ui.tables.log_table import TIME, LogModel


class LogPanel(QWidget):
    """What happened and what was changed, the newest at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = LogModel(self)
        self._filter = KindFilter(self)
        self._filter.setSourceModel(self._log)
        self.table = CopyableTable(
            tr("Log of the run"), tr("What happens while the run goes on is listed here. Press play.")
        )
        self.table.setModel(self._filter)
        self.search = QLineEdit(placeholderText=tr("Find in the log"), clearButtonEnabled=True)
        self.kind = ChoiceField()
        self._count = PlainLabel()
        self._lay_out()
        self.search.textChanged.connect(self._filter.setFilterFixedString)
        self.kind.currentIndexChanged.connect(lambda _: self._filter.keep_kind(self.kind.currentData()))
        for changed in (self._filter.rowsInserted, self._filter.modelReset, self._filter.rowsRemoved):
            changed.connect(self._show_count)

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        self._log.show_scenario(scenario)

    def append(self, happenings: Sequence[Happening]) -> None:
        """Add what is new; the table follows it if it was at its end."""
        bar = self.table.verticalScrollBar()
        follows = bar.value() == bar.maximum()
        self._log.append(happenings)
        if follows and happenings:
            self.table.scrollToBottom()

    def _show_count(self) -> None:
        self._count.setText(tr("{n} of {all} lines", n=self._filter.rowCount(), all=self._log.rowCount()))

    def _lay_out(self) -> None:
        self.search.setAccessibleName(tr("Find in the log"))
        name_clearing(self.search, tr("Clear the search"))
        self.kind.setAccessibleName(tr("Kind of lines to show"))
        self.kind.addItem(tr("Everything"), None)
        for kind in HappeningKind:
            self.kind.addItem(wording.sentence(tr(str(kind))), kind)
        self._count.setProperty("look", "quiet")
        self.table.sortByColumn(TIME, Qt.SortOrder.AscendingOrder)
        self.table.setColumnWidth(0, 130)
        self.table.setColumnWidth(1, 170)
        line = QHBoxLayout()
        line.addWidget(self.search, 1)
        line.addWidget(self.kind)
        line.addWidget(self._count)
        column = QVBoxLayout(self)
        column.addLayout(line)
        column.addWidget(self.table, 1)


class JournalPanel(QWidget):
    """Every action that was accepted; those that wait can be undone, and all can be kept in a file."""

    withdraw_asked = Signal(object)  # JournalEntry
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = JournalModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._journal)
        empty = tr("Nothing was changed so far. Choose a place on the map and change what happens there.")
        self.table = CopyableTable(tr("Journal of changes"), empty)
        self.table.setModel(self._sorted)
        self.undo = QPushButton(tr("Undo the chosen change"))
        self.save = QPushButton(tr("Save the journal…"))
        self._waiting: Journal = ()
        self._lay_out()
        self.undo.clicked.connect(self._ask_to_withdraw)
        self.save.clicked.connect(self.save_asked)
        self.table.selectionModel().selectionChanged.connect(self._show_choice)

    def show_journal(self, scenario: ScenarioPlan, journal: Journal, waiting: Journal) -> None:
        self._waiting = waiting
        self._journal.show_journal(scenario, journal, waiting)
        self.save.setEnabled(bool(journal))
        self._show_choice()

    def _chosen(self) -> Journal:
        rows = self.table.selectionModel().selectedRows()
        return tuple(self._journal.entry(self._sorted.mapToSource(row).row()) for row in rows)

    def _show_choice(self) -> None:
        self.undo.setEnabled(any(entry in self._waiting for entry in self._chosen()))

    def _ask_to_withdraw(self) -> None:
        for entry in self._chosen():
            if entry in self._waiting:
                self.withdraw_asked.emit(entry)

    def _lay_out(self) -> None:
        self.undo.setToolTip(tr("Only a change that has not taken effect yet can be undone"))
        self.undo.setEnabled(False)
        self.save.setEnabled(False)
        for number, width in enumerate((130, 90, 360, 110)):
            self.table.setColumnWidth(number, width)
        line = QHBoxLayout()
        line.addWidget(self.undo)
        line.addStretch(1)
        line.addWidget(self.save)
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addLayout(line)

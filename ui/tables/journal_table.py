"""The journal: every action that was accepted, when it takes effect, whose doing it was, and why."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reception_sim.actions import Journal, JournalEntry
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.translation import tr
from ui import wording


class JournalModel(QAbstractTableModel):
    """One row an action."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = (tr("Takes effect"), tr("State"), tr("Action"), tr("Whose"), tr("Why"))
        self._scenario: ScenarioPlan | None = None
        self._journal: Journal = ()
        self._waiting: frozenset[JournalEntry] = frozenset()

    def show_journal(self, scenario: ScenarioPlan, journal: Journal, waiting: Journal) -> None:
        """Show *journal*, of which *waiting* has not taken effect yet."""
        if (journal, frozenset(waiting)) == (self._journal, self._waiting) and scenario is self._scenario:
            return
        self.beginResetModel()
        self._scenario, self._journal, self._waiting = scenario, journal, frozenset(waiting)
        self.endResetModel()

    def entry(self, row: int) -> JournalEntry:
        return self._journal[row]

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self._journal)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self._headings)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._scenario is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(self._journal[index.row()], index.column(), self._scenario)
        return None

    def _text(self, entry: JournalEntry, column: int, scenario: ScenarioPlan) -> str:
        match column:
            case 0:
                return wording.short_moment(Calendar.of(scenario), entry.time)
            case 1:
                return tr("waiting") if entry in self._waiting else tr("in effect")
            case 2:
                return wording.tell_action(entry.action, scenario)
            case 3:
                return entry.author or wording.sentence(tr(str(entry.origin)))
            case _:
                return entry.reason

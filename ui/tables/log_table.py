"""The log: what happened and what was changed, by local time."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reception_sim.recording import Happening
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.translation import tr
from ui import wording
from ui.tables.kind_filter import KIND_OF_ROW, SORTED_BY

TIME, KIND, WHAT = range(3)


class LogModel(QAbstractTableModel):
    """One row a happening, in the order in which they happened."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = (tr("Local time"), tr("What"), tr("Details"))
        self._rows: list[Happening] = []
        self._scenario: ScenarioPlan | None = None

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Empty the log for a new run."""
        self.beginResetModel()
        self._scenario, self._rows = scenario, []
        self.endResetModel()

    def append(self, happenings: Sequence[Happening]) -> None:
        if not happenings:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(happenings) - 1)
        self._rows.extend(happenings)
        self.endInsertRows()

    def happening(self, row: int) -> Happening:
        return self._rows[row]

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self._rows)

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
        happening = self._rows[index.row()]
        if role == KIND_OF_ROW:
            return happening.kind
        if role == SORTED_BY and index.column() == TIME:
            return happening.time
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, SORTED_BY):
            return self._text(happening, index.column(), self._scenario)
        return None

    @staticmethod
    def _text(happening: Happening, column: int, scenario: ScenarioPlan) -> str:
        match column:
            case 0:
                return wording.short_moment(Calendar.of(scenario), happening.time)
            case 1:
                return wording.sentence(tr(str(happening.kind)))
            case _:
                return wording.tell_happening(happening, scenario)

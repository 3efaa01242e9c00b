"""A small table that is written in: text cells, and cells to tick."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from ui.tables.copyable_table import CopyableTable

Written: TypeAlias = str | bool
_ROLES: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole)


class EditableRows(QAbstractTableModel):
    """Rows of texts and ticks; a column whose heading is in *fixed* cannot be written in."""

    edited = Signal(int, int, object)  # row, column, what was written

    def __init__(self, headings: Sequence[str], fixed: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._fixed = frozenset(fixed)
        self._rows: list[tuple[Written, ...]] = []

    def show_rows(self, rows: Sequence[tuple[Written, ...]]) -> None:
        if list(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

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
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        plain = super().flags(index)
        if not index.isValid() or self._headings[index.column()] in self._fixed:
            return plain
        ticked = isinstance(self._rows[index.row()][index.column()], bool)
        return plain | (Qt.ItemFlag.ItemIsUserCheckable if ticked else Qt.ItemFlag.ItemIsEditable)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        written = self._rows[index.row()][index.column()]
        if isinstance(written, bool):
            ticked = Qt.CheckState.Checked if written else Qt.CheckState.Unchecked
            return ticked if role == Qt.ItemDataRole.CheckStateRole else None
        return written if role in _ROLES else None

    @override
    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            self.edited.emit(index.row(), index.column(), Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole:
            self.edited.emit(index.row(), index.column(), str(value).strip())
            return True
        return False


class WritingTable(CopyableTable):
    """Shows such rows; a key or a double click writes in a cell."""

    def __init__(self, name: str, empty: str, model: EditableRows, parent: QWidget | None = None) -> None:
        super().__init__(name, empty, parent)
        self.setSortingEnabled(False)
        self.setModel(model)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)

    def row_chosen(self) -> int | None:
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else None

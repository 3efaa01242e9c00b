"""Alternatives side by side: a row a setting, a column an alternative; what differs from the plan stands out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from typing_extensions import override

from reception_sim.translation import tr

Index = QModelIndex | QPersistentModelIndex
Value = str | int | float
_ROOT = QModelIndex()


@dataclass(frozen=True)
class SettingRow:
    """A setting: its title, what the plan says, and what each alternative says."""

    title: str
    planned: Value
    values: tuple[Value, ...]

    @property
    def differs(self) -> bool:
        return any(value != self.planned for value in self.values)


class AlternativesTable(QAbstractTableModel):
    """The first two columns are the setting and the plan; an edit is only asked for, whoever shows it decides."""

    edit_asked = Signal(int, int, object)  # row, place of the alternative, value

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SettingRow, ...] = ()
        self._alternatives = 0

    def show_rows(self, rows: Sequence[SettingRow]) -> None:
        """Show settings; cells stay where they are if there are as many as before."""
        number = len(rows[0].values) if rows else 0
        if (len(rows), number) == (len(self._rows), self._alternatives):
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, number + 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, number + 1)
            return
        self.beginResetModel()
        self._rows, self._alternatives = tuple(rows), number
        self.endResetModel()

    def row(self, number: int) -> SettingRow:
        return self._rows[number]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._alternatives + 2

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Setting"), tr("As planned"))[section] if section < 2 else tr("Alternative {n}", n=section - 1)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() >= 2 else usual

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.EditRole if column >= 2:
                return row.values[column - 2]
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(row, column)
            case Qt.ItemDataRole.FontRole if column >= 2 and row.values[column - 2] != row.planned:
                bold = QFont()
                bold.setBold(True)
                return bold
            case _:
                return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() < 2:
            return False
        self.edit_asked.emit(index.row(), index.column() - 2, value)
        return True

    def _text(self, row: SettingRow, column: int) -> str:
        if column == 0:
            return row.title
        if column == 1:
            return _written(row.planned)
        value = row.values[column - 2]
        if row.planned in {value, ""}:
            return _written(value)
        return tr("{planned} → {value}", planned=_written(row.planned), value=_written(value))


def _written(value: Value) -> str:
    return (
        f"\N{MULTIPLICATION SIGN} {value:g}"
        if isinstance(value, float)
        else f"{value:,}"
        if isinstance(value, int)
        else value
    )

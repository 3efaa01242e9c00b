"""A roster as a table: a row a shift, with the people planned, the people found, and what is to be applied."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from reception_sim.translation import tr

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
PEOPLE = 5


@dataclass(frozen=True)
class RosterLine:
    """A shift in words, and how many people: planned, found, and as edited."""

    role: str
    days: str
    hours: str
    planned: int
    found: int
    people: int


class RosterTable(QAbstractTableModel):
    """The last column can be edited; an edit is only asked for."""

    edit_asked = Signal(int, int)  # row, people

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[RosterLine, ...] = ()

    def show_lines(self, lines: Sequence[RosterLine]) -> None:
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else PEOPLE + 1

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Role"), tr("Days"), tr("Hours"), tr("As planned"), tr("Found"), tr("To apply"))[section]

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() == PEOPLE else usual

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column > 2:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return None
        return (line.role, line.days, line.hours, line.planned, line.found, line.people)[column]

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != PEOPLE or not isinstance(value, int):
            return False
        self.edit_asked.emit(index.row(), value)
        return True

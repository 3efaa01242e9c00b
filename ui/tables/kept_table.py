"""Kept answers, a row each: when, about which scenario, what was answered, and where they lie."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reception_sim.translation import tr

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class KeptRow(Protocol):
    """What is shown of a kept answer."""

    @property
    def sentence(self) -> str: ...

    @property
    def scenario(self) -> str: ...

    @property
    def given(self) -> datetime: ...

    @property
    def number(self) -> int | None: ...

    @property
    def engine(self) -> str: ...

    @property
    def is_of_this_engine(self) -> bool: ...


class KeptTable(QAbstractTableModel):
    """Rows in the order in which they are given."""

    ANSWER: ClassVar = 2  # the column that takes the room there is

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = (tr("Given"), tr("Scenario"), tr("Answer"), tr("Kept"))
        self._rows: list[tuple[str, ...]] = []

    def show_rows(self, rows: Sequence[KeptRow]) -> None:
        self.beginResetModel()
        self._rows = [_cells(row) for row in rows]
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None


def _cells(row: KeptRow) -> tuple[str, ...]:
    kept = tr("in this window") if row.number is None else tr("in the project")
    if not row.is_of_this_engine:
        kept = tr("{kept}, by version {version}", kept=kept, version=row.engine)
    return f"{row.given:%d %b %Y %H:%M}", row.scenario, row.sentence, kept

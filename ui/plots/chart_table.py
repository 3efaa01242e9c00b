"""The figures of a chart as a table: what assistive technology reads instead of curves."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reception_sim.translation import tr
from ui import wording
from ui.plots.chart_columns import ChartColumns
from ui.plots.content import ChartContent, ChartMark
from ui.plots.wall_clock import moment_text

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True)
class ChartRow:
    """One moment of a chart (wall-clock seconds): a value a series, NaN where none is known, and what was done then."""

    time: float
    values: tuple[float, ...]
    done: str


def rows_of(columns: ChartColumns, marks: Sequence[ChartMark]) -> list[ChartRow]:
    """Return a row for each moment; what was done stands at the first moment that follows it."""
    done: dict[int, list[str]] = {}
    for mark in marks:
        row = min(int(columns.time.searchsorted(mark.time)), len(columns) - 1)
        done.setdefault(row, []).append(mark.label)
    values = zip(*(columns.values(name).tolist() for name in columns.names), strict=True)
    return [
        ChartRow(time, row, "; ".join(done.get(number, ())))
        for number, (time, row) in enumerate(zip(columns.time.tolist(), values, strict=True))
    ]


class ChartTable(QAbstractTableModel):
    """Time, one column a series, and what was done; `bring_up_to_date` takes what the chart has taken since."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = ChartContent()
        self._rows: list[ChartRow] = []

    def show_content(self, content: ChartContent) -> None:
        """Start empty, with the columns of *content*."""
        self.beginResetModel()
        self._content, self._rows = content, []
        self.endResetModel()

    def bring_up_to_date(self, columns: ChartColumns, marks: Sequence[ChartMark]) -> None:
        """Read the figures of the chart again."""
        self.beginResetModel()
        self._rows = rows_of(columns, marks)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._content.series) + 2

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return headings(self._content)[section] if section < self.columnCount() else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        is_number = 0 < index.column() <= len(self._content.series)
        if role == Qt.ItemDataRole.TextAlignmentRole and is_number:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        return (
            wording.count(row.values[index.column() - 1])
            if is_number
            else row.done
            if index.column()
            else moment_text(row.time)
        )


def headings(content: ChartContent) -> list[str]:
    """Return what stands above each column."""
    named = [tr("{series} ({unit})", series=one.name, unit=content.unit_of(one.name)) for one in content.series]
    return [tr("Local time"), *named, tr("Done")]

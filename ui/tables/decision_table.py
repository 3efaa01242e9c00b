"""Decisions of an exercise: what was decided, for whom, and how far it is on its way, as a bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from reception_sim.translation import tr
from ui import wording
from ui.theme import current_theme

SHARE: Final = Qt.ItemDataRole.UserRole
DECISION: Final = Qt.ItemDataRole.UserRole + 1
WAY: Final = 1


@dataclass(frozen=True)
class DecisionRow:
    """A decision as it is shown: its number, words for it, when it was taken, takes effect, and is over (s)."""

    number: int
    what: str
    cell: str
    taken: float
    effect: float
    moment: str
    withdrawn: bool = False
    cost: str = ""
    over: float | None = None

    def on_its_way(self, now: float) -> bool:
        return not self.withdrawn and self.effect > now

    def share(self, now: float) -> float:
        """Return how much of the way is behind it, from 0 to 1."""
        whole = self.effect - self.taken
        return 1.0 if whole <= 0 else min(1.0, max(0.0, (now - self.taken) / whole))


class DecisionModel(QAbstractTableModel):
    """One row a decision, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = (tr("Decision"), tr("In effect in"), tr("Cell"), tr("Taken"), tr("Cost"))
        self._rows: list[DecisionRow] = []
        self._now = 0.0

    def show_decisions(self, rows: Sequence[DecisionRow], now: float) -> None:
        """Show *rows* as they stand at *now* (s)."""
        newest = sorted(rows, key=lambda row: -row.number)
        self._now = now
        if newest != self._rows:
            self.beginResetModel()
            self._rows = newest
            self.endResetModel()
        elif newest:
            self.dataChanged.emit(self.index(0, WAY), self.index(len(newest) - 1, WAY))

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
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == DECISION:
            return row.number if row.on_its_way(self._now) else None
        if role == SHARE and index.column() == WAY:
            return row.share(self._now) if row.on_its_way(self._now) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._texts(row)[index.column()]
        return None

    def _texts(self, row: DecisionRow) -> tuple[str, ...]:
        return (row.what, self._state(row), row.cell, row.moment, row.cost)

    def _state(self, row: DecisionRow) -> str:
        if row.withdrawn:
            return tr("taken back")
        if row.on_its_way(self._now):
            return wording.duration(row.effect - self._now)
        return tr("in effect") if row.over is None or self._now < row.over else tr("over")


class WayDelegate(QStyledItemDelegate):
    """Draws under the words how far a decision is on its way."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        share = index.data(SHARE)
        if isinstance(share, float):
            theme = current_theme()
            frame = QRectF(option.rect).adjusted(2, 3, -2, -3)
            painter.fillRect(frame, theme.colour("sunken"))
            frame.setWidth(frame.width() * share)
            painter.fillRect(frame, theme.colour("accent_soft"))
        super().paint(painter, option, index)

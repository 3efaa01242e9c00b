"""A table that can be sorted and copied into a spreadsheet, and that says what belongs in it while it is empty."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QAction, QGuiApplication, QHelpEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget
from typing_extensions import override

from reception_sim.translation import tr
from ui.plain_text import tip

_BESIDE_TEXT: Final = 8  # px above and below the text of a row


class CopyableTable(QTableView):
    """Shows a model's rows; Ctrl+C copies the selected ones with their headings, tab-separated."""

    def __init__(self, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self.setAccessibleName(name)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # until somebody sorts it
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.addAction(self._copy_action())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show *model*; its headings offer to sort by them only if it can be sorted."""
        self.setSortingEnabled(model is not None and _can_be_sorted(model))
        super().setModel(model)

    @override
    def selectRow(self, row: int) -> None:
        """Choose one row alone; Qt adds it to those that are chosen while Ctrl is held, as it is for a shortcut."""
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), alone)

    def copy(self) -> None:
        """Copy the selected rows, or all if none is selected, as a spreadsheet reads them."""
        model = self.model()
        chosen = [index.row() for index in self.selectionModel().selectedRows()]
        rows = sorted(chosen) or range(model.rowCount())
        lines = [_headings(model), *(_cells(model, row) for row in rows)]
        QGuiApplication.clipboard().setText("\n".join(lines))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Show what a cell holds, which may be longer than the cell."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            said = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            QToolTip.showText(event.globalPos(), tip(said), self, self.visualRect(index))
            return True
        return super().viewportEvent(event)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.model() is None or self.model().rowCount() > 0:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().placeholderText().color())
        frame = self.viewport().rect().adjusted(24, 12, -24, -12)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)
        painter.end()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _BESIDE_TEXT)

    def _copy_action(self) -> QAction:
        copy = QAction(tr("Copy rows"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        return copy


def _can_be_sorted(model: QAbstractItemModel) -> bool:
    """Tell whether a model says itself how it is sorted, or stands before one that is sorted for it."""
    own = (kind for kind in type(model).__mro__ if not kind.__module__.startswith("PySide6"))
    return isinstance(model, QSortFilterProxyModel) or any("sort" in vars(kind) for kind in own)


def _headings(model: QAbstractItemModel) -> str:
    across = Qt.Orientation.Horizontal
    return "\t".join(str(model.headerData(column, across)) for column in range(model.columnCount()))


def _cells(model: QAbstractItemModel, row: int) -> str:
    columns = range(model.columnCount(QModelIndex()))
    return "\t".join(str(model.index(row, column).data() or "") for column in columns)

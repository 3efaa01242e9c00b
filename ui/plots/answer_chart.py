"""A chart of an answer with its table twin: one button changes between them, a menu saves or copies either."""

import csv
import io
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTableView, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from reception_sim.translation import tr
from ui.plots.chart_menu import ChartMenu
from ui.plots.elided_label import ElidedLabel
from ui.plots.figure_painting import on_page, on_paper, paint_figure, printed_height
from ui.plots.figures import Figure, headings, is_empty, rows
from ui.plots.picture import SIZE, Picture
from ui.theme import GRID, LIGHT, Theme, icon

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEAST = QSize(320, 180)
_PRINTED_WIDTH = 720


class AnswerChart(QWidget):
    """Shows one figure; `show_figure` is its one way in, and may be called as often as there is news."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figure: Figure | None = None
        self._title = ElidedLabel()
        self._drawing = Drawing(theme)
        self.table = FigureTable(self)
        self._view = QTableView()
        self._body = QStackedWidget()
        self.as_table = QToolButton()
        self._more = QToolButton()
        self.menu = ChartMenu(self.picture, self._text, self)
        self._lay_out()
        self.as_table.toggled.connect(lambda shown: self._body.setCurrentIndex(int(shown)))

    @property
    def figure(self) -> Figure | None:
        return self._figure

    def show_figure(self, figure: Figure) -> None:
        self._figure = figure
        self._title.setText(figure.title)
        self.setAccessibleName(figure.title)
        self._drawing.show_figure(figure)
        self.table.show_figure(figure)
        self._view.resizeColumnsToContents()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._drawing.set_theme(theme)
        self.as_table.setIcon(icon("table", theme))
        self._more.setIcon(icon("more", theme))

    def picture(self) -> Picture:
        """Return the chart with its title, on paper of its own."""
        assert self._figure is not None  # the menu opens once there is a figure
        return drawing_of(self._figure, self.font().family(), self._theme)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._figure is not None:
            self.menu.popup(event.globalPos())

    def _text(self, delimiter: str) -> str:
        assert self._figure is not None  # as above
        written = io.StringIO()
        table = csv.writer(written, delimiter=delimiter, lineterminator="\n")
        table.writerow(headings(self._figure))
        table.writerows(rows(self._figure))
        return written.getvalue()

    def _lay_out(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._title.setProperty("look", "chart")
        self._view.setModel(self.table)
        self._view.verticalHeader().hide()
        self._view.setTabKeyNavigation(False)
        self._view.setAccessibleName(tr("Figures of this chart"))
        self.as_table.setCheckable(True)
        self._more.setMenu(self.menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        head = QHBoxLayout()
        head.setContentsMargins(GRID, 0, 0, 0)
        head.addWidget(self._title, 1)
        for button, name, picture in (
            (self.as_table, tr("Show as a table"), "table"),
            (self._more, tr("Save or copy this chart"), "more"),
        ):
            _dress(button, name, picture, self._theme)
            head.addWidget(button)
        self._body.addWidget(self._drawing)
        self._body.addWidget(self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._body, 1)


class Drawing(QWidget):
    """The figure as large as there is room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figure: Figure | None = None
        self.setMinimumSize(_LEAST)

    def show_figure(self, figure: Figure) -> None:
        self._figure = figure
        self.setAccessibleName(tr("Chart: {title}", title=figure.title))
        self.setAccessibleDescription("; ".join(" ".join(row) for row in rows(figure)[:20]))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figure is None or is_empty(self._figure):
            return
        painter = QPainter(self)
        inner = QRectF(self.rect()).adjusted(GRID, 0, -GRID, -GRID / 2)
        paint_figure(self._figure, painter, inner, self._theme, self.font().family())
        painter.end()


class FigureTable(QAbstractTableModel):
    """What the chart draws, as text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: list[str] = []
        self._rows: list[list[str]] = []

    def show_figure(self, figure: Figure) -> None:
        self.beginResetModel()
        self._headings, self._rows = headings(figure), rows(figure)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headings[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def drawing_of(figure: Figure, family: str, theme: Theme = LIGHT) -> Picture:
    """Return a figure with its title, on paper of its own."""
    paper = QRectF(QPointF(), SIZE.toSizeF())
    return Picture(figure.title, partial(on_paper, figure, theme, family, paper))


def printed_drawing_of(figure: Figure, family: str) -> Picture:
    """Return a figure for a page that has its title: as high as it needs to be, its words large enough to read."""
    size = QSize(_PRINTED_WIDTH, printed_height(figure))
    rect = QRectF(QPointF(), size.toSizeF())
    return Picture(figure.title, partial(on_page, figure, LIGHT, family, rect), size)


def _dress(button: QToolButton, name: str, picture: str, theme: Theme) -> None:
    button.setProperty("look", "flat")
    button.setIcon(icon(picture, theme))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolTip(name)
    button.setAccessibleName(name)

"""Figures over calendar time: a title, a legend to switch series, a cross-hair that reads values out, and a menu."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from reception_sim.recording import Times
from reception_sim.translation import tr
from ui.plots.chart_columns import ChartColumns
from ui.plots.chart_figures import figures_text
from ui.plots.chart_menu import ChartMenu
from ui.plots.chart_picture import ChartPicture, ChartView
from ui.plots.chart_table import ChartRow, ChartTable, rows_of
from ui.plots.content import ChartContent, ChartMark, ChartPanel, ChartSeries, ReferenceLine
from ui.plots.elided_label import ElidedLabel
from ui.plots.legend import Legend
from ui.plots.picture import Picture
from ui.plots.plot_area import PlotArea
from ui.plots.readout import Readout, reading
from ui.theme import GRID, Theme, icon

_NEAR: Final = 6  # px within which a mark is read out


class TimeChart(QWidget):
    """Takes figures as they come; draws them once a frame, and only while it is seen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = ChartContent()
        self._columns = ChartColumns()
        self._marks: list[ChartMark] = []
        self._row: int | None = None
        self._stale = False
        self._title = ElidedLabel()
        self._legend = Legend()
        self._more = QToolButton()
        self._area = PlotArea()
        self._readout = Readout(self)
        self._redraw = QTimer(self, singleShot=True, interval=0)
        self.table = ChartTable(self)
        self.menu = ChartMenu(self._picture, self._figures, self)
        self.menu.offer_all_time()
        self._lay_out()
        self._connect()

    def show_chart(
        self, title: str, unit: str, series: tuple[ChartSeries, ...], lines: tuple[ReferenceLine, ...] = ()
    ) -> None:
        """Start an empty chart of series that share a unit."""
        self.show_content(ChartContent(title, (ChartPanel(unit, series, lines),)))

    def show_content(self, content: ChartContent) -> None:
        """Start an empty chart, of several panels over the same time if need be."""
        self._content = content
        self._title.setText(content.title)
        self.setAccessibleName(content.title)
        self._area.setAccessibleName(tr("Chart: {title}", title=content.title))
        self._legend.show_content(content, self._theme)
        self._area.show_content(content, self._theme)
        self.clear()

    def append(self, time: Times, values: Mapping[str, Times]) -> None:
        """Add the *values* of each series at *time*: wall-clock seconds, later than all before."""
        self._columns.append(time, values)
        self._draw_soon()

    def mark(self, time: float, label: str) -> None:
        """Mark a moment (wall-clock seconds) at which something was done."""
        self._marks.append(ChartMark(time, label))
        self._area.show_marks(self._marks)

    def clear(self) -> None:
        """Forget all figures and marks."""
        self._columns = ChartColumns(series.name for series in self._content.series)
        self._marks = []
        self._area.show_marks(())
        self._area.forget_time()
        self.table.show_content(self._content)
        self._point_at_row(None)
        self._draw_soon()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._more.setIcon(icon("more", theme))
        self._legend.show_content(self._content, theme)
        self._area.show_content(self._content, theme)
        self._area.show_marks(self._marks)
        self._draw_soon()

    def rows(self) -> list[ChartRow]:
        """Return what is drawn as figures, a row a moment."""
        return rows_of(self._columns, self._marks)

    @property
    def content(self) -> ChartContent:
        return self._content

    @property
    def hidden_series(self) -> set[str]:
        return self._legend.hidden

    def show_series(self, name: str, *, shown: bool) -> None:
        """Switch a series on or off."""
        self._legend.buttons[name].setChecked(shown)

    def point_at(self, time: float | None) -> None:
        """Read out the values nearest to a moment (wall-clock seconds); None takes the cross-hair away."""
        self._point_at_row(None if time is None else self._columns.nearest(time))

    @property
    def read_out(self) -> str:
        """Return what the cross-hair says, as plain text; empty while it is away."""
        return self._readout.plain_text

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._draw_soon()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_soon()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu.popup(event.globalPos())

    def _draw_soon(self) -> None:
        self._stale = True
        if self.isVisible():
            self._redraw.start()

    def _draw(self) -> None:
        self._stale = False
        self._area.draw(self._columns, self._legend.hidden)
        self._point_at_row(self._row)

    def _point_at_row(self, row: int | None) -> None:
        self._row = row
        self._area.point_at(self._columns, self._legend.hidden, row)
        if row is None:
            self._readout.hide_reading()
            return
        told = reading(self._content, self._columns, row, self._legend.hidden, self._done_near(row))
        place = self._area.mapTo(self, self._area.rect().topLeft())
        self._readout.show_reading(told, self._theme, place.x() + self._area.x_of(told.time), place.y())
        self._area.setAccessibleDescription(self._readout.plain_text)

    def _done_near(self, row: int) -> list[str]:
        time, near = float(self._columns.time[row]), _NEAR * self._area.seconds_a_pixel()
        return [mark.label for mark in self._marks if abs(mark.time - time) <= near]

    def _step(self, rows: int) -> None:
        if len(self._columns):
            start = len(self._columns) - 1 if self._row is None else self._row + rows
            self._point_at_row(min(max(start, 0), len(self._columns) - 1))

    def _picture(self) -> Picture:
        since, until = self._area.window_over(self._columns)
        view = ChartView(self._content, self._columns, self._marks, self._legend.hidden, since, until)
        return ChartPicture(view, self._theme, self.font().family()).picture()

    def _figures(self, delimiter: str) -> str:
        return figures_text(self._content, self.rows(), delimiter)

    def _connect(self) -> None:
        self._redraw.timeout.connect(self._draw)
        self._legend.changed.connect(self._draw)
        self._area.pointed.connect(self.point_at)
        self._area.stepped.connect(self._step)
        self.menu.all_time_asked.connect(self._area.show_all_time)

    def _lay_out(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._title.setProperty("look", "chart")
        self._more.setProperty("look", "flat")
        self._more.setIcon(icon("more", self._theme))
        self._more.setMenu(self.menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setToolTip(tr("Save or copy this chart"))
        self._more.setAccessibleName(tr("Save or copy this chart"))
        head = QHBoxLayout()
        head.setContentsMargins(GRID, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._legend)
        column.addWidget(self._area, 1)

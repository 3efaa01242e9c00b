"""Where the panels of a chart are drawn, one above another over the same time."""

from collections.abc import Sequence
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsGridLayout, QWidget
from typing_extensions import override

from ui.plots.chart_columns import ChartColumns
from ui.plots.content import ChartContent, ChartMark
from ui.plots.plot_panel import PlotPanel
from ui.plots.time_window import TimeWindow
from ui.theme import Theme

_SMALL: Final = 0.9  # of the system's text size
_MARGIN: Final = 0.025  # of the time shown, so that the first label has room
_PAGE: Final = 12  # rows
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -_PAGE, Qt.Key.Key_PageDown: _PAGE}


class PlotArea(pg.GraphicsView):
    """Draws panels; tells where the mouse or the arrow keys point."""

    pointed = Signal(object)  # wall-clock seconds, or None
    stepped = Signal(int)  # rows on from the one pointed at

    def __init__(self, parent: QWidget | None = None) -> None:
        pg.GraphicsView.__init__(self, parent)
        self._panels: tuple[PlotPanel, ...] = ()
        self._layout = pg.GraphicsLayout()
        self._window = TimeWindow()
        self._pressed: QPointF | None = None
        pg.GraphicsView.setCentralItem(self, self._layout)

    def show_content(self, content: ChartContent, theme: Theme) -> None:
        """Build the panels anew, empty."""
        pg.GraphicsView.setBackground(self, theme.colour("surface"))
        self._layout.clear()
        self._layout.setContentsMargins(0, 4, 14, 0)
        self._layout.setSpacing(4)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        self._panels = tuple(PlotPanel(panel, theme, font) for panel in content.panels)
        rows: object = self._layout.layout
        assert isinstance(rows, QGraphicsGridLayout)  # pyqtgraph keeps it where Qt has a method
        for row, panel in enumerate(self._panels):
            self._layout.addItem(panel.plot, row=row, col=0)
            rows.setRowStretchFactor(row, content.panels[row].height)
        for upper in self._panels[:-1]:
            upper.hide_times()

    def draw(self, columns: ChartColumns, hidden: set[str]) -> None:
        """Draw all that is known."""
        self.window_over(columns)
        self._show_window()
        for panel in self._panels:
            panel.draw(columns, hidden, points=max(self.width(), 100))
        self._align()

    def window_over(self, columns: ChartColumns) -> tuple[float, float]:
        """Return the time shown: all that is known, or what was zoomed into."""
        if len(columns):
            self._window.follow(float(columns.time[0]), float(columns.time[-1]))
        return self._window.since, self._window.until

    def show_marks(self, marks: Sequence[ChartMark]) -> None:
        for row, panel in enumerate(self._panels):
            panel.show_marks(marks, heads=row == 0)

    def point_at(self, columns: ChartColumns, hidden: set[str], row: int | None) -> None:
        """Put the cross-hair on a row of the columns in every panel, or take it away."""
        for panel in self._panels:
            panel.point_at(columns, hidden, row)

    def forget_time(self) -> None:
        """Be ready for another run."""
        self._window = TimeWindow()

    def show_all_time(self) -> None:
        """Leave the part that was zoomed into."""
        self._window.show_all()
        self._show_window()

    def x_of(self, time: float) -> float:
        """Return where a moment stands, in pixels from the left."""
        in_scene: QPointF = self._panels[0].box.mapViewToScene(QPointF(time, 0.0))
        return float(self.mapFromScene(in_scene).x())

    def seconds_a_pixel(self) -> float:
        return float(self._panels[0].box.viewPixelSize()[0])

    @override
    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        if not self._panels:
            return
        if self._pressed is not None and self._window.zoomed:
            self._window.pan(self._time_at(self._pressed) - self._time_at(ev.position()))
            self._pressed = ev.position()
            self._show_window()
        self.pointed.emit(self._time_at(ev.position()))

    @override
    def mousePressEvent(self, ev: QMouseEvent) -> None:
        self._pressed = ev.position() if ev.button() is Qt.MouseButton.LeftButton else None

    @override
    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        self._pressed = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.show_all_time()

    @override
    def leaveEvent(self, ev: QEvent) -> None:
        self.pointed.emit(None)

    @override
    def wheelEvent(self, ev: QWheelEvent) -> None:
        """Zoom in time with Ctrl held; without it the page scrolls, as it does everywhere else."""
        if self._panels and ev.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._window.zoom(1.0015 ** -ev.angleDelta().y(), self._time_at(ev.position()))
            self._show_window()
            ev.accept()
        else:
            ev.ignore()

    @override
    def keyPressEvent(self, ev: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(ev.key()))
        if step is None:
            ev.ignore()
        else:
            self.stepped.emit(step)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.pointed.emit(None)
        super().focusOutEvent(event)

    def _show_window(self) -> None:
        since, until = self._window.since, self._window.until
        margin = _MARGIN * (until - since)
        for panel in self._panels:
            panel.show_time(since - margin, until + margin)

    def _align(self) -> None:
        width = max((panel.label_width() for panel in self._panels), default=0.0)
        for panel in self._panels:
            panel.make_room(width)

    def _time_at(self, position: QPointF) -> float:
        return float(self._panels[0].box.mapSceneToView(self.mapToScene(position.toPoint())).x())

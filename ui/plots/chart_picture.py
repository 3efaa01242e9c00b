"""A chart as a picture to take away: drawn on paper of its own size, whatever the window shows of it.

The plot on the screen cannot be rendered into SVG: it draws in seconds since 1970, which SVG's numbers are too short
for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPolygonF

from ui.plots.axes import DATE_ROOM, NUMBERS_APART, count_step, multiples, time_labels, time_step
from ui.plots.chart_columns import ChartColumns
from ui.plots.content import ChartContent, ChartMark, ChartPanel, ChartSeries, ReferenceLine
from ui.plots.legend import SWATCH, draw_swatch, line_text
from ui.plots.pens import area_colour, curve_pen, line_pen, mark_pen
from ui.plots.picture import SIZE, Picture
from ui.plots.plot_panel import highest_value
from ui.theme import GRID, Theme

_TEXT: Final = 13
_SMALL: Final = 12
_HEAD: Final = 5.0


@dataclass(frozen=True)
class ChartView:
    """What is to be drawn: the figures, without what is switched off, between two moments (wall-clock seconds)."""

    content: ChartContent
    columns: ChartColumns
    marks: Sequence[ChartMark]
    hidden: set[str]
    since: float
    until: float


class ChartPicture:
    """Draws a chart on anything that can be painted on."""

    def __init__(self, view: ChartView, theme: Theme, family: str) -> None:
        self._view, self._theme = view, theme
        self._title, self._text, self._small = QFont(family), QFont(family), QFont(family)
        self._title.setPixelSize(_TEXT)
        self._title.setBold(True)
        self._text.setPixelSize(_TEXT)
        self._small.setPixelSize(_SMALL)
        self._line = QFontMetricsF(self._text).height()

    def picture(self) -> Picture:
        """Return the chart as a picture to save or copy."""
        return Picture(self._view.content.title, self._paint)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(QPointF(), SIZE.toSizeF()), self._theme.colour("surface"))
        painter.setPen(self._theme.colour("text"))
        painter.setFont(self._title)
        painter.drawText(QPointF(2 * GRID, 2 * GRID + self._line), self._view.content.title)
        self._paint_legend(painter, 3 * GRID + self._line)
        for frame, panel in self._frames():
            _PanelPicture(painter, frame, self._view, self._theme, self._small).paint(panel)
        painter.end()

    def _paint_legend(self, painter: QPainter, y: float) -> None:
        x, metrics = 2.0 * GRID, QFontMetricsF(self._text)
        content = self._view.content
        painter.setFont(self._text)
        named: list[ChartSeries | ReferenceLine] = [*content.series, *content.lines]
        for drawn in named:
            if drawn.name in self._view.hidden:
                continue
            text = line_text(drawn) if isinstance(drawn, ReferenceLine) else drawn.name
            painter.save()
            painter.translate(x, y + (self._line - SWATCH.height()) / 2)
            draw_swatch(painter, drawn, self._theme)
            painter.restore()
            painter.setPen(self._theme.colour("text"))
            painter.drawText(QPointF(x + SWATCH.width() + GRID / 2, y + metrics.ascent()), text)
            x += SWATCH.width() + metrics.horizontalAdvance(text) + 3 * GRID

    def _frames(self) -> Iterator[tuple[QRectF, ChartPanel]]:
        """Yield where each panel's axes stand, from the top down."""
        panels = self._view.content.panels
        left, top = 9.0 * GRID, 5.0 * GRID + 2 * self._line
        room = SIZE.height() - top - 2 * GRID - self._line - 2 * GRID * (len(panels) - 1)
        shares = sum(panel.height for panel in panels)
        for panel in panels:
            height = room * panel.height / shares
            yield QRectF(left, top, SIZE.width() - left - 3 * GRID, height), panel
            top += height + 2 * GRID


class _PanelPicture:
    """Draws one panel into its frame."""

    def __init__(self, painter: QPainter, frame: QRectF, view: ChartView, theme: Theme, font: QFont) -> None:
        self._painter, self._frame, self._view, self._theme = painter, frame, view, theme
        self._metrics = QFontMetricsF(font)
        self._top = 1.0
        painter.setFont(font)

    def paint(self, panel: ChartPanel) -> None:
        self._top = highest_value(panel, self._view.columns, self._view.hidden)
        self._paint_counts(panel.unit)
        self._paint_times(labelled=panel is self._view.content.panels[-1])
        self._painter.save()
        self._painter.setClipRect(self._frame.adjusted(-2, -2 * GRID, 2, 2))
        for series in panel.series:
            if series.name not in self._view.hidden and len(self._view.columns):
                self._paint_curve(series)
        for line in panel.lines:
            if line.name not in self._view.hidden:
                self._painter.setPen(line_pen(self._theme))
                self._across(self._y(line.value))
        self._paint_marks(labelled=panel is self._view.content.panels[0])
        self._painter.restore()

    def _paint_counts(self, unit: str) -> None:
        step = count_step(self._top, self._frame.height() / (self._metrics.height() * NUMBERS_APART))
        for value in multiples(0.0, self._top, step):
            self._painter.setPen(self._theme.colour("line"))
            self._across(self._y(value))
            self._write(
                self._frame.left() - GRID, self._y(value) + self._metrics.ascent() / 2 - 1, f"{value:,.0f}", 1.0
            )
        self._painter.save()
        self._painter.translate(3 * GRID, self._frame.center().y())
        self._painter.rotate(-90)
        self._write(0.0, 0.0, unit, 0.5)
        self._painter.restore()

    def _paint_times(self, *, labelled: bool) -> None:
        span = self._view.until - self._view.since
        step = time_step(span, self._frame.width() / (self._metrics.horizontalAdvance(DATE_ROOM) * 1.25))
        values = list(multiples(self._view.since, self._view.until, step))
        for value, label in zip(values, time_labels(values, step), strict=True):
            self._painter.setPen(self._theme.colour("line"))
            self._upright(self._x(value))
            if labelled:
                self._write(self._x(value), self._frame.bottom() + self._metrics.height() + 2, label, 0.5)

    def _paint_curve(self, series: ChartSeries) -> None:
        time, values = self._view.columns.thinned(series.name, round(self._frame.width()))
        points = [QPointF(self._x(x), self._y(y)) for x, y in zip(time.tolist(), values.tolist(), strict=True)]
        if series.filled:
            floor = self._frame.bottom()
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(area_colour(series, self._theme))
            ends = [QPointF(points[-1].x(), floor), QPointF(points[0].x(), floor)]
            self._painter.drawPolygon(QPolygonF([*points, *ends]))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(curve_pen(series, self._theme))
        self._painter.drawPolyline(QPolygonF(points))

    def _paint_marks(self, *, labelled: bool) -> None:
        free_from = self._frame.left()
        for mark in sorted(self._view.marks, key=lambda mark: mark.time):
            x, top = self._x(mark.time), self._frame.top()
            self._painter.setPen(mark_pen(self._theme))
            self._upright(x)
            if not labelled:
                continue
            self._painter.setBrush(self._theme.colour("text"))
            self._painter.setPen(Qt.PenStyle.NoPen)
            head = [QPointF(x - _HEAD, top - _HEAD), QPointF(x + _HEAD, top - _HEAD), QPointF(x, top + _HEAD)]
            self._painter.drawPolygon(QPolygonF(head))
            if x >= free_from:
                self._write(x + GRID, top - 2, mark.label, 0.0)
                free_from = x + 2 * GRID + self._metrics.horizontalAdvance(mark.label)

    def _write(self, x: float, baseline: float, text: str, before: float) -> None:
        """Write *text* so that the part *before* (0 to 1) of it lies left of *x*."""
        self._painter.setPen(self._theme.colour("muted"))
        self._painter.drawText(QPointF(x - before * self._metrics.horizontalAdvance(text), baseline), text)

    def _across(self, y: float) -> None:
        self._painter.drawLine(QLineF(self._frame.left(), y, self._frame.right(), y))

    def _upright(self, x: float) -> None:
        self._painter.drawLine(QLineF(x, self._frame.top(), x, self._frame.bottom()))

    def _x(self, time: float) -> float:
        part = (time - self._view.since) / (self._view.until - self._view.since)
        return self._frame.left() + part * self._frame.width()

    def _y(self, value: float) -> float:
        return self._frame.bottom() - value / self._top * self._frame.height()

"""One panel of a chart: its curves, its named lines, its marks and the cross-hair, drawn by pyqtgraph."""

from collections.abc import Sequence
from math import ceil
from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QFont, QFontMetricsF

from reception_sim.recording import Times
from ui.plots.axes import CountAxis, TimeAxis
from ui.plots.chart_columns import ChartColumns
from ui.plots.content import ChartMark, ChartPanel, ChartSeries
from ui.plots.dashes import dashes
from ui.plots.pens import area_colour, line_pen, mark_pen, solid_pen
from ui.theme import Theme

_HEADROOM: Final = 1.12


class PlotPanel:
    """Draws what a panel shows into a plot of its own."""

    def __init__(self, panel: ChartPanel, theme: Theme, font: QFont) -> None:
        self._panel, self._theme, self._font = panel, theme, font
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        self._across, self._up = TimeAxis(theme, font), CountAxis(theme, font)
        self.plot = pg.PlotItem(viewBox=self.box, axisItems={"bottom": self._across, "left": self._up})
        self._curves = {series.name: pg.PlotCurveItem(antialias=True) for series in panel.series}
        self._lines = {line.name: pg.InfiniteLine(pos=line.value, angle=0, pen=line_pen(theme)) for line in panel.lines}
        self._dots = pg.ScatterPlotItem(size=7, pen=None, useCache=False)
        self._cross_hair = pg.InfiniteLine(angle=90, pen=pg.mkPen(theme.colour("muted"), width=1))
        self._marks: list[pg.InfiniteLine] = []
        self._top = 1.0
        self._lay_out()

    def draw(self, columns: ChartColumns, hidden: set[str], *, points: int) -> None:
        """Draw every series that is not *hidden*, and fit the height to what is seen."""
        self._fit_height(columns, hidden)
        for series in self._panel.series:
            self._curves[series.name].setVisible(series.name not in hidden)
            if series.name not in hidden:
                self._draw_curve(series, *columns.thinned(series.name, points))
        for name, line in self._lines.items():
            line.setVisible(name not in hidden)

    def show_marks(self, marks: Sequence[ChartMark], *, heads: bool) -> None:
        """Draw a dotted line at each moment something was done, with an arrow's head on it."""
        for line in self._marks:
            self.plot.removeItem(line)
        pen = mark_pen(self._theme)
        self._marks = [pg.InfiniteLine(pos=mark.time, angle=90, pen=pen) for mark in marks]
        for line in self._marks:
            if heads:
                line.addMarker("v", position=1.0, size=9.0)
            self.plot.addItem(line)

    def point_at(self, columns: ChartColumns, hidden: set[str], row: int | None) -> None:
        """Put the cross-hair on a row of the columns, or take it away."""
        self._cross_hair.setVisible(row is not None)
        self._dots.setVisible(row is not None)
        if row is None:
            return
        time = float(columns.time[row])
        shown = [series for series in self._panel.series if series.name not in hidden]
        self._cross_hair.setPos(time)
        self._dots.setData(
            x=[time for _ in shown],
            y=[float(columns.values(series.name)[row]) for series in shown],
            brush=[self._theme.series_colour(series.colour) for series in shown],
        )

    def show_time(self, since: float, until: float) -> None:
        if self.box.viewRange()[0] != [since, until]:
            self.box.setXRange(since, until, padding=0)

    def hide_times(self) -> None:
        """Leave the labels of the time axis to the panel below."""
        pg.AxisItem.setStyle(self._across, showValues=False)
        self._across.setHeight(2)

    def label_width(self) -> float:
        """Return the width that the numbers of the axis take now."""
        return QFontMetricsF(self._font).horizontalAdvance(f"{self._top:,.0f}")

    def make_room(self, numbers: float) -> None:
        """Put the axis where it stands in every panel; *numbers* is the width of the widest."""
        width = ceil(numbers + QFontMetricsF(self._font).height()) + 14
        if self._up.size().width() != width:
            self._up.setWidth(width)

    def _draw_curve(self, series: ChartSeries, time: Times, values: Times) -> None:
        curve = self._curves[series.name]
        if series.dash and len(time) > 1:
            curve.setData(*dashes(time, values, self.box.viewPixelSize()), connect="pairs", skipFiniteCheck=True)
        else:
            curve.setData(time, values, skipFiniteCheck=True)

    def _fit_height(self, columns: ChartColumns, hidden: set[str]) -> None:
        top = highest_value(self._panel, columns, hidden)
        if not 0.8 * self._top <= top <= self._top:  # it follows the figures, but does not tremble with each of them
            self._top = 1.1 * top
            self.box.setYRange(0.0, self._top, padding=0)

    def _lay_out(self) -> None:
        self.plot.hideButtons()
        self.plot.setMenuEnabled(False)
        for axis in (self._across, self._up):
            axis.setZValue(-1)  # the grid lies under the curves
        self._up.setLabel(self._panel.unit, color=self._theme.muted)
        self._up.label.setFont(self._font)
        self.box.setYRange(0.0, self._top, padding=0)
        self._across.setHeight(ceil(QFontMetricsF(self._font).height()) + 6)
        for line in self._lines.values():
            self.plot.addItem(line)
        for series in self._panel.series:
            self._add_curve(series)
        for item in (self._cross_hair, self._dots):
            item.hide()
            self.plot.addItem(item, ignoreBounds=True)

    def _add_curve(self, series: ChartSeries) -> None:
        curve = self._curves[series.name]
        curve.setPen(solid_pen(series, self._theme))
        curve.setSegmentedLineMode("on")  # Qt strokes a long, wide polyline far more slowly than its pieces
        if series.filled:
            curve.setFillLevel(0.0)
            curve.setBrush(area_colour(series, self._theme))
        self.plot.addItem(curve)


def highest_value(panel: ChartPanel, columns: ChartColumns, hidden: set[str]) -> float:
    """Return where the axis ends: a little above all that is shown."""
    courses = [columns.values(series.name) for series in panel.series if series.name not in hidden]
    highest = [float(np.nanmax(values)) for values in courses if len(values) and not np.isnan(values).all()]
    named = [line.value for line in panel.lines if line.name not in hidden]
    return _HEADROOM * max([1.0, *highest, *named])

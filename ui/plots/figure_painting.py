"""Draws the charts of an answer on anything that can be painted on: the window, an SVG or a PNG."""

from typing import Final, assert_never

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.plots.figure_canvas import Canvas
from ui.plots.figures import BandChart, CurveChart, Figure, HeatChart, IntervalChart, SpreadChart
from ui.plots.painted_curves import paint_bands, paint_curves
from ui.plots.painted_heat import paint_heat
from ui.plots.painted_rows import height_of, paint_intervals, paint_spreads
from ui.theme import GRID, Theme

_PRINTED: Final = 360


def paint_figure(figure: Figure, painter: QPainter, rect: QRectF, theme: Theme, family: str) -> None:
    """Draw a figure without its title, filling *rect*."""
    canvas = Canvas(painter, rect, theme, family)
    match figure:
        case IntervalChart():
            paint_intervals(figure, canvas)
        case BandChart():
            paint_bands(figure, canvas)
        case SpreadChart():
            paint_spreads(figure, canvas)
        case CurveChart():
            paint_curves(figure, canvas)
        case HeatChart():
            paint_heat(figure, canvas)
        case _:
            assert_never(figure)


def printed_height(figure: Figure) -> int:
    """Return how high a figure is on a page: a few rows take no more than they need."""
    match figure:
        case IntervalChart():
            return height_of(len(figure.intervals))
        case SpreadChart():
            return height_of(len(figure.spreads))
        case BandChart() | CurveChart() | HeatChart():
            return _PRINTED
        case _:
            assert_never(figure)


def on_page(figure: Figure, theme: Theme, family: str, size: QRectF, painter: QPainter) -> None:
    """Draw a figure without its title, on a white page."""
    painter.fillRect(size, theme.colour("surface"))
    paint_figure(figure, painter, size.adjusted(GRID, 0, -GRID, 0), theme, family)
    painter.end()


def on_paper(figure: Figure, theme: Theme, family: str, size: QRectF, painter: QPainter) -> None:
    """Draw a figure with its title on a sheet of its own."""
    painter.fillRect(size, theme.colour("surface"))
    head = Canvas(painter, size, theme, family)
    head.text(2 * GRID, 2 * GRID + head.line_height / 2, figure.title, 0.0, "text")
    inner = size.adjusted(2 * GRID, 3 * GRID + head.line_height, -2 * GRID, -GRID)
    paint_figure(figure, painter, inner, theme, family)
    painter.end()

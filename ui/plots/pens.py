"""How what a chart shows is drawn: a pen for each kind of line."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from ui.plots.content import ChartSeries
from ui.plots.dashes import DASH, GAP
from ui.theme import Theme

_WIDE: Final = 2.0
_THIN: Final = 1.0
_AREA_OPACITY: Final = 0.3
_LINE_DASHES: Final = (8.0, 3.0, 2.0, 3.0)


def curve_pen(series: ChartSeries, theme: Theme) -> QPen:
    """Return the pen of a series: its colour, and a dash where it has one."""
    pen = solid_pen(series, theme)
    if series.dash:
        pen.setDashPattern([DASH / pen.widthF(), GAP / pen.widthF()])
    return pen


def solid_pen(series: ChartSeries, theme: Theme) -> QPen:
    """Return the pen of a series without its dash, to draw each dash with."""
    pen = QPen(theme.series_colour(series.colour))
    pen.setWidthF(_THIN if series.filled else _WIDE)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def area_colour(series: ChartSeries, theme: Theme) -> QColor:
    """Return the colour of a filled series' area."""
    colour = theme.series_colour(series.colour)
    colour.setAlphaF(_AREA_OPACITY)
    return colour


def line_pen(theme: Theme) -> QPen:
    """Return the pen of a named line."""
    pen = QPen(theme.colour("text"))
    pen.setWidthF(_THIN)
    pen.setCosmetic(True)
    pen.setDashPattern(list(_LINE_DASHES))
    return pen


def mark_pen(theme: Theme) -> QPen:
    """Return the pen of the line at a mark."""
    pen = QPen(theme.colour("text"), _THIN, Qt.PenStyle.DotLine)
    pen.setCosmetic(True)
    return pen

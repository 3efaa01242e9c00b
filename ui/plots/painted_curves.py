"""Draws values against time or another quantity: bands over the calendar, and curves with their intervals."""

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

from ui.plots.axes import DATE_ROOM, multiples, time_labels, time_step
from ui.plots.figure_canvas import Canvas, Scale, span_of
from ui.plots.figures import BandChart, Curve, CurveChart, CurvePoint, TimeBand, amount_text
from ui.theme import GRID

_NUMBERS: Final = 8.5 * GRID  # room left of a frame
_BAND_OPACITY: Final = 0.18


def paint_bands(figure: BandChart, canvas: Canvas) -> None:
    """Draw bands over the calendar, a dashed or whole line for each median."""
    head = canvas.legend([band.name for band in figure.bands])
    frame = _plot_frame(canvas, head, below=1.4)
    courses = [value for band in figure.bands for value in (np.nanmax(band.high), np.nanmin(band.low))]
    span = span_of([*map(float, courses), *(line.value for line in figure.lines)], from_zero=True)
    across = Scale(float(figure.time[0]), float(figure.time[-1]), frame.left(), frame.right())
    up = Scale(*span, frame.bottom(), frame.top())
    canvas.axis_up(up, frame, figure.unit)
    _calendar(canvas, across, frame)
    for colour, band in enumerate(figure.bands):
        _paint_band(figure, band, colour, canvas, (across, up))
    _lines_across(canvas, figure, up, frame)


def _paint_band(figure: BandChart, band: TimeBand, colour: int, canvas: Canvas, scales: tuple[Scale, Scale]) -> None:
    across, up = scales
    xs = [across.at(time) for time in figure.time.tolist()]
    upper = [QPointF(x, up.at(y)) for x, y in zip(xs, band.high.tolist(), strict=True)]
    lower = [QPointF(x, up.at(y)) for x, y in zip(xs, band.low.tolist(), strict=True)]
    fill = canvas.theme.series_colour(colour)
    fill.setAlphaF(_BAND_OPACITY)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(fill)
    canvas.painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    canvas.painter.setPen(canvas.pen(colour, dashed=True))
    median = [QPointF(x, up.at(y)) for x, y in zip(xs, band.median.tolist(), strict=True)]
    canvas.painter.drawPolyline(QPolygonF(median))


def _calendar(canvas: Canvas, scale: Scale, frame: QRectF) -> None:
    step = time_step(scale.high - scale.low, frame.width() / (canvas.width_of(DATE_ROOM) * 1.25))
    values = list(multiples(scale.low, scale.high, step))
    for value, label in zip(values, time_labels(values, step), strict=True):
        canvas.painter.setPen(canvas.theme.colour("line"))
        canvas.line(scale.at(value), frame.top(), scale.at(value), frame.bottom())
        canvas.text(scale.at(value), frame.bottom() + canvas.line_height * 0.8, label, 0.5)


def paint_curves(figure: CurveChart, canvas: Canvas) -> None:
    """Draw curves with an upright interval at each point."""
    head = canvas.legend([curve.name for curve in figure.curves])
    frame = _plot_frame(canvas, head, below=2.6)
    points = [point for curve in figure.curves for point in curve.points]
    values = [value for point in points for value in (point.value, point.low, point.high)]
    across_span = span_of([*(point.x for point in points), *(mark.value for mark in figure.marks)], from_zero=False)
    across = Scale(*across_span, frame.left(), frame.right())
    up_span = span_of([*values, *(line.value for line in figure.lines)], from_zero=figure.from_zero)
    up = Scale(*up_span, frame.bottom(), frame.top())
    canvas.axis_up(up, frame, figure.unit)
    canvas.axis_across(across, frame, figure.across)
    _lines_across(canvas, figure, up, frame)
    for row, mark in enumerate(figure.marks):
        canvas.upright(across.at(mark.value), frame, mark.name, row)
    for colour, curve in enumerate(figure.curves):
        _paint_curve(curve, colour, canvas, (across, up))


def _paint_curve(curve: Curve, colour: int, canvas: Canvas, scales: tuple[Scale, Scale]) -> None:
    across, up = scales
    known = [point for point in curve.points if math.isfinite(point.value)]
    if curve.joined and len(known) > 1:
        canvas.painter.setPen(canvas.pen(colour, dashed=True))
        canvas.painter.drawPolyline(QPolygonF([QPointF(across.at(point.x), up.at(point.value)) for point in known]))
    for point in known:
        _paint_point(point, colour, canvas, QPointF(across.at(point.x), up.at(point.value)), up)


def _paint_point(point: CurvePoint, colour: int, canvas: Canvas, at: QPointF, up: Scale) -> None:
    if math.isfinite(point.low) and math.isfinite(point.high):
        canvas.painter.setPen(canvas.pen(colour, 1.0))
        canvas.line(at.x(), up.at(point.low), at.x(), up.at(point.high))
    canvas.dot(at.x(), at.y(), colour)
    if point.label:
        is_right = at.x() > canvas.rect.center().x() + canvas.rect.width() / 4
        canvas.text(
            at.x() + (-GRID if is_right else GRID), at.y() - canvas.line_height * 0.6, point.label, is_right, "text"
        )


def _lines_across(canvas: Canvas, figure: BandChart | CurveChart, up: Scale, frame: QRectF) -> None:
    """Draw each named level."""
    for line in figure.lines:
        canvas.across(up.at(line.value), frame, f"{line.name}: {amount_text(line.value, figure.unit)}")


def _plot_frame(canvas: Canvas, head: float, *, below: float) -> QRectF:
    """Return where the axes stand."""
    return canvas.rect.adjusted(_NUMBERS, head + GRID, -2 * GRID, -canvas.line_height * below)

"""Draws one row a value: dots with whiskers, bars from zero, and the spread of single runs."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF

from reception_sim.translation import tr
from ui.plots.figure_canvas import DOT, Canvas, Scale, span_of
from ui.plots.figures import Interval, IntervalChart, Spread, SpreadChart, amount_text
from ui.theme import GRID

_ROW_AT_MOST: Final = 44.0
_AROUND: Final = 80.0


def height_of(rows: int) -> int:
    """Return the height that so many rows take, with the axis below them and the names of lines above."""
    return round(_AROUND + rows * _ROW_AT_MOST)


def paint_intervals(figure: IntervalChart, canvas: Canvas) -> None:
    """Draw a dot with whiskers or a bar for each value, its numbers at the right."""
    told = [_interval_text(one, figure.unit) for one in figure.intervals]
    ends = [value for one in figure.intervals for value in (one.value, one.low, one.high)]
    span = span_of([*ends, *(line.value for line in figure.lines)], from_zero=True)
    frame = _rows_frame(canvas, [one.label for one in figure.intervals], told)
    scale = Scale(*span, frame.left(), frame.right())
    canvas.axis_across(scale, frame, figure.unit)
    for line in figure.lines:
        canvas.upright(scale.at(line.value), frame, line.name)
    canvas.painter.setPen(canvas.theme.colour("outline"))
    canvas.line(scale.at(0.0), frame.top(), scale.at(0.0), frame.bottom())
    heights = _heights(frame, len(figure.intervals), bool(figure.lines) * canvas.line_height)
    _row_labels(canvas, frame, heights, [one.label for one in figure.intervals])
    for one, text, y in zip(figure.intervals, told, heights, strict=True):
        canvas.text(canvas.rect.right() - GRID, y, text, 1.0, "text")
        _paint_interval(one, canvas, scale, y, bar=figure.bars)


def _paint_interval(one: Interval, canvas: Canvas, scale: Scale, y: float, *, bar: bool) -> None:
    if math.isnan(one.value):
        return
    if bar:
        colour = canvas.theme.series_colour(one.colour)
        zero, end = scale.at(0.0), scale.at(one.value)
        canvas.painter.fillRect(QRectF(min(zero, end), y - GRID, abs(end - zero), 2 * GRID), colour)
    _whisker(canvas, scale, one, y, over_bar=bar)
    if not bar:
        canvas.dot(scale.at(one.value), y, one.colour)


def _whisker(canvas: Canvas, scale: Scale, one: Interval, y: float, *, over_bar: bool) -> None:
    if math.isnan(one.low) or math.isnan(one.high):
        return
    pen = canvas.pen(one.colour)
    if over_bar:
        pen.setColor(canvas.theme.colour("text"))
    canvas.painter.setPen(pen)
    low, high = scale.at(one.low), scale.at(one.high)
    canvas.line(low, y, high, y)
    for end in (low, high):
        canvas.line(end, y - DOT, end, y + DOT)


def _interval_text(one: Interval, unit: str) -> str:
    value, low, high = (amount_text(number, unit) for number in (one.value, one.low, one.high))
    if math.isnan(one.low) or math.isnan(one.high):
        return value
    return tr("{value} ({low} to {high})", value=value, low=low, high=high)


def paint_spreads(figure: SpreadChart, canvas: Canvas) -> None:
    """Draw a dot for each run, and a box over the middle half of them."""
    told = [_spread_text(spread, figure.unit) for spread in figure.spreads]
    values = [value for spread in figure.spreads for value in spread.values]
    span = span_of([*values, *(line.value for line in figure.lines)], from_zero=True)
    frame = _rows_frame(canvas, [spread.label for spread in figure.spreads], told)
    scale = Scale(*span, frame.left(), frame.right())
    canvas.axis_across(scale, frame, figure.unit)
    for line in figure.lines:
        canvas.upright(scale.at(line.value), frame, line.name)
    heights = _heights(frame, len(figure.spreads), bool(figure.lines) * canvas.line_height)
    _row_labels(canvas, frame, heights, [spread.label for spread in figure.spreads])
    for colour, (spread, text, y) in enumerate(zip(figure.spreads, told, heights, strict=True)):
        canvas.text(canvas.rect.right() - GRID, y, text, 1.0, "text")
        _paint_spread(spread, colour, canvas, scale, y)


def _paint_spread(spread: Spread, colour: int, canvas: Canvas, scale: Scale, y: float) -> None:
    known = [value for value in spread.values if math.isfinite(value)]
    if not known:
        return
    quarter, middle, three_quarters = (scale.at(float(value)) for value in np.quantile(known, (0.25, 0.5, 0.75)))
    canvas.painter.setPen(canvas.pen(colour, 1.5))
    canvas.painter.drawRect(QRectF(quarter, y - 1.5 * GRID, three_quarters - quarter, 3 * GRID))
    canvas.painter.setPen(canvas.pen(colour, 3.0))
    canvas.line(middle, y - 1.5 * GRID, middle, y + 1.5 * GRID)
    for number, value in enumerate(known):
        canvas.dot(scale.at(value), y + (number % 5 - 2) * 3.0, colour, 2.5)  # beside each other: equal runs show


def _spread_text(spread: Spread, unit: str) -> str:
    known = [value for value in spread.values if math.isfinite(value)]
    return amount_text(float(np.median(known)) if known else math.nan, unit)


def _rows_frame(canvas: Canvas, labels: Sequence[str], told: Sequence[str]) -> QRectF:
    left = min(max((canvas.width_of(label) for label in labels), default=0.0), canvas.rect.width() * 0.36) + 2 * GRID
    right = max((canvas.width_of(text) for text in told), default=0.0) + 2 * GRID
    frame = canvas.rect.adjusted(left, GRID / 2, -right, -canvas.line_height * 2.6)
    frame.setHeight(min(frame.height(), len(labels) * _ROW_AT_MOST + 2 * canvas.line_height))
    return frame


def _row_labels(canvas: Canvas, frame: QRectF, heights: Sequence[float], labels: Sequence[str]) -> None:
    """Write what each row is left of it, on two lines where one is too short and there is the room."""
    room = frame.left() - canvas.rect.left() - 1.5 * GRID
    apart = heights[1] - heights[0] if len(heights) > 1 else _ROW_AT_MOST
    most = 2 if apart >= 2 * canvas.line_height else 1
    for y, label in zip(heights, labels, strict=True):
        lines = canvas.wrapped(label, room, most)
        for number, line in enumerate(lines):
            middle = y + (number - (len(lines) - 1) / 2) * canvas.line_height
            canvas.text(frame.left() - GRID, middle, line, 1.0, "text")


def _heights(frame: QRectF, number: int, head: float) -> list[float]:
    """Return where rows stand, from the top down; few rows stay close together."""
    step = min((frame.height() - head) / max(number, 1), _ROW_AT_MOST)
    return [frame.top() + head + step * (row + 0.5) for row in range(number)]

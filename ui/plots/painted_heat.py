"""Draws a heat map: a coloured field for each pair of values, its number in it, and the key of the colours."""

import math

from PySide6.QtCore import QRectF

from ui.plots.figure_canvas import Canvas, Scale
from ui.plots.figures import HeatChart, number_text
from ui.theme import GRID, ramp_colour, text_on


def paint_heat(figure: HeatChart, canvas: Canvas) -> None:
    """Draw a field for each pair of values; the first row stands lowest, as on an axis."""
    left = max(canvas.width_of(name) for name in figure.rows) + 5 * GRID
    lower = canvas.line_height * 3
    frame = canvas.rect.adjusted(left, GRID, -10 * GRID, -lower)
    known = [value for row in figure.values for value in row if math.isfinite(value)] or [0.0, 1.0]
    ramp = Scale(min(known), max(known) if max(known) > min(known) else min(known) + 1.0, 0.0, 1.0)
    wide, high = frame.width() / len(figure.columns), frame.height() / len(figure.rows)
    for row, (name, values) in enumerate(zip(figure.rows, figure.values, strict=True)):
        top = frame.bottom() - (row + 1) * high
        canvas.text(frame.left() - GRID, top + high / 2, name, 1.0)
        for column, value in enumerate(values):
            cell = QRectF(frame.left() + column * wide, top, wide - 1, high - 1)
            _paint_cell(canvas, cell, value, ramp)
    for column, name in enumerate(figure.columns):
        middle = frame.left() + (column + 0.5) * wide
        canvas.text(middle, frame.bottom() + canvas.line_height * 0.8, name, 0.5)
    _heat_titles(figure, canvas, frame)
    _paint_ramp(canvas, frame, ramp, figure.unit)


def _paint_cell(canvas: Canvas, cell: QRectF, value: float, ramp: Scale) -> None:
    if not math.isfinite(value):
        canvas.painter.fillRect(cell, canvas.theme.colour("sunken"))
        canvas.text(cell.center().x(), cell.center().y(), number_text(value), 0.5)
        return
    colour = ramp_colour(ramp.at(value))
    canvas.painter.fillRect(cell, colour)
    text = number_text(value)
    if canvas.width_of(text) < cell.width() and cell.height() > canvas.line_height:
        canvas.text(cell.center().x(), cell.center().y(), text, 0.5, text_on(colour))


def _heat_titles(figure: HeatChart, canvas: Canvas, frame: QRectF) -> None:
    canvas.text(frame.center().x(), frame.bottom() + canvas.line_height * 2.1, figure.across, 0.5)
    canvas.painter.save()
    canvas.painter.translate(canvas.rect.left() + canvas.line_height * 0.8, frame.center().y())
    canvas.painter.rotate(-90)
    canvas.text(0.0, 0.0, canvas.elided(figure.down, frame.height()), 0.5)
    canvas.painter.restore()


def _paint_ramp(canvas: Canvas, frame: QRectF, ramp: Scale, unit: str) -> None:
    x, steps = frame.right() + 2 * GRID, 48
    top, bottom = frame.top() + canvas.line_height * 1.5, frame.bottom()
    high = (bottom - top) / steps
    for step in range(steps):
        piece = QRectF(x, bottom - (step + 1) * high, 2 * GRID, high + 0.5)
        canvas.painter.fillRect(piece, ramp_colour((step + 0.5) / steps))
    canvas.text(x, frame.top() + canvas.line_height * 0.5, unit)
    canvas.text(x + 2.5 * GRID, top + canvas.line_height * 0.4, number_text(ramp.high))
    canvas.text(x + 2.5 * GRID, bottom - canvas.line_height * 0.4, number_text(ramp.low))

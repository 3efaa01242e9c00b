"""The axes of a chart: local calendar time across, counts from zero up."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from typing_extensions import override

from reception_sim.scenario.quantities import DAY, HOUR, MINUTE
from reception_sim.translation import tr
from ui.plots.wall_clock import moment_of
from ui.theme import Theme

_STEPS: Final = (
    *(minutes * MINUTE for minutes in (5, 10, 30)),
    *(hours * HOUR for hours in (1, 2, 3, 6, 12)),
    *(days * DAY for days in (1, 2, 7, 14, 28, 56, 112, 364)),
)
_WEEK: Final = 7 * DAY
_FIRST_MONDAY: Final = 4 * DAY  # the clock starts on a Thursday
_LABELS_BEYOND: Final = 15
DATE_ROOM: Final = "00 Mmm"
NUMBERS_APART: Final = 1.7  # lines of text


class TimeAxis(pg.AxisItem):
    """Dates at midnight and hours between them, as close as they can be read."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__(orientation="bottom")
        _dress(self, theme, font)
        self._room = QFontMetricsF(font).horizontalAdvance(DATE_ROOM) * 1.25

    @override
    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        step = time_step(maxVal - minVal, size / self._room)
        return [(step, list(multiples(minVal, maxVal, step)))]

    @override
    def boundingRect(self) -> QRectF:
        return _with_room_for_labels(pg.AxisItem.boundingRect(self))

    @override
    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return time_labels(values, spacing)


class CountAxis(pg.AxisItem):
    """Whole numbers, with their thousands apart."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__(orientation="left")
        _dress(self, theme, font)
        self._room = QFontMetricsF(font).height() * NUMBERS_APART

    @override
    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        step = count_step(maxVal - minVal, size / self._room)
        return [(step, list(multiples(minVal, maxVal, step)))]

    @override
    def boundingRect(self) -> QRectF:
        return _with_room_for_labels(pg.AxisItem.boundingRect(self))

    @override
    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [f"{value:,.0f}" for value in values]


def time_step(span: float, labels: float) -> float:
    """Return the smallest step of the calendar at which a *span* needs no more than *labels*."""
    return next((step for step in _STEPS if span / step <= labels), _STEPS[-1])


def count_step(span: float, labels: float) -> float:
    """Return the smallest of 1, 2, 5, 10, 20, ... at which a *span* needs no more than *labels*."""
    step = 1.0
    while span / step > max(labels, 1.0):
        step *= 2.5 if f"{step:.0f}".startswith("2") else 2
    return step


def time_labels(values: list[float], spacing: float) -> list[str]:
    """Write dates at midnight and hours elsewhere; the first hour names its date if no midnight is in sight."""
    labels = [_date(value) if value % DAY == 0 else f"{moment_of(value):%H:%M}" for value in values]
    if values and spacing < DAY and all(value % DAY for value in values):
        labels[0] = tr("{date} {time}", date=_date(values[0]), time=labels[0])
    return labels


def multiples(low: float, high: float, step: float) -> Iterable[float]:
    """Yield the multiples of *step* from *low* to *high*; weeks begin on Mondays."""
    offset = _FIRST_MONDAY if step % _WEEK == 0 else 0.0
    first = np.ceil((low - offset) / step) * step + offset
    return (float(value) for value in np.arange(first, high + step / 1e6, step))


def _date(seconds: float) -> str:
    moment = moment_of(seconds)
    return f"{moment.day} {moment:%b}"


def _with_room_for_labels(rect: QRectF) -> QRectF:
    """Let the labels at both ends stand out over the axis; else they would be left away."""
    return rect.adjusted(-_LABELS_BEYOND, -_LABELS_BEYOND, _LABELS_BEYOND, _LABELS_BEYOND)


def _dress(axis: pg.AxisItem, theme: Theme, font: QFont) -> None:
    axis.enableAutoSIPrefix(enable=False)
    axis.setTickFont(font)
    axis.setTextPen(theme.colour("muted"))
    axis.setPen(theme.colour("outline"))
    axis.setTickPen(theme.colour("line"))
    axis.setStyle(tickLength=0, tickTextOffset=4, autoExpandTextSpace=False)
    axis.setGrid(255)

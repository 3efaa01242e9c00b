"""What every chart of an answer is drawn with: round steps, axes with units, and dots told apart by shape."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from ui.plots.figures import number_text
from ui.plots.pens import line_pen
from ui.theme import GRID, Theme

DOT: Final = 4.5
_TEXT: Final = 12
_DASHES: Final[tuple[tuple[float, ...], ...]] = ((), (4.0, 2.0), (1.0, 2.0), (6.0, 2.0, 1.0, 2.0))


@dataclass(frozen=True)
class Scale:
    """Values from *low* to *high* on pixels from *start* to *end*."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a value stands; what lies beyond an end stands on it."""
        held = min(max(value, self.low), self.high)
        return self.start + (held - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self, apart: float) -> list[float]:
        """Return round values at least *apart* pixels from each other."""
        step = round_step((self.high - self.low) * apart / max(abs(self.end - self.start), 1.0))
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return [number * step for number in range(first, last + 1)]


def round_step(least: float) -> float:
    """Return the smallest of ..., 0.1, 0.2, 0.5, 1, 2, 5, ... that is not below *least*."""
    power = 10.0 ** math.floor(math.log10(least)) if least > 0 else 1.0
    return next(power * times for times in (1, 2, 5, 10) if power * times >= least * (1 - 1e-9))


def span_of(values: Iterable[float], *, from_zero: bool) -> tuple[float, float]:
    """Return from where to where an axis goes so that all *values* are seen, with a little room."""
    known = [value for value in values if math.isfinite(value)] or [0.0, 1.0]
    low, high = min(known), max(known)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high == 0:
        return (0.0, 1.0) if from_zero else (-1.0, 1.0)
    room = (high - low) * 0.06 or abs(high) * 0.1
    return (low if from_zero and low == 0 else low - room), (high if from_zero and high == 0 else high + room)


class Canvas:
    """Paints texts, lines and dots into a rectangle, in the theme's colours."""

    def __init__(self, painter: QPainter, rect: QRectF, theme: Theme, family: str) -> None:
        self.painter, self.rect, self.theme = painter, rect, theme
        self._font = QFont(family)
        self._font.setPixelSize(_TEXT)
        self._metrics = QFontMetricsF(self._font)
        self.line_height = self._metrics.height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)

    def width_of(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)

    def elided(self, text: str, width: float) -> str:
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def wrapped(self, text: str, width: float, lines: int) -> list[str]:
        """Return *text* on at most so many lines, the last of them elided where it is too long."""
        words = text.split(" ")
        fitting = next((n for n in range(len(words), 1, -1) if self.width_of(" ".join(words[:n])) <= width), 1)
        if lines == 1 or fitting == len(words):
            return [self.elided(text, width)]
        first, rest = " ".join(words[:fitting]), " ".join(words[fitting:])
        return [self.elided(first, width), *self.wrapped(rest, width, lines - 1)]

    def text(self, x: float, middle: float, text: str, before: float = 0.0, colour: str | QColor = "muted") -> None:
        """Write *text* at a height, so that the part *before* (0 to 1) of it lies left of *x*."""
        self.painter.setPen(self.theme.colour(colour) if isinstance(colour, str) else colour)
        baseline = middle + (self._metrics.ascent() - self._metrics.descent()) / 2
        self.painter.drawText(QPointF(x - before * self.width_of(text), baseline), text)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self.painter.drawLine(QLineF(x1, y1, x2, y2))

    def pen(self, colour: int, width: float = 2.0, *, dashed: bool = False) -> QPen:
        """Return the pen of an alternative; *dashed* tells the alternatives apart without colour."""
        pen = QPen(self.theme.series_colour(colour), width)
        pattern = _DASHES[colour % len(_DASHES)] if dashed else ()
        if pattern:
            pen.setDashPattern(list(pattern))
        return pen

    def dot(self, x: float, y: float, colour: int, size: float = DOT) -> None:
        """Draw a round, square, upright or pointed dot, as the number of the alternative says."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.theme.series_colour(colour))
        match colour % 4:
            case 0:
                self.painter.drawEllipse(QPointF(x, y), size, size)
            case 1:
                self.painter.drawRect(QRectF(x - size, y - size, 2 * size, 2 * size))
            case 2:
                self._polygon((x, y - size * 1.2), (x + size * 1.2, y + size), (x - size * 1.2, y + size))
            case _:
                self._polygon((x, y - size * 1.3), (x + size * 1.3, y), (x, y + size * 1.3), (x - size * 1.3, y))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def axis_across(self, scale: Scale, frame: QRectF, title: str) -> None:
        """Draw the numbers below a frame, with their lines through it."""
        for value in scale.ticks(9 * GRID):
            x = scale.at(value)
            self.painter.setPen(self.theme.colour("line"))
            self.line(x, frame.top(), x, frame.bottom())
            self.text(x, frame.bottom() + self.line_height * 0.8, number_text(value), 0.5)
        self.text(frame.center().x(), frame.bottom() + self.line_height * 1.9, title, 0.5)

    def axis_up(self, scale: Scale, frame: QRectF, title: str) -> None:
        """Draw the numbers left of a frame, with their lines across it."""
        for value in scale.ticks(self.line_height * 1.7):
            y = scale.at(value)
            self.painter.setPen(self.theme.colour("line"))
            self.line(frame.left(), y, frame.right(), y)
            self.text(frame.left() - GRID, y, number_text(value), 1.0)
        self.painter.save()
        self.painter.translate(self.rect.left() + self.line_height * 0.7, frame.center().y())
        self.painter.rotate(-90)
        self.text(0.0, 0.0, self.elided(title, frame.height()), 0.5)
        self.painter.restore()

    def upright(self, x: float, frame: QRectF, name: str, row: int = 0) -> None:
        """Draw a named line through the whole height, its name on a *row* at the top, on the side with more room."""
        self.painter.setPen(line_pen(self.theme))
        self.line(x, frame.top(), x, frame.bottom())
        is_right = x > frame.center().x()
        self.text(
            x + (-GRID if is_right else GRID), frame.top() + self.line_height * (0.6 + row), name, is_right, "text"
        )

    def across(self, y: float, frame: QRectF, name: str) -> None:
        """Draw a named line over the whole width, its name above its left end."""
        self.painter.setPen(line_pen(self.theme))
        self.line(frame.left(), y, frame.right(), y)
        self.text(frame.left() + GRID, y - self.line_height * 0.6, name, 0.0, "text")

    def legend(self, names: Sequence[str]) -> float:
        """Name the alternatives along the top; return the height that takes."""
        if len(names) < 2:
            return 0.0
        x, y = self.rect.left() + GRID, self.rect.top() + self.line_height * 0.7
        for colour, name in enumerate(names):
            self.painter.setPen(self.pen(colour, dashed=True))
            self.line(x, y, x + 3 * GRID, y)
            self.dot(x + 1.5 * GRID, y, colour, 3.5)
            self.text(x + 3.5 * GRID, y, name, 0.0, "text")
            x += 6 * GRID + self.width_of(name)
        return self.line_height * 1.5

    def _polygon(self, *corners: tuple[float, float]) -> None:
        self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))

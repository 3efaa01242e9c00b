"""The course of one figure, small and without axes: whether it goes up or down."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import Theme, current_theme

_SIZE: Final = QSize(64, 24)
_EDGE: Final = 3.0
_DOT: Final = 2.5


class Sparkline(QWidget):
    """Draws values evenly spaced, from zero or the lowest up; the last one has a dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[float, ...] = ()
        self._theme: Theme | None = None

    def show_values(self, values: Sequence[float]) -> None:
        """Show *values*, oldest first; fewer than two show nothing."""
        if tuple(values) != self._values:
            self._values = tuple(values)
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return _SIZE

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self._values) < 2:
            return
        colour = (self._theme or current_theme()).colour("accent")
        points = self._points()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.5))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(colour)
        painter.drawEllipse(points[-1], _DOT, _DOT)
        painter.end()

    def _points(self) -> list[QPointF]:
        low, high = min(0.0, *self._values), max(self._values)
        across = (self.width() - 2 * _EDGE) / (len(self._values) - 1)
        up = (self.height() - 2 * _EDGE) / ((high - low) or 1.0)
        bottom = self.height() - _EDGE
        return [QPointF(_EDGE + across * n, bottom - up * (value - low)) for n, value in enumerate(self._values)]

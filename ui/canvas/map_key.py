"""The key of the map: what its small drawings stand for, in one line at its foot."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reception_sim.translation import tr
from ui.canvas.people import people_path
from ui.canvas.posts import SIDE, PostState, paint_post
from ui.canvas.risk_layer import RiskLevel, paint_key
from ui.canvas.route_item import stay_pen
from ui.theme import GRID, Theme

_SMALL: Final = 0.86
_DRAWING: Final = 12.0


class MapKey(QWidget):
    """Lies over the map; leaves away what has no room, from the end."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._risks_are_shown = False
        self._small = QFont(self.font())
        self._small.setPointSizeF(self.font().pointSizeF() * _SMALL)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Key of the map"))
        self._describe()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_risks(self, *, shown: bool) -> None:
        """Explain the rings of the protection risk first, while they are shown."""
        self._risks_are_shown = shown
        self._describe()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._small)
        width = sum(_DRAWING + metrics.horizontalAdvance(words) + 3 * GRID for words, _ in self._entries())
        return QSize(round(width), round(metrics.height()) + GRID // 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small)
        metrics, x, middle = QFontMetricsF(self._small), float(GRID), self.height() / 2
        for words, draw in self._entries():
            width = metrics.horizontalAdvance(words)
            if x + _DRAWING + GRID + width > self.width():
                break
            draw(painter, QPointF(x, middle))
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(QPointF(x + _DRAWING + GRID / 2, middle + metrics.ascent() / 2 - 1), words)
            x += _DRAWING + width + 3 * GRID
        painter.end()

    def _entries(self) -> list[tuple[str, Callable[[QPainter, QPointF], None]]]:
        return [
            *self._rings(),
            (tr("a person who waits"), self._draw_person),
            (tr("team at work"), lambda painter, at: self._draw_post(painter, at, PostState.BUSY)),
            (tr("free"), lambda painter, at: self._draw_post(painter, at, PostState.FREE)),
            (tr("held back: next place full"), lambda painter, at: self._draw_post(painter, at, PostState.HELD)),
            (tr("post without a team"), lambda painter, at: self._draw_post(painter, at, PostState.UNSTAFFED)),
            (tr("people on their way"), self._draw_dot),
            (tr("during the stay"), self._draw_stay),
        ]

    def _rings(self) -> list[tuple[str, Callable[[QPainter, QPointF], None]]]:
        levels = RiskLevel if self._risks_are_shown else ()
        return [(tr(str(level)), partial(self._draw_ring, level)) for level in levels]

    def _draw_ring(self, level: RiskLevel, painter: QPainter, at: QPointF) -> None:
        paint_key(painter, at, level, self._theme)

    def _describe(self) -> None:
        self.setAccessibleDescription("; ".join(words for words, _ in self._entries()))

    def _draw_person(self, painter: QPainter, at: QPointF) -> None:
        painter.save()
        painter.translate(at.x() + 3, at.y() - 6)
        painter.fillPath(people_path(1, 1), self._theme.colour("person"))
        painter.restore()

    def _draw_post(self, painter: QPainter, at: QPointF, post: PostState) -> None:
        paint_post(painter, QRectF(at.x() + 2, at.y() - SIDE / 2, SIDE, SIDE), post, self._theme)

    def _draw_dot(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("person"))
        painter.drawEllipse(at + QPointF(6, 0), 3, 3)

    def _draw_stay(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(stay_pen(self._theme))
        painter.drawLine(at, at + QPointF(_DRAWING, 0))

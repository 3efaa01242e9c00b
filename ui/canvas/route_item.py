"""A route on the map: an arrow for a way, a dotted line for what residents do during their stay."""

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from ui.canvas.curves import Curve
from ui.theme import Theme

_HEAD: Final = 9.0
_WIDTH: Final = 1.6
ROUTES_Z: Final = 0.0


class RouteItem(QGraphicsItem):
    """Draws one curve."""

    def __init__(self, theme: Theme, *, during_stay: bool) -> None:
        super().__init__()
        self._theme, self._during_stay = theme, during_stay
        self.curve = Curve(np.zeros((4, 2)))
        self._path, self._head = QPainterPath(), QPolygonF()
        self.setZValue(ROUTES_Z)

    def lay(self, curve: Curve) -> None:
        """Put the route where *curve* runs."""
        self.prepareGeometryChange()
        self.curve = curve
        self._path, self._head = curve.path(), _head(curve)

    @property
    def extent(self) -> QRectF:
        """Return what the route takes of the map."""
        return self._path.boundingRect()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self._path.controlPointRect().adjusted(-_HEAD, -_HEAD, _HEAD, _HEAD)

    @override
    def shape(self) -> QPainterPath:
        return QPainterPath()  # nothing to click: what is under way would stand in the mouse's way

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(stay_pen(self._theme) if self._during_stay else QPen(self._theme.colour("route"), _WIDTH))
        painter.drawPath(self._path)
        if not self._during_stay:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("route"))
            painter.drawPolygon(self._head)


def stay_pen(theme: Theme) -> QPen:
    """Return the pen of the line between a site and a station that its residents go to."""
    pen = QPen(theme.colour("route"), _WIDTH)
    pen.setDashPattern([1.5, 3.0])
    return pen


def _head(curve: Curve) -> QPolygonF:
    tip, before = curve.controls[3], curve.along(np.array([1 - _HEAD / max(curve.length, _HEAD)]))[0]
    ahead = (tip - before) / max(float(np.hypot(*(tip - before))), 1e-9)
    across = np.array((-ahead[1], ahead[0])) * _HEAD / 2.2
    base = tip - ahead * _HEAD
    return QPolygonF([QPointF(*tip), QPointF(*(base + across)), QPointF(*(base - across))])

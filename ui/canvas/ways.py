"""The ways between places: an arrow each, with its vehicle, and who waits for it; and the people under way."""

from collections.abc import Sequence
from math import atan2, cos, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from reception_sim.scenario.routes import RoutePlan
from reception_sim.state import Journey, RideState
from reception_sim.translation import tr
from ui.canvas.cards import SIZE, picture_of
from ui.theme import Theme

MOVERS_AT_MOST: Final = 400
_ARROW: Final = 8.0


class Way(QGraphicsItem):
    """An arrow from one place to another; dashed where residents only visit a station."""

    def __init__(self, origin: QPointF, destination: QPointF, theme: Theme, route: RoutePlan | None) -> None:
        super().__init__()
        self.route = route
        self._theme = theme
        self._ride: RideState | None = None
        self.path = _path(origin, destination)
        self.setZValue(0)

    def show_ride(self, ride: RideState | None) -> None:
        self._ride = ride

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    @override
    def boundingRect(self) -> QRectF:
        return self.path.boundingRect().adjusted(-60, -24, 60, 24)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        colour = QColor(self._theme.route)
        style = Qt.PenStyle.SolidLine if self.route is not None else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour, 1.6, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if self.route is not None:
            painter.drawPolygon(self._head())
        self._paint_ride(painter)

    def _head(self) -> QPolygonF:
        tip, before = self.path.pointAtPercent(1.0), self.path.pointAtPercent(0.94)
        angle = atan2(tip.y() - before.y(), tip.x() - before.x())
        sides = [
            QPointF(tip.x() - _ARROW * cos(angle + turn), tip.y() - _ARROW * sin(angle + turn))
            for turn in (0.45, -0.45)
        ]
        return QPolygonF([tip, *sides])

    def _paint_ride(self, painter: QPainter) -> None:
        by = self.route.by if self.route is not None else None
        if by is None or by.vehicles is None:
            return
        middle = self.path.pointAtPercent(0.5)
        awaiting = self._ride.awaiting if self._ride is not None else 0
        told = tr("{n} wait", n=f"{awaiting:,}") if awaiting else ""
        box = QRectF(middle.x() - 11, middle.y() - 11, 22 + (8 * len(told) if told else 0), 22)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.background))
        painter.drawRoundedRect(box, 11, 11)
        picture = picture_of(vehicle_icon(by.vehicles), self._theme.text)
        painter.drawPixmap(QRectF(middle.x() - 8, middle.y() - 8, 16, 16), picture, QRectF(picture.rect()))
        painter.setPen(QColor(self._theme.text))
        painter.setFont(_small(painter))
        painter.drawText(QPointF(middle.x() + 13, middle.y() + 4), told)


class Movers(QGraphicsItem):
    """Everybody who is under way now, drawn at once: a dot a travel group, a disc with its number a vehicle."""

    def __init__(self, bounds: QRectF, theme: Theme) -> None:
        super().__init__()
        self._bounds, self._theme = bounds, theme
        self._where: list[tuple[QPointF, Journey]] = []
        self.setZValue(1)

    def show_journeys(
        self, journeys: Sequence[Journey], paths: dict[tuple[str, str], QPainterPath], now: float
    ) -> None:
        """Place each journey on its way by how much of its time has passed."""
        step = len(journeys) // MOVERS_AT_MOST + 1
        self._where = [
            (paths[one.origin, one.destination].pointAtPercent(_progress(one, now)), one)
            for one in journeys[::step]
            if (one.origin, one.destination) in paths
        ]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setFont(_small(painter))
        for point, journey in self._where:
            painter.setPen(QPen(QColor(self._theme.surface), 1))
            painter.setBrush(QColor(self._theme.accent if journey.fleet else self._theme.person))
            if journey.fleet:
                disc = QRectF(point.x() - 15, point.y() - 10, 30, 20)
                painter.drawRoundedRect(disc, 6, 6)
                painter.setPen(QColor(self._theme.on_accent))
                painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, f"{journey.persons:,}")
            else:
                painter.drawEllipse(point, 3.5, 3.5)


def vehicle_icon(fleet: str) -> str:
    """Return the picture that suits a fleet by its id: on water, in the air, else on the road."""
    if any(word in fleet for word in ("ferry", "ship", "boat", "carrier", "vessel")):
        return "ferry"
    return "bus"


def _progress(journey: Journey, now: float) -> float:
    length = journey.arrives - journey.departed
    return min(max((now - journey.departed) / length, 0.0), 1.0) if length > 0 else 1.0


def _path(origin: QPointF, destination: QPointF) -> QPainterPath:
    """Return a smooth curve from the edge of one card to the edge of another."""
    across, down = destination.x() - origin.x(), destination.y() - origin.y()
    if abs(across) >= SIZE.width() * 0.9:
        side = 1 if across > 0 else -1
        start = origin + QPointF(side * SIZE.right(), 0)
        end = destination - QPointF(side * SIZE.right(), 0)
        bend = QPointF(max(24.0, abs(end.x() - start.x()) / 2) * side, 0)
    else:
        side = 1 if down > 0 else -1
        start = origin + QPointF(0, side * SIZE.bottom())
        end = destination - QPointF(0, side * SIZE.bottom())
        bend = QPointF(0, max(18.0, abs(end.y() - start.y()) / 2) * side)
    path = QPainterPath(start)
    path.cubicTo(start + bend, end - bend, end)
    return path


def _small(painter: QPainter) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(11)
    font.setBold(False)
    return font

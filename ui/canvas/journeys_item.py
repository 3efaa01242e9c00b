"""Those who are under way, drawn on the map in one go."""

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from reception_sim.state import Journey
from ui import wording
from ui.canvas.curves import Curve
from ui.canvas.journeys import UnderWay, Vehicle, Walkers, Way, queued, under_way
from ui.canvas.measures import Measures
from ui.canvas.smooth_clock import SmoothClock
from ui.theme import Theme, icon_picture

_DOTS: Final = ((1.0, 4.5), (3.0, 6.0), (8.0, 7.5), (np.inf, 9.5))  # px across for up to so many persons
_PLATE: Final = 18.0  # px high
_ICON: Final = 13.0
_ICON_DOTS: Final = 52
JOURNEYS_Z: Final = 2.0


class JourneysItem(QGraphicsItem):
    """Draws all journeys at the moment that the map's clock shows."""

    def __init__(self, signs: Mapping[str, str], measures: Measures, theme: Theme) -> None:
        super().__init__()
        self._signs, self._measures, self._theme = signs, measures, theme
        self._bounds = QRectF()
        self._curves: Mapping[Way, Curve] = {}
        self._under_way = UnderWay()
        self._clock = SmoothClock()
        self._motion = True
        self._journeys: Sequence[Journey] = ()
        self._pictures: dict[str, QPixmap] = {}
        self.setZValue(JOURNEYS_Z)

    def lay(self, bounds: QRectF, curves: Mapping[Way, Curve]) -> None:
        """Let people go along *curves*, within *bounds*."""
        self.prepareGeometryChange()
        self._bounds, self._curves = bounds, curves
        self._arrange()

    def show_journeys(self, journeys: Sequence[Journey], time: float) -> None:
        """Show who is under way at *time* (s)."""
        self._clock.hear(time, monotonic())
        self._journeys = journeys
        self._arrange()

    def set_motion(self, *, motion: bool) -> None:
        self._motion = motion
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._pictures = {}
        self.update()

    @property
    def needs_another_frame(self) -> bool:
        """Tell whether something still moves towards where it is."""
        return self._motion and self._under_way.moving and not self._clock.has_come(monotonic())

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        time = self._clock.shown(monotonic())
        for walkers in self._under_way.walkers:
            self._paint_walkers(painter, walkers, time)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(self._measures.small_font)
        vehicles = self._under_way.vehicles
        for vehicle, part in zip(vehicles, queued(vehicles, time), strict=True):
            self._paint_vehicle(painter, vehicle, vehicle.curve.point(part))

    def _arrange(self) -> None:
        self._under_way = under_way(self._journeys, self._curves, self._clock.step, motion=self._motion)
        self.update()

    def _paint_walkers(self, painter: QPainter, walkers: Walkers, time: float) -> None:
        points = walkers.at(time)
        least = 0.0
        for most, width in _DOTS:
            chosen = points[(walkers.persons > least) & (walkers.persons <= most)]
            least = most
            pen = QPen(self._theme.colour("person"), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPoints([QPointF(x, y) for x, y in chosen.tolist()])

    def _paint_vehicle(self, painter: QPainter, vehicle: Vehicle, middle: QPointF) -> None:
        """Draw a plate with the vehicle's sign and the number of people aboard."""
        aboard = wording.count(vehicle.persons)
        width = _ICON + 10 + QFontMetricsF(self._measures.small_font).horizontalAdvance(aboard)
        plate = QRectF(middle.x() - width / 2, middle.y() - _PLATE / 2, width, _PLATE)
        painter.setPen(QPen(self._theme.colour("background"), 1.5))
        painter.setBrush(self._theme.colour("accent"))
        if vehicle.count > 1:
            painter.drawRoundedRect(plate.translated(3, -3), _PLATE / 3, _PLATE / 3)
        painter.drawRoundedRect(plate, _PLATE / 3, _PLATE / 3)
        sign = self._picture(self._signs[vehicle.fleet])
        place = QRectF(plate.left() + 4, middle.y() - _ICON / 2, _ICON, _ICON)
        painter.drawPixmap(place, sign, QRectF(sign.rect()))
        painter.setPen(self._theme.colour("on_accent"))
        number = plate.adjusted(_ICON + 5, 0, -4, 0)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aboard)

    def _picture(self, sign: str) -> QPixmap:
        if sign not in self._pictures:
            self._pictures[sign] = icon_picture(sign, self._theme.colour("on_accent"), _ICON_DOTS)
        return self._pictures[sign]

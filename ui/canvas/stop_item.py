"""The sign on a route: by what people travel, and how many of them wait for it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from ui import wording
from ui.canvas.measures import PERSON_HEIGHT, PERSON_STEP, Measures
from ui.canvas.people import people_path
from ui.theme import Theme, icon_picture

_DISC: Final = 20.0
_DOTS: Final = 64
_GAP: Final = 2.0
STOPS_Z: Final = 1.0


class StopItem(QGraphicsItem):
    """Draws a vehicle's sign with the number of those who wait under it."""

    def __init__(self, sign: str, measures: Measures, theme: Theme) -> None:
        super().__init__()
        self._sign, self._measures, self._theme = sign, measures, theme
        self._awaiting = 0
        self._picture = self._draw_sign()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(STOPS_Z)

    def show_awaiting(self, persons: int) -> None:
        if persons != self._awaiting:
            self._awaiting = persons
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._picture = self._draw_sign()
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return sign_room(self._measures)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(self._theme.colour("outline"), 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(QPointF(), _DISC / 2, _DISC / 2)
        painter.drawPixmap(QRectF(-7, -7, 14, 14), self._picture, QRectF(self._picture.rect()))
        if self._awaiting:
            self._paint_awaiting(painter)

    def _paint_awaiting(self, painter: QPainter) -> None:
        number = wording.count(self._awaiting)
        metrics = QFontMetricsF(self._measures.small_font)
        width = PERSON_STEP + _GAP + metrics.horizontalAdvance(number)
        frame = QRectF(-width / 2, _DISC / 2 + _GAP, width, max(metrics.height(), PERSON_HEIGHT))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("background"))
        painter.drawRoundedRect(frame.adjusted(-3, -1, 3, 1), 4, 4)
        painter.save()
        painter.translate(frame.left(), frame.center().y() - PERSON_HEIGHT / 2)
        painter.fillPath(people_path(1, 1), self._theme.colour("person"))
        painter.restore()
        painter.setFont(self._measures.small_font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)

    def _draw_sign(self) -> QPixmap:
        return icon_picture(self._sign, self._theme.colour("text"), _DOTS)


def sign_room(measures: Measures) -> QRectF:
    """Return the room of a sign around its disc, with a number of four digits under it."""
    metrics = QFontMetricsF(measures.small_font)
    width = max(_DISC, PERSON_STEP + _GAP + metrics.horizontalAdvance(wording.count(88_888))) + 8
    height = _DISC + 2 * _GAP + max(metrics.height(), PERSON_HEIGHT)
    return QRectF(-width / 2, -_DISC / 2 - 1, width, height + 2)

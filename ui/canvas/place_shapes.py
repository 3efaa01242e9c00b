"""The outline of each kind of place: a kind is told by its shape and its sign, not by its colour."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from reception_sim.scenario.arrivals import EntryPointPlan
from reception_sim.scenario.plan import PlacePlan
from reception_sim.scenario.sites import ExitPlan, SitePlan
from reception_sim.scenario.stations import StationPlan

_POINT: Final = 12.0
_CORNER: Final = 8.0


class PlaceKind(StrEnum):
    """The kinds of places, by the name of their sign."""

    ENTRY = "entry"
    STATION = "station"
    SITE = "site"
    EXIT = "exit"


def kind_of(plan: PlacePlan) -> PlaceKind:
    """Return which kind of place a plan describes."""
    match plan:
        case EntryPointPlan():
            return PlaceKind.ENTRY
        case StationPlan():
            return PlaceKind.STATION
        case SitePlan():
            return PlaceKind.SITE
        case ExitPlan():
            return PlaceKind.EXIT


def outline(kind: PlaceKind, card: QRectF, roof: float) -> QPainterPath:
    """Return the outline of a place around its *card*; the roof of a site stands *roof* above it."""
    return OUTLINES[kind](card, roof)


def _sign_post(card: QRectF, _: float) -> QPainterPath:
    """Draw what points the way in: a plate with a point at its right."""
    middle = card.center().y()
    corners = [
        card.topLeft(),
        QPointF(card.right() - _POINT, card.top()),
        QPointF(card.right(), middle),
        QPointF(card.right() - _POINT, card.bottom()),
        card.bottomLeft(),
    ]
    return _closed(corners)


def _counter(card: QRectF, _: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(card, _CORNER, _CORNER)
    return path


def _house(card: QRectF, roof: float) -> QPainterPath:
    """Draw a house: walls with a roof that stands out."""
    corners = [
        card.bottomLeft(),
        card.topLeft(),
        QPointF(card.center().x(), card.top() - roof),
        card.topRight(),
        card.bottomRight(),
    ]
    return _closed(corners)


def _arrow(card: QRectF, _: float) -> QPainterPath:
    """Draw what leads out: an arrow with a notch where people come in."""
    middle = card.center().y()
    corners = [
        card.topLeft(),
        QPointF(card.right() - _POINT, card.top()),
        QPointF(card.right(), middle),
        QPointF(card.right() - _POINT, card.bottom()),
        card.bottomLeft(),
        QPointF(card.left() + _POINT, middle),
    ]
    return _closed(corners)


OUTLINES: Final[Mapping[PlaceKind, Callable[[QRectF, float], QPainterPath]]] = {
    PlaceKind.ENTRY: _sign_post,
    PlaceKind.STATION: _counter,
    PlaceKind.SITE: _house,
    PlaceKind.EXIT: _arrow,
}


def _closed(corners: list[QPointF]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([*corners, corners[0]]))
    path.closeSubpath()
    return path

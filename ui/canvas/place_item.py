"""A place on the map: its outline, title, picture and figures, and the people who stand before it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from reception_sim.protection import SiteRisk
from reception_sim.state import SiteState, StationState
from ui.canvas.curves import Berth
from ui.canvas.measures import TITLE_LINES, Measures, fitting, wrapped
from ui.canvas.people import paint_crowd
from ui.canvas.place_pictures import paint_picture
from ui.canvas.place_shapes import PlaceKind, outline
from ui.canvas.place_states import PlaceState
from ui.canvas.place_words import crowd_at, dense_figure_line, figure_line
from ui.canvas.risk_layer import paint_risk
from ui.theme import Theme, icon_picture

_SIGN: Final = 20.0  # px across
_SIGN_DOTS: Final = 64
_HALO: Final = 5.0
_EDGE: Final = {PlaceKind.SITE: 2.6}
_PLAIN_EDGE: Final = 1.3
PLACES_Z: Final = 3.0


@dataclass(frozen=True)
class PlaceSign:
    """What never changes of a place."""

    id: str
    title: str
    kind: PlaceKind


class PlaceItem(QGraphicsItem):
    """Draws one place; painted anew only when what it shows has changed."""

    def __init__(self, sign: PlaceSign, state: PlaceState, measures: Measures, theme: Theme) -> None:
        super().__init__()
        self.sign = sign
        self._state, self._theme = state, theme
        self.set_measures(measures)
        self._chosen = self._focused = self._hovered = False
        self._risk: SiteRisk | None = None
        self._picture = self._draw_sign()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setAcceptHoverEvents(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setZValue(PLACES_Z)

    @property
    def frame(self) -> QRectF:
        """Return what the place takes of the map."""
        return self._measures.place.translated(self.pos())

    @property
    def card(self) -> QRectF:
        return self._measures.card.translated(self.pos())

    @property
    def berth(self) -> Berth:
        """Return where routes begin and end."""
        return Berth(self._outline.boundingRect().translated(self.pos()), self.frame, self.card.center().y())

    def set_measures(self, measures: Measures) -> None:
        """Draw the place in other sizes."""
        self.prepareGeometryChange()
        self._measures = measures
        self._outline = outline(self.sign.kind, measures.card, measures.roof)
        self._title = wrapped(self.sign.title, measures.title_font, measures.title.width(), TITLE_LINES)
        self.update()

    def show_state(self, state: PlaceState) -> None:
        if state != self._state:
            self._state = state
            self.update()

    def show_risk(self, risk: SiteRisk | None) -> None:
        """Draw the protection risk of the place around it; None leaves it away."""
        if risk != self._risk:
            self._risk = risk
            self.update()

    def show_attention(self, *, chosen: bool, focused: bool, hovered: bool) -> None:
        """Show whether the place is chosen, has the keyboard, or is under the mouse."""
        if (chosen, focused, hovered) != (self._chosen, self._focused, self._hovered):
            self._chosen, self._focused, self._hovered = chosen, focused, hovered
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._picture = self._draw_sign()
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self._measures.place.adjusted(-_SIGN / 2, -_HALO, _HALO, _HALO)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_outline(painter)
        self._paint_sign(painter)
        self._paint_title(painter)
        paint_picture(painter, self._state, self._measures, self._theme)
        self._paint_figures(painter)
        if self._risk is not None:
            paint_risk(painter, self._outline, self._risk, self._measures, self._theme)
        if not self._measures.dense:
            paint_crowd(painter, self._measures.crowd, crowd_at(self._state), self._measures, self._theme)

    def _paint_outline(self, painter: QPainter) -> None:
        theme = self._theme
        if self._focused:
            painter.setPen(QPen(theme.colour("accent"), 2 * _HALO - 2, j=Qt.PenJoinStyle.RoundJoin))
            painter.drawPath(self._outline)
            painter.setPen(QPen(theme.colour("background"), 2 * _HALO - 6, j=Qt.PenJoinStyle.RoundJoin))
            painter.drawPath(self._outline)
        marked = self._chosen or self._hovered
        width = _EDGE.get(self.sign.kind, _PLAIN_EDGE) + (1.0 if self._chosen else 0.0)
        painter.setPen(QPen(theme.colour("accent" if marked else "outline"), width))
        painter.setBrush(theme.colour("accent_soft" if self._chosen else "surface"))
        painter.drawPath(self._outline)
        if self._is_closed:
            painter.setBrush(QBrush(theme.colour("line"), Qt.BrushStyle.BDiagPattern))
            painter.drawPath(self._outline)

    def _paint_sign(self, painter: QPainter) -> None:
        """Draw what kind of place it is, in a disc on the corner."""
        middle = self._measures.card.topLeft() + QPointF(2, 2)
        painter.setPen(QPen(self._theme.colour("accent" if self._chosen else "outline"), 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(middle, _SIGN / 2, _SIGN / 2)
        inside = QRectF(middle.x() - 7, middle.y() - 7, 14, 14)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(inside, self._picture, QRectF(self._picture.rect()))

    def _paint_title(self, painter: QPainter) -> None:
        painter.setFont(self._measures.title_font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(self._measures.title, Qt.AlignmentFlag.AlignCenter, "\n".join(self._title))

    def _paint_figures(self, painter: QPainter) -> None:
        strong = self.sign.kind is PlaceKind.SITE or self._is_closed
        font = self._measures.strong_font if strong else self._measures.small_font
        line = dense_figure_line if self._measures.dense else figure_line
        told = fitting(line(self._state), font, self._measures.figures.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour(self._tone))
        painter.drawText(self._measures.figures, Qt.AlignmentFlag.AlignCenter, told)

    @property
    def _is_closed(self) -> bool:
        return isinstance(self._state, StationState | SiteState) and not self._state.open

    @property
    def _tone(self) -> str:
        match self._state:
            case SiteState(occupancy=occupancy, capacity=capacity) if occupancy > capacity:
                return "bad"
            case SiteState() | StationState(open=False):
                return "text"
            case StationState(held_teams=held, staffed_teams=staffed) if held or not staffed:
                return "warning"
            case _:
                return "muted"

    def _draw_sign(self) -> QPixmap:
        return icon_picture(str(self.sign.kind), self._theme.colour("muted"), _SIGN_DOTS)

"""A place on the map: a card with its name and, in figures and in little drawings, what is going on there."""

from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneMouseEvent, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from reception_sim.state import EntryState, ExitState, SiteState, StationState
from reception_sim.translation import tr
from ui.canvas.figures import PlaceState
from ui.theme import Theme, icon_picture

SIZE: Final = QRectF(-98, -60, 196, 120)
_PAD: Final = 10.0
_LINE: Final = 16.0
_PERSON_STEP: Final = 7.0
_POST: Final = 9.0
_POSTS_A_ROW: Final = 15
ICONS: Final = {EntryState: "entry", StationState: "station", SiteState: "site", ExitState: "exit"}


class Card(QGraphicsItem):
    """Draws one place; the map tells it its state and whether it is chosen."""

    def __init__(self, place: str, title: str, theme: Theme) -> None:
        super().__init__()
        self.place = place
        self._title = title
        self._theme = theme
        self._state: PlaceState | None = None
        self._chosen = False
        self.setZValue(2)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, state: PlaceState) -> None:
        self._state = state

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - it is or it is not
        self._chosen = chosen

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    @override
    def boundingRect(self) -> QRectF:
        return SIZE.adjusted(-4, -4, 4, 4)

    @override
    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.accept()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        self._paint_frame(painter)
        match self._state:
            case EntryState():
                self._paint_entry(painter, self._state)
            case StationState():
                self._paint_station(painter, self._state)
            case SiteState():
                self._paint_site(painter, self._state)
            case ExitState():
                self._write(painter, 1, tr("{n} people", n=f"{self._state.persons:,}"), bold=True)
            case None:
                pass

    def _paint_frame(self, painter: QPainter) -> None:
        theme, state = self._theme, self._state
        edge = theme.accent if self._chosen else theme.outline
        painter.setPen(QPen(QColor(edge), 2.5 if self._chosen else 1.0))
        painter.setBrush(QColor(theme.accent_soft if self._chosen else theme.surface))
        corner = 26 if isinstance(state, (EntryState, ExitState)) else 8
        painter.drawRoundedRect(SIZE, corner, corner)
        if isinstance(state, (StationState, SiteState)) and not state.open:
            painter.setBrush(QBrush(QColor(theme.muted), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(SIZE, corner, corner)
        indent = _PAD if not isinstance(state, (EntryState, ExitState)) else _PAD + 6
        picture = picture_of(ICONS.get(type(state), "station"), theme.muted)
        painter.drawPixmap(QRectF(SIZE.left() + indent, SIZE.top() + 8, 16, 16), picture, QRectF(picture.rect()))
        painter.setFont(_font(painter, bold=True))
        painter.setPen(QColor(theme.text))
        box = QRectF(SIZE.left() + indent + 21, SIZE.top() + 6, SIZE.width() - 2 * indent - 21, 2 * _LINE)
        painter.drawText(box, Qt.TextFlag.TextWordWrap, self._title)

    def _paint_entry(self, painter: QPainter, state: EntryState) -> None:
        self._write(painter, 1, tr("{n} arrived", n=f"{state.arrived:,}"), bold=True)
        if state.held:
            self._write(painter, 2, tr("{n} held back", n=f"{state.held:,}"), colour=self._theme.warning)
            self._paint_people(painter, 3, state.held)

    def _paint_station(self, painter: QPainter, state: StationState) -> None:
        closed = "" if state.open else tr(" · closed")
        waiting = tr("{n} waiting", n=f"{state.queue_persons:,}") + closed
        self._write(painter, 1, waiting, bold=True)
        self._paint_people(painter, 2, state.queue_persons)
        self._paint_posts(painter, state)

    def _paint_site(self, painter: QPainter, state: SiteState) -> None:
        theme, over = self._theme, state.occupancy > state.capacity
        figure = tr("{n} of {places} places", n=f"{state.occupancy:,}", places=f"{state.capacity:,}")
        self._write(painter, 1, figure, bold=True, colour=theme.bad if over else theme.text)
        bar = QRectF(SIZE.left() + _PAD, SIZE.top() + 64, SIZE.width() - 2 * _PAD, 9)
        full = max(state.occupancy, state.capacity, 1)
        painter.setPen(QPen(QColor(theme.outline), 1))
        painter.setBrush(QColor(theme.sunken))
        painter.drawRect(bar)
        painter.setBrush(QColor(theme.bad if over else theme.person))
        painter.drawRect(QRectF(bar.left(), bar.top(), bar.width() * state.occupancy / full, bar.height()))
        wall = bar.left() + bar.width() * state.capacity / full
        painter.setPen(QPen(QColor(theme.text), 2))
        painter.drawLine(QPointF(wall, bar.top() - 3), QPointF(wall, bar.bottom() + 3))
        told = tr("{n} without shelter", n=f"{state.without_shelter:,}") if state.without_shelter else ""
        self._write(painter, 3, told, colour=theme.bad)
        closed = tr("closed to newcomers") if not state.open else ""
        ride = tr("{n} await transport", n=f"{state.awaiting_ride:,}") if state.awaiting_ride else ""
        self._write(painter, 4, closed or ride, colour=theme.muted)

    def _paint_people(self, painter: QPainter, line: int, persons: int) -> None:
        """Draw a queue as people, as many as fit, then the number of the others."""
        fitting = int((SIZE.width() - 2 * _PAD - 44) / _PERSON_STEP)
        top = SIZE.top() + 33 + line * _LINE
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.person))
        for number in range(min(persons, fitting)):
            x = SIZE.left() + _PAD + number * _PERSON_STEP
            painter.drawEllipse(QRectF(x + 1, top, 4, 4))
            painter.drawRoundedRect(QRectF(x, top + 4.5, 6, 7), 2, 2)
        if persons > fitting:
            painter.setFont(_font(painter))
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(
                QPointF(SIZE.left() + _PAD + fitting * _PERSON_STEP + 4, top + 11), f"+{persons - fitting:,}"
            )

    def _paint_posts(self, painter: QPainter, state: StationState) -> None:
        """Draw posts as squares: full for busy, crossed for held back, empty for free, dotted for without a team."""
        shown = min(state.posts, _POSTS_A_ROW)
        top = SIZE.bottom() - 29
        for number in range(shown):
            square = QRectF(SIZE.left() + _PAD + number * (_POST + 2), top, _POST, _POST)
            self._paint_post(painter, square, state, number)
        painter.setFont(_font(painter))
        painter.setPen(QColor(self._theme.muted))
        told = tr("{busy} of {staffed} teams at work", busy=state.busy_teams, staffed=state.staffed_teams)
        painter.drawText(QPointF(SIZE.left() + _PAD, SIZE.bottom() - 4), told)

    def _paint_post(self, painter: QPainter, square: QRectF, state: StationState, number: int) -> None:
        theme = self._theme
        is_staffed = number < max(state.staffed_teams, state.busy_teams)
        style = Qt.PenStyle.SolidLine if is_staffed else Qt.PenStyle.DotLine
        painter.setPen(QPen(QColor(theme.outline), 1, style))
        is_busy = number < state.busy_teams
        painter.setBrush(QColor(theme.person) if is_busy else Qt.BrushStyle.NoBrush)
        painter.drawRect(square)
        if number < state.held_teams:
            painter.setPen(QPen(QColor(theme.surface), 1.5))
            painter.drawLine(square.topLeft(), square.bottomRight())
            painter.drawLine(square.topRight(), square.bottomLeft())

    def _write(self, painter: QPainter, line: int, text: str, *, bold: bool = False, colour: str = "") -> None:
        painter.setFont(_font(painter, bold=bold))
        painter.setPen(QColor(colour or self._theme.text))
        indent = _PAD + (6 if isinstance(self._state, (EntryState, ExitState)) else 0)
        room = SIZE.width() - 2 * indent
        fitting = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(SIZE.left() + indent, SIZE.top() + 38 + line * _LINE), fitting)


@cache
def picture_of(icon: str, colour: str) -> QPixmap:
    """Return an icon's picture for the map; drawing it anew for each frame would cost more than all the rest."""
    return icon_picture(icon, QColor(colour), 32)


def _font(painter: QPainter, *, bold: bool = False) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(12)
    font.setBold(bold)
    return font

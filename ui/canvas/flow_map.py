"""The flow map: a reception system drawn from its plan, with who waits, who is served and who is under way."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView, QToolTip, QWidget
from typing_extensions import override

from reception_sim.protection import SiteRisk
from reception_sim.scenario import ScenarioPlan
from reception_sim.state import Snapshot
from reception_sim.translation import tr
from ui.canvas.map_key import MapKey
from ui.canvas.map_scene import MapScene
from ui.canvas.measures import Measures
from ui.canvas.place_states import PlaceState
from ui.canvas.zoom_buttons import ZoomButtons
from ui.plain_text import tip
from ui.theme import GRID, Theme

ZOOM_STEP: Final = 1.2
LIMITS: Final = (0.3, 4.0)
FRAME_MS: Final = 16
_AROUND: Final = 0.6  # of the map's size, that it can be moved aside
_WHEEL: Final = 1.0015  # a degree of the wheel
_TOWARDS: Final = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class FlowMap(QGraphicsView):
    """Shows one scenario, a frame at a time; a place is opened by a click or with Enter."""

    placeActivated = Signal(str)  # noqa: N815 - signals are named as Qt names them
    risksShown = Signal(bool)  # noqa: N815 - whether the layer of protection risk is on
    placeHovered = Signal(str)  # noqa: N815 - "" once no place is under the mouse

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._map: MapScene | None = None
        self._motion = True
        self._risks_are_shown = False
        self._fitted = True
        self._chosen = self._focused = self._hovered = ""
        self._pressed: QPoint | None = None
        self._foot = 0
        self._next_frame = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._key = MapKey(theme, self)
        self._buttons = ZoomButtons(theme, self)
        self._lay_out()
        self._connect()

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Draw the places and routes of a plan, before anybody is there."""
        self._map = MapScene(scenario, Measures(self.font()), self._theme, self)
        self._map.journeys.set_motion(motion=self._motion)
        self._map.set_risks_shown(shown=self._risks_are_shown)
        self._chosen = self._hovered = ""
        self._focused = next(iter(self._map.places))
        old = self.scene()
        self.setScene(self._map)
        if old is not None:
            old.deleteLater()
        self.setAccessibleName(tr("Map of {title}", title=scenario.title))
        self.fit()

    def append(self, snapshot: Snapshot, risks: Iterable[SiteRisk] = ()) -> None:
        """Show the state of the run at one moment, and the protection risk at its sites."""
        if self._map is None:
            return
        self._map.show_snapshot(snapshot)
        self._map.show_risks(risks)
        if self._map.needs_another_frame and not self._next_frame.isActive():
            self._next_frame.start()

    def show_reports(self, states: Mapping[str, PlaceState]) -> None:
        """Show places as reports tell them, in place of a run that is seen."""
        if self._map is None:
            return
        self._map.show_reports(states)
        if self._map.needs_another_frame and not self._next_frame.isActive():
            self._next_frame.start()

    def hide_truth(self) -> None:
        """Offer nothing that only somebody who sees the run could tell: the key of teams at work, the risk."""
        self._key.hide()
        self._buttons.buttons["shield"].hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setBackgroundBrush(theme.colour("background"))
        self._key.set_theme(theme)
        self._buttons.set_theme(theme)
        if self._map is not None:
            self._map.set_theme(theme)
        self.viewport().update()

    def set_motion(self, motion: bool) -> None:  # noqa: FBT001 - a setting's own signature
        """Let people and vehicles move, or stand with their number on the route."""
        self._motion = motion
        if self._map is not None:
            self._map.journeys.set_motion(motion=motion)

    def show_risks(self, shown: bool) -> None:  # noqa: FBT001 - a checkable action's own signature
        """Lay the protection risk over the sites, or take it away."""
        if shown == self._risks_are_shown:
            return
        self._risks_are_shown = shown
        self._buttons.show_risks(shown=shown)
        self._key.show_risks(shown=shown)
        if self._map is not None:
            self._map.set_risks_shown(shown=shown)
        self.risksShown.emit(shown)

    def select_place(self, place: str) -> None:
        """Show a place as chosen; "" is none."""
        self._chosen = place
        self._focused = place or self._focused
        self._show_attention()

    def fit(self) -> None:
        """Show all of the map, spread over the room there is."""
        self._fitted = True
        if self._map is None:
            return
        room = self.viewport().size()
        scale = self._map.lay_out(room.width(), room.height() - self._foot)
        bounds = self._map.sceneRect()
        around = QSizeF(bounds.width(), bounds.height()) * _AROUND
        self.setSceneRect(bounds.adjusted(-around.width(), -around.height(), around.width(), around.height()))
        self.resetTransform()
        self.scale(scale, scale)
        self.centerOn(bounds.center() + QPointF(0, self._foot / 2 / scale))

    def zoom_in(self) -> None:
        self._zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        self._zoom(1 / ZOOM_STEP)

    def where_is(self, place: str) -> QPoint:
        """Return where the middle of a place's card is seen."""
        assert self._map is not None  # there are no places without a scenario
        return self.mapFromScene(self._map.places[place].card.center())

    def words_at(self, point: QPoint) -> str:
        """Say in words what lies at a point of the view, as it stands at this moment."""
        return "" if self._map is None else self._map.words_at(self.mapToScene(point))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the mouse."""
        here = event.position().toPoint()
        there = self.mapToScene(here)
        self._zoom(_WHEEL ** event.angleDelta().y())
        away = self.mapFromScene(there) - here
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + away.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + away.y())
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._move_focus(_TOWARDS[Qt.Key(event.key())])
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._focused:
                self.placeActivated.emit(self._focused)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.fit()
            case _:
                super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._map is not None and not event.buttons():
            self._hover(self._map.place_at(self.mapToScene(event.position().toPoint())))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        here = event.position().toPoint()
        if self._map is None or pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if (here - pressed).manhattanLength() < QApplication.startDragDistance():
            self._open(self._map.place_at(self.mapToScene(here)))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover("")
        super().leaveEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_attention()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_attention()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_overlays()
        if self._fitted:
            self.fit()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Say in words what is under the mouse, as it stands at this moment."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._map is not None:
            QToolTip.showText(event.globalPos(), tip(self.words_at(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def _open(self, place: str) -> None:
        if place:
            self._focused = place
            self._show_attention()
            self.placeActivated.emit(place)

    def _hover(self, place: str) -> None:
        if place != self._hovered:
            self._hovered = place
            self._show_attention()
            self.placeHovered.emit(place)

    def _move_focus(self, towards: QPointF) -> None:
        if self._map is None:
            return
        self._focused = self._map.place_beside(self._focused, towards)
        self.ensureVisible(self._map.places[self._focused].frame)
        self._show_attention()
        words = self._map.words_of(self._focused)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _show_attention(self) -> None:
        if self._map is None:
            return
        for name, place in self._map.places.items():
            place.show_attention(
                chosen=name == self._chosen,
                focused=self.hasFocus() and name == self._focused,
                hovered=name == self._hovered,
            )

    def _zoom(self, factor: float) -> None:
        scale = self.transform().m11()
        factor = min(max(scale * factor, LIMITS[0]), LIMITS[1]) / scale
        self._fitted = False
        self.scale(factor, factor)

    def _draw_next_frame(self) -> None:
        if self._map is not None:
            self._map.show_figures()
        self.viewport().update()
        if self._map is None or not self._map.needs_another_frame:
            self._next_frame.stop()

    def _place_overlays(self) -> None:
        """Put the key and the buttons at the foot."""
        size = self._buttons.sizeHint()
        self._foot = size.height() + GRID
        self._buttons.setGeometry(
            self.width() - size.width() - GRID, self.height() - size.height() - 4, *size.toTuple()
        )
        self._key.setGeometry(0, self._buttons.y(), self._buttons.x() - GRID, size.height())

    def _connect(self) -> None:
        self._next_frame.timeout.connect(self._draw_next_frame)
        self._buttons.zoom_in_asked.connect(self.zoom_in)
        self._buttons.zoom_out_asked.connect(self.zoom_out)
        self._buttons.fit_asked.connect(self.fit)
        self._buttons.risks_asked.connect(self.show_risks)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundBrush(self._theme.colour("background"))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        # anything less makes moving dots cost ten times as much
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("Map of the reception system"))
        self.setWhatsThis(
            tr("Arrow keys go from place to place, Enter opens one; plus, minus and zero zoom. Drag to move the map.")
        )

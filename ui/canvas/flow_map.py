"""The flow map: places, ways and people under way, to be looked at, walked through by keyboard, and chosen from."""

from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget
from typing_extensions import override

from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.routes import RoutePlan
from reception_sim.state import Snapshot
from reception_sim.translation import tr
from ui.canvas.cards import SIZE, Card
from ui.canvas.figures import sentence_of, states
from ui.canvas.layout import spots
from ui.canvas.ways import Movers, Way
from ui.theme import Theme

ZOOM_STEP: Final = 1.2
ZOOM_LIMITS: Final = (0.25, 4.0)
_MARGIN: Final = 16.0
_ARROWS: Final = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class FlowMap(QGraphicsView):
    """Draws a scenario and, a frame at a time, the state of its run."""

    placeActivated = Signal(str)  # noqa: N815 - signals are named as Qt names them
    placeHovered = Signal(str)  # noqa: N815 - likewise

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scenario: ScenarioPlan | None = None
        self._cards: dict[str, Card] = {}
        self._ways: list[Way] = []
        self._movers: Movers | None = None
        self._moving = True
        self._fitted = True
        self._chosen = ""
        self._stage = QGraphicsScene(self)
        self.setScene(self._stage)
        self._lay_out()

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Draw the places and ways of a plan."""
        self._scenario = scenario
        self._stage.clear()
        where = {name: QPointF(*spot) for name, spot in spots(scenario).items()}
        self._cards = {name: self._card(name, point) for name, point in where.items()}
        self._ways = [self._way(where[route.origin], where[route.destination], route) for route in scenario.routes]
        for name, site in scenario.sites.items():
            self._ways += [self._way(where[name], where[station], None) for station in site.during_stay]
        bounds = self._stage.itemsBoundingRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        self._movers = Movers(bounds, self._theme)
        self._stage.addItem(self._movers)
        self._stage.setSceneRect(bounds)
        self.setAccessibleName(tr("Map of {title}", title=scenario.title))
        self.fit()

    def append(self, snapshot: Snapshot) -> None:
        """Show the state of the run at one moment."""
        if self._scenario is None or self._movers is None:
            return
        for name, state in states(snapshot).items():
            self._cards[name].show_state(state)
            self._cards[name].setToolTip(sentence_of(state, self._scenario))
        rides = {(ride.origin, ride.destination): ride for ride in snapshot.rides}
        for way in self._ways:
            if way.route is not None:
                way.show_ride(rides.get((way.route.origin, way.route.destination)))
        paths = {(way.route.origin, way.route.destination): way.path for way in self._ways if way.route is not None}
        self._movers.show_journeys(snapshot.journeys if self._moving else (), paths, snapshot.time)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setBackgroundBrush(QColor(theme.background))
        for card in self._cards.values():
            card.set_theme(theme)
        for way in self._ways:
            way.set_theme(theme)
        if self._movers is not None:
            self._movers.set_theme(theme)
        self.viewport().update()

    def set_motion(self, moving: bool) -> None:  # noqa: FBT001 - on or off
        """Draw people under way, or spare those whom motion disturbs."""
        self._moving = moving

    def select_place(self, place: str) -> None:
        """Mark a place as chosen; "" marks none."""
        self._chosen = place
        for name, card in self._cards.items():
            card.set_chosen(name == place)
        self.viewport().update()

    def fit(self) -> None:
        """Show all of the map."""
        self._fitted = True
        self.fitInView(self._stage.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        if self.transform().m11() > 1.4:
            self.resetTransform()
            self.scale(1.4, 1.4)

    def zoom_in(self) -> None:
        self._zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        self._zoom(1 / ZOOM_STEP)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        card = self._card_at(event)
        if card is not None and event.button() == Qt.MouseButton.LeftButton:
            self.placeActivated.emit(card.place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        card = self._card_at(event)
        self.placeHovered.emit(card.place if card is not None else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and self._cards:
            self._walk(_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen:
            self.placeActivated.emit(self._chosen)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def _walk(self, towards: QPointF) -> None:
        """Choose the nearest place in a direction."""
        if self._chosen not in self._cards:
            self.placeActivated.emit(next(iter(self._cards)))
            return
        here = self._cards[self._chosen].pos()

        def distance(card: Card) -> float:
            way = card.pos() - here
            along = QPointF.dotProduct(way, towards)
            aside = abs(QPointF.dotProduct(way, QPointF(towards.y(), towards.x())))
            return along + 2 * aside if along > 1 else float("inf")

        nearest = min(self._cards.values(), key=distance)
        if distance(nearest) < float("inf"):
            self.placeActivated.emit(nearest.place)

    def _card_at(self, event: QMouseEvent) -> Card | None:
        item = self.itemAt(event.position().toPoint())
        return item if isinstance(item, Card) else None

    def _zoom(self, by: float) -> None:
        scale = self.transform().m11() * by
        if ZOOM_LIMITS[0] <= scale <= ZOOM_LIMITS[1]:
            self._fitted = False
            self.scale(by, by)

    def _card(self, name: str, where: QPointF) -> Card:
        assert self._scenario is not None  # show_scenario
        card = Card(name, self._scenario.title_of(name), self._theme)
        card.setPos(where)
        self._stage.addItem(card)
        return card

    def _way(self, origin: QPointF, destination: QPointF, route: RoutePlan | None) -> Way:
        way = Way(origin, destination, self._theme, route)
        self._stage.addItem(way)
        return way

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Measured: with smaller updates 500 moving dots cost 27 ms a frame, with this one 3 ms.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(int(SIZE.width() * 2), int(SIZE.height() * 2))
        self.setBackgroundBrush(QColor(self._theme.background))

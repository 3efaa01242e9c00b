"""What lies on the map: places, routes, signs and people under way, put where the window has room for them."""

from collections.abc import Iterable, Mapping
from time import monotonic
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from reception_sim.protection import SiteRisk
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.routes import RoutePlan
from reception_sim.state import RideState, Snapshot
from ui.canvas.curves import BESIDE, ONWARD, Berth, Choice, Curve
from ui.canvas.journeys import PLATE, Way
from ui.canvas.journeys_item import JourneysItem
from ui.canvas.layout import places_on_grid, spread
from ui.canvas.measures import LETTERS_A_LINE, Measures
from ui.canvas.place_item import PlaceItem, PlaceSign
from ui.canvas.place_shapes import kind_of
from ui.canvas.place_states import PlaceState, states_before, states_of
from ui.canvas.place_words import told, told_ride
from ui.canvas.risk_layer import told_risk
from ui.canvas.route_item import RouteItem
from ui.canvas.signs import signs_of
from ui.canvas.stop_item import StopItem, sign_room
from ui.theme import Theme

_READING_S: Final = 0.1
MARGIN: Final = 14.0
LARGEST: Final = 2.0  # times the system's text
_READABLE: Final = 0.62  # of it; where there is not room for so much, the places are drawn dense
_SWEEPS: Final = 2  # so that the first, too, gives way to those drawn after it
_LONG: Final = 3 * PLATE
_ABOVE: Final = QPointF(0, -34)
_BELOW: Final = QPointF(0, 22)
_SIGN_AT: Final = np.array((0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74))  # of the way


class MapScene(QGraphicsScene):
    """Holds the items of one scenario."""

    def __init__(self, scenario: ScenarioPlan, measures: Measures, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self._measures = measures
        self._dense = [Measures(measures.font, dense=True, letters=letters) for letters in LETTERS_A_LINE]
        self._spots = places_on_grid(scenario)
        self._states = dict(states_before(scenario))
        self._rides: tuple[RideState, ...] = ()
        self._risks: dict[str, SiteRisk] = {}
        self._risks_are_shown = False
        self._figures_are_shown, self._figures_shown_at = True, 0.0
        self.places = {
            name: PlaceItem(
                PlaceSign(name, scenario.title_of(name), kind_of(plan)), self._states[name], measures, theme
            )
            for name, plan in scenario.places()
        }
        self.routes = {_way(route): RouteItem(theme, during_stay=False) for route in scenario.routes}
        self._during_stay = {
            (name, station): RouteItem(theme, during_stay=True)
            for name, site in scenario.sites.items()
            for station in site.during_stay
        }
        signs = signs_of(scenario)
        ways = [_way(route) for route in scenario.routes if _takes_time(route)]
        self.stops = {way: StopItem(signs[way[2]], measures, theme) for way in ways}
        self.journeys = JourneysItem(signs, measures, theme)
        for item in self._items():
            self.addItem(item)

    def lay_out(self, width: float, height: float) -> float:
        """Spread the places over so many pixels and return the scale at which all of them are seen."""
        area = (max(width - 2 * MARGIN, 1.0), max(height - 2 * MARGIN, 1.0))
        measures = self._fitting(area)
        corners, scale = spread(self._spots, measures.room, area, LARGEST)
        for name, corner in corners.items():
            self.places[name].set_measures(measures)
            self.places[name].setPos(*corner)
        curves = self._lay_routes()
        self._lay_stops(curves)
        bounds = self._bounds()
        self.setSceneRect(bounds)
        self.journeys.lay(bounds, curves)
        return min(scale, width / bounds.width(), height / bounds.height())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the state of the run at one moment."""
        self._states.update(states_of(snapshot))
        self._rides = snapshot.rides
        self._figures_are_shown = False
        self.journeys.show_journeys(snapshot.journeys, snapshot.time)
        self.show_figures()

    def show_reports(self, states: Mapping[str, PlaceState]) -> None:
        """Show what has been reported of the places; nobody is seen under way."""
        self._states.update(states)
        self._figures_are_shown = False
        self.show_figures()

    def show_risks(self, risks: Iterable[SiteRisk]) -> None:
        """Show the protection risk at each site at this moment, while its layer is on."""
        self._risks = {risk.id: risk for risk in risks}
        self._draw_risks()

    def set_risks_shown(self, *, shown: bool) -> None:
        """Lay the protection risk over the sites, or take it away."""
        self._risks_are_shown = shown
        self._draw_risks()

    def show_figures(self) -> None:
        """Bring the figures of the places up to date, unless they have just changed: people must be able to read."""
        if self._figures_are_shown or monotonic() - self._figures_shown_at < _READING_S:
            return
        self._figures_are_shown, self._figures_shown_at = True, monotonic()
        for name, state in self._states.items():
            self.places[name].show_state(state)
        for ride in self._rides:
            self.stops[ride.origin, ride.destination, ride.fleet].show_awaiting(ride.awaiting)

    @property
    def needs_another_frame(self) -> bool:
        """Tell whether figures wait to be shown, or somebody still moves towards where they are."""
        return not self._figures_are_shown or self.journeys.needs_another_frame

    def set_theme(self, theme: Theme) -> None:
        for item in self._items():
            item.set_theme(theme)

    def words_at(self, point: QPointF) -> str:
        """Say what is to be said of what lies at a point: all figures of a place, or who waits for a vehicle."""
        place = self.place_at(point)
        if place:
            return self.words_of(place)
        for ride in self._rides:
            stop = self.stops[ride.origin, ride.destination, ride.fleet]
            if stop.sceneBoundingRect().contains(point):
                title = self._scenario.title_of
                return told_ride(ride, title(ride.fleet), title(ride.destination))
        return ""

    def words_of(self, place: str) -> str:
        """Say in sentences how a place stands."""
        rides = tuple(ride for ride in self._rides if ride.origin == place)
        words = told(self._scenario.title_of(place), self._states[place], rides)
        return f"{words}\n{told_risk(self._risks[place])}" if place in self._risks else words

    def place_at(self, point: QPointF) -> str:
        """Return the place at a point of the map; "" if there is none."""
        return next((name for name, place in self.places.items() if place.frame.contains(point)), "")

    def place_beside(self, place: str, towards: QPointF) -> str:
        """Return the nearest place in a direction, or *place* itself if there is none."""
        start = self.places[place].card.center()
        best, least = place, float("inf")
        for name, other in self.places.items():
            away = other.card.center() - start
            ahead = QPointF.dotProduct(away, towards)
            aside = abs(away.x() * towards.y() - away.y() * towards.x())
            if ahead > 1 and ahead + 2 * aside < least and aside <= 2 * ahead:
                best, least = name, ahead + 2 * aside
        return best

    def _fitting(self, area: tuple[float, float]) -> Measures:
        """Return the sizes at which the text is large enough, or else as large as it can be, on the widest card."""

        def scale(measures: Measures) -> float:
            return round(spread(self._spots, measures.room, area, LARGEST)[1], 2)

        return self._measures if scale(self._measures) >= _READABLE else max(self._dense, key=scale)

    def _draw_risks(self) -> None:
        for name, risk in self._risks.items():
            self.places[name].show_risk(risk if self._risks_are_shown else None)

    def _items(self) -> list[PlaceItem | RouteItem | StopItem | JourneysItem]:
        lines = (*self.routes.values(), *self._during_stay.values())
        return [*lines, self.journeys, *self.stops.values(), *self.places.values()]

    def _bounds(self) -> QRectF:
        """Return what all places and routes take, with a margin."""
        bounds = QRectF()
        for place in self.places.values():
            bounds = bounds.united(place.frame)
        for line in (*self.routes.values(), *self._during_stay.values()):
            bounds = bounds.united(line.extent)
        return bounds.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)

    def _lay_routes(self) -> dict[Way, Curve]:
        """Draw the routes anew, clear of the places and of one another: the shortest first, for they can least give."""
        berths = {name: place.berth for name, place in self.places.items()}
        lines = [(way[0], way[1], route, ONWARD) for way, route in self.routes.items()]
        lines += [(site, station, line, BESIDE) for (site, station), line in self._during_stay.items()]
        lines.sort(key=lambda line: _distance(berths[line[0]], berths[line[1]]))
        everywhere = list(berths.values())
        choices = [Choice(berths[here], berths[there], everywhere, sides) for here, there, _, sides in lines]
        drawn: dict[int, Curve] = {}
        for _ in range(_SWEEPS):
            for number, choice in enumerate(choices):
                drawn[number] = choice.best([curve for other, curve in drawn.items() if other != number])
        for number, (_, _, line, _) in enumerate(lines):
            line.lay(drawn[number])
        return {way: route.curve for way, route in self.routes.items()}

    def _lay_stops(self, curves: dict[Way, Curve]) -> None:
        """Put each sign on its route, or beside one too short for it, where it hides nothing."""
        taken = [place.frame for place in self.places.values()]
        room = sign_room(self._measures)
        for way, stop in self.stops.items():
            spots = _sign_spots(curves[way])
            free = (spot for spot in spots if not any(room.translated(spot).intersects(other) for other in taken))
            stop.setPos(next(free, spots[0]))
            taken.append(room.translated(stop.pos()))


def _sign_spots(curve: Curve) -> list[QPointF]:
    """Return where a sign may stand, the best first."""
    on = [QPointF(x, y) for x, y in curve.along(_SIGN_AT).tolist()]
    beside = [spot + aside for spot in on for aside in (_BELOW, _ABOVE)]
    return [*on, *beside] if curve.length > _LONG else beside


def _distance(one: Berth, other: Berth) -> float:
    return QLineF(one.card.center(), other.card.center()).length()


def _way(route: RoutePlan) -> Way:
    fleet = route.by.vehicles if route.by else None
    return route.origin, route.destination, fleet or ""


def _takes_time(route: RoutePlan) -> bool:
    return route.by is not None and (route.by.vehicles is not None or route.by.travel_time > 0)

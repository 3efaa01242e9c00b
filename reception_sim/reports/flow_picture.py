"""A picture of the reception system: places as boxes where the scenario puts them, routes as arrows."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reception_sim.reports import svg
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.arrivals import EntryPointPlan
from reception_sim.scenario.plan import PlacePlan
from reception_sim.scenario.sites import ExitPlan, SitePlan
from reception_sim.scenario.stations import StationPlan
from reception_sim.translation import tr

_WIDTH: Final = 760.0
_LINE: Final = 14.0
_TEXT: Final = 12.0
_LETTER: Final = 6.4  # mean width at that size, in a wide font
_GAP: Final = 22.0
_ON_FOOT: Final = ""
_BY_VEHICLE: Final = "6 4"
_DURING_STAY: Final = "2 3"

_TONES: Final[dict[type[PlacePlan], str]] = {
    EntryPointPlan: "ink",
    StationPlan: "series-0",
    SitePlan: "series-1",
    ExitPlan: "quiet",
}


@dataclass(frozen=True)
class _Box:
    """Where a place stands in the picture."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    place: PlacePlan

    @property
    def middle(self) -> svg.Point:
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


def flow_picture(scenario: ScenarioPlan) -> str:
    """Return the picture as SVG."""
    boxes = _boxes(scenario)
    height = max(box.bottom for box in boxes.values()) + _GAP
    return svg.canvas(_WIDTH, height, [*_ways(scenario, boxes), *_places(boxes)])


def describe_flow(scenario: ScenarioPlan) -> str:
    """Say in words what the picture shows."""
    title = scenario.title_of
    routes = [
        tr("From {origin} to {destination}.", origin=title(route.origin), destination=title(route.destination))
        for route in scenario.routes
    ]
    beyond = [
        tr("When {site} is full, to {next}.", site=site.title, next=title(site.next_site))
        for site in scenario.sites.values()
        if site.next_site is not None
    ]
    return " ".join([*routes, *beyond])


def _ways(scenario: ScenarioPlan, boxes: Mapping[str, _Box]) -> Iterator[str]:
    for route in scenario.routes:
        dash = _BY_VEHICLE if route.by and route.by.vehicles else _ON_FOOT
        yield svg.arrow(_curve(boxes[route.origin], boxes[route.destination]), dash)
    for name, site in scenario.sites.items():
        for station in site.during_stay:
            yield svg.arrow(_curve(boxes[name], boxes[station]), _DURING_STAY)
        if site.next_site is not None:
            yield svg.arrow(_curve(boxes[name], boxes[site.next_site]), _ON_FOOT)


def _curve(start: _Box, end: _Box) -> tuple[svg.Point, ...]:
    """Leave and enter sideways where the end lies ahead, from above or below where it lies beside or behind."""
    if end.x >= start.right:
        (_, y0), (_, y3) = start.middle, end.middle
        reach = 0.5 * (end.x - start.right)
        return (start.right, y0), (start.right + reach, y0), (end.x - reach, y3), (end.x, y3)
    (x0, _), (x3, _) = start.middle, end.middle
    if end.y >= start.bottom:
        reach = 0.5 * (end.y - start.bottom)
        return (x0, start.bottom), (x0, start.bottom + reach), (x3, end.y - reach), (x3, end.y)
    if start.y >= end.bottom:
        reach = 0.5 * (start.y - end.bottom)
        return (x0, start.y), (x0, start.y - reach), (x3, end.bottom + reach), (x3, end.bottom)
    below = max(start.bottom, end.bottom) + 1.6 * _GAP
    return (x0, start.bottom), (x0, below), (x3, below), (x3, end.bottom)


def _places(boxes: Mapping[str, _Box]) -> Iterator[str]:
    for box in boxes.values():
        passing = isinstance(box.place, EntryPointPlan | ExitPlan)
        yield svg.box(
            (box.x, box.y),
            (box.width, box.height),
            _TONES[type(box.place)],
            radius=box.height / 2 if passing else 3,
        )
        top = box.middle[1] - (len(box.lines) - 1) * _LINE / 2 + 4
        for row, words in enumerate(box.lines):
            yield svg.text((box.middle[0], top + row * _LINE), words, anchor="middle", size=_TEXT)


def _boxes(scenario: ScenarioPlan) -> dict[str, _Box]:
    grid = _grid(scenario)
    columns = sorted({x for x, _ in grid.values()})
    pitch = _WIDTH / max(columns[-1] - columns[0] + 1, 1.0)
    width = min(0.74 * pitch, 150.0)
    lines = {
        name: tuple(textwrap.wrap(place.title, max(round((width - 18) / _LETTER), 8), break_long_words=False))
        for name, place in scenario.places()
    }
    height = max(map(len, lines.values())) * _LINE + 12
    top = min(y for _, y in grid.values())
    return {
        name: _Box(
            x=(grid[name][0] - columns[0] + 0.5) * pitch - width / 2,
            y=(grid[name][1] - top) * (height + _GAP) + 4,
            width=width,
            height=height,
            lines=lines[name],
            place=place,
        )
        for name, place in scenario.places()
    }


def _grid(scenario: ScenarioPlan) -> dict[str, tuple[float, float]]:
    """Return each place's column and row: as the scenario says, or by the way that people take."""
    said = {name: place.position for name, place in scenario.places() if place.position is not None}
    if len(said) == len(list(scenario.places())):
        return said
    columns = _columns(scenario)
    rows: dict[int, int] = {}
    grid = {}
    for name, _ in scenario.places():
        column = columns[name]
        grid[name] = (float(column), float(rows.setdefault(column, 0)))
        rows[column] += 1
    return grid


def _columns(scenario: ScenarioPlan) -> dict[str, int]:
    """Return how many steps each place lies from the nearest entry point; exits stand last."""
    ways = [(route.origin, route.destination) for route in scenario.routes]
    for name, site in scenario.sites.items():
        ways += [(name, there) for there in (*site.during_stay, site.next_site) if there is not None]
    columns = dict.fromkeys(scenario.entry_points, 0)
    frontier = list(columns)
    while frontier:
        reached = [there for here, there in ways if here in frontier and there not in columns]
        columns.update({there: 1 + max(columns[here] for here in frontier) for there in reached})
        frontier = list(dict.fromkeys(reached))
    last = 1 + max((columns[name] for name in columns if name not in scenario.exits), default=0)
    return {name: last if name in scenario.exits else columns.get(name, 1) for name, _ in scenario.places()}

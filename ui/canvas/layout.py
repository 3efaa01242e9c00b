"""Where places stand on the map: where the plan puts them, or in layers along the way that people take."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from statistics import fmean, median
from typing import Final, TypeAlias

from reception_sim.scenario import ScenarioPlan

Spot: TypeAlias = tuple[float, float]  # column and row, in cells
Way: TypeAlias = tuple[str, str]

_STEP: Final = 0.5
_WIDEST_GAP: Final = 1.5
_LOOSEST: Final = 1.7  # times the least distance, however much room there is
_CROWDED: Final = 0.6
_DIGITS: Final = 6  # of a position: places nearer than that, even in degrees, stand at one spot


@dataclass(frozen=True)
class Room:
    """Sizes in pixels: of a place, and of the least distance from the middle of one to that of the next."""

    place: tuple[float, float]
    apart: tuple[float, float]


def places_on_grid(scenario: ScenarioPlan) -> dict[str, Spot]:
    """Return a spot for each place; in a row or in a column none is nearer than one cell to another."""
    names = [name for name, _ in scenario.places()]
    told = {name: place.position for name, place in scenario.places() if place.position is not None}
    return kept_apart(filled_in(names, told, ways_of(scenario)))


def ways_of(scenario: ScenarioPlan) -> list[Way]:
    """Return who is followed by whom: by the routes, and the stations that residents of a site go to."""
    ways = [(route.origin, route.destination) for route in scenario.routes]
    return ways + [(name, station) for name, site in scenario.sites.items() for station in site.during_stay]


def filled_in(names: Sequence[str], told: Mapping[str, Spot], ways: Sequence[Way]) -> dict[str, Spot]:
    """Return *told* with a spot for each of the others: one column after those before it, in their middle row."""
    layer = layers(names, ways)
    spots = dict(told)
    for name in sorted(names, key=lambda name: layer[name]):
        if name not in spots:
            before = [spots[here] for here, there in ways if there == name and layer[here] < layer[name]]
            after = [spots[there] for here, there in ways if here == name and there in spots]
            spots[name] = _free_spot(_wished(before, after), spots.values())
    return {name: spots[name] for name in names}


def layers(names: Sequence[str], ways: Sequence[Way]) -> dict[str, int]:
    """Return how many steps the longest way to each place has; a way that leads back in a loop does not count."""
    onward = _without_loops(names, ways)
    layer = dict.fromkeys(names, 0)
    for _ in names:
        for here, there in onward:
            layer[there] = max(layer[there], layer[here] + 1)
    return layer


def kept_apart(spots: Mapping[str, Spot]) -> dict[str, Spot]:
    """Return spots that nobody shares: crowded plans are widened, empty stretches closed up, neighbours moved on."""
    told = {name: (round(x, _DIGITS), round(y, _DIGITS)) for name, (x, y) in spots.items()}
    scale = _widening(list(told.values()))
    apart: dict[str, Spot] = {}
    for name, (x, y) in told.items():
        apart[name] = _free_spot((x * scale, y * scale), apart.values())
    columns, rows = (_closed_up({spot[axis] for spot in apart.values()}) for axis in (0, 1))
    return {name: (columns[x], rows[y]) for name, (x, y) in apart.items()}


def spread(
    spots: Mapping[str, Spot], room: Room, area: tuple[float, float], largest: float
) -> tuple[dict[str, Spot], float]:
    """Return each place's upper left corner, and the scale (at most *largest*) at which all fit into *area*."""
    lows, spans = _extent(spots)
    least = [span * apart + size for span, apart, size in zip(spans, room.apart, room.place, strict=True)]
    scale = min(largest, *(have / want for have, want in zip(area, least, strict=True)))
    pitch = [
        min((have / scale - size) / span, _LOOSEST * apart) if span else apart
        for have, size, span, apart in zip(area, room.place, spans, room.apart, strict=True)
    ]
    corners = {name: ((x - lows[0]) * pitch[0], (y - lows[1]) * pitch[1]) for name, (x, y) in spots.items()}
    return corners, scale


def _wished(before: Sequence[Spot], after: Sequence[Spot]) -> Spot:
    if before:
        return max(x for x, _ in before) + 1, round(fmean(y for _, y in before) / _STEP) * _STEP
    if after:
        return min(x for x, _ in after) - 1, round(fmean(y for _, y in after) / _STEP) * _STEP
    return 0.0, 0.0


def _free_spot(wished: Spot, taken: Iterable[Spot]) -> Spot:
    """Return the spot nearest to *wished* in its column that is a cell away from all that are *taken*."""
    x, y = wished
    beside = [row for column, row in taken if abs(column - x) < 1]
    rows = (y + sign * steps * _STEP for steps in count() for sign in ((1, -1) if steps else (1,)))
    return x, next(row for row in rows if all(abs(row - other) >= 1 for other in beside))


def _without_loops(names: Sequence[str], ways: Sequence[Way]) -> list[Way]:
    onward: list[Way] = []
    done: set[str] = set()

    def follow(here: str, passed: tuple[str, ...]) -> None:
        done.add(here)
        for origin, there in ways:
            if origin == here and there not in (*passed, here):
                onward.append((here, there))
                if there not in done:
                    follow(there, (*passed, here))

    for name in names:
        if name not in done:
            follow(name, ())
    return onward


def _widening(spots: Sequence[Spot]) -> float:
    """Return how much wider a plan must be that was drawn in other measures than cells."""
    nearest = [
        min(max(abs(x - a), abs(y - b)) for other, (a, b) in enumerate(spots) if other != number)
        for number, (x, y) in enumerate(spots)
        if len(spots) > 1
    ]
    usual = median(nearest) if nearest else 1.0
    return 1 / usual if 0 < usual < _CROWDED else 1.0


def _closed_up(values: Iterable[float]) -> dict[float, float]:
    ordered = sorted(values)
    closed = {ordered[0]: ordered[0]} if ordered else {}
    for lower, upper in pairwise(ordered):
        closed[upper] = closed[lower] + min(upper - lower, _WIDEST_GAP)
    return closed


def _extent(spots: Mapping[str, Spot]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    axes = list(zip(*spots.values(), strict=True)) or [(0.0,), (0.0,)]
    return tuple(min(axis) for axis in axes), tuple(max(axis) - min(axis) for axis in axes)

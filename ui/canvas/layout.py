"""Where places stand on the map: where the plan says, else in layers from the entry points on."""

from typing import Final, TypeAlias

from reception_sim.scenario import ScenarioPlan

Spot: TypeAlias = tuple[float, float]
CELL: Final = (240.0, 158.0)  # px between neighbours of the plan's grid, across and down


def spots(scenario: ScenarioPlan) -> dict[str, Spot]:
    """Return the middle of each place in scene units; no two places share one."""
    planned = {name: place.position for name, place in scenario.places() if place.position is not None}
    layers = _layers(scenario)
    taken = {name: (x * CELL[0], y * CELL[1]) for name, (x, y) in planned.items()}
    for name, _ in scenario.places():
        if name not in taken:
            taken[name] = _free_spot(layers[name], set(taken.values()))
    return _apart(taken)


def _layers(scenario: ScenarioPlan) -> dict[str, int]:
    """Return how many ways lie between the entry points and each place, at most; loops count once."""
    layers = {name: 0 for name, _ in scenario.places()}
    ways = [(route.origin, route.destination) for route in scenario.routes]
    ways += [(name, station) for name, site in scenario.sites.items() for station in site.during_stay]
    deepest = len(layers) - 1
    for _ in layers:
        for origin, destination in ways:
            layers[destination] = max(layers[destination], min(layers[origin] + 1, deepest))
    order = sorted(set(layers.values()))
    return {name: order.index(layer) for name, layer in layers.items()}


def _free_spot(layer: int, taken: set[Spot]) -> Spot:
    row = 0
    while (layer * CELL[0], row * CELL[1]) in taken:
        row += 1
    return layer * CELL[0], row * CELL[1]


def _apart(spots_of: dict[str, Spot]) -> dict[str, Spot]:
    """Move places that would lie on one another down until they do not."""
    placed: dict[str, Spot] = {}
    for name, (x, y) in spots_of.items():
        down = y
        while any(abs(x - left) < CELL[0] * 0.8 and abs(down - top) < CELL[1] * 0.85 for left, top in placed.values()):
            down += CELL[1] * 0.25
        placed[name] = (x, down)
    return placed

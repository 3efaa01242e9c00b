"""Who can come where: the places of a plan as a network of routes."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeAlias

from reception_sim.scenario.plan import ScenarioPlan

Ways: TypeAlias = Mapping[str, tuple[str, ...]]


class Flow:
    """The routes that people can take, and which populations come to which place by them."""

    def __init__(self, scenario: ScenarioPlan) -> None:
        self._scenario = scenario

    @cached_property
    def ways(self) -> Ways:
        """Return where people go from each place: by routes, and from a full site to the next one."""
        ways: dict[str, list[str]] = {name: [] for name, _ in self._scenario.places()}
        for route in self._scenario.routes:
            if route.share != 0 and route.origin in ways and route.destination in ways:
                ways[route.origin].append(route.destination)
        for name, site in self._scenario.sites.items():
            if site.next_site in ways and site.next_site is not None:
                ways[name].append(site.next_site)
        return {name: tuple(nexts) for name, nexts in ways.items()}

    @cached_property
    def ways_and_turns(self) -> Ways:
        """Return where people go from each place, and turn to when they lose their patience."""
        stations, entries = self._scenario.stations, self._scenario.entry_points
        turns = {name: tuple(plan.giving_up.turns_to) for name, plan in stations.items() if plan.giving_up is not None}
        turns |= {name: tuple(plan.border.turns_to) for name, plan in entries.items() if plan.border is not None}
        return {
            name: (*nexts, *(one for one in turns.get(name, ()) if one in self.ways))
            for name, nexts in self.ways.items()
        }

    @cached_property
    def ways_back(self) -> Ways:
        """Return for each place where people come from."""
        back: dict[str, list[str]] = {name: [] for name in self.ways}
        for origin, nexts in self.ways.items():
            for destination in nexts:
                back[destination].append(origin)
        return {name: tuple(origins) for name, origins in back.items()}

    @cached_property
    def populations(self) -> Mapping[str, frozenset[str]]:
        """Return the populations that come to each place by a route, or are there at the start."""
        reached: dict[str, set[str]] = {name: set() for name in self.ways}
        for population, place in self._sources():
            for name in reachable([place], self.ways_and_turns):
                reached[name].add(population)
        return {name: frozenset(names) for name, names in reached.items()}

    @cached_property
    def visitors(self) -> Mapping[str, frozenset[str]]:
        """Return the populations that queue at each station from a site, and go back there."""
        found: dict[str, frozenset[str]] = {}
        for name, site in self._scenario.sites.items():
            for station in site.during_stay:
                found[station] = found.get(station, frozenset()) | self.populations[name]
        return found

    @cached_property
    def on_routes(self) -> frozenset[str]:
        """Return the places that some route leads to, and those where people are at the start."""
        led_to = {place for nexts in self.ways.values() for place in nexts}
        return frozenset(led_to | {row.at for row in self._scenario.already_there})

    def people_at(self, place: str) -> frozenset[str]:
        """Return every population that is seen at a place, whether it came by a route or from a site."""
        return self.populations.get(place, frozenset()) | self.visitors.get(place, frozenset())

    def _sources(self) -> Iterator[tuple[str, str]]:
        for name, entry in self._scenario.entry_points.items():
            yield from ((stream.population, name) for stream in entry.arrivals)
        yield from ((row.population, row.at) for row in self._scenario.already_there if row.at in self.ways)


def reachable(starts: Iterable[str], ways: Ways) -> frozenset[str]:
    """Return every place to which *ways* lead from *starts*, and the starts."""
    found: set[str] = set()
    ahead = list(starts)
    while ahead:
        place = ahead.pop()
        if place not in found:
            found.add(place)
            ahead.extend(ways.get(place, ()))
    return frozenset(found)

"""How many travel groups are expected at each place hour by hour, if nobody had to wait anywhere.

People follow the routes in expected shares, as soon as they can: a station takes no time, a way its travel time and a
site its mean stay. A stay until transferred takes none, because only a run can tell when a vehicle has room.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reception_sim.recording import NEEDS, Times
from reception_sim.scenario.distributions import mean_of
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import HOUR
from reception_sim.scenario.routes import RoutePlan
from reception_sim.scenario.sites import SitePlan, UntilTransferred
from reception_sim.statistics.expected_arrivals import expected_persons
from reception_sim.statistics.expected_groups import Chances, GroupKind, group_kinds

_NEGLIGIBLE: Final = 1e-6
_STEPS_AT_MOST: Final = 1000  # in a loop that people leave but slowly
Flow: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True)
class Wave:
    """Groups on their way: how many, by kind and hour; by kind and need, the chance that it has been seen."""

    groups: Flow
    seen: Flow

    def joined_by(self, other: "Wave | None") -> "Wave":
        if other is None:
            return self
        weight, more = self.groups.sum(axis=1, keepdims=True), other.groups.sum(axis=1, keepdims=True)
        total = np.maximum(weight + more, np.finfo(float).tiny)
        return Wave(self.groups + other.groups, (self.seen * weight + other.seen * more) / total)

    def passing(self, chance: Times, delay_s: float) -> "Wave":
        """Return the part that goes one way, each kind with its *chance*."""
        return Wave(_later(self.groups * chance[:, None], delay_s), self.seen)


@dataclass(frozen=True)
class ExpectedFlow:
    """The travel groups expected at each place, by kind and hour; those there at the start come in the first hour."""

    kinds: tuple[GroupKind, ...]
    groups: dict[str, Flow]

    def persons(self, place: str) -> Times:
        """Return the persons by hour."""
        sizes = np.array([kind.size for kind in self.kinds])
        persons: Times = sizes @ self.groups[place]
        return persons


def expected_flow(scenario: ScenarioPlan, edges: Times) -> ExpectedFlow:
    """Spread the people whom a plan expects over its places."""
    kinds = group_kinds(scenario)
    spreading = _Spreading(scenario, kinds, len(edges) - 1)
    waves = spreading.merged(_sources(scenario, kinds, edges))
    everybody = sum(float(wave.groups.sum()) for wave in waves.values())
    for _ in range(_STEPS_AT_MOST):
        waves = spreading.merged(spreading.onward(waves))
        if sum(float(wave.groups.sum()) for wave in waves.values()) <= _NEGLIGIBLE * everybody:
            break
    return ExpectedFlow(kinds, spreading.groups)


def _sources(scenario: ScenarioPlan, kinds: tuple[GroupKind, ...], edges: Times) -> Iterator[tuple[str, Wave]]:
    for name, entry in scenario.entry_points.items():
        for stream in entry.arrivals:
            yield name, _wave(scenario, kinds, stream.population, expected_persons(stream, scenario, edges))
    for row in scenario.already_there:
        at_once = np.zeros(len(edges) - 1)
        at_once[0] = row.persons
        yield row.at, _wave(scenario, kinds, row.population, at_once)


def _wave(scenario: ScenarioPlan, kinds: tuple[GroupKind, ...], population: str, persons: Times) -> Wave:
    groups = persons / scenario.populations[population].mean_group_size
    shares = np.array([kind.share if kind.population == population else 0.0 for kind in kinds])
    return Wave(shares[:, None] * groups, np.zeros((len(kinds), len(NEEDS))))


class _Spreading:
    """Sends waves of people one place further at a time, and adds up who comes where."""

    def __init__(self, scenario: ScenarioPlan, kinds: tuple[GroupKind, ...], hours: int) -> None:
        self._scenario = scenario
        self._chances = Chances(scenario, kinds)
        self.groups = {name: np.zeros((len(kinds), hours)) for name, _ in scenario.places()}

    def merged(self, arriving: Iterator[tuple[str, Wave]]) -> dict[str, Wave]:
        """Add up the waves that arrive at each place."""
        waves: dict[str, Wave] = {}
        for place, wave in arriving:
            waves[place] = wave.joined_by(waves.get(place))
            self.groups[place] += wave.groups
        return waves

    def onward(self, waves: dict[str, Wave]) -> Iterator[tuple[str, Wave]]:
        """Yield where the people of each place go next."""
        for place, wave in waves.items():
            yield from self._by_routes(place, self._after(place, wave))

    def _after(self, place: str, wave: Wave) -> Wave:
        """Return a wave as it leaves a place: seen by a station, or at the end of a stay."""
        if place in self._scenario.stations:
            return self._seen_at(place, wave)
        site = self._scenario.sites.get(place)
        return wave if site is None else self._after_stay(site, wave)

    def _after_stay(self, site: SitePlan, wave: Wave) -> Wave:
        for station in site.during_stay:
            self.groups[station] += wave.groups
            wave = self._seen_at(station, wave)
        if isinstance(site.stay, UntilTransferred):
            return wave
        return Wave(_later(wave.groups, mean_of(site.stay)), wave.seen)

    def _seen_at(self, station: str, wave: Wave) -> Wave:
        identifies = self._scenario.stations[station].identifies
        chance = np.array([identifies.get(need, 0.0) for need in NEEDS])
        return Wave(wave.groups, wave.seen + (1 - wave.seen) * chance)

    def _by_routes(self, place: str, wave: Wave) -> Iterator[tuple[str, Wave]]:
        """Share a wave out: routes with a condition in their order, then the others by share."""
        routes = [route for route in self._scenario.routes if route.origin == place]
        left = np.ones(len(wave.groups))
        for route in routes:
            if route.when is not None:
                takes = left * self._chances.of(route.when, wave.seen)
                takes *= 1.0 if route.share is None else route.share
                left = left - takes
                yield route.destination, wave.passing(takes, _travel_time(route))
        rest = [route for route in routes if route.when is None]
        else_share = 1 - sum(route.share for route in rest if route.share is not None)
        for route in rest:
            share = else_share if route.share is None else route.share
            yield route.destination, wave.passing(left * share, _travel_time(route))


def _travel_time(route: RoutePlan) -> float:
    return 0.0 if route.by is None else route.by.travel_time


def _later(groups: Flow, delay_s: float) -> Flow:
    """Return a flow by hour as it is *delay_s* later; who would come after the last hour is left out."""
    whole, part = int(delay_s // HOUR), delay_s % HOUR / HOUR
    hours = groups.shape[1]
    later = np.zeros_like(groups)
    later[:, whole:] += (1 - part) * groups[:, : max(hours - whole, 0)]
    later[:, whole + 1 :] += part * groups[:, : max(hours - whole - 1, 0)]
    return later

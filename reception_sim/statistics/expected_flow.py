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
class Stream:
    """Groups on their way: how many, by kind and hour; by kind and need, the chance that it has been seen."""

    groups: Flow
    seen: Flow

    def joined_by(self, other: "Stream | None") -> "Stream":
        if other is None:
            return self
        weight, more = self.groups.sum(axis=1, keepdims=True), other.groups.sum(axis=1, keepdims=True)
        total = np.maximum(weight + more, np.finfo(float).tiny)
        return Stream(self.groups + other.groups, (self.seen * weight + other.seen * more) / total)

    def passing(self, chance: Times, delay_s: float) -> "Stream":
        """Return the part that goes one way, each kind with its *chance*."""
        return Stream(_later(self.groups * chance[:, None], delay_s), self.seen)


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
    streams = spreading.merged(_sources(scenario, kinds, edges))
    everybody = sum(float(stream.groups.sum()) for stream in streams.values())
    for _ in range(_STEPS_AT_MOST):
        streams = spreading.merged(spreading.onward(streams))
        if sum(float(stream.groups.sum()) for stream in streams.values()) <= _NEGLIGIBLE * everybody:
            break
    return ExpectedFlow(kinds, spreading.groups)


def _sources(scenario: ScenarioPlan, kinds: tuple[GroupKind, ...], edges: Times) -> Iterator[tuple[str, Stream]]:
    for name, entry in scenario.entry_points.items():
        for stream in entry.arrivals:
            yield name, _stream(scenario, kinds, stream.population, expected_persons(stream, scenario, edges))
    for row in scenario.already_there:
        at_once = np.zeros(len(edges) - 1)
        at_once[0] = row.persons
        yield row.at, _stream(scenario, kinds, row.population, at_once)


def _stream(scenario: ScenarioPlan, kinds: tuple[GroupKind, ...], population: str, persons: Times) -> Stream:
    groups = persons / scenario.populations[population].mean_group_size
    shares = np.array([kind.share if kind.population == population else 0.0 for kind in kinds])
    return Stream(shares[:, None] * groups, np.zeros((len(kinds), len(NEEDS))))


class _Spreading:
    """Sends streams of people one place further at a time, and adds up who comes where."""

    def __init__(self, scenario: ScenarioPlan, kinds: tuple[GroupKind, ...], hours: int) -> None:
        self._scenario = scenario
        self._chances = Chances(scenario, kinds)
        self.groups = {name: np.zeros((len(kinds), hours)) for name, _ in scenario.places()}

    def merged(self, arriving: Iterator[tuple[str, Stream]]) -> dict[str, Stream]:
        """Add up the streams that arrive at each place."""
        streams: dict[str, Stream] = {}
        for place, stream in arriving:
            streams[place] = stream.joined_by(streams.get(place))
            self.groups[place] += stream.groups
        return streams

    def onward(self, streams: dict[str, Stream]) -> Iterator[tuple[str, Stream]]:
        """Yield where the people of each place go next."""
        for place, stream in streams.items():
            yield from self._by_routes(place, self._after(place, stream))

    def _after(self, place: str, stream: Stream) -> Stream:
        """Return a stream as it leaves a place: seen by a station, or at the end of a stay."""
        if place in self._scenario.stations:
            return self._seen_at(place, stream)
        site = self._scenario.sites.get(place)
        return stream if site is None else self._after_stay(site, stream)

    def _after_stay(self, site: SitePlan, stream: Stream) -> Stream:
        for station in site.during_stay:
            self.groups[station] += stream.groups
            stream = self._seen_at(station, stream)
        if isinstance(site.stay, UntilTransferred):
            return stream
        return Stream(_later(stream.groups, mean_of(site.stay)), stream.seen)

    def _seen_at(self, station: str, stream: Stream) -> Stream:
        identifies = self._scenario.stations[station].identifies
        chance = np.array([identifies.get(need, 0.0) for need in NEEDS])
        return Stream(stream.groups, stream.seen + (1 - stream.seen) * chance)

    def _by_routes(self, place: str, stream: Stream) -> Iterator[tuple[str, Stream]]:
        """Share a stream out: routes with a condition in their order, then the others by share."""
        routes = [route for route in self._scenario.routes if route.origin == place]
        left = np.ones(len(stream.groups))
        for route in routes:
            if route.when is not None:
                takes = left * self._chances.of(route.when, stream.seen)
                takes *= 1.0 if route.share is None else route.share
                left = left - takes
                yield route.destination, stream.passing(takes, _travel_time(route))
        rest = [route for route in routes if route.when is None]
        else_share = 1 - sum(route.share for route in rest if route.share is not None)
        for route in rest:
            share = else_share if route.share is None else route.share
            yield route.destination, stream.passing(left * share, _travel_time(route))


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

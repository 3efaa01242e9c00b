"""The state of each place on the map, from a snapshot or before there is one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reception_sim.scenario import ScenarioPlan
from reception_sim.state import EntryState, ExitState, KnownCount, SiteState, Snapshot, StationState


@dataclass(frozen=True)
class ReportedState:
    """What has been reported of a place: persons in its queue (*waits*) or in it, and how old that is, in words.

    *persons* None: nothing has been reported. *capacity* is that of a site. Some places nobody counts.
    """

    id: str
    persons: int | None
    as_of: str = ""
    waits: bool = False
    capacity: int | None = None
    is_counted: bool = True


PlaceState: TypeAlias = EntryState | StationState | SiteState | ExitState | ReportedState


def states_of(snapshot: Snapshot) -> Mapping[str, PlaceState]:
    """Return the state of each place by its id."""
    everywhere: list[PlaceState] = [*snapshot.entries, *snapshot.stations, *snapshot.sites, *snapshot.exits]
    return {state.id: state for state in everywhere}


def states_before(scenario: ScenarioPlan) -> Mapping[str, PlaceState]:
    """Return each place as it is before anybody is there."""
    stations = (StationState(name, 0, 0, 0, 0, 0, plan.posts, open=True) for name, plan in scenario.stations.items())
    sites = (SiteState(name, 0, plan.capacity, 0, 0, open=True) for name, plan in scenario.sites.items())
    everywhere: list[PlaceState] = [
        *(EntryState(name, 0, 0) for name in scenario.entry_points),
        *stations,
        *sites,
        *(ExitState(name, 0) for name in scenario.exits),
    ]
    return {state.id: state for state in everywhere}


def reported_states(
    scenario: ScenarioPlan, known: Sequence[KnownCount], moment: Callable[[float], str]
) -> Mapping[str, PlaceState]:
    """Return each place as reports tell it; *moment* says a time (s) in words."""
    counts = {count.id: count for count in known}
    return {name: _reported(name, counts.get(name), scenario, moment) for name, _ in scenario.places()}


def _reported(
    name: str, count: KnownCount | None, scenario: ScenarioPlan, moment: Callable[[float], str]
) -> ReportedState:
    site = scenario.sites.get(name)
    return ReportedState(
        id=name,
        persons=None if count is None else count.persons,
        as_of="" if count is None else moment(count.as_of),
        waits=site is None,
        capacity=None if site is None else site.capacity,
        is_counted=name in scenario.counted_places(),
    )


def rides_from(snapshot: Snapshot) -> Mapping[str, int]:
    """Return how many persons wait for a vehicle at each place where anybody does."""
    waiting: dict[str, int] = {}
    for ride in snapshot.rides:
        waiting[ride.origin] = waiting.get(ride.origin, 0) + ride.awaiting
    return waiting

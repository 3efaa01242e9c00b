"""The state of each place on the map, from a snapshot or before there is one."""

from collections.abc import Mapping
from typing import TypeAlias

from reception_sim.scenario import ScenarioPlan
from reception_sim.state import EntryState, ExitState, SiteState, Snapshot, StationState

PlaceState: TypeAlias = EntryState | StationState | SiteState | ExitState


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


def rides_from(snapshot: Snapshot) -> Mapping[str, int]:
    """Return how many persons wait for a vehicle at each place where anybody does."""
    waiting: dict[str, int] = {}
    for ride in snapshot.rides:
        waiting[ride.origin] = waiting.get(ride.origin, 0) + ride.awaiting
    return waiting

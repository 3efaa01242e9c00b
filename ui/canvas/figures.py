"""What the map says of a place now: the figures of a snapshot by place, and the sentence of its tool tip."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from reception_sim.scenario import ScenarioPlan
from reception_sim.state import EntryState, ExitState, SiteState, Snapshot, StationState
from reception_sim.translation import tr

PlaceState: TypeAlias = EntryState | StationState | SiteState | ExitState


@dataclass(frozen=True)
class Row:
    """A place in figures for the table beside the map; None where a figure has no meaning for its kind."""

    place: str
    kind: str
    waiting: int | None
    busy: int | None
    staffed: int | None
    staying: int | None
    capacity: int | None
    outside: int | None


def states(snapshot: Snapshot) -> Mapping[str, PlaceState]:
    """Return the state of each place by its id."""
    everywhere: list[PlaceState] = [*snapshot.entries, *snapshot.stations, *snapshot.sites, *snapshot.exits]
    return {state.id: state for state in everywhere}


def row_of(state: PlaceState, scenario: ScenarioPlan) -> Row:
    """Return a place's figures as a row of a table."""
    title = scenario.title_of(state.id)
    match state:
        case EntryState():
            return Row(title, str(scenario.entry_points[state.id].kind), state.held, None, None, None, None, None)
        case StationState():
            kind = str(scenario.stations[state.id].activity)
            return Row(title, kind, state.queue_persons, state.busy_teams, state.staffed_teams, None, None, None)
        case SiteState():
            kind, waiting = str(scenario.sites[state.id].kind), state.awaiting_ride
            return Row(title, kind, waiting, None, None, state.occupancy, state.capacity, state.without_shelter)
        case ExitState():
            return Row(title, str(scenario.exits[state.id].kind), None, None, None, state.persons, None, None)


def sentence_of(state: PlaceState, scenario: ScenarioPlan) -> str:
    """Say in words what is going on at a place."""
    return f"{scenario.title_of(state.id)}\n{_tell(state)}"


def _tell(state: PlaceState) -> str:
    match state:
        case EntryState():
            arrived, held = f"{state.arrived:,}", f"{state.held:,}"
            return tr("{n} people have arrived; {held} are held back here.", n=arrived, held=held)
        case StationState():
            return _tell_station(state)
        case SiteState():
            return _tell_site(state)
        case ExitState():
            return tr("{n} people have left here.", n=f"{state.persons:,}")


def _tell_station(state: StationState) -> str:
    waiting = tr("{n} people wait.", n=f"{state.queue_persons:,}")
    teams = tr("{busy} of {staffed} teams on duty are at work.", busy=state.busy_teams, staffed=state.staffed_teams)
    held = tr(" {n} cannot let their people go on.", n=state.held_teams) if state.held_teams else ""
    return f"{waiting}\n{teams}{held}" + ("" if state.open else "\n" + tr("Closed."))


def _tell_site(state: SiteState) -> str:
    staying = tr("{n} people stay; there are {places} places.", n=f"{state.occupancy:,}", places=f"{state.capacity:,}")
    outside = tr("{n} are without shelter.", n=f"{state.without_shelter:,}")
    ride = tr("{n} wait for a vehicle.", n=f"{state.awaiting_ride:,}")
    return f"{staying}\n{outside}\n{ride}" + ("" if state.open else "\n" + tr("Closed to newcomers."))

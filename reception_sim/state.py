"""The state of a reception system at one moment, as a screen needs it: frozen, small, free of statistics."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StationState:
    """A station now; queue in persons and groups, the rest in teams. *held_teams* cannot let their people go on."""

    id: str
    queue_persons: int
    queue_groups: int
    busy_teams: int
    held_teams: int
    staffed_teams: int
    posts: int
    open: bool
    forms_to_type_in: int = 0
    has_power: bool = True
    has_network: bool = True


@dataclass(frozen=True)
class SectionState:
    """A section of a site now: persons who have one of its places."""

    id: str
    persons: int
    places: int


@dataclass(frozen=True)
class SiteState:
    """A site now, in persons; *awaiting_ride* are those of them who wait for a vehicle."""

    id: str
    occupancy: int
    capacity: int
    without_shelter: int
    awaiting_ride: int
    open: bool
    sections: tuple[SectionState, ...] = ()


@dataclass(frozen=True)
class LaneState:
    """A lane of a border now: persons who wait in it on the other side; of goods none."""

    id: str
    waiting: int
    open: bool


@dataclass(frozen=True)
class EntryState:
    """An entry point now, in persons: arrived since the start, and those held back here or on the other side.

    Those who had turned away from another place are among those who have arrived.
    """

    id: str
    arrived: int
    held: int
    open: bool = True
    lanes: tuple[LaneState, ...] = ()


@dataclass(frozen=True)
class ExitState:
    """Persons who have left by an exit since the start."""

    id: str
    persons: int


@dataclass(frozen=True)
class FleetState:
    """A fleet now, in vehicles: ready or boarding at a stop, under way, held with people aboard, in repair."""

    id: str
    vehicles: int
    at_stop: int
    under_way: int
    held: int
    broken: int = 0


@dataclass(frozen=True)
class RideState:
    """Persons who wait for a vehicle from one place to another, or on foot (*fleet* is "") before a closed road."""

    origin: str
    destination: str
    fleet: str
    awaiting: int


@dataclass(frozen=True)
class Journey:
    """People under way now between two places, on foot (*fleet* is "") or in one vehicle; times in seconds."""

    origin: str
    destination: str
    fleet: str
    persons: int
    departed: float
    arrives: float


@dataclass(frozen=True)
class RoleState:
    """A role now, in people: on duty, posted at each station, at work: in teams, beside them, or out as escorts."""

    id: str
    on_duty: int
    posted: tuple[tuple[str, int], ...]
    busy: int


@dataclass(frozen=True)
class EscortState:
    """An escort now: travel groups who have one with them, and the persons in them."""

    id: str
    groups: int
    persons: int


@dataclass(frozen=True)
class SupplyState:
    """What is in stock of a supply, and on order."""

    id: str
    stock: float
    on_order: float = 0.0


@dataclass(frozen=True)
class PackageState:
    """A package now: on its way (the next is there at *arrives*, in seconds), there, and how often it can be called."""

    id: str
    under_way: int
    there: int
    calls_left: int
    arrives: float | None


@dataclass(frozen=True)
class KnownCount:
    """What the coordinator knows of one place: persons in its queue, in a site, or before a border.

    It was so at *as_of* (s), as far as counts can tell: *error* is the standard deviation as a share of the true
    number, so that two in three counts are closer than that. *assessed*: an assessment was still good when it was made.
    """

    id: str
    persons: int
    as_of: float
    error: float
    assessed: bool


@dataclass(frozen=True)
class Snapshot:
    """The whole system at *time*; persons counted since the start, and those in the system now."""

    time: float
    stations: tuple[StationState, ...]
    sites: tuple[SiteState, ...]
    entries: tuple[EntryState, ...]
    exits: tuple[ExitState, ...]
    fleets: tuple[FleetState, ...]
    rides: tuple[RideState, ...]
    journeys: tuple[Journey, ...]
    roles: tuple[RoleState, ...]
    supplies: tuple[SupplyState, ...]
    arrived: int
    completed: int
    left: int
    in_system: int
    packages: tuple[PackageState, ...] = ()
    escorts: tuple[EscortState, ...] = ()
    pressure: float | None = None  # to close the border, in %; None if the plan names no drivers
    drives: tuple[tuple[str, float], ...] = ()  # how far each driver of the pressure is, in %
    clocks_held: bool = False  # whether no deadline of people comes nearer
    known: tuple[KnownCount, ...] = ()  # of each place that has reported; empty if the plan has no knowledge

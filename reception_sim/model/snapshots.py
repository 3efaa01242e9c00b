"""The state of every place at one moment, read off the living system."""

from typing import Final

from reception_sim.model.building import System
from reception_sim.model.entry_point import EntryPoint
from reception_sim.model.kernel import Kernel
from reception_sim.model.packages import Package
from reception_sim.model.places import Footpath
from reception_sim.model.site import Site
from reception_sim.model.staffing import NEVER, Roster
from reception_sim.model.station import Station
from reception_sim.model.transport import Fleet
from reception_sim.recording import LevelKind
from reception_sim.state import (
    EntryState,
    EscortState,
    ExitState,
    FleetState,
    Journey,
    LaneState,
    PackageState,
    RideState,
    RoleState,
    SectionState,
    SiteState,
    Snapshot,
    StationState,
    SupplyState,
)

STRETCHES: Final = 40  # of a footpath: a finer picture would show no more


def take_snapshot(system: System, kernel: Kernel) -> Snapshot:
    """Return the state of *system* now."""
    counts = kernel.recorder.count_persons(kernel.crowd.size)
    size = kernel.crowd.size
    return Snapshot(
        time=kernel.now,
        stations=tuple(_station(station, system, size) for station in system.stations.values()),
        sites=tuple(_site(site, system) for site in system.sites.values()),
        entries=tuple(_entry(entry, system) for entry in system.entries.values()),
        exits=tuple(ExitState(name, way_out.persons) for name, way_out in system.exits.items()),
        fleets=tuple(_fleet(fleet) for fleet in system.fleets.values()),
        rides=(
            *(RideState(stop.origin, stop.destination, stop.fleet.id, stop.persons) for stop in system.stops),
            *(RideState(way.origin, way.destination, "", way.persons_held) for way in system.footpaths if way.closed),
        ),
        journeys=(
            *(journey for path in system.footpaths for journey in _on_foot(path, size)),
            *(journey for fleet in system.fleets.values() for journey in _by_vehicle(fleet)),
        ),
        roles=tuple(_role(roster, system, kernel) for roster in system.rosters.values()),
        supplies=tuple(SupplyState(name, supply.stock, supply.on_order) for name, supply in system.supplies.items()),
        arrived=counts.arrived,
        completed=counts.completed,
        left=counts.left,
        in_system=counts.arrived - counts.completed - counts.left,
        pressure=system.pressure.whole if system.pressure.plans else None,
        drives=tuple((name, system.pressure.drives.get(name, 0.0)) for name in system.pressure.plans),
        packages=tuple(_package(package) for package in system.packages.values()),
        escorts=tuple(
            EscortState(name, len(escorts.accompanied), sum(size[group] for group in escorts.accompanied))
            for name, escorts in system.escorts.items()
        ),
        clocks_held=system.clocks.held,
        known=() if system.reporting is None else system.reporting.known(),
    )


def _station(station: Station, system: System, size: list[int]) -> StationState:
    waiting = station.line.groups()
    desk, lines = system.paper_desks.get(station.id), system.lifelines.get(station.id)
    return StationState(
        id=station.id,
        queue_persons=sum(size[group] for group in waiting),
        queue_groups=len(waiting),
        busy_teams=station.busy,
        held_teams=len(station.held),
        staffed_teams=station.capacity,
        posts=station.posts,
        open=station.open,
        forms_to_type_in=len(desk.forms) if desk else 0,
        has_power=lines is None or lines.bridged or not lines.power.active,
        has_network=lines is None or not lines.network.active,
    )


def _site(site: Site, system: System) -> SiteState:
    awaiting = sum(stop.persons for stop in system.stops if stop.origin == site.id)
    boarding = sum(
        stop.boarding.persons for stop in system.stops if stop.origin == site.id and stop.boarding is not None
    )
    return SiteState(
        id=site.id,
        occupancy=site.occupancy,
        capacity=max(site.places, 0),
        without_shelter=site.without_shelter,
        awaiting_ride=awaiting + boarding,
        open=site.open,
        sections=tuple(
            SectionState(section.id, section.persons, section.places)
            for section in (site.sections.all if site.sections else ())
        ),
    )


def _entry(entry: EntryPoint, system: System) -> EntryState:
    border = system.borders[entry.id]
    lanes = tuple(
        LaneState(lane.id, lane.persons_waiting, border.is_open and not lane.closure.active)
        for lane in border.lanes.values()
    )
    return EntryState(entry.id, entry.arrived, entry.held + border.persons_waiting, border.is_open, lanes)


def _fleet(fleet: Fleet) -> FleetState:
    held = sum(trip.held for trip in fleet.trips)
    boarding = sum(stop.boarding is not None and not stop.boarding.held for stop in fleet.stops)
    return FleetState(
        id=fleet.id,
        vehicles=fleet.count,
        at_stop=max(fleet.free, 0) + boarding,
        under_way=len(fleet.trips) - boarding - held + fleet.lent,
        held=held,
        broken=fleet.broken,
    )


def _on_foot(path: Footpath, size: list[int]) -> list[Journey]:
    """Return those on a footpath; people who set out at nearly the same moment are one journey."""
    together: dict[int, tuple[float, int]] = {}
    for group, departed in path.under_way.items():
        stretch = int(departed * STRETCHES / path.seconds)
        first, persons = together.get(stretch, (departed, 0))
        together[stretch] = (first, persons + size[group])
    return [
        Journey(path.origin, path.destination, "", persons, departed, departed + path.seconds)
        for departed, persons in together.values()
    ]


def _by_vehicle(fleet: Fleet) -> list[Journey]:
    return [
        Journey(trip.stop.origin, trip.stop.destination, fleet.id, trip.persons, trip.departed, trip.arrives)
        for trip in fleet.trips
        if trip.departed != NEVER
    ]


def _package(package: Package) -> PackageState:
    return PackageState(
        id=package.id,
        under_way=len(package.arrivals),
        there=package.there,
        calls_left=package.calls_left,
        arrives=min(package.arrivals, default=None),
    )


def _role(roster: Roster, system: System, kernel: Kernel) -> RoleState:
    stock = roster.stock
    posted = tuple((station, stock.posted_at(station).total) for station in stock.wanted)
    busy = sum(
        place.busy * member.count
        for place in system.stations.values()
        for member in place.team
        if member.stock is stock
    )
    beside_teams = int(kernel.level_now(LevelKind.AT_WORK, stock.id))
    return RoleState(stock.id, stock.total, posted, busy + beside_teams)

"""Builds the living reception system from its plan: every place, way, fleet, role and supply, joined up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias

from reception_sim.model.borders import PLAIN, Border
from reception_sim.model.children_alone_watch import ChildrenAloneWatch
from reception_sim.model.duty_watch import DutyWatch
from reception_sim.model.entry_point import EntryPoint
from reception_sim.model.equipment import Equipment
from reception_sim.model.escorts import Escorts
from reception_sim.model.fates import Traits, durations, service_times
from reception_sim.model.giving_up import GivingUp
from reception_sim.model.hazards import Hazard, Slowness
from reception_sim.model.kernel import Kernel
from reception_sim.model.lifelines import Lifelines
from reception_sim.model.needs_forms import NeedsForms
from reception_sim.model.outages import lay_lifelines, lay_out_paper
from reception_sim.model.outbreaks import Outbreak
from reception_sim.model.packages import Package
from reception_sim.model.paper import PaperDesk
from reception_sim.model.people_clocks import PeopleClocks
from reception_sim.model.places import ExitPoint, Footpath, Place, WatchedExit
from reception_sim.model.reporting import Counting, Reporting
from reception_sim.model.routing import Knowledge, Onward, Shares, Way, onward
from reception_sim.model.sections import lay_out_sections
from reception_sim.model.session_station import SessionStation
from reception_sim.model.site import Site
from reception_sim.model.skills import Skills
from reception_sim.model.spreading import SpreadingOutbreak
from reception_sim.model.staffing import Roster, Stock, TeamMember
from reception_sim.model.stand_ins import MemberWithStandIns, StandIn, with_stand_ins
from reception_sim.model.station import Station
from reception_sim.model.station_parts import Shared, give_parts
from reception_sim.model.stops import Stop
from reception_sim.model.supplies import Supply
from reception_sim.model.supplying import join_supply, supply
from reception_sim.model.transport import Fleet
from reception_sim.population import Chance
from reception_sim.scenario.borders import PressurePlan
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.routes import RoutePlan
from reception_sim.scenario.sites import SitePlan, UntilTransferred


@dataclass
class Pressure:
    """The drivers of the pressure to close, and how far each of them is now (%)."""

    plans: Mapping[str, PressurePlan]
    drives: dict[str, float] = field(default_factory=dict)

    @property
    def whole(self) -> float:
        """Return the mean of the drivers by weight (%), 0 if the plan names none."""
        weight = sum(plan.weight for plan in self.plans.values())
        return sum(plan.weight * self.drives.get(name, 0.0) for name, plan in self.plans.items()) / (weight or 1.0)


LivingPlace: TypeAlias = Station | Site | ExitPoint


@dataclass(frozen=True)
class System:
    """Everything that lives in a model, by its id."""

    entries: Mapping[str, EntryPoint]
    stations: Mapping[str, Station]
    sites: Mapping[str, Site]
    exits: Mapping[str, ExitPoint]
    rosters: Mapping[str, Roster]
    skills: Mapping[str, Skills]
    equipment: Mapping[str, Equipment]
    fleets: Mapping[str, Fleet]
    supplies: Mapping[str, Supply]
    footpaths: tuple[Footpath, ...]
    stops: tuple[Stop, ...]
    duties: DutyWatch
    children_alone: ChildrenAloneWatch
    borders: Mapping[str, Border]
    pressure: Pressure
    clocks: PeopleClocks
    hazards: dict[str, Hazard]
    lifelines: dict[str, Lifelines] = field(default_factory=dict)
    paper_desks: dict[str, PaperDesk] = field(default_factory=dict)
    packages: dict[str, Package] = field(default_factory=dict)
    escorts: dict[str, Escorts] = field(default_factory=dict)
    reporting: Reporting | None = None

    def roads(self, origin: str, destination: str) -> list[Footpath | Stop]:
        """Return the ways that somebody can close, from one place to another."""
        ways: tuple[Footpath | Stop, ...] = (*self.footpaths, *self.stops)
        return [way for way in ways if (way.origin, way.destination) == (origin, destination)]

    def shares(self, origin: str) -> Shares:
        """Return the shares by which people go on from a place; it has several ways without a condition."""
        for table in (self.entries, self.stations, self.sites):
            if origin in table:
                way_on = table[origin].onward
                assert way_on is not None  # each of them has a way onward
                assert way_on.shares is not None  # refused otherwise
                return way_on.shares
        raise KeyError(origin)

    def guard(self, entry: str) -> Border:
        """Put the border in front of an entry point, if it does not stand there yet, and return it."""
        self.entries[entry].border = self.borders[entry]
        return self.borders[entry]

    def thing(self, name: str) -> Fleet | Equipment:
        """Return the fleet or the equipment of that id."""
        return self.fleets[name] if name in self.fleets else self.equipment[name]

    def place(self, name: str) -> LivingPlace:
        """Return the station, site or exit of that id."""
        places: dict[str, LivingPlace] = {**self.stations, **self.sites, **self.exits}
        return places[name]


def build(scenario: ScenarioPlan, kernel: Kernel, chance: Chance) -> System:
    """Build the reception system of a plan, at rest."""
    return _Builder(scenario, kernel, chance).build()


class _Builder:
    """Holds what the parts share while they are put together."""

    def __init__(self, scenario: ScenarioPlan, kernel: Kernel, chance: Chance) -> None:
        self._scenario, self._kernel, self._chance = scenario, kernel, chance
        self._stocks = {
            **{name: Stock(name, dict(plan.at)) for name, plan in scenario.staff.items()},
            **{name: Stock(name, {}) for name in scenario.equipment},
        }
        self._forms = NeedsForms(scenario, kernel)
        slowed = {station: None for plan in scenario.hazards.values() for station in plan.slows}
        self._slowness = {station: Slowness(station) for station in slowed}
        self._traits = Traits(kernel.crowd)
        self._footpaths: list[Footpath] = []
        self._stops: list[Stop] = []

    def build(self) -> System:
        scenario, kernel = self._scenario, self._kernel
        rosters = {name: Roster(self._stocks[name], kernel) for name in scenario.staff}
        sites = {name: self._site(name, plan) for name, plan in scenario.sites.items()}
        entries = {name: EntryPoint(name, scenario, kernel, self._chance) for name in scenario.entry_points}
        borders = {name: self._border(entry) for name, entry in entries.items()}
        hazards: dict[str, Hazard] = {}
        system = System(
            entries=entries,
            stations={name: self._station(name) for name in scenario.stations},
            sites=sites,
            exits={name: (WatchedExit if scenario.escorts else ExitPoint)(name, kernel) for name in scenario.exits},
            rosters=rosters,
            skills={name: Skills(plan, rosters[name], kernel) for name, plan in scenario.staff.items()},
            equipment={name: Equipment(self._stocks[name], plan, kernel) for name, plan in scenario.equipment.items()},
            fleets={name: self._fleet(name) for name in scenario.vehicles},
            supplies={name: supply(name, plan, sites, kernel) for name, plan in scenario.supplies.items()},
            footpaths=(),
            stops=(),
            duties=DutyWatch(scenario, kernel),
            children_alone=ChildrenAloneWatch(scenario, kernel),
            borders=borders,
            pressure=Pressure(scenario.pressure),
            clocks=PeopleClocks(hazards, kernel),
            hazards=hazards,
        )
        self._join(system)
        for one in system.supplies.values():
            join_supply(one, system, kernel, self._chance)
        self._let_give_up(system)
        system.lifelines.update(lay_lifelines(scenario, system.stations, self._stocks, kernel))
        system.paper_desks.update(lay_out_paper(scenario, system.lifelines, self._member, kernel))
        system.packages.update({name: Package(name, plan, system, kernel) for name, plan in scenario.packages.items()})
        self._tell_neighbours(system)
        ways = {"footpaths": tuple(self._footpaths), "stops": tuple(self._stops)}
        whole = System(**{**vars(system), **ways, "reporting": self._reporting(system, borders)})
        self._let_hazards_loose(whole)
        return whole

    def _station(self, name: str) -> Station:
        plan, kernel = self._scenario.stations[name], self._kernel
        musts = plan.team if plan.paper is not None else {**plan.team, **plan.equipment}
        team = [self._with_stand_ins(stock, name, count) for stock, count in musts.items()]
        kind = Station if plan.session is None else SessionStation
        station = kind(name, plan, kernel, service_times(name, plan, kernel.crowd), team)
        for member in team:
            member.stock.seekers.append(station)
        self._let_stand_in(station)
        if plan.patience is not None:
            station.patience = durations(f"patience/{name}", plan.patience, kernel.crowd)
        return station

    def _border(self, entry: EntryPoint) -> Border:
        plan = self._scenario.entry_points[entry.id].border
        known = Knowledge(self._traits, self._forms.seen_at(entry.id))
        border = Border(entry, plan or PLAIN, known, self._kernel)
        if plan is not None:
            entry.border = border
        return border

    def _member(self, stock: str, place: str, count: int) -> TeamMember:
        return TeamMember(self._stocks[stock], self._stocks[stock].posted_at(place), count)

    def _with_stand_ins(self, stock: str, place: str, count: int) -> TeamMember:
        """Return a member of a station's team, with those who can stand in for a role."""
        plain, staff = self._member(stock, place, count), self._scenario.staff
        able = {name: plan.stands_in_for[stock] for name, plan in staff.items() if stock in plan.stands_in_for}
        others = [StandIn(self._stocks[name], pace) for name, pace in able.items() if name != stock]
        return with_stand_ins(plain.stock, plain.posted, count, others, self._kernel) if others else plain

    @staticmethod
    def _let_stand_in(station: Station) -> None:
        """Let a station seek those who can stand in at it, and take the longer that they need."""
        for member in station.team:
            if isinstance(member, MemberWithStandIns):
                station.parts.paces.append(member.slowness)
                for one in member.stand_ins:
                    station.parts.stocks.append(one.stock)
                    if station not in one.stock.seekers:
                        one.stock.seekers.append(station)

    def _site(self, name: str, plan: SitePlan) -> Site:
        if isinstance(plan.stay, UntilTransferred):
            return Site(name, plan, self._kernel, None)
        return Site(name, plan, self._kernel, durations(f"stay/{name}", plan.stay, self._kernel.crowd))

    def _fleet(self, name: str) -> Fleet:
        plan = self._scenario.vehicles[name]
        fleet = Fleet(name, plan, self._kernel, [self._member(role, name, n) for role, n in plan.crew.items()])
        for member in fleet.crew:
            member.stock.seekers.append(fleet)
        return fleet

    def _join(self, system: System) -> None:
        """Lay the ways between the places, and give stations their parts."""
        traits = self._traits
        shared = Shared.of(self._scenario, self._stocks, system.skills, traits, self._forms, self._kernel)
        for station in system.stations.values():
            give_parts(station, shared)
            if station.id in self._slowness:
                station.parts.paces.append(self._slowness[station.id].factor)
        self._let_escort(shared, system)
        for name, entry in system.entries.items():
            entry.onward = self._onward(name, system, traits)
        for name, station in system.stations.items():
            if any(route.origin == name for route in self._scenario.routes):
                station.onward = self._onward(name, system, traits)
        for name, site in system.sites.items():
            site.onward = self._onward(name, system, traits)
            site.stations = [system.stations[station] for station in site.plan.during_stay]
            for station in site.stations:
                station.visited = True
            known = Knowledge(traits, self._forms.seen_at(name))
            site.sections = lay_out_sections(name, site.plan, known, self._kernel)
            site.next_site = system.sites[site.plan.next_site] if site.plan.next_site else None

    @staticmethod
    def _let_escort(shared: Shared, system: System) -> None:
        """Let escorts begin and end at stations, and end where people enter a site or leave."""
        shared.let_escort(system.stations)
        system.escorts.update(shared.escorts)
        for escorts in shared.escorts.values():
            for name, site in system.sites.items():
                if name in escorts.plan.ends_at:
                    site.watchers.append(escorts.enter)
            for way_out in system.exits.values():
                if isinstance(way_out, WatchedExit):
                    way_out.watchers.append(escorts.leave)

    def _onward(self, origin: str, system: System, traits: Traits) -> Onward:
        routes = [route for route in self._scenario.routes if route.origin == origin]
        ways = [Way(route, self._way(route, system)) for route in routes]
        return onward(origin, ways, self._kernel.crowd, Knowledge(traits, self._forms.seen_at(origin)))

    def _way(self, route: RoutePlan, system: System) -> Place:
        """Return what a route's people step into: the place itself, a footpath to it, or a stop."""
        place = system.place(route.destination)
        to = place.entrance if isinstance(place, Station) else place
        by = route.by
        if by is not None and by.vehicles is not None:
            stop = Stop((route.origin, route.destination), by, to, system.fleets[by.vehicles], self._kernel)
            stop.keeper = system.sites.get(route.origin)
            self._stops.append(stop)
            return stop
        if by is None or by.travel_time == 0:
            return to
        path = Footpath(route.origin, route.destination, by.travel_time, to, self._kernel)
        self._footpaths.append(path)
        return path

    def _let_give_up(self, system: System) -> None:
        """Tell each station what people do who lose their patience there, where the plan says so."""
        others: dict[str, EntryPoint | ExitPoint] = {**system.entries, **system.exits}
        for name, station in system.stations.items():
            if station.plan.giving_up is not None and station.patience is not None:
                station.giving_up = GivingUp(name, station.plan.giving_up, others, self._kernel)

    def _reporting(self, system: System, borders: Mapping[str, Border]) -> Reporting | None:
        """Return who reports to the coordinator, if the plan says what is known."""
        scenario, kernel = self._scenario, self._kernel
        if scenario.knowledge is None:
            return None
        persons = _persons_at(system, borders, kernel.crowd.size)
        counting = {
            name: Counting(name, persons[name], scenario.knowledge, scenario.duration, self._chance, kernel)
            for name in scenario.counted_places()
        }
        return Reporting(scenario.knowledge, counting, system.rosters, kernel)

    def _let_hazards_loose(self, system: System) -> None:
        """Give the whole system its hazards, and stations that one slows their slowness."""
        for name, plan in self._scenario.hazards.items():
            system.hazards[name] = Hazard(name, plan, system, self._kernel)
            if plan.cases is not None:
                sites = [system.sites[site] for site in plan.cases.at]
                hazard = system.hazards[name]
                outbreak = SpreadingOutbreak if plan.cases.infects_a_day else Outbreak
                hazard.outbreaks += [outbreak(hazard, plan.cases, site, self._kernel) for site in sites]
            for name_of_supply in plan.needs_more:
                system.supplies[name_of_supply].urges.append(partial(system.hazards[name].urge, name_of_supply))
            for station in plan.slows:
                self._slowness[station].hazards.append(system.hazards[name])

    def _tell_neighbours(self, system: System) -> None:
        """Tell each station who shares its people; one that shares with nobody can count teams instead of people."""
        for station in system.stations.values():
            stocks = [*(member.stock for member in station.team), *station.parts.stocks]
            seekers = {id(one): one for stock in stocks for one in stock.seekers}
            station.settle(list(seekers.values()))


def _queue(station: Station, sizes: Sequence[int]) -> int:
    return station.line.persons(sizes)


def _persons_at(system: System, borders: Mapping[str, Border], sizes: Sequence[int]) -> dict[str, Callable[[], int]]:
    """Return how each place counts its people: in a queue, in a site, on the other side of a border."""
    return {
        **{name: partial(getattr, border, "persons_waiting") for name, border in borders.items()},
        **{name: partial(_queue, station, sizes) for name, station in system.stations.items()},
        **{name: partial(getattr, site, "occupancy") for name, site in system.sites.items()},
    }

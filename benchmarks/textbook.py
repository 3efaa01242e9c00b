"""The same reception system as a textbook writes it: a process a person, a PriorityResource a station.

It stands beside our model in two ways: to be measured against, and to check it, because both must find the same waits.
It knows the parts that the shipped Lampedusa scenario uses, and shares only what `benchmarks.sampled` draws. A group
session is as many places as it has persons, and cases stay open as long as they last; `benchmarks.full_textbook` knows
the other parts.
"""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime

import simpy
from simpy.events import Event, Process

from benchmarks.sampled import Sampled
from reception_sim.recording import NEEDS
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.scenario.posting import posting
from reception_sim.scenario.rosters import shifts_worked
from reception_sim.scenario.route_conditions import RouteCondition
from reception_sim.scenario.routes import Carriage, RoutePlan
from reception_sim.scenario.stations import QueueOrder

Steps = Generator[Event, object, None]
Elsewhere = Generator[Event, object, str | None]


@dataclass(frozen=True)
class Service:
    """One service: who (travel group), where, and when it was asked for, begun and ended (s)."""

    group: int
    station: str
    joined: float
    started: float
    ended: float


class StaffedResource(simpy.PriorityResource):
    """A resource whose capacity follows the roster; whoever is being served when it falls is served to the end."""

    def set_capacity(self, capacity: int) -> None:
        self._capacity = capacity
        for _ in range(capacity - self.count):
            self._trigger_put(None)  # grants one request a call


class Stop:
    """People who wait for a vehicle: each with the event that tells them that they have arrived."""

    def __init__(self, env: simpy.Environment) -> None:
        self.line: list[tuple[int, Event]] = []
        self.changed = env.event()


class TextbookModel:
    """A scenario as SimPy processes; *services* is what it finds."""

    def __init__(self, scenario: ScenarioPlan, sampled: Sampled) -> None:
        self.env = simpy.Environment()
        self.scenario, self.sampled = scenario, sampled
        self.services: list[Service] = []
        self.stations = {
            name: StaffedResource(self.env, max(1, plan.posts)) for name, plan in scenario.stations.items()
        }
        self.cases = {
            name: simpy.Resource(self.env, plan.caseload.caseworkers * plan.caseload.cases_each)
            for name, plan in scenario.stations.items()
            if plan.caseload is not None
        }
        self.on_duty = dict.fromkeys(scenario.staff, 0)
        self.working = {name: plan.count for name, plan in scenario.equipment.items()}
        self.seen: dict[int, int] = {}
        self.stops: dict[tuple[str, str], Stop] = {}
        self.free = {name: simpy.Container(self.env, init=plan.count) for name, plan in scenario.vehicles.items()}
        self.routes = {
            name: [route for route in scenario.routes if route.origin == name] for name, _ in scenario.places()
        }

    def run(self) -> list[Service]:
        """Simulate the scenario; return its services in the order in which they began."""
        for role in self.scenario.staff:
            self._start_roster(role)
        for kind, plan in self.scenario.equipment.items():
            if plan.breaks_down_every is not None:
                for number in range(plan.count):
                    self.env.process(self._wear(kind, number))
        self._staff_stations()
        for route in self.scenario.routes:
            if route.by is not None and route.by.vehicles is not None:
                self._start_fleet(route, route.by)
        self.env.process(self._arrive())
        self.env.run(until=self.scenario.duration)
        return self.services

    def _arrive(self) -> Steps:
        for present, groups in zip(self.scenario.already_there, [self.sampled.already_there], strict=False):
            for group in groups:
                self._set_out(group, present.at)
        for time, groups, entry in self.sampled.arrivals:
            yield self.env.timeout(time - self.env.now)
            for group in groups:
                self._set_out(group, entry)

    def _set_out(self, group: int, place: str) -> None:
        """Let a process live for each person: the first leads the way, the others follow."""
        leader = self.env.process(self._journey(group, place))
        for _ in range(self.sampled.crowd.size[group] - 1):
            self.env.process(self._follow(leader))

    def _follow(self, leader: Process) -> Steps:
        yield leader

    def _journey(self, group: int, place: str) -> Steps:
        """Go from place to place until there is no way on."""
        while place not in self.scenario.exits:
            elsewhere = yield from self._be_at(group, place)
            if elsewhere is not None:
                place = elsewhere
                continue
            route = self._choose(group, place)
            if route.by is not None and route.by.vehicles is not None:
                yield self._wait_for_ride(group, route)
            elif route.by is not None:
                yield self.env.timeout(route.by.travel_time)
            place = route.destination

    def _be_at(self, group: int, place: str) -> Elsewhere:
        """Be at a place until a route leads on; return another place if people turn there instead."""
        if place in self.scenario.stations:
            yield from self._be_served(group, place)
        if place in self.scenario.sites:
            yield from self._stay(group, place)
        return None

    def _stay(self, group: int, site: str) -> Steps:
        """Be at a site for the time of the stay, and for as long as its stations take."""
        arrived = self.env.now
        for station in self.scenario.sites[site].during_stay:
            yield from self._be_served(group, station)
        if site in self.sampled.stay_s:
            yield self.env.timeout(max(0.0, arrived + self.sampled.stay_s[site][group] - self.env.now))

    def _be_served(self, group: int, station: str) -> Steps:
        joined = self.env.now
        urgent = self.scenario.stations[station].order is QueueOrder.SPECIFIC_NEEDS_FIRST and self.seen.get(group, 0)
        with self.stations[station].request(priority=0 if urgent else 1) as request:
            yield request
            started = self.env.now
            yield self.env.timeout(self.sampled.service_s[station][group])
            self.services.append(Service(group, station, joined, started, self.env.now))
        if station in self.cases:
            self.env.process(self._carry(station, group))
        if station in self.sampled.sight:
            self.seen[group] = self.seen.get(group, 0) | self.sampled.sight[station][group]

    def _carry(self, station: str, group: int) -> Steps:
        """Keep a case open as long as it lasts."""
        with self.cases[station].request() as request:
            yield request
            yield self.env.timeout(self.sampled.case_s[station][group])

    def _choose(self, group: int, place: str) -> RoutePlan:
        lot = self.sampled.lots[place][group] if place in self.sampled.lots else 0.0
        bound = 0.0
        for route in self.routes[place]:
            if route.when is not None:
                if self._is_for(route, route.when, group):
                    return route
            elif route.share is None or lot < (bound := bound + route.share):
                return route
        raise AssertionError(place)

    def _is_for(self, route: RoutePlan, condition: RouteCondition, group: int) -> bool:
        needs = self.seen.get(group, 0)
        if condition.needs and not any(needs >> NEEDS.index(need) & 1 for need in condition.needs):
            return False
        who = self.sampled.fits.get((route.origin, route.destination))
        return who is None or who(group)

    def _start_roster(self, role: str) -> None:
        calendar, duration = Calendar.of(self.scenario), self.scenario.duration
        for shift in shifts_worked(self.scenario.staff[role], calendar, duration):
            if shift.start <= 0:
                self.on_duty[role] += shift.count
            else:
                self.env.process(self._change_shift(role, shift.start, shift.count))
            self.env.process(self._change_shift(role, shift.end, -shift.count))

    def _change_shift(self, role: str, time: float, by: int) -> Steps:
        yield self.env.timeout(time)
        self.on_duty[role] += by
        self._staff_stations()

    def _wear(self, kind: str, number: int) -> Steps:
        plan = self.scenario.equipment[kind]
        generator = self.sampled.chance.stream("breakdown", kind, number)
        while plan.breaks_down_every is not None and plan.repair_time is not None:
            for mean, change in ((plan.breaks_down_every, -1), (plan.repair_time, 1)):
                yield self.env.timeout(float(generator.exponential(mean)))
                self.working[kind] += change
                self._staff_stations()

    def _staff_stations(self) -> None:
        for name, plan in self.scenario.stations.items():
            teams = [self._posted(role, name) // count for role, count in plan.team.items()]
            kits = [self.working[kind] // count for kind, count in plan.equipment.items()]
            places = plan.session.persons if plan.session else 1
            self.stations[name].set_capacity(places * min([plan.posts, *teams, *kits]))

    def _posted(self, role: str, station: str) -> int:
        wanted = self.scenario.staff[role].at
        return posting(self.on_duty[role], wanted)[station] if wanted else self.on_duty[role]

    def _wait_for_ride(self, group: int, route: RoutePlan) -> Event:
        stop, arrived = self.stops[route.origin, route.destination], self.env.event()
        stop.line.append((group, arrived))
        if not stop.changed.triggered:
            stop.changed.succeed()
        return arrived

    def _start_fleet(self, route: RoutePlan, by: Carriage) -> None:
        stop = self.stops[route.origin, route.destination] = Stop(self.env)
        assert by.vehicles is not None  # the caller has looked
        plan = self.scenario.vehicles[by.vehicles]
        free = self.free[by.vehicles]
        if plan.timetable is not None:
            for departure in plan.timetable.departures:
                for time in self._times(departure):
                    self.env.process(self._sail(stop, by, free, time))
        else:
            self.env.process(self._shuttle(stop, by, free))

    def _times(self, departure: datetime | float) -> list[float]:
        calendar = Calendar.of(self.scenario)
        if isinstance(departure, datetime):
            return [calendar.seconds(departure)]
        return [calendar.seconds_on(day, departure) for day in calendar.days(self.scenario.duration)]

    def _sail(self, stop: Stop, by: Carriage, free: simpy.Container, time: float) -> Steps:
        yield self.env.timeout(time)
        assert by.vehicles is not None  # _start_fleet has looked
        plan = self.scenario.vehicles[by.vehicles]
        most = (plan.timetable.vehicles if plan.timetable else None) or plan.count
        for _ in range(most):
            if not (free.level and stop.line):
                return
            yield free.get(1)
            aboard = self._board(stop, self.scenario.vehicles[by.vehicles].capacity, [], pass_over=True)
            self.env.process(self._trip(aboard, by, free))

    def _shuttle(self, stop: Stop, by: Carriage, free: simpy.Container) -> Steps:
        assert by.vehicles is not None  # _start_fleet has looked
        plan = self.scenario.vehicles[by.vehicles]
        assert plan.leaves is not None  # else it has a timetable
        while True:
            if not stop.line:
                stop.changed = self.env.event()
                yield stop.changed
            yield free.get(1)
            out_of_patience = self.env.timeout(plan.leaves.or_after or 0.0)
            aboard = self._board(stop, plan.capacity, [], pass_over=False)
            while not (self._is_full(stop, aboard, plan.capacity) or out_of_patience.processed):
                stop.changed = self.env.event()
                yield stop.changed | out_of_patience
                aboard = self._board(stop, plan.capacity, aboard, pass_over=False)
            self.env.process(self._trip(aboard, by, free))

    def _is_full(self, stop: Stop, aboard: list[tuple[int, Event]], seats: int) -> bool:
        return bool(stop.line) or sum(self.sampled.crowd.size[group] for group, _ in aboard) == seats

    def _board(
        self, stop: Stop, seats: int, aboard: list[tuple[int, Event]], *, pass_over: bool
    ) -> list[tuple[int, Event]]:
        size, stay = self.sampled.crowd.size, []
        taken = sum(size[group] for group, _ in aboard)
        for position, (group, arrived) in enumerate(stop.line):
            if taken + size[group] <= seats:
                aboard.append((group, arrived))
                taken += size[group]
            else:
                stay.append((group, arrived))
                if not pass_over or taken == seats:
                    stay.extend(stop.line[position + 1 :])
                    break
        stop.line = stay
        return aboard

    def _trip(self, aboard: list[tuple[int, Event]], by: Carriage, free: simpy.Container) -> Steps:
        yield self.env.timeout(by.travel_time)
        for _, arrived in aboard:
            arrived.succeed()
        assert by.vehicles is not None  # _start_fleet has looked
        yield self.env.timeout(by.travel_time + self.scenario.vehicles[by.vehicles].turnaround)
        yield free.put(1)

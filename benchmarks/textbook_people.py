"""The textbook model with borders, full stations and sites that fill up: how a travel group goes its way.

`wait | timeout` is its patience, a `Container` holds the places of a site and of a waiting area, and each resident can
be a process who eats.
"""

from dataclasses import dataclass, field
from itertools import accumulate
from math import prod

import simpy
from simpy.events import Event
from simpy.resources.container import ContainerGet
from simpy.resources.resource import PriorityRequest, Request
from typing_extensions import override

from benchmarks.sampled import Sampled
from benchmarks.textbook import Elsewhere, Service, StaffedResource, Steps
from benchmarks.textbook_means import TextbookWithMeans
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.scenario.borders import BorderPlan
from reception_sim.scenario.quantities import DAY
from reception_sim.scenario.routes import Carriage, RoutePlan
from reception_sim.scenario.sites import WhenFull
from reception_sim.scenario.stations import QueueOrder, ServedPer, StationPlan


@dataclass
class BorderQueue:
    """Who waits on the other side, each with the event that lets the group across; *shut* counts the reasons."""

    plan: BorderPlan
    patience: list[float]
    lot: list[float]
    waiting: dict[int, Event] = field(default_factory=dict)
    shut: int = 0
    left: float = float("inf")  # persons who may still cross in this span of metering
    per_span: float = float("inf")


@dataclass
class Lodging:
    """Where a travel group stays, and the request for its places, if it needs one."""

    site: str
    places: ContainerGet | None


class TextbookWithPeople(TextbookWithMeans):
    """A scenario whose people cross borders, are served with all that a service needs, and stay where there is room.

    With *one_by_one* each resident is a process who eats; else each site is fed by the hour.
    """

    def __init__(self, scenario: ScenarioPlan, sampled: Sampled, *, one_by_one: bool) -> None:
        super().__init__(scenario, sampled)
        env = self.env
        self.one_by_one = one_by_one
        self.rooms = {
            name: simpy.Container(env, init=plan.waiting_area.capacity)
            for name, plan in scenario.stations.items()
            if plan.waiting_area is not None
        }
        self.places = {name: simpy.Container(env, init=plan.capacity) for name, plan in scenario.sites.items()}
        self.lodged: dict[int, Lodging] = {}
        self.borders = {
            name: BorderQueue(plan.border, sampled.patience_s.get(name, []), sampled.border_lots.get(name, []))
            for name, plan in scenario.entry_points.items()
            if plan.border is not None
        }
        self.striking = dict.fromkeys(scenario.hazards, 0)
        self.offline: dict[str, int] = dict.fromkeys(scenario.stations, 0)
        self.closed: set[str] = set()
        self.asked: set[int] = set()
        self.documents: dict[int, str] = {}
        self.given: set[tuple[str, int]] = set()
        self.arrived: dict[int, float] = {}

    def start_borders(self) -> None:
        """Keep opening hours and metering."""
        calendar = Calendar.of(self.scenario)
        for entry, border in self.borders.items():
            self._start_border(entry, border, calendar)

    def _start_border(self, entry: str, border: BorderQueue, calendar: Calendar) -> None:
        plan = border.plan
        if plan.hours is not None:
            border.shut = 1
            for day in calendar.days_around(self.scenario.duration):
                for clock, by in ((plan.hours.start_s, -1), (plan.hours.end_s, 1)):
                    time = calendar.seconds_on(day, clock)
                    if time >= 0:
                        self.env.process(self._change_shut(entry, time, by))
        if plan.lets_in is not None:
            border.per_span = border.left = plan.lets_in.persons
            self.env.process(self._meter(entry, plan.lets_in.every))

    def _change_shut(self, entry: str, time: float, by: int) -> Steps:
        yield self.env.timeout(time - self.env.now)
        self.borders[entry].shut += by
        self._let_across(entry)

    def _meter(self, entry: str, every: float) -> Steps:
        border = self.borders[entry]
        while True:
            yield self.env.timeout(every)
            border.left = min(border.left, 0.0) + border.per_span
            self._let_across(entry)

    def _let_across(self, entry: str) -> None:
        border = self.borders[entry]
        while border.waiting and border.shut <= 0 and border.left > 0:
            group = next(iter(border.waiting))
            border.left -= self.sampled.crowd.size[group]
            border.waiting.pop(group).succeed()
            self.note("across the border", entry, -self.sampled.crowd.size[group])

    def _cross(self, group: int, entry: str) -> Elsewhere:
        """Wait until the border lets a travel group across, or turn elsewhere when patience has run out."""
        border, across = self.borders[entry], self.env.event()
        border.waiting[group] = across
        self.note("across the border", entry, self.sampled.crowd.size[group])
        self._let_across(entry)
        if border.patience and not across.triggered:
            yield across | self.env.timeout(border.patience[group])
            shares = accumulate(border.plan.turns_to.values())
            others = zip(border.plan.turns_to, shares, strict=True)
            turns = [place for place, share in others if border.lot[group] < share]
            if turns and not across.triggered:
                del border.waiting[group]
                self.note("turned away", entry, self.sampled.crowd.size[group])
                yield self.env.timeout(border.plan.after)
                return turns[0]
        yield across
        return None

    @override
    def _set_out(self, group: int, place: str) -> None:
        self.arrived[group] = self.env.now
        super()._set_out(group, place)

    @override
    def _be_at(self, group: int, place: str) -> Elsewhere:
        if place in self.borders:
            return (yield from self._cross(group, place))
        if place in self.scenario.sites:
            plan, size = self.scenario.sites[place], self.sampled.crowd.size[group]
            if plan.next_site is not None and self.places[place].level < size:
                return plan.next_site
            yield from self._move_in(group, place)
        return (yield from super()._be_at(group, place))

    @override
    def _be_served(self, group: int, station: str) -> Steps:
        env, plan, size = self.env, self.scenario.stations[station], self.sampled.crowd.size[group]
        if station in self.rooms:
            yield self.rooms[station].get(size)
        joined = self.lines[station][group] = env.now
        self.note("queue joined", station, group)
        case = self.cases[station].request() if station in self.cases else None
        if case is not None:
            yield case
        beside = self._beside(plan, station, group)
        for _, request in beside:
            yield request
        with self.stations[station].request(priority=self._priority(plan.order, group)) as desk:
            yield desk
            del self.lines[station][group]
            if station in self.rooms:
                yield self.rooms[station].put(size)
            started, on_paper = env.now, plan.paper is not None and self.offline[station] > 0
            self.note("service started", station, group)
            yield env.timeout(self._seconds(plan, station, group, on_paper=on_paper))
            self.services.append(Service(group, station, joined, started, env.now))
            self.note("service ended", station, group)
        for resource, request in beside:
            resource.release(request)
        if case is not None:
            env.process(self._carry_case(station, group, case))
        self._finish(plan, station, group, on_paper=on_paper)

    def _beside(self, plan: StationPlan, station: str, group: int) -> list[tuple[StaffedResource, PriorityRequest]]:
        """Ask for whom a service needs beside its team."""
        needed: list[StaffedResource] = []
        if plan.interpreter is not None:
            language = self.sampled.crowd.words.languages[self.sampled.language[group]]
            if language not in plan.spoken and language in self.interpreters[plan.interpreter]:
                needed.append(self.interpreters[plan.interpreter][language])
        if plan.woman is not None and self.sampled.needs_woman[station](group):
            needed.append(self.women[plan.woman.role])
        return [(resource, resource.request()) for resource in needed]

    def _priority(self, order: QueueOrder, group: int) -> int:
        match order:
            case QueueOrder.SPECIFIC_NEEDS_FIRST:
                return 0 if self.seen.get(group, 0) else 1
            case QueueOrder.FAMILIES_WITH_CHILDREN_FIRST:
                return 0 if self.sampled.crowd.has_child[group] else 1
            case QueueOrder.LONGEST_JOURNEY_FIRST:
                return int(self.arrived[group])
            case QueueOrder.FIRST_COME:
                return 0

    def _seconds(self, plan: StationPlan, station: str, group: int, *, on_paper: bool) -> float:
        seconds = self.sampled.service_s[station][group] * prod(map(self._slowness, plan.team))
        for name, times in self.striking.items():
            if times and station in self.scenario.hazards[name].slows:
                seconds /= self.scenario.hazards[name].slows[station]
        if on_paper and plan.paper is not None:
            seconds /= plan.paper.pace
        if plan.asks_about_needs is not None and group not in self.asked:
            seconds += plan.asks_about_needs * self.sampled.crowd.size[group]
        return seconds

    def _finish(self, plan: StationPlan, station: str, group: int, *, on_paper: bool) -> None:
        """Do what a completed service gives: needs seen, a form filled in, documents, papers to be typed in."""
        if station in self.sampled.sight:
            self.seen[group] = self.seen.get(group, 0) | self.sampled.sight[station][group]
            self.note("needs seen", station, group)
        if plan.asks_about_needs is not None:
            self.asked.add(group)
        if plan.gives_documents is not None:
            self.documents[group] = plan.gives_documents
        if on_paper and plan.paper is not None:
            forms = self.sampled.crowd.size[group] if plan.per is ServedPer.PERSON else 1
            self.env.process(self._type_in(station, forms, plan.paper.typing_in))

    def _type_in(self, station: str, forms: int, each: float) -> Steps:
        for _ in range(forms):
            with self.stations[station].request(priority=2) as desk:
                yield desk
                yield self.env.timeout(each)

    def _carry_case(self, station: str, group: int, case: Request) -> Steps:
        yield self.env.timeout(self.sampled.case_s[station][group])
        self.cases[station].release(case)

    def _move_in(self, group: int, site: str) -> Steps:
        size, rule = self.sampled.crowd.size[group], self.scenario.sites[site].when_full
        asked = self.places[site].get(size) if rule is not WhenFull.ADMIT_ANYWAY else None
        if asked is not None and rule is WhenFull.HOLD_UPSTREAM:
            yield asked
        self.lodged[group] = Lodging(site, asked)
        self.occupancy[site] += size
        self.note("site entered", site, group)
        for supply, plan in self.scenario.supplies.items():
            if site not in plan.at:
                continue
            if plan.per_person_on_arrival is not None and (supply, group) not in self.given:
                self.given.add((supply, group))
                yield from self._take(supply, size * plan.per_person_on_arrival)
            if plan.per_person_per_day is not None and self.one_by_one:
                for _ in range(size):
                    self.env.process(self._eat(supply, group, DAY / plan.per_person_per_day))

    def _move_out(self, group: int) -> None:
        lodging = self.lodged.pop(group, None)
        if lodging is None:
            return
        size = self.sampled.crowd.size[group]
        self.occupancy[lodging.site] -= size
        self.note("site left", lodging.site, group)
        if lodging.places is not None and lodging.places.triggered:
            self.places[lodging.site].put(size)
        elif lodging.places is not None:
            lodging.places.cancel()

    @override
    def _choose(self, group: int, place: str) -> RoutePlan:
        route = super()._choose(group, place)
        if route.by is None or route.by.vehicles is None:
            self._move_out(group)
        return route

    @override
    def _trip(self, aboard: list[tuple[int, Event]], by: Carriage, free: simpy.Container) -> Steps:
        assert by.vehicles is not None  # a trip is made by some
        crew: list[tuple[StaffedResource, PriorityRequest]] = [
            (self.crews[role], self.crews[role].request())
            for role, count in self.scenario.vehicles[by.vehicles].crew.items()
            for _ in range(count)
        ]
        for _, request in crew:
            yield request
        for group, _ in aboard:
            self.note("set out", by.vehicles, group)
            self._move_out(group)
        yield from super()._trip(aboard, by, free)
        for role, request in crew:
            role.release(request)

    def _eat(self, supply: str, group: int, every: float) -> Steps:
        """Let one resident have a meal (or whatever it is) again and again, as long as the group stays."""
        lodging = self.lodged[group]
        while True:
            yield self.env.timeout(every)
            if self.lodged.get(group) is not lodging:
                return
            yield from self._take(supply, 1)

    @override
    def _staff_stations(self) -> None:
        super()._staff_stations()
        for station in self.closed:
            self.stations[station].set_capacity(0)

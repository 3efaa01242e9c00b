"""Vehicles: people wait at a stop, board, ride, and get off; a full place holds the vehicle back."""

from collections import deque
from collections.abc import Iterator
from datetime import datetime

from reception_sim.model.kernel import Kernel
from reception_sim.model.places import HeldBack, Holder, Place
from reception_sim.model.staffing import NEVER, TeamMember, serve_longest_wait
from reception_sim.recording import EventKind, HappeningKind, LevelKind
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.routes import Carriage
from reception_sim.scenario.vehicles import Timetable, VehiclePlan


class Vehicle:
    """One vehicle on one trip: boarding at its stop, under way, or held back with people aboard."""

    __slots__ = ("aboard", "arrives", "crew", "departed", "held", "persons", "stop")

    def __init__(self, stop: "Stop", crew: list[int]) -> None:
        self.stop = stop
        self.crew = crew
        self.aboard: list[int] = []
        self.persons = 0
        self.departed = self.arrives = NEVER
        self.held = False

    def let_go(self, group: int) -> None:
        """Let a travel group off that was held back; the empty vehicle goes back."""
        self.aboard.remove(group)
        if not self.aboard:
            self.held = False
            self.stop.fleet.send_back(self)


class Stop:
    """Where people wait for a fleet's vehicles from one place to another.

    *keeper* is the site in which they stay until they depart; elsewhere they stand in the boarding area.
    """

    __slots__ = (
        "_area",
        "_awaited_code",
        "_kernel",
        "_set_out_code",
        "boarding",
        "destination",
        "fleet",
        "held_back",
        "keeper",
        "limited",
        "line",
        "origin",
        "persons",
        "to",
        "travel_s",
    )

    def __init__(self, ends: tuple[str, str], by: Carriage, to: Place, fleet: "Fleet", kernel: Kernel) -> None:
        self.origin, self.destination = ends
        self.to, self.fleet, self.travel_s = to, fleet, by.travel_time
        self.keeper: Holder | None = None
        self.limited = by.boarding_area is not None
        self.line: deque[tuple[int, float]] = deque()
        self.persons = 0
        self.boarding: Vehicle | None = None
        self.held_back = HeldBack()
        self._area = by.boarding_area.capacity if by.boarding_area else 0
        self._kernel = kernel
        self._awaited_code = kernel.code(EventKind.RIDE_AWAITED, self.origin)
        self._set_out_code = kernel.code(EventKind.GROUP_SET_OUT, self.destination)
        fleet.stops.append(self)

    def has_room_for(self, group: int) -> bool:
        return not self.held_back and self._fits(group)

    def hold_back(self, group: int, holder: Holder) -> None:
        self.held_back.add(group, holder)

    def receive(self, group: int) -> None:
        """Let a travel group wait here for the next vehicle."""
        kernel = self._kernel
        kernel.write(self._awaited_code, group)
        self.line.append((group, kernel.now))
        self.persons += kernel.crowd.size[group]
        if self.fleet.comes_when_called and (self.boarding is not None or self.fleet.free > 0):
            self.fleet.serve()

    def waiting_since(self) -> float:
        return self.line[0][1] if self.line else NEVER

    def board(self, vehicle: Vehicle, seats: int, *, pass_over: bool) -> None:
        """Let people board in order; with *pass_over* a smaller group may take seats that a family cannot."""
        size = self._kernel.crowd.size
        stay: deque[tuple[int, float]] = deque()
        before = vehicle.persons
        while self.line:
            group, since = self.line.popleft()
            if vehicle.persons + size[group] <= seats:
                vehicle.aboard.append(group)
                vehicle.persons += size[group]
            else:
                stay.append((group, since))
                if not pass_over or vehicle.persons == seats:
                    break
        self.line.extendleft(reversed(stay))
        self.persons -= vehicle.persons - before

    def let_in(self) -> None:
        """Bring in those who were held back, as far as the boarding area has room."""
        while self.held_back and self._fits(self.held_back.first):
            self.held_back.let_in(self)

    def depart(self, vehicle: Vehicle) -> None:
        """Record that those aboard set out; only now do residents leave their site."""
        for group in vehicle.aboard:
            if self.keeper is not None:
                self.keeper.let_go(group)
            self._kernel.write(self._set_out_code, group)

    def _fits(self, group: int) -> bool:
        return not self.limited or self.persons + self._kernel.crowd.size[group] <= self._area


class Fleet:
    """Like vehicles that serve the stops of their routes; a free one goes where people waited longest."""

    def __init__(self, name: str, plan: VehiclePlan, kernel: Kernel, crew: list[TeamMember]) -> None:
        self.id, self.plan, self.crew = name, plan, crew
        self.count = self.free = plan.count
        self.comes_when_called = plan.leaves is not None  # else it keeps a timetable
        self.stops: list[Stop] = []
        self.trips: list[Vehicle] = []
        self._kernel = kernel

    def start(self, scenario: ScenarioPlan) -> None:
        """Put the departures of a timetable on the calendar."""
        if self.plan.timetable is not None:
            for time in departures(self.plan.timetable, scenario):
                self._kernel.at(time, self._depart_by_timetable)

    def set_count(self, vehicles: int) -> None:
        """Have more vehicles, or fewer once they are back from their trips."""
        self.free += vehicles - self.count
        self.count = vehicles
        self._kernel.recorder.level(self._kernel.now, LevelKind.VEHICLES, self._kernel.index[self.id], vehicles)
        self.serve()

    def serve(self) -> None:
        """Let people board and send vehicles to where people wait, by the rule for leaving."""
        while self.serve_one():
            pass

    def serve_one(self) -> bool:
        """Fill the vehicle at a stop, or bring one to a stop; tell whether anything was done."""
        if not self.comes_when_called:
            return False
        waiting = [stop for stop in self.stops if stop.line]
        if len(waiting) > 1:
            waiting.sort(key=Stop.waiting_since)
        return any(self._serve_stop(stop) for stop in waiting)

    def waiting_since(self) -> float:
        return min((stop.waiting_since() for stop in self.stops), default=NEVER)

    def staffing_changed(self) -> None:
        """Crews are asked for when a vehicle leaves."""

    def send_back(self, vehicle: Vehicle) -> None:
        """Drive the empty vehicle back, then let it be ready again."""
        vehicle.departed = NEVER
        self._kernel.after(vehicle.stop.travel_s + self.plan.turnaround, lambda: self._be_ready(vehicle))

    def _serve_stop(self, stop: Stop) -> bool:
        vehicle = stop.boarding or self._bring(stop)
        if vehicle is None:
            return False
        before = len(vehicle.aboard)
        stop.board(vehicle, self.plan.capacity, pass_over=False)
        is_full = bool(stop.line) or vehicle.persons == self.plan.capacity
        if is_full and self.plan.leaves is not None and self.plan.leaves.when_full:
            self._depart(vehicle)
        boarded = len(vehicle.aboard) > before or vehicle is not stop.boarding
        stop.let_in()
        return boarded

    def _bring(self, stop: Stop) -> Vehicle | None:
        vehicle = self._man(stop)
        if vehicle is None:
            return None
        stop.boarding = vehicle
        assert self.plan.leaves is not None  # only such fleets wait at a stop
        if self.plan.leaves.or_after is not None:
            self._kernel.after(self.plan.leaves.or_after, lambda: self._depart_if_boarding(vehicle))
        return vehicle

    def _man(self, stop: Stop) -> Vehicle | None:
        """Return a free vehicle with its crew for a trip from *stop*, or None."""
        if self.free <= 0 or not all(member.free() for member in self.crew):
            return None
        self.free -= 1
        vehicle = Vehicle(stop, [member.take() for member in self.crew])
        self.trips.append(vehicle)
        return vehicle

    def _depart_by_timetable(self) -> None:
        assert self.plan.timetable is not None  # else nothing departs by it
        most = self.plan.timetable.vehicles or self.free
        for _ in range(min(self.free, most)):
            stop = max(self.stops, key=lambda one: one.persons, default=None)
            if stop is None or not stop.line:
                return
            vehicle = self._man(stop)
            if vehicle is None:
                return
            stop.board(vehicle, self.plan.capacity, pass_over=True)
            self._depart(vehicle)
            stop.let_in()

    def _depart_if_boarding(self, vehicle: Vehicle) -> None:
        if vehicle.stop.boarding is vehicle:
            self._depart(vehicle)
            self.serve()

    def _depart(self, vehicle: Vehicle) -> None:
        stop, now = vehicle.stop, self._kernel.now
        if stop.boarding is vehicle:
            stop.boarding = None
        vehicle.departed, vehicle.arrives = now, now + stop.travel_s
        self._kernel.happened(HappeningKind.VEHICLE_DEPARTED, self.id, vehicle.persons, stop.destination)
        stop.depart(vehicle)
        self._kernel.after(stop.travel_s, lambda: self._arrive(vehicle))

    def _arrive(self, vehicle: Vehicle) -> None:
        to = vehicle.stop.to
        for group in list(vehicle.aboard):
            if to.limited and not to.has_room_for(group):
                to.hold_back(group, vehicle)
            else:
                vehicle.aboard.remove(group)
                to.receive(group)
        if vehicle.aboard:
            vehicle.held = True
            self._kernel.happened(HappeningKind.VEHICLE_HELD, self.id, len(vehicle.aboard), vehicle.stop.destination)
        else:
            self.send_back(vehicle)

    def _be_ready(self, vehicle: Vehicle) -> None:
        self.trips.remove(vehicle)
        self.free += 1
        for member, helpers in zip(self.crew, vehicle.crew, strict=True):
            member.give_back(helpers)
        self.serve()
        for member in self.crew:
            serve_longest_wait(member.stock.seekers)


def departures(timetable: Timetable, scenario: ScenarioPlan) -> Iterator[float]:
    """Yield the departures of a timetable within the scenario (s since its start), in no order."""
    calendar = Calendar.of(scenario)
    for departure in timetable.departures:
        if isinstance(departure, datetime):
            times = [calendar.seconds(departure)]
        else:
            times = [calendar.seconds_on(day, departure) for day in calendar.days(scenario.duration)]
        yield from (time for time in times if 0 <= time < scenario.duration)

"""Fleets: vehicles are called to a stop or keep a timetable, ride, come back, break down and are repaired."""

from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import TypeAlias

from reception_sim.model.boarding import Boarding
from reception_sim.model.kernel import Kernel
from reception_sim.model.staffing import NEVER, TeamMember, serve_longest_wait
from reception_sim.model.stops import Stop, Vehicle
from reception_sim.population import Chance, LongStream
from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.vehicles import Timetable, VehiclePlan

Then: TypeAlias = Callable[[], None]
Loan: TypeAlias = list[int]  # of each role of the crew, how many are helpers


class Fleet:
    """Like vehicles that serve the stops of their routes; a free one goes where people waited longest.

    *seats* says how many a travel group takes. *broken* vehicles are in repair; one that breaks down on its trip
    brings its people there first.
    """

    def __init__(self, name: str, plan: VehiclePlan, kernel: Kernel, crew: list[TeamMember]) -> None:
        self.id, self.plan, self.crew = name, plan, crew
        self.count = self.free = plan.count
        self.broken = 0
        self.comes_when_called = plan.leaves is not None  # else it keeps a timetable
        self.stops: list[Stop] = []
        self.trips: list[Vehicle] = []
        self._boarding = Boarding.of(name, plan, kernel.crowd)
        self.seats = self._boarding.seats
        self._kernel = kernel
        self.lent = 0  # to convoys
        self._asked_for: deque[tuple[float, Callable[[Loan], None]]] = deque()
        self._due: deque[tuple[float, Then | None]] = deque()  # breakdowns of vehicles that are not back yet
        self._worn: list[LongStream] = []
        self._chance: Chance | None = None

    def start(self, scenario: ScenarioPlan, chance: Chance) -> None:
        """Put the departures of a timetable on the calendar, and let time wear the vehicles."""
        self._chance = chance
        self._let_wear()
        if self.plan.timetable is not None:
            for time in departures(self.plan.timetable, scenario):
                self._kernel.at(time, self._depart_by_timetable)

    def set_count(self, vehicles: int) -> None:
        """Have more vehicles, or fewer once they are back from their trips."""
        self.free += vehicles - self.count
        self.count = vehicles
        self._kernel.recorder.level(self._kernel.now, LevelKind.VEHICLES, self._kernel.index[self.id], vehicles)
        self._let_wear()
        self.serve()

    def break_down(self, lasting: float, then: Then | None = None) -> None:
        """Take a vehicle out for *lasting* seconds: at once if one is free, else the next that comes back."""
        self._due.append((lasting, then))
        working = self.count - self.broken - len(self._due)
        self._kernel.happened(HappeningKind.VEHICLE_BROKE_DOWN, self.id, max(working, 0))
        self._take_out()

    def serve(self) -> None:
        """Let people board and send vehicles to where people wait, by the rule for leaving."""
        while self.serve_one():
            pass

    def serve_at(self, stop: Stop) -> None:
        """Let people board at a stop to which somebody has come, and send vehicles where that allows it."""
        if self._serve_stop(stop):
            self.serve()

    def serve_one(self) -> bool:
        """Fill the vehicle at a stop, call one to a stop, or lend one; tell whether anything was done."""
        if not self.comes_when_called:
            return self._lend()
        waiting = [stop for stop in self.stops if stop.line and not stop.closed]
        if len(waiting) > 1:
            waiting.sort(key=Stop.waiting_since)
        for stop in waiting:
            if self._serve_stop(stop):
                return True
        return self._lend()

    def waiting_since(self) -> float:
        asked_for = self._asked_for[0][0] if self._asked_for else NEVER
        return min([stop.waiting_since() for stop in self.stops if not stop.closed], default=asked_for)

    def staffing_changed(self) -> None:
        """Crews are asked for when a vehicle leaves."""

    def ask_for_vehicle(self, call: Callable[[Loan], None]) -> None:
        """Lend a vehicle with its crew as soon as one is free and no people wait for it; *call* gets the loan."""
        self._asked_for.append((self._kernel.now, call))
        self.serve()

    def take_back(self, loan: Loan) -> None:
        """Have a vehicle back that was lent."""
        self.lent -= 1
        self._be_free(loan)

    def send_back(self, vehicle: Vehicle) -> None:
        """Drive the empty vehicle back, then let it be ready again; a closed road keeps it where it is."""
        vehicle.departed = NEVER
        if vehicle.stop.closed:
            vehicle.stop.stranded.append(vehicle)
        else:
            self._kernel.after(vehicle.stop.travel_s + self.plan.turnaround, lambda: self._be_ready(vehicle))

    def hurry(self, to: str | None) -> None:
        """Let the vehicle that would be there first be there now; if none is under way, one that boards departs."""
        riding, boarding = self._next_to_arrive(to), self._boarding_to(to)
        if riding is not None:
            self._ride(riding, self._kernel.now)
        elif boarding is not None:
            boarding.late, boarding.put_off = 0.0, False
            self._depart(boarding)
            self.serve()

    def delay(self, by: float, to: str | None) -> None:
        """Let that vehicle be there so much later (s); one that boards departs so much later than it would."""
        riding, boarding = self._next_to_arrive(to), self._boarding_to(to)
        if riding is not None:
            self._ride(riding, riding.due + by)
        elif boarding is not None:
            boarding.late += by

    def has_trip(self, to: str | None) -> bool:
        """Tell whether there is a vehicle to hurry or to delay."""
        return self._next_to_arrive(to) is not None or self._boarding_to(to) is not None

    def road_opened(self, stop: Stop) -> None:
        """Go on where the road was closed: back from there, and away with those aboard."""
        stranded, stop.stranded = stop.stranded, []
        for vehicle in stranded:
            self.send_back(vehicle)
        if stop.boarding is not None and stop.boarding.held:
            self.go_on(stop.boarding)
            self._depart(stop.boarding)
        self.serve()

    def put_in_order(self, line: deque[tuple[int, float]]) -> None:
        """Let those board first who come first by the plan's order, and among equals who came first."""
        rank = self._boarding.rank
        if rank is not None:
            ordered = sorted(line, key=lambda waiting: rank(waiting[0]))
            line.clear()
            line.extend(ordered)

    @property
    def in_order_of_coming(self) -> bool:
        """Tell whether people board in the order in which they came."""
        return self._boarding.rank is None

    def has_seats(self, vehicle: Vehicle, group: int) -> bool:
        """Tell whether a travel group fits in, with those who are aboard already."""
        if self.plan.one_group_a_trip and vehicle.aboard:
            return False
        return vehicle.seats + self.seats[group] <= self.plan.capacity

    def is_full(self, vehicle: Vehicle) -> bool:
        return vehicle.seats == self.plan.capacity or (self.plan.one_group_a_trip and bool(vehicle.aboard))

    def go_on(self, vehicle: Vehicle) -> None:
        """Be held no longer."""
        vehicle.held = False
        self._kernel.change_level(LevelKind.VEHICLES_HELD, self.id, -1)

    def _hold(self, vehicle: Vehicle) -> None:
        vehicle.held = True
        self._kernel.change_level(LevelKind.VEHICLES_HELD, self.id, 1)

    def _serve_stop(self, stop: Stop) -> bool:
        called = self._call(stop)
        vehicle = stop.boarding
        if vehicle is None:
            return called
        before = len(vehicle.aboard)
        stop.board(vehicle, pass_over=False)
        is_full = bool(stop.line) or self.is_full(vehicle)
        if is_full and self.plan.leaves is not None and self.plan.leaves.when_full:
            self._depart(vehicle)
        went_on = len(vehicle.aboard) > before or vehicle is not stop.boarding or called
        stop.let_in()
        return went_on

    def _call(self, stop: Stop) -> bool:
        """Call a vehicle to a stop if none boards there or is on its way; tell whether one could be sent."""
        response = self._boarding.response_s
        wanted = len(stop.line) if self.plan.one_group_a_trip and response else 1
        if stop.coming + (stop.boarding is not None) >= wanted:
            return False
        vehicle = self._man(stop)
        if vehicle is None:
            return False
        if response:
            stop.coming += 1
            stop.sort()
            self._kernel.after(response[stop.line[0][0]], partial(self._reach, vehicle))
        else:
            self._be_boarded(vehicle)
        return True

    def _reach(self, vehicle: Vehicle) -> None:
        """Be at the stop to which it was called."""
        vehicle.stop.coming -= 1
        vehicle.stop.next.append(vehicle)
        self._let_next_board(vehicle.stop)
        self.serve()

    def _let_next_board(self, stop: Stop) -> None:
        while stop.boarding is None and stop.next:
            vehicle = stop.next.popleft()
            if stop.line:
                self._be_boarded(vehicle)
            else:
                self._be_ready(vehicle)

    def _be_boarded(self, vehicle: Vehicle) -> None:
        vehicle.stop.boarding = vehicle
        assert self.plan.leaves is not None  # only such fleets wait at a stop
        if self.plan.leaves.or_after is not None:
            self._kernel.after(self.plan.leaves.or_after, lambda: self._depart_if_boarding(vehicle))

    def _lend(self) -> bool:
        if not self._asked_for:
            return False
        loan = self._take_crew()
        if loan is None:
            return False
        self.lent += 1
        _, call = self._asked_for.popleft()
        call(loan)
        return True

    def _man(self, stop: Stop) -> Vehicle | None:
        """Return a free vehicle with its crew for a trip from *stop*, or None."""
        crew = self._take_crew()
        if crew is None:
            return None
        vehicle = Vehicle(stop, crew)
        self.trips.append(vehicle)
        return vehicle

    def _take_crew(self) -> Loan | None:
        if self.free <= 0 or not all(member.free() for member in self.crew):
            return None
        self.free -= 1
        return [member.take() for member in self.crew]

    def _depart_by_timetable(self) -> None:
        assert self.plan.timetable is not None  # else nothing departs by it
        most = self.plan.timetable.vehicles or self.free
        for _ in range(min(self.free, most)):
            served = [stop for stop in self.stops if not stop.closed]
            stop = max(served, key=lambda one: one.persons, default=None)
            if stop is None or not stop.line:
                return
            vehicle = self._man(stop)
            if vehicle is None:
                return
            stop.board(vehicle, pass_over=True)
            self._depart(vehicle)
            stop.let_in()

    def _depart_if_boarding(self, vehicle: Vehicle) -> None:
        if vehicle.stop.boarding is vehicle and not vehicle.held:
            self._depart(vehicle)
            self.serve()

    def _depart(self, vehicle: Vehicle) -> None:
        stop, now = vehicle.stop, self._kernel.now
        if vehicle.late or vehicle.put_off:
            self._put_off(vehicle)
            return
        if stop.closed:
            self._hold(vehicle)
            return
        if stop.boarding is vehicle:
            stop.boarding = None
            self._let_next_board(stop)
        vehicle.departed = now
        self._kernel.happened(HappeningKind.VEHICLE_DEPARTED, self.id, vehicle.persons, stop.destination)
        stop.depart(vehicle)
        self._ride(vehicle, now + stop.travel_s)

    def _put_off(self, vehicle: Vehicle) -> None:
        """Let a vehicle that would depart now do so later."""
        late, vehicle.late = vehicle.late, 0.0
        if late:
            vehicle.put_off = True
            self._kernel.after(late, lambda: self._depart_after_all(vehicle))

    def _depart_after_all(self, vehicle: Vehicle) -> None:
        if vehicle.put_off:
            vehicle.put_off = False
            self._depart_if_boarding(vehicle)

    def _ride(self, vehicle: Vehicle, until: float) -> None:
        """Be there at a moment (s), whenever it would have been there before."""
        vehicle.arrives = vehicle.due = until
        self._kernel.at(until, partial(self._arrive_at, vehicle, until))

    def _arrive_at(self, vehicle: Vehicle, time: float) -> None:
        if vehicle.due == time:  # else it was hurried or delayed
            vehicle.due = NEVER
            self._arrive(vehicle)

    def _next_to_arrive(self, to: str | None) -> Vehicle | None:
        riding = (trip for trip in self.trips if trip.due != NEVER and to in (None, trip.stop.destination))
        return min(riding, key=lambda trip: trip.due, default=None)

    def _boarding_to(self, to: str | None) -> Vehicle | None:
        """Return the vehicle that has boarded for longest, and has somebody aboard."""
        boarding = (stop.boarding for stop in self.stops if to in (None, stop.destination))
        return next((one for one in self.trips if one.aboard and any(one is other for other in boarding)), None)

    def _arrive(self, vehicle: Vehicle) -> None:
        to = vehicle.stop.to
        for group in list(vehicle.aboard):
            if to.limited and not to.has_room_for(group):
                to.hold_back(group, vehicle)
            else:
                vehicle.aboard.remove(group)
                to.receive(group)
        if vehicle.aboard:
            self._hold(vehicle)
            self._kernel.happened(HappeningKind.VEHICLE_HELD, self.id, len(vehicle.aboard), vehicle.stop.destination)
        else:
            self.send_back(vehicle)

    def _be_ready(self, vehicle: Vehicle) -> None:
        self.trips.remove(vehicle)
        self._be_free(vehicle.crew)

    def _be_free(self, crew: Loan) -> None:
        self.free += 1
        self._take_out()
        for member, helpers in zip(self.crew, crew, strict=True):
            member.give_back(helpers)
        self.serve()
        for member in self.crew:
            serve_longest_wait(member.stock.seekers)

    def _let_wear(self) -> None:
        if self.plan.breaks_down_every is None or self._chance is None:
            return
        for number in range(len(self._worn), self.count):
            self._worn.append(LongStream(self._chance, "breakdown", self.id, number))
            self._wear(number)

    def _wear(self, number: int) -> None:
        assert self.plan.breaks_down_every is not None  # _let_wear has looked
        self._kernel.after(
            float(self._worn[number].at(self._kernel.now).exponential(self.plan.breaks_down_every)),
            partial(self._fail, number),
        )

    def _fail(self, number: int) -> None:
        assert self.plan.repair_time is not None  # belongs to breaks_down_every
        repair = float(self._worn[number].at(self._kernel.now).exponential(self.plan.repair_time))
        if number < self.count:
            self.break_down(repair, partial(self._wear, number))
        else:
            self._wear(number)

    def _take_out(self) -> None:
        while self._due and self.free > 0:
            lasting, then = self._due.popleft()
            self.free -= 1
            self.broken += 1
            self._kernel.change_level(LevelKind.VEHICLES_BROKEN, self.id, 1)
            self._kernel.after(lasting, partial(self._mend, then))

    def _mend(self, then: Then | None) -> None:
        self.free += 1
        self.broken -= 1
        self._kernel.change_level(LevelKind.VEHICLES_BROKEN, self.id, -1)
        self._kernel.happened(HappeningKind.VEHICLE_REPAIRED, self.id, self.count - self.broken)
        self._take_out()
        self.serve()
        if then is not None:
            then()


def departures(timetable: Timetable, scenario: ScenarioPlan) -> Iterator[float]:
    """Yield the departures of a timetable within the scenario (s since its start), in no order."""
    calendar = Calendar.of(scenario)
    for departure in timetable.departures:
        if isinstance(departure, datetime):
            times = [calendar.seconds(departure)]
        else:
            times = [calendar.seconds_on(day, departure) for day in calendar.days(scenario.duration)]
        yield from (time for time in times if 0 <= time < scenario.duration)

"""Stops: where people wait for a vehicle and board it, and the vehicle on its trip from there."""

from collections import deque
from typing import TYPE_CHECKING

from reception_sim.model.interruptions import Interruptions
from reception_sim.model.kernel import Kernel
from reception_sim.model.places import HeldBack, Holder, Place
from reception_sim.model.staffing import NEVER
from reception_sim.recording import EventKind, LevelKind
from reception_sim.scenario.routes import Carriage

if TYPE_CHECKING:
    from reception_sim.model.transport import Fleet


class Vehicle:
    """One vehicle on one trip: on its way to a stop, boarding there, under way, or held with people aboard."""

    __slots__ = ("aboard", "arrives", "crew", "departed", "due", "held", "late", "persons", "put_off", "seats", "stop")

    def __init__(self, stop: "Stop", crew: list[int]) -> None:
        self.stop = stop
        self.crew = crew
        self.aboard: list[int] = []
        self.persons = self.seats = 0
        self.departed = self.arrives = NEVER
        self.due = NEVER  # when it is there, while it rides
        self.held = self.put_off = False
        self.late = 0.0  # s by which it is to depart later than it would

    def let_go(self, group: int) -> None:
        """Let a travel group off that was held back; the empty vehicle goes back."""
        self.aboard.remove(group)
        if not self.aboard:
            self.stop.fleet.go_on(self)
            self.stop.fleet.send_back(self)


class Stop:
    """Where people wait for a fleet's vehicles from one place to another.

    *keeper* is the site in which they stay until they depart; elsewhere they stand in the boarding area. *coming* are
    vehicles that were called and are on their way here, *next* those that are here but must wait to board. While the
    road is closed nobody boards or departs.
    """

    __slots__ = (
        "_area",
        "_awaited_code",
        "_held_at_road",
        "_is_sorted",
        "_kernel",
        "_set_out_code",
        "boarding",
        "closure",
        "coming",
        "destination",
        "fleet",
        "held_back",
        "keeper",
        "limited",
        "line",
        "next",
        "origin",
        "persons",
        "stranded",
        "to",
        "travel_s",
    )

    def __init__(self, ends: tuple[str, str], by: Carriage, to: Place, fleet: "Fleet", kernel: Kernel) -> None:
        self.origin, self.destination = ends
        self.to, self.fleet, self.travel_s = to, fleet, by.travel_time
        self.keeper: Holder | None = None
        self.limited = by.boarding_area is not None
        self.line: deque[tuple[int, float]] = deque()
        self.persons = self.coming = 0
        self.boarding: Vehicle | None = None
        self.next: deque[Vehicle] = deque()
        self.stranded: list[Vehicle] = []
        self.held_back = HeldBack()
        self.closure = Interruptions(kernel, self._closure_changed)
        self._held_at_road = 0
        self._is_sorted = True
        self._area = by.boarding_area.capacity if by.boarding_area else 0
        self._kernel = kernel
        self._awaited_code = kernel.code(EventKind.RIDE_AWAITED, self.origin)
        self._set_out_code = kernel.code(EventKind.GROUP_SET_OUT, self.destination)
        fleet.stops.append(self)

    @property
    def closed(self) -> bool:
        return self.closure.active

    def has_room_for(self, group: int) -> bool:
        return not self.held_back and self._fits(group)

    def hold_back(self, group: int, holder: Holder) -> None:
        self.held_back.add(group, holder)

    def receive(self, group: int) -> None:
        """Let a travel group wait here for the next vehicle."""
        kernel = self._kernel
        kernel.write(self._awaited_code, group)
        self.line.append((group, kernel.now))
        self._is_sorted = self.fleet.in_order_of_coming
        self.persons += kernel.crowd.size[group]
        if self.closed:
            self._hold_at_road(kernel.crowd.size[group])
        elif self.fleet.comes_when_called and (self.boarding is not None or self.fleet.free > 0):
            self.fleet.serve_at(self)

    def waiting_since(self) -> float:
        if not self.line:
            return NEVER
        return self.line[0][1] if self.fleet.in_order_of_coming else min([since for _, since in self.line])

    def board(self, vehicle: Vehicle, *, pass_over: bool) -> None:
        """Let people board in order; with *pass_over* a smaller group may take seats that a family cannot."""
        self.sort()
        size = self._kernel.crowd.size
        stay: deque[tuple[int, float]] = deque()
        before = vehicle.persons
        while self.line:
            group, since = self.line.popleft()
            if self.fleet.has_seats(vehicle, group):
                vehicle.aboard.append(group)
                vehicle.persons += size[group]
                vehicle.seats += self.fleet.seats[group]
            else:
                stay.append((group, since))
                if not pass_over or self.fleet.is_full(vehicle):
                    break
        self.line.extendleft(reversed(stay))
        self.persons -= vehicle.persons - before

    def sort(self) -> None:
        """Let those stand first who board first by the fleet's order."""
        if not self._is_sorted:
            self._is_sorted = True
            self.fleet.put_in_order(self.line)

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

    def _closure_changed(self) -> None:
        if self.closed:
            self._hold_at_road(self.persons + (self.boarding.persons if self.boarding else 0))
        else:
            self._hold_at_road(-self._held_at_road)
            self.fleet.road_opened(self)

    def _hold_at_road(self, persons: int) -> None:
        self._held_at_road += persons
        self._kernel.change_level(LevelKind.HELD_AT_ROAD, self.origin, persons)

"""The inner loop of a station with parts: like that of a plain one, and a service may need, take and give more."""

from typing import TYPE_CHECKING

from simpy.events import EventCallbacks

from reception_sim.model.desk import Serving
from reception_sim.model.kernel import KeptEvent, Kernel
from reception_sim.model.staffing import serve_longest_wait
from reception_sim.recording import GROUP_STEP

if TYPE_CHECKING:
    from reception_sim.model.demands import Demand
    from reception_sim.model.station import Station


def full_serving(station: "Station", kernel: Kernel) -> Serving:
    """Return the inner loop of a station that has parts, once it is known where people go from there."""
    desk = _FullDesk(station, kernel)
    return Serving(desk.receive, desk.start, desk.on_end)


class _FullDesk:
    """Receives travel groups at a station with parts, and starts and ends their services."""

    __slots__ = (
        "_demands",
        "_hand_overs",
        "_kernel",
        "_line",
        "_log",
        "_only",
        "_parts",
        "_service_s",
        "_station",
        "_taken",
        "on_end",
    )

    def __init__(self, station: "Station", kernel: Kernel) -> None:
        self._station, self._kernel = station, kernel
        self._log = kernel.log
        self._parts, self._line, self._service_s = station.parts, station.line, station.service_s
        self._only, self._demands = station.only_way, bool(station.parts.demands)
        self._taken: dict[KeptEvent, list[tuple[Demand, int]]] = {}
        self.on_end: EventCallbacks = [self._end]
        self._hand_overs = station.parts.hand_overs
        if self._hand_overs is not None:
            self._hand_overs.moved = self._move

    def receive(self, group: int, _joined: float = 0.0, _at_once: float = 0.0, /) -> None:
        """Serve a travel group at once if everything is free that it needs, else let it wait in line."""
        station, parts = self._station, self._parts
        claims = parts.claim(group)
        # With demands, whoever waits while a team is free waits for what is not free, and stands in nobody's way.
        if station.can_serve() and (parts.free_for(claims) if self._demands else not self._line):
            self._log(station.served_at_once_code - group * GROUP_STEP)
            self._begin(group)
        else:
            self._log(station.joined_code - group * GROUP_STEP)
            station.queue(group)

    def start(self, group: int) -> None:
        """Start the service of a travel group that has waited."""
        self._log(self._station.started_code - group * GROUP_STEP)
        self._begin(group)

    def _begin(self, group: int) -> None:
        station, kernel = self._station, self._kernel
        station.busy += 1
        event = station.free_posts.pop() if station.free_posts else KeptEvent(kernel.env)
        if not station.exclusive:
            station.take_team(event)
        if self._demands and (taken := self._parts.take(group)):
            self._taken[event] = taken
        event.group = group
        ends = self._kernel.now + self._parts.seconds(group, self._service_s[group])
        kernel.put(event, self.on_end, ends)
        if self._hand_overs is not None:
            self._hand_overs.begun(event, ends)

    def _end(self, event: KeptEvent) -> None:
        station, group = self._station, event.group
        self._log(self._kernel.now)
        self._log(station.ended_code - group * GROUP_STEP)
        if self._hand_overs is not None:
            self._hand_overs.ended(event)
        for demand, token in self._taken.pop(event, ()):
            demand.give_back(token)
        parts = self._parts
        for give in parts.on_served:
            give(group)
        elsewhere = parts.elsewhere(group) if parts.after_service else None
        place = elsewhere or self._only or station.next_place(group)
        if place.limited and not place.has_room_for(group):
            station.held[group] = event
            place.hold_back(group, station)
        else:
            station.free_post(event)
            place.receive(group)
        if self._demands:
            serve_longest_wait(station.neighbours)

    def _move(self, event: KeptEvent, heir: KeptEvent) -> None:
        """Let what a service has taken beside its team stay with the event that will end it."""
        if event in self._taken:
            self._taken[heir] = self._taken.pop(event)

"""A station where travel groups are served together: information, counselling, a briefing."""

from simpy.events import Event, EventCallbacks
from typing_extensions import override

from reception_sim.model.desk import Serving
from reception_sim.model.kernel import KeptEvent, Kernel
from reception_sim.model.staffing import TeamMember
from reception_sim.model.station import Station
from reception_sim.recording import LevelKind
from reception_sim.scenario.procedure import SessionPlan
from reception_sim.scenario.stations import StationPlan

_NEARLY_S = 1e-6


class SessionStation(Station):
    """Serves travel groups in sessions: one team, one service time, everybody leaves at its end.

    A session begins when a team is free and so many persons wait as the plan says, or one of them so long. Groups
    take part in the order of the queue; the first that does not fit in waits for the next session, with all behind it.
    """

    __slots__ = ("_in_session", "_on_end", "_session")

    def __init__(
        self, name: str, plan: StationPlan, kernel: Kernel, service_s: list[float], team: list[TeamMember]
    ) -> None:
        super().__init__(name, plan, kernel, service_s, team)
        assert plan.session is not None  # only such stations are of this kind
        self._session: SessionPlan = plan.session
        self._in_session: dict[Event, list[int]] = {}
        self._on_end: EventCallbacks = [self._end_session]

    @override
    def serve_one(self) -> bool:
        """Begin the next session if it is time and a team is free; tell whether one was begun."""
        if not self.line or not self.can_serve() or not self._is_time():
            return False
        self._begin(self._who_takes_part())
        return True

    @override
    def let_go(self, group: int) -> None:
        """Free the post once the last group of a session that was held back has gone on."""
        event = self.held.pop(group)
        if event not in self.held.values():
            self.free_post(event)

    @override
    def _serving(self) -> Serving:
        return Serving(self._join, lambda group: self._begin([group]), self._on_end)

    def _join(self, group: int, _joined: float = 0.0, _at_once: float = 0.0, /) -> None:
        self._kernel.write(self.joined_code, group)
        self.queue(group)
        if self._session.or_after is not None:
            self._kernel.after(self._session.or_after, self.serve)
        self.serve()

    def _is_time(self) -> bool:
        """Tell whether so many wait that a session begins, or somebody so long; each person fills a place at least."""
        crowd, enough, waits = self._kernel.crowd, self._session.persons, self._session.or_after
        if len(self.line) >= enough or self.line.persons(crowd.size) >= enough:
            return True
        longest = self._kernel.now - min(map(crowd.queued_at.__getitem__, self.line))
        return waits is not None and longest >= waits - _NEARLY_S

    def _who_takes_part(self) -> list[int]:
        size = self._kernel.crowd.size
        groups = [self.line.popleft()]
        places = self._session.persons - size[groups[0]]
        while self.line and size[self.line.first()] <= places:
            groups.append(self.line.popleft())
            places -= size[groups[-1]]
        return groups

    def _begin(self, groups: list[int]) -> None:
        kernel = self._kernel
        self.busy += 1
        event = self.free_posts.pop() if self.free_posts else KeptEvent(kernel.env)
        if not self.exclusive:
            self.take_team(event)
        self._in_session[event] = groups
        kernel.change_level(LevelKind.SESSIONS_RUNNING, self.id, 1)
        for group in groups:
            kernel.write(self.started_code, group)
            self.left_the_line(group)
        seconds = self.parts.seconds(groups[0], self.service_s[groups[0]])
        kernel.put(event, self._on_end, kernel.now + seconds)

    def _end_session(self, event: Event) -> None:
        assert isinstance(event, KeptEvent)  # _begin
        kernel = self._kernel
        kernel.stamp()
        kernel.change_level(LevelKind.SESSIONS_RUNNING, self.id, -1)
        for group in self._in_session.pop(event):
            kernel.write(self.ended_code, group)
            self.parts.served(group)
            place = self.parts.elsewhere(group) or self.only_way or self.next_place(group)
            if place.limited and not place.has_room_for(group):
                self.held[group] = event
                place.hold_back(group, self)
            else:
                place.receive(group)
        if event not in self.held.values():
            self.free_post(event)

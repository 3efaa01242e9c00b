"""A station: travel groups wait in line, a team at a post sees one at a time, then they go on."""

# ruff: noqa: SLF001 - env._now in place of env.now halves the cost of reading the clock, which each event does

from heapq import heappush

from simpy.events import Event

from reception_sim.model.fates import Sight
from reception_sim.model.kernel import NORMAL, KeptEvent, Kernel
from reception_sim.model.places import HeldBack, Holder, Place, Visit
from reception_sim.model.routing import Onward
from reception_sim.model.staffing import NEVER, Seeker, TeamMember, serve_longest_wait
from reception_sim.model.waiting_lines import WaitingLine, waiting_line
from reception_sim.recording import GROUP_SHIFT, EventKind, LevelKind
from reception_sim.scenario.stations import StationPlan


class Station:
    """Serves travel groups; *capacity* teams can work here at once; *neighbours* share its people.

    A team whose members nobody else may take (*exclusive*) is a number; a shared one is asked member by member.
    """

    __slots__ = (
        "_abandoned_code",
        "_area",
        "_ended_code",
        "_free_posts",
        "_joined_code",
        "_kernel",
        "_sight",
        "_started_code",
        "_taken",
        "busy",
        "capacity",
        "exclusive",
        "held",
        "held_back",
        "id",
        "limited",
        "line",
        "neighbours",
        "onward",
        "open",
        "patience",
        "plan",
        "residents",
        "service_s",
        "team",
        "waiting",
    )

    def __init__(
        self, name: str, plan: StationPlan, kernel: Kernel, service_s: list[float], team: list[TeamMember]
    ) -> None:
        self.id, self.plan, self.team = name, plan, team
        self.open = True
        self.service_s = service_s
        self.line: WaitingLine = waiting_line(plan.order, kernel.crowd)
        self.busy = 0
        self.capacity = 0
        self.exclusive = True
        self.limited = plan.waiting_area is not None
        self.waiting = 0  # persons, kept up only where the waiting area has a limit
        self.held: dict[int, KeptEvent] = {}
        self.held_back = HeldBack()
        self.neighbours: list[Seeker] = [self]
        self.residents: dict[int, Visit] = {}
        self.patience: list[float] | None = None
        self.onward: Onward | None = None
        self._area = plan.waiting_area.capacity if plan.waiting_area else 0
        self._sight = Sight(name, plan, kernel.crowd) if plan.identifies else None
        self._free_posts: list[KeptEvent] = []
        self._taken: dict[KeptEvent, list[int]] = {}
        self._kernel = kernel
        self._joined_code = kernel.code(EventKind.QUEUE_JOINED, name)
        self._started_code = kernel.code(EventKind.SERVICE_STARTED, name)
        self._ended_code = kernel.code(EventKind.SERVICE_ENDED, name)
        self._abandoned_code = kernel.code(EventKind.GROUP_LEFT, name)

    def has_room_for(self, group: int) -> bool:
        """Tell whether the waiting area has room; whoever can be seen at once needs none."""
        return not self.held_back and self._fits(group)

    def hold_back(self, group: int, holder: Holder) -> None:
        self.held_back.add(group, holder)

    def receive(self, group: int) -> None:
        """Take a travel group into the line, or straight to a free post."""
        kernel = self._kernel
        now = kernel.env._now
        kernel.times(now)
        kernel.codes(group << GROUP_SHIFT | self._joined_code)
        if not self.line and (self.busy < self.capacity if self.exclusive else self._can_serve()):
            self._start(group, now)
        else:
            self._queue(group, now)

    def let_go(self, group: int) -> None:
        """Free the post at which *group* was held back by a full place."""
        self._free_post(self.held.pop(group))

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - open or closed is what it is about
        """Open or close; services that have begun are finished."""
        if is_open != self.open:
            self.open = is_open
            self._level(LevelKind.STATION_OPEN, float(is_open))
            self.staffing_changed()
            self.serve()

    def staffing_changed(self) -> None:
        """Work out anew how many teams can work here at once."""
        teams = min([self.plan.posts, *(member.teams() for member in self.team)])
        self.capacity = teams if self.open else 0
        self._level(LevelKind.TEAMS_STAFFED, self.capacity)

    def serve(self) -> None:
        """Let teams that are free take the next travel groups."""
        while self.serve_one():
            pass

    def serve_one(self) -> bool:
        """Start the next service if a team is free; tell whether one was started."""
        if not self.line or not self._can_serve():
            return False
        self._take_next()
        return True

    def waiting_since(self) -> float:
        """Return since when the first in line has waited (s); infinity if nobody does."""
        return self._kernel.crowd.queued_at[self.line.first()] if self.line else NEVER

    def _fits(self, group: int) -> bool:
        if self.waiting + self._kernel.crowd.size[group] <= self._area:
            return True
        return not self.line and self._can_serve()

    def _can_serve(self) -> bool:
        if self.exclusive:
            return self.busy < self.capacity
        return self.open and self.busy < self.plan.posts and all(member.free() for member in self.team)

    def _queue(self, group: int, now: float) -> None:
        crowd = self._kernel.crowd
        crowd.queued_at[group] = now
        self.line.append(group)
        if self.limited:
            self.waiting += crowd.size[group]
        if self.patience is not None:
            self._kernel.at(now + self.patience[group], lambda: self._lose_patience(group, now))

    def _take_next(self) -> None:
        group = self.line.popleft()
        self._start(group, self._kernel.env._now)
        self._left_the_line(group)

    def _left_the_line(self, group: int) -> None:
        if self.limited:
            self.waiting -= self._kernel.crowd.size[group]
            while self.held_back and self._fits(self.held_back.first):
                self.held_back.let_in(self)

    def _start(self, group: int, now: float) -> None:
        event = self._free_posts.pop() if self._free_posts else KeptEvent(self._kernel.env, self._end)
        if not self.exclusive:
            self._taken[event] = [member.take() for member in self.team]
        self.busy += 1
        self._occupy(event, group, now)

    def _occupy(self, event: KeptEvent, group: int, now: float) -> None:
        kernel = self._kernel
        event.group = group
        kernel.times(now)
        kernel.codes(group << GROUP_SHIFT | self._started_code)
        event.callbacks = event.kept  # as Kernel.put does, which would cost a call more
        heappush(kernel.calendar, (now + self.service_s[group], NORMAL, kernel.ticket(), event))

    def _end(self, event: Event) -> None:
        assert isinstance(event, KeptEvent)
        kernel, group = self._kernel, event.group
        kernel.times(kernel.env._now)
        kernel.codes(group << GROUP_SHIFT | self._ended_code)
        if self._sight is not None:
            self._identify(group)
        place = self._next_place(group)
        if place.limited and not place.has_room_for(group):
            self.held[group] = event
            place.hold_back(group, self)
            return
        self._free_post(event)
        place.receive(group)

    def _next_place(self, group: int) -> Place:
        if self.residents and group in self.residents:
            return self.residents.pop(group)
        assert self.onward is not None  # only a station that is passed through is reached by a route
        return self.onward.only or self.onward.choose(group)

    def _free_post(self, event: KeptEvent) -> None:
        """Let the team at a post take the next travel group, or be free."""
        if self.exclusive and self.line and self.busy <= self.capacity:
            group = self.line.popleft()
            self._occupy(event, group, self._kernel.env._now)
            if self.limited:
                self._left_the_line(group)
            return
        self.busy -= 1
        self._free_posts.append(event)
        if not self.exclusive:
            self._free_team(event)

    def _free_team(self, event: KeptEvent) -> None:
        for member, helpers in zip(self.team, self._taken.pop(event), strict=True):
            member.give_back(helpers)
        serve_longest_wait(self.neighbours)

    def _identify(self, group: int) -> None:
        assert self._sight is not None  # the caller has looked
        seen = self._kernel.crowd.seen
        if not self._sight.of_group[group]:
            return
        seen[group] |= self._sight.of_group[group]
        kernel, seen_of = self._kernel, self._kernel.crowd.seen_of_person
        for person, mask in zip(kernel.crowd.members(group), self._sight.of_persons(group), strict=True):
            kernel.recorder.identified(kernel.env._now, person, mask & ~seen_of[person], kernel.index[self.id])
            seen_of[person] |= mask

    def _lose_patience(self, group: int, joined: float) -> None:
        crowd = self._kernel.crowd
        if crowd.queued_at[group] != joined or group not in self.line.groups():
            return
        self.line.remove(group)
        self._left_the_line(group)
        visit = self.residents.pop(group, None)
        if visit is not None:
            visit.give_up(group)
        kernel = self._kernel
        kernel.times(kernel.env._now)
        kernel.codes(group << GROUP_SHIFT | self._abandoned_code)

    def _level(self, kind: LevelKind, value: float) -> None:
        kernel = self._kernel
        kernel.recorder.level(kernel.now, kind, kernel.index[self.id], value)

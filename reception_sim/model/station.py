"""A station: travel groups wait in line, a team at a post sees one at a time, then they go on."""

from collections.abc import Callable

from simpy.events import Event, EventCallbacks

from reception_sim.model.demands import Parts
from reception_sim.model.desk import Receive, Serving, serving
from reception_sim.model.fates import Sight
from reception_sim.model.full_desk import full_serving
from reception_sim.model.giving_up import GivingUp
from reception_sim.model.kernel import KeptEvent, Kernel
from reception_sim.model.places import HeldBack, Holder, Place, Visit
from reception_sim.model.routing import Onward
from reception_sim.model.staffing import NEVER, Seeker, TeamMember, serve_longest_wait
from reception_sim.model.waiting_lines import NOBODY, WaitingLine, claim_line, waiting_line
from reception_sim.recording import SERVED_AT_ONCE, EventKind, LevelKind
from reception_sim.scenario.stations import QueueOrder, StationPlan


class Station:
    """Serves travel groups; *capacity* teams can work here at once; *neighbours* share its people.

    While nobody who works here can help elsewhere (*exclusive*), free teams are a number; else each team is put
    together member by member.
    """

    __slots__ = (
        "_abandoned_code",
        "_kernel",
        "_on_end",
        "_order",
        "_out_of_patience",
        "_sight",
        "_taken",
        "_taken_before",
        "area",
        "busy",
        "capacity",
        "ended_code",
        "entrance",
        "exclusive",
        "free_posts",
        "giving_up",
        "held",
        "held_back",
        "id",
        "joined_code",
        "limited",
        "line",
        "neighbours",
        "onward",
        "open",
        "parts",
        "patience",
        "plan",
        "posts",
        "receive",
        "residents",
        "seen",
        "served_at_once_code",
        "service_s",
        "start",
        "started_code",
        "team",
        "visited",
        "waiting",
    )

    receive: Receive
    start: Callable[[int], None]

    def __init__(
        self, name: str, plan: StationPlan, kernel: Kernel, service_s: list[float], team: list[TeamMember]
    ) -> None:
        self.id, self.plan, self.team = name, plan, team
        self.service_s = service_s
        self.open = True
        self.posts, self._order = plan.posts, plan.order
        self._on_end: EventCallbacks = []
        self.seen = kernel.crowd.seen  # the needs that are known here
        self.line: WaitingLine = waiting_line(plan.order, kernel.crowd, self.seen)
        self.busy = self.capacity = 0
        self.exclusive = True
        self.neighbours: list[Seeker] = [self]
        self.limited = plan.waiting_area is not None
        self.area = plan.waiting_area.capacity if plan.waiting_area else 0
        self.waiting = 0  # persons, kept up only where the waiting area has a limit
        self.held: dict[int, KeptEvent] = {}
        self.held_back = HeldBack()
        self.residents: dict[int, Visit] = {}
        self.visited = False  # by residents of a site, who go back there
        self.patience: list[float] | None = None
        self._out_of_patience: EventCallbacks = [self._lose_patience]
        self.giving_up: GivingUp | None = None
        self.onward: Onward | None = None
        self.parts = Parts()
        self.entrance: Place = self  # where people come in: those with appointments are told a time there
        self.free_posts: list[KeptEvent] = []
        self._sight = Sight(name, plan, kernel.crowd) if plan.identifies else None
        self._taken: dict[KeptEvent, list[int]] = {}
        self._taken_before: list[list[int]] = []  # by services that began while free teams were a number
        self._kernel = kernel
        self._set_codes()

    def settle(self, neighbours: list[Seeker]) -> None:
        """Make ready to serve, once it is known who shares the station's people and where the ways lead."""
        self.neighbours = neighbours
        if self._sight is not None:
            self._sight.doubtful = bool(self.parts.sight_factors)
        self._begin_to_serve()

    def set_order(self, order: QueueOrder) -> None:
        """See people in another order from now on, those who wait already among them."""
        self._order = order
        waiting = sorted(self.line.groups(), key=self._kernel.crowd.queued_at.__getitem__)
        before = self._on_end
        self._begin_to_serve()
        for group in waiting:
            self.line.append(group)
        before[:] = self._on_end  # services that have begun end as those that begin from now on

    def set_posts(self, posts: int) -> None:
        """Have more or fewer posts; services that have begun are finished."""
        self.posts = posts
        self.staffing_changed()
        self.serve()

    def _begin_to_serve(self) -> None:
        crowd = self._kernel.crowd
        self.line = (
            claim_line(self._order, crowd, self.seen, self.parts)
            if self.parts.demands
            else waiting_line(self._order, crowd, self.seen)
        )
        self.receive, self.start, self._on_end = self._serving()

    def _serving(self) -> Serving:
        return (full_serving if self.parts else serving)(self, self._kernel)

    @property
    def only_way(self) -> Place | None:
        """Return where everybody goes from here whatever is seen, if there is such a place."""
        sees_or_is_visited = self._sight is not None or self.visited
        return None if sees_or_is_visited or self.onward is None else self.onward.only

    @property
    def follower(self) -> "Station | None":
        """Return the station that everybody goes on to at once, if there is such a one and it never holds back."""
        to = self.only_way
        return to if isinstance(to, Station) and not (to.limited or to.parts or self.parts) else None

    def has_room_for(self, group: int) -> bool:
        """Tell whether the waiting area has room; whoever can be seen at once needs none."""
        return not self.held_back and self._fits(group)

    def hold_back(self, group: int, holder: Holder) -> None:
        self.held_back.add(group, holder)

    def let_go(self, group: int) -> None:
        """Free the post at which *group* was held back by a full place."""
        self.free_post(self.held.pop(group))

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - open or closed is what it is about
        """Open or close; services that have begun are finished."""
        if is_open != self.open:
            self.open = is_open
            self._level(LevelKind.STATION_OPEN, float(is_open))
            self.staffing_changed()
            self.serve()

    def staffing_changed(self) -> None:
        """Work out anew how many teams can work here at once."""
        teams = min([self.posts, *(member.teams() for member in self.team)])
        self.capacity = teams if self.open else 0
        self._set_exclusive(not any(member.may_help_elsewhere() for member in self.team))
        self._level(LevelKind.TEAMS_STAFFED, self.capacity)
        if self.parts.hand_overs is not None:
            self.parts.hand_overs.staff_changed()

    def serve(self) -> None:
        """Let teams that are free take the next travel groups."""
        while self.serve_one():
            pass

    def serve_one(self) -> bool:
        """Start the next service if a team is free; tell whether one was started."""
        if self.parts.hand_overs is not None and self.parts.hand_overs.go_on():
            return True
        if not self.line or not self.can_serve():
            return False
        group = self.line.popleft()
        if group == NOBODY:
            return False
        self.start(group)
        if self.limited:
            self.left_the_line(group)
        return True

    def waiting_since(self) -> float:
        """Return since when the first in line has waited (s); infinity if nobody does."""
        in_line = self._kernel.crowd.queued_at[self.line.first()] if self.line else NEVER
        return in_line if self.parts.hand_overs is None else min(in_line, self.parts.hand_overs.waiting_since())

    def can_serve(self) -> bool:
        """Tell whether a team is free."""
        if self.exclusive:
            return self.busy < self.capacity
        if not self.open or self.busy >= self.posts:
            return False
        return all(member.free() for member in self.team)

    def queue(self, group: int) -> None:
        """Let a travel group wait in line."""
        crowd, now = self._kernel.crowd, self._kernel.now
        crowd.queued_at[group] = now
        self.line.append(group)
        if self.limited:
            self.waiting += crowd.size[group]
        if self.patience is not None:
            event = KeptEvent(self._kernel.env)
            event.group = group
            self._kernel.put(event, self._out_of_patience, now + self.patience[group])

    def left_the_line(self, group: int) -> None:
        """Give the place of *group* in the waiting area to those who were held back."""
        if self.limited:
            self.waiting -= self._kernel.crowd.size[group]
            while self.held_back and self._fits(self.held_back.first):
                self.held_back.let_in(self)

    def take_team(self, event: KeptEvent) -> None:
        """Take the members of a team that is shared with others, for the service that ends at *event*."""
        self._taken[event] = [member.take() for member in self.team]

    def lacks_a_team(self) -> bool:
        """Tell whether fewer people are on duty than the services in progress need; equipment does not count."""
        people = [member for member in self.team if member.stock.id in self.plan.team]
        if self.exclusive:
            return self.busy > min((member.teams() for member in people), default=self.busy)
        return any(member.is_short() for member in people)

    def lay_down(self, event: KeptEvent) -> None:
        """Free the team of a service that stops; its people stay at the post."""
        self.busy -= 1
        if not self.exclusive:
            helpers = self._taken.pop(event, None) or self._taken_before.pop()
            self._give_back(helpers)

    def take_up(self, event: KeptEvent) -> None:
        """Take a team to go on with a service that has stopped."""
        self.busy += 1
        if not self.exclusive:
            self.take_team(event)

    def _set_exclusive(self, exclusive: bool) -> None:  # noqa: FBT001 - it is or it is not
        """Change between counting teams and putting them together, with the services in progress in mind."""
        if exclusive == self.exclusive:
            return
        self.exclusive = exclusive
        if exclusive:
            for helpers in (*self._taken.values(), *self._taken_before):
                self._give_back(helpers)
            self._taken, self._taken_before = {}, []
        else:
            self._taken_before = [[member.take() for member in self.team] for _ in range(self.busy)]

    def _give_back(self, helpers: list[int]) -> None:
        for member, helping in zip(self.team, helpers, strict=True):
            member.give_back(helping)

    def free_post(self, event: KeptEvent) -> None:
        """Free the post and the team of a service, and let them go on where they are wanted."""
        self.busy -= 1
        self.free_posts.append(event)
        if self.exclusive:
            self.serve_one()
            return
        helpers = self._taken.pop(event, None) or self._taken_before.pop()
        self._give_back(helpers)
        if any(helpers):
            serve_longest_wait(self.neighbours)
        else:
            self.serve_one()

    def next_place(self, group: int) -> Place:
        """Return where a travel group goes after its service, with what has been seen here in mind."""
        if self._sight is not None and self._sight.of_group[group]:
            self._identify(group, self._sight)
        if self.residents and group in self.residents:
            return self.residents.pop(group)
        assert self.onward is not None  # only a station that is passed through is reached by a route
        return self.onward.only or self.onward.choose(group)

    def _fits(self, group: int) -> bool:
        if self.waiting + self._kernel.crowd.size[group] <= self.area:
            return True
        return not self.line and self.can_serve()

    def _identify(self, group: int, sight: Sight) -> None:
        kernel, crowd = self._kernel, self._kernel.crowd
        of_person, identified = crowd.seen_of_person, kernel.recorder.identified
        for person, mask in zip(crowd.members(group), sight.of_persons(group, self.parts.sight()), strict=True):
            if not mask:
                continue
            crowd.seen[group] |= mask
            self.seen[group] |= mask
            new = mask & ~of_person[person]
            if new:
                identified(kernel.now, person, new, kernel.index[self.id])
                of_person[person] |= mask

    def _lose_patience(self, event: Event) -> None:
        """Give up waiting, unless the service began meanwhile, or another wait that ends at another moment."""
        assert isinstance(event, KeptEvent)  # queue puts no other on the calendar
        assert self.patience is not None
        kernel, group = self._kernel, event.group
        if kernel.crowd.queued_at[group] + self.patience[group] != kernel.now or group not in self.line:
            return
        kernel.stamp()
        self.line.remove(group)
        self.left_the_line(group)
        visit = self.residents.pop(group, None)
        for end in self.parts.on_giving_up:
            end(group)
        if self.giving_up is not None:
            self.giving_up.begin(group, visit, self)
            return
        if visit is not None:
            visit.give_up(group)
        self._kernel.write(self._abandoned_code, group)

    def _set_codes(self) -> None:
        code = self._kernel.code
        self.joined_code = code(EventKind.QUEUE_JOINED, self.id)
        self.started_code = code(EventKind.SERVICE_STARTED, self.id)
        self.served_at_once_code = code(SERVED_AT_ONCE, self.id)
        self.ended_code = code(EventKind.SERVICE_ENDED, self.id)
        self._abandoned_code = code(EventKind.GROUP_LEFT, self.id)

    def _level(self, kind: LevelKind, value: float) -> None:
        kernel = self._kernel
        kernel.recorder.level(kernel.now, kind, kernel.index[self.id], value)

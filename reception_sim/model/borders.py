"""A border in front of an entry point: people wait on the other side while it is shut, or until it is their turn."""

from bisect import bisect_right
from collections.abc import Generator, Mapping
from itertools import accumulate
from typing import Final

from simpy.events import Event

from reception_sim.model.entry_point import EntryPoint
from reception_sim.model.fates import durations, lots
from reception_sim.model.interruptions import Interruptions
from reception_sim.model.kernel import Kernel
from reception_sim.model.lanes import ChoiceOfLane, GoodsLane, Lane
from reception_sim.model.places import ExitPoint
from reception_sim.model.routing import Knowledge
from reception_sim.recording import EventKind, LevelKind
from reception_sim.scenario.borders import BorderPlan, LaneKind, MeteringPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import DAY, HoursOfDay

PLAIN: Final = BorderPlan()  # of an entry point of which the plan says nothing: open until an action closes it


class Border:
    """Who may come in at one entry point, lane by lane, in the order in which they came; without lanes there is one."""

    def __init__(self, entry: EntryPoint, plan: BorderPlan, known: Knowledge, kernel: Kernel) -> None:
        self.plan = plan
        self.closure = Interruptions(kernel, self._opened_or_closed)
        self._entry, self._kernel = entry, kernel
        self._places: list[EntryPoint | ExitPoint] = []
        self._shares = list(accumulate(plan.turns_to.values()))
        if plan.patience is not None:
            self._patience = durations(f"border patience/{entry.id}", plan.patience, kernel.crowd)
            self._lot = lots(f"border/{entry.id}", kernel.crowd)
        self._out_of_hours = False
        self._longest: dict[str, float] = {}
        self.lanes = {name: Lane(f"{entry.id}.{name}", kernel, self._let_across) for name in plan.lanes}
        for_people = [(self.lanes[name], lane) for name, lane in plan.lanes.items() if lane.kind is not LaneKind.GOODS]
        self._only = None if for_people else Lane(entry.id, kernel, self._let_across)
        self._choice = ChoiceOfLane(entry.id, for_people, known, kernel) if for_people else None
        goods = (self.lanes[name] for name, lane in plan.lanes.items() if lane.kind is LaneKind.GOODS)
        self.goods = next((GoodsLane(lane, lambda: self.is_open) for lane in goods), None)

    def start(self, calendar: Calendar, duration: float, others: Mapping[str, EntryPoint | ExitPoint]) -> None:
        """Keep the opening hours and the metering that the plan says."""
        plan, kernel = self.plan, self._kernel
        self._places = [others[name] for name in plan.turns_to]
        if plan.hours is not None:
            kernel.process(self._keep_hours(plan.hours, calendar, duration))
        for name, lane in self.lanes.items():
            if plan.lanes[name].lets_in is not None:
                lane.meter(plan.lanes[name].lets_in)
        if self._only is not None and plan.lets_in is not None:
            self._only.meter(plan.lets_in)

    @property
    def is_open(self) -> bool:
        return not (self._out_of_hours or self.closure.active)

    @property
    def persons_waiting(self) -> int:
        return sum(lane.persons_waiting for lane in self._queues)

    def anybody_waits_since(self, moment: float) -> bool:
        """Tell whether anybody waits who had come by then."""
        return any(since <= moment for lane in self._queues for since in lane.waiting.values())

    def receive(self, group: int) -> None:
        """Let a travel group across, or wait on the other side."""
        lane = self._lane_of(group)
        if lane.id != self._entry.id:
            self._kernel.change_level(LevelKind.CAME_BY_LANE, lane.id, self._kernel.crowd.size[group])
        if self.is_open and lane.may_cross and not lane.waiting:
            self._cross(group, lane)
            return
        lane.join(group)
        self._tell(lane, LevelKind.ACROSS_THE_BORDER, self._kernel.crowd.size[group])
        if self._places and (choice := bisect_right(self._shares, self._lot[group])) < len(self._places):
            self._kernel.after(self._patience[group], lambda: self._lose_patience(group, self._places[choice]))

    def meter(self, plan: MeteringPlan | None) -> None:
        """Let so many persons across at a time from now on, by each lane for people; None for all who come."""
        for lane in self._queues:
            lane.meter(plan)

    @property
    def _queues(self) -> tuple[Lane, ...]:
        """Return the lanes in which people wait."""
        if self._only is not None:
            return (self._only,)
        goods = self.goods.lane if self.goods is not None else None
        return tuple(lane for lane in self.lanes.values() if lane is not goods)

    def _lane_of(self, group: int) -> Lane:
        if self._choice is not None:
            return self._choice.of(group)
        assert self._only is not None  # without lanes there is one
        return self._only

    def _let_across(self, lane: Lane) -> None:
        while lane.waiting and self.is_open and lane.may_cross:
            group = next(iter(lane.waiting))
            self._stop_waiting(group, lane)
            self._cross(group, lane)

    def _cross(self, group: int, lane: Lane) -> None:
        lane.let_across(self._kernel.crowd.size[group])
        self._entry.cross(group)

    def _stop_waiting(self, group: int, lane: Lane) -> None:
        waited = self._kernel.now - lane.leave(group)
        for name in dict.fromkeys((self._entry.id, lane.id)):
            if waited > self._longest.get(name, 0.0):
                self._kernel.change_level(LevelKind.LONGEST_AT_BORDER, name, waited - self._longest.get(name, 0.0))
                self._longest[name] = waited
        self._tell(lane, LevelKind.ACROSS_THE_BORDER, -self._kernel.crowd.size[group])

    def _lose_patience(self, group: int, other: EntryPoint | ExitPoint) -> None:
        """Turn elsewhere if the group still waits."""
        lane = next((lane for lane in self._queues if group in lane.waiting), None)
        if lane is None:
            return
        self._stop_waiting(group, lane)
        self._tell(lane, LevelKind.TURNED_AWAY, self._kernel.crowd.size[group])
        self._set_out(group, other)

    def _set_out(self, group: int, other: EntryPoint | ExitPoint) -> None:
        kernel = self._kernel
        kernel.write(kernel.code(EventKind.GROUP_SET_OUT, other.id), group)
        if isinstance(other, ExitPoint):
            other.receive(group)
        else:
            kernel.after(self.plan.after, lambda: other.come_from_elsewhere(group))

    def _keep_hours(self, hours: HoursOfDay, calendar: Calendar, duration: float) -> Generator[Event, None, None]:
        """Open and shut day by day; hours past midnight belong to the day on which they begin."""
        end_s = hours.end_s + (DAY if hours.end_s <= hours.start_s else 0.0)
        self._set_out_of_hours(out=True)
        for day in calendar.days_around(duration):
            opens, shuts = calendar.seconds_on(day, hours.start_s), calendar.seconds_on(day, end_s)
            for moment, out in ((opens, False), (shuts, True)):
                if moment > self._kernel.now:
                    yield self._kernel.env.timeout(moment - self._kernel.now)
                self._set_out_of_hours(out=out)

    def _set_out_of_hours(self, *, out: bool) -> None:
        was_open = self.is_open
        self._out_of_hours = out
        if was_open != self.is_open:
            self._opened_or_closed()

    def _opened_or_closed(self) -> None:
        kernel = self._kernel
        kernel.recorder.level(kernel.now, LevelKind.BORDER_SHUT, kernel.index[self._entry.id], not self.is_open)
        for lane in self._queues:
            self._let_across(lane)

    def _tell(self, lane: Lane, kind: LevelKind, by: float) -> None:
        """Record a change at the border, and at the lane where there are several."""
        for name in dict.fromkeys((self._entry.id, lane.id)):
            self._kernel.change_level(kind, name, by)

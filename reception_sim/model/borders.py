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
from reception_sim.model.places import ExitPoint
from reception_sim.recording import EventKind, LevelKind
from reception_sim.scenario.borders import BorderPlan, MeteringPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import DAY, HoursOfDay

PLAIN: Final = BorderPlan()  # of an entry point of which the plan says nothing: open until an action closes it


class Border:
    """Who may come in at one entry point, in the order in which they came; *waiting* since when, by travel group."""

    def __init__(self, entry: EntryPoint, plan: BorderPlan, kernel: Kernel) -> None:
        self.plan = plan
        self.waiting: dict[int, float] = {}
        self.closure = Interruptions(kernel, self._opened_or_closed)
        self._entry, self._kernel = entry, kernel
        self._places: list[EntryPoint | ExitPoint] = []
        self._shares = list(accumulate(plan.turns_to.values()))
        if plan.patience is not None:
            self._patience = durations(f"border patience/{entry.id}", plan.patience, kernel.crowd)
            self._lot = lots(f"border/{entry.id}", kernel.crowd)
        self._out_of_hours = False
        self._metering: MeteringPlan | None = None
        self._left = 0  # persons who may still cross in this span of metering; below 0 after a large group
        self._span = 0
        self._longest = 0.0

    def start(self, calendar: Calendar, duration: float, others: Mapping[str, EntryPoint | ExitPoint]) -> None:
        """Keep the opening hours and the metering that the plan says."""
        plan, kernel = self.plan, self._kernel
        self._places = [others[name] for name in plan.turns_to]
        if plan.hours is not None:
            kernel.process(self._keep_hours(plan.hours, calendar, duration))
        if plan.lets_in is not None:
            self.meter(plan.lets_in)

    @property
    def is_open(self) -> bool:
        return not (self._out_of_hours or self.closure.active)

    @property
    def persons_waiting(self) -> int:
        return sum(self._kernel.crowd.size[group] for group in self.waiting)

    def receive(self, group: int) -> None:
        """Let a travel group across, or wait on the other side."""
        if self._may_cross() and not self.waiting:
            self._cross(group)
            return
        self.waiting[group] = self._kernel.now
        self._tell(LevelKind.ACROSS_THE_BORDER, self._kernel.crowd.size[group])
        if self._places:
            self._kernel.after(self._patience[group], lambda: self._lose_patience(group))

    def meter(self, plan: MeteringPlan | None) -> None:
        """Let so many persons across at a time from now on; None for all who come."""
        self._metering, self._left = plan, 0
        self._span += 1
        if plan is not None:
            self._begin_span(self._span)
        self._let_across()

    def _begin_span(self, span: int) -> None:
        plan = self._metering
        if plan is None or span != self._span:
            return
        self._left = min(self._left, 0) + plan.persons
        self._kernel.after(plan.every, lambda: self._begin_span(span))
        self._let_across()

    def _may_cross(self) -> bool:
        return self.is_open and (self._metering is None or self._left > 0)

    def _let_across(self) -> None:
        while self.waiting and self._may_cross():
            group = next(iter(self.waiting))
            self._stop_waiting(group)
            self._cross(group)

    def _cross(self, group: int) -> None:
        self._left -= self._kernel.crowd.size[group]
        self._entry.cross(group)

    def _stop_waiting(self, group: int) -> None:
        waited = self._kernel.now - self.waiting.pop(group)
        if waited > self._longest:
            self._tell(LevelKind.LONGEST_AT_BORDER, waited - self._longest)
            self._longest = waited
        self._tell(LevelKind.ACROSS_THE_BORDER, -self._kernel.crowd.size[group])

    def _lose_patience(self, group: int) -> None:
        """Turn elsewhere if the group still waits, and is one of those who do; all others wait on."""
        choice = bisect_right(self._shares, self._lot[group])
        if group not in self.waiting or choice == len(self._places):
            return
        self._stop_waiting(group)
        self._tell(LevelKind.TURNED_AWAY, self._kernel.crowd.size[group])
        self._set_out(group, self._places[choice])

    def _set_out(self, group: int, other: EntryPoint | ExitPoint) -> None:
        kernel = self._kernel
        kernel.write(kernel.code(EventKind.GROUP_SET_OUT, other.id), group)
        if isinstance(other, ExitPoint):
            other.receive(group)
        else:
            kernel.after(self.plan.after, lambda: self._arrive(group, other))

    def _arrive(self, group: int, other: EntryPoint) -> None:
        self._kernel.write(self._kernel.code(EventKind.GROUP_RETURNED, other.id), group)
        other.send_on(group)

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
        self._let_across()

    def _tell(self, kind: LevelKind, by: float) -> None:
        self._kernel.change_level(kind, self._entry.id, by)

"""Appointments: who comes to a station is told a time, and joins its line then."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from math import log

import numpy as np

from reception_sim.model.fates import lots
from reception_sim.model.kernel import Kernel
from reception_sim.model.places import Holder, Place
from reception_sim.recording import EventKind, LevelKind
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.procedure import AppointmentPlan
from reception_sim.scenario.quantities import DAY


class Appointments:
    """The way into a station that sees people by appointment.

    Until then they are in the system and at no place, or in the site that they live in.
    """

    def __init__(self, station: str, plan: AppointmentPlan, to: Place, calendar: Calendar, kernel: Kernel) -> None:
        self.limited = False
        self.awaited: dict[int, float] = {}
        self._station, self._plan, self._to, self._kernel = station, plan, to, kernel
        self._times = _appointed_times(plan, calendar)
        self._time, self._places = next(self._times), plan.groups
        self._lot = lots(f"appointment/{station}", kernel.crowd)
        self._misses: dict[int, int] = {}
        self._awaited_code = kernel.code(EventKind.VISIT_AWAITED, station)

    def has_room_for(self, group: int) -> bool:  # noqa: ARG002 - Place's question, here always answered yes
        return True

    def hold_back(self, group: int, holder: Holder) -> None:  # noqa: ARG002 - never to be asked
        raise AssertionError("there is always another appointment")

    def receive(self, group: int) -> None:
        """Give a travel group its appointment."""
        self._kernel.write(self._awaited_code, group)
        self._misses[group] = self._number_missed(group)
        self._tell(LevelKind.APPOINTMENT_AWAITED, group)
        self._appoint(group)

    def let_go(self, group: int) -> None:
        """Come in from before the door."""
        self._tell(LevelKind.APPOINTMENT_AWAITED, group, -1)

    def _appoint(self, group: int) -> None:
        now = self._kernel.now
        time = self.awaited[group] = self._next_time(now + self._plan.notice)
        self._tell(LevelKind.APPOINTMENTS_MADE, group)
        self._tell(LevelKind.APPOINTMENT_AHEAD, group, time - now)
        self._kernel.at(time, lambda: self._come(group))

    def _next_time(self, earliest: float) -> float:
        while self._time < earliest or not self._places:
            self._time, self._places = next(self._times), self._plan.groups
        self._places -= 1
        return self._time

    def _come(self, group: int) -> None:
        del self.awaited[group]
        if self._misses[group]:
            self._misses[group] -= 1
            self._tell(LevelKind.APPOINTMENTS_MISSED, group)
            self._appoint(group)
            return
        del self._misses[group]
        if self._to.limited and not self._to.has_room_for(group):
            self._to.hold_back(group, self)
        else:
            self.let_go(group)
            self._to.receive(group)

    def _number_missed(self, group: int) -> int:
        """Return how many appointments a group misses: geometric, by the lot that it brings."""
        lot, missed = self._lot[group], self._plan.missed
        return int(log(lot) / log(missed)) if missed and lot else 0

    def _tell(self, kind: LevelKind, group: int, each: float = 1.0) -> None:
        self._kernel.change_level(kind, self._station, each * self._kernel.crowd.size[group])


def _appointed_times(plan: AppointmentPlan, calendar: Calendar) -> Iterator[float]:
    """Yield the times of appointments (s since the start, the first may be < 0), day by day without end."""
    end_s = plan.hours.end_s + (DAY if plan.hours.end_s <= plan.hours.start_s else 0.0)
    clocks = np.arange(plan.hours.start_s, end_s, plan.every).tolist()
    for day in count(-1):
        date = calendar.start.date() + timedelta(days=day)
        yield from (calendar.seconds_on(date, clock) for clock in clocks)

"""The people there are of a role: who has rested and can fill a shift, and who is called in beyond the shifts."""

from collections.abc import Generator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from simpy.events import Event

from reception_sim.model.kernel import Kernel
from reception_sim.model.working_time import LOOK_EVERY, Absence, Overtime, absences
from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.scenario.rested import Roll
from reception_sim.scenario.rolls import OnCallPlan, RollPlan
from reception_sim.scenario.rosters import ShiftWorked
from reception_sim.scenario.staff import StaffPlan

if TYPE_CHECKING:
    from reception_sim.model.staffing import Roster


class RolledShifts:
    """Fills the shifts of a role with people of its roll, as far as enough have rested."""

    def __init__(self, roster: "Roster", plan: StaffPlan, roll: RollPlan, kernel: Kernel) -> None:
        self._roster, self._plan, self._kernel = roster, plan, kernel
        self._roll = Roll(roll)
        self._on_call = None if roll.on_call is None else OnCall(roll.on_call, self._roll, roster, kernel)
        self._there: dict[ShiftWorked, int] = {}

    def start(self, shifts: Sequence[ShiftWorked], absent: Sequence[int]) -> None:
        """Put every moment at which shifts begin or end on the calendar."""
        if self._on_call is not None:
            self._on_call.start()
        moments = {0.0, *(max(shift.start, 0.0) for shift in shifts), *(shift.end for shift in shifts)}
        for moment in sorted(moments):
            ending = [shift for shift in shifts if shift.end == moment]
            rows = zip(shifts, absent, strict=True)
            beginning = [(shift, missing) for shift, missing in rows if max(shift.start, 0.0) == moment]
            if moment == 0:
                self._turn(ending, beginning)
            else:
                self._kernel.at(moment, partial(self._turn, ending, beginning))

    def _turn(self, ending: Sequence[ShiftWorked], beginning: Sequence[tuple[ShiftWorked, int]]) -> None:
        """Let shifts end and begin at the same moment; as many as come on take over at the desks."""
        change = -sum(self._end(shift) for shift in ending)
        change += sum(self._begin(shift, missing) for shift, missing in beginning)
        if not self._kernel.now:
            self._roster.change(change)
        elif change:
            self._roster.change_shift(change)

    def _begin(self, shift: ShiftWorked, missing: int) -> int:
        """Fill a shift; return how many of its people are at their desks at once."""
        kernel, role = self._kernel, self._roster.stock.id
        people = self._roll.take(shift.count - missing, kernel.now)
        self._there[shift] = people
        short = shift.count - missing - people
        if short:
            kernel.change_level(LevelKind.SHORT_OF_REST, role, short)
            kernel.at(shift.end, lambda: kernel.change_level(LevelKind.SHORT_OF_REST, role, -short))
        if self._plan.fatigue is not None:
            self._roster.tire(people, shift.start + self._plan.fatigue.after, shift.end)
        if self._on_call is not None and self._on_call.plan.for_absent:
            self._on_call.call(missing + short, until=shift.end)
        return people - sum(self._go(absence) for absence in absences(people, shift.start, shift.end, self._plan))

    def _go(self, absence: Absence) -> int:
        """Let people of a shift be away within it; return how many are away from its first moment on."""
        kernel, roster = self._kernel, self._roster
        if absence.until <= kernel.now:
            return 0
        roster.tell(absence)
        kernel.at(absence.until, partial(roster.change_shift, absence.people))
        if absence.since <= kernel.now:
            return absence.people
        kernel.at(absence.since, partial(roster.change_shift, -absence.people))
        return 0

    def _end(self, shift: ShiftWorked) -> int:
        """End a shift; return how many of its people leave at once, without overtime."""
        people = self._there.pop(shift, 0)
        if self._plan.overtime is None:
            self._roll.give_back(people, self._kernel.now)
            return people
        roster = self._roster
        Overtime(roster.stock.id, self._plan.overtime, roster.longest_wait, self._go_home, self._kernel).end_shift(
            people
        )
        return 0

    def _go_home(self, people: int) -> None:
        self._roll.give_back(people, self._kernel.now)
        self._roster.change_shift(-people)


class OnCall:
    """People of a roll who come in when they are called, and must rest afterwards as after a shift."""

    def __init__(self, plan: OnCallPlan, roll: Roll, roster: "Roster", kernel: Kernel) -> None:
        self.plan = plan
        self._roll, self._roster, self._kernel = roll, roster, kernel
        self._called = 0

    def start(self) -> None:
        self._kernel.process(self._watch())

    def call(self, wanted: int, until: float | None = None) -> None:
        """Call in up to so many people, as far as there are rested ones on call."""
        kernel, plan = self._kernel, self.plan
        people = self._roll.take(min(wanted, plan.people - self._called), kernel.now)
        there = kernel.now + plan.lead_time
        end = there + plan.lasts if until is None else max(until, there)
        if people:
            self._called += people
            kernel.happened(HappeningKind.STAFF_CALLED_IN, self._roster.stock.id, people)
            kernel.at(there, partial(self._be_there, people))
            kernel.at(end, partial(self._leave, people))

    def _watch(self) -> Generator[Event, None, None]:
        """Look every 15 minutes whether somebody has waited for too long."""
        while True:
            yield self._kernel.env.timeout(LOOK_EVERY)
            if self._roster.longest_wait() > self.plan.while_waiting:
                self.call(self.plan.people)

    def _be_there(self, people: int) -> None:
        self._kernel.change_level(LevelKind.CALLED_IN, self._roster.stock.id, people)
        self._roster.change_shift(people)

    def _leave(self, people: int) -> None:
        self._called -= people
        self._roll.give_back(people, self._kernel.now)
        self._kernel.change_level(LevelKind.CALLED_IN, self._roster.stock.id, -people)
        self._roster.change_shift(-people)

"""Who can work where: rosters, postings, helpers and equipment, taken by a team and given back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final, Protocol

from reception_sim.model.kernel import Kernel
from reception_sim.model.rolls import RolledShifts
from reception_sim.model.working_time import Absence, Overtime, absences
from reception_sim.population import Chance
from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.posting import posting
from reception_sim.scenario.rosters import ShiftWorked, most_on_a_day, shifts_worked
from reception_sim.scenario.staff import StaffPlan

NEVER: Final = float("inf")


class Seeker(Protocol):
    """Somebody who may go on when people or equipment become free."""

    def waiting_since(self) -> float: ...

    def serve_one(self) -> bool:
        """Start one service or trip if it can be; tell whether it could."""

    def staffing_changed(self) -> None: ...


@dataclass
class Posted:
    """Those of a role or kind at one station: in all, and free (below 0: some leave when they are done)."""

    total: int = 0
    free: int = 0

    def set_total(self, total: int) -> None:
        self.free += total - self.total
        self.total = total


@dataclass
class Stock:
    """People of one role, or things of one kind: posted at stations, or helping where they are needed."""

    id: str
    wanted: dict[str, int]
    total: int = 0
    posted: dict[str, Posted] = field(default_factory=dict)
    helpers: Posted = field(default_factory=Posted)
    seekers: list[Seeker] = field(default_factory=list)

    def posted_at(self, station: str) -> Posted:
        return self.posted.setdefault(station, Posted())

    def set_total(self, total: int) -> None:
        """Set how many there are; whoever is at work when the number falls finishes first."""
        self.total = total
        self._share_out()

    def post(self, station: str, count: int) -> None:
        """Want *count* at a station from now on."""
        self.wanted[station] = count
        self._share_out()

    def _share_out(self) -> None:
        shared = posting(self.total, self.wanted)
        for station, count in shared.items():
            self.posted_at(station).set_total(count)
        self.helpers.set_total(self.total - sum(shared.values()))
        for seeker in self.seekers:
            seeker.staffing_changed()
        serve_longest_wait(self.seekers)


def serve_longest_wait(seekers: Sequence[Seeker]) -> None:
    """Let those who are free go where people have waited longest, until nobody more can be served."""
    if len(seekers) == 1:
        while seekers[0].serve_one():
            pass
        return
    waiting = [seeker for seeker in seekers if seeker.waiting_since() < NEVER]
    waiting.sort(key=lambda seeker: seeker.waiting_since())
    while any(seeker.serve_one() for seeker in waiting):
        waiting.sort(key=lambda seeker: seeker.waiting_since())


@dataclass(frozen=True)
class TeamMember:
    """What a team needs of one stock: how many, from those posted here or from the helpers."""

    stock: Stock
    posted: Posted
    count: int

    def may_help_elsewhere(self) -> bool:
        """Tell whether some of them are free to go where they are needed, and have somewhere else to go."""
        return self.stock.helpers.total > 0 and len(self.stock.seekers) > 1

    def free(self) -> bool:
        return max(self.posted.free, 0) + max(self.stock.helpers.free, 0) >= self.count

    def is_short(self) -> bool:
        """Tell whether more are at work here, or helping, than are on duty."""
        return self.posted.free + self.stock.helpers.free < 0

    def take(self) -> int:
        """Take a team's share; return how many of them are helpers."""
        own = min(max(self.posted.free, 0), self.count)
        self.posted.free -= own
        self.stock.helpers.free -= self.count - own
        return self.count - own

    def give_back(self, helpers: int) -> None:
        self.posted.free += self.count - helpers
        self.stock.helpers.free += helpers

    def teams(self) -> int:
        """Return for how many teams there would be enough if all helpers came here."""
        return (self.posted.total + self.stock.helpers.total) // self.count


class Roster:
    """The people of one role: on duty by shift, posted as the plan says, some of them absent by chance."""

    def __init__(self, stock: Stock, kernel: Kernel) -> None:
        self.stock = stock
        self.people = 0  # on the roster, the most on any one day
        self.tired = 0  # of those on duty, how many have been so for long
        self._rostered = self._demobilised = 0
        self._kernel = kernel

    def start(self, scenario: ScenarioPlan, chance: Chance) -> None:
        """Put every shift of the role on the calendar and send on duty those whose shift is running."""
        plan = scenario.staff[self.stock.id]
        shifts = shifts_worked(plan, Calendar.of(scenario), scenario.duration)
        self.people = most_on_a_day(plan) if plan.roll is None else plan.roll.people
        absent = [_absent(shift, plan, chance, f"{self.stock.id}/{number}") for number, shift in enumerate(shifts)]
        if plan.roll is not None:
            RolledShifts(self, plan, plan.roll, self._kernel).start(shifts, absent)
            return
        changes: dict[float, int] = {0.0: 0}
        for shift, missing in zip(shifts, absent, strict=True):
            self._plan_shift(shift, shift.count - missing, plan, changes)
        for time, change in sorted(changes.items()):
            if time == 0:
                self.change(change)
            elif change:
                self._kernel.at(time, partial(self.change_shift, change))

    def _plan_shift(self, shift: ShiftWorked, present: int, plan: StaffPlan, changes: dict[float, int]) -> None:
        """Note what a shift changes, and put on the calendar what cannot be known ahead."""
        if plan.fatigue is not None:
            self.tire(present, shift.start + plan.fatigue.after, shift.end)
        self._add(changes, shift.start, present)
        if plan.overtime is None:
            self._add(changes, shift.end, -present)
        else:
            overtime = Overtime(self.stock.id, plan.overtime, self.longest_wait, self._go_home, self._kernel)
            self._kernel.at(shift.end, partial(overtime.end_shift, present))
        for absence in absences(present, shift.start, shift.end, plan):
            self._add(changes, absence.since, -absence.people)
            self._add(changes, absence.until, absence.people)
            self.tell(absence)

    @staticmethod
    def _add(changes: dict[float, int], time: float, people: int) -> None:
        """Note a change; what lies before the start counts from the start on."""
        changes[max(time, 0.0)] = changes.get(max(time, 0.0), 0) + people

    def tell(self, absence: Absence) -> None:
        """Record people who are away from their desks, from the start on."""
        if absence.until <= 0:
            return
        for time, people in ((max(absence.since, 0.0), absence.people), (absence.until, -absence.people)):
            change = partial(self._kernel.change_level, absence.kind, self.stock.id, people)
            self._kernel.at(time, change)

    def longest_wait(self) -> float:
        """Return how long those have waited who have waited longest for people of the role (s)."""
        return self._kernel.now - min((seeker.waiting_since() for seeker in self.stock.seekers), default=NEVER)

    def _go_home(self, people: int) -> None:
        self.change_shift(-people)

    def change(self, by: int) -> None:
        """Send more people on duty, or fewer."""
        stock = self.stock
        self._rostered += by
        on_duty = max(self._rostered - self._demobilised, 0)
        self._kernel.recorder.level(self._kernel.now, LevelKind.STAFF_ON_DUTY, self._kernel.index[stock.id], on_duty)
        stock.set_total(on_duty)

    def demobilise(self, people: int) -> None:
        """Send people home for good; whoever is at work finishes first."""
        self._demobilised += people
        self._kernel.change_level(LevelKind.DEMOBILISED, self.stock.id, people)
        self.change(0)

    def send_away(self, people: int, lasting: float) -> None:
        """Take people off their desks for another task, for a time; they are paid meanwhile."""
        self._set_on_task(people)
        self._kernel.after(lasting, lambda: self._set_on_task(-people))

    def _set_on_task(self, people: int) -> None:
        self.change(-people)
        self._kernel.change_level(LevelKind.ON_TASK, self.stock.id, people)

    def tire(self, people: int, since: float, until: float) -> None:
        """Let people be tired from one moment on duty to its end."""
        if since < until:
            self._kernel.at(max(since, 0.0), partial(self._add_tired, people))
            self._kernel.at(until, partial(self._add_tired, -people))

    def _add_tired(self, people: int) -> None:
        self.tired += people

    def change_shift(self, by: int) -> None:
        self.change(by)
        self._kernel.happened(HappeningKind.SHIFT_CHANGED, self.stock.id, self.stock.total)


def _absent(shift: ShiftWorked, plan: StaffPlan, chance: Chance, name: str) -> int:
    """Return how many people of a shift do not come; of volunteers ever fewer do."""
    share = plan.absence
    if plan.volunteers is not None:
        share = 1 - (1 - share) * 0.5 ** (max(shift.start, 0.0) / plan.volunteers.half_after)
    if not share:
        return 0
    return int(chance.stream("absence", name).binomial(shift.count, share))

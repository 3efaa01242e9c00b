"""The clocks of duties of care, read from a recording: who is owed what, for how long already, and what came of it.

A fold: events may come in chunks of any length, so that a run can be watched while it goes on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from reception_sim.recording import (
    MOVEMENTS,
    NEEDS,
    SEXES,
    Booleans,
    EventKind,
    Events,
    Happening,
    HappeningKind,
    Identifications,
    Integers,
    People,
    Times,
)
from reception_sim.scenario.duties import ARRIVAL, NEED_SEEN, DutyKind, DutyPlan, RightsHolders
from reception_sim.scenario.people import ADULT_AGE, oldest_age
from reception_sim.scenario.plan import ScenarioPlan


def _marked(numbers: Iterable[int], length: int) -> Booleans:
    """Return a table of *length* that is true at some *numbers*: looking up is faster than searching."""
    table = np.zeros(length, bool)
    table[list(numbers)] = True
    return table


_KINDS: Final = max(EventKind) + 1
_IS_COMING: Final = _marked((EventKind.GROUP_PRESENT, EventKind.GROUP_ARRIVED), _KINDS)
_IS_GOING: Final = _marked((EventKind.GROUP_EXITED, EventKind.GROUP_LEFT), _KINDS)
NEAR: Final = 0.75  # of the time there is: in its last quarter a duty is due soon


@dataclass(frozen=True)
class DutyState:
    """How a duty stands now, in persons: each under it is exactly one of met, late, left, and open.

    *late* got it after the time; *left* the reception system without it. Of those for whom the clock still runs
    (*open*), *near* are in the last quarter of their time and *over* beyond it.
    """

    id: str
    persons: int
    met: int
    late: int
    left: int
    open: int
    near: int
    over: int

    @property
    def breaches(self) -> int:
        """Return for how many persons the duty has not been kept."""
        return self.late + self.left + self.over


@dataclass(frozen=True)
class DutyTimes:
    """The times (s) of a duty's persons so far, by what came of it."""

    met: Times
    late: Times
    left: Times
    open: Times

    @property
    def all(self) -> Times:
        return np.concatenate((self.met, self.late, self.left, self.open))


@dataclass(frozen=True)
class DutyFates:
    """When (s) a duty was *kept*, person by person; since when it is *missed*, and until when (NaN: still is)."""

    kept: Times
    missed: Times
    missed_until: Times


class DutyClocks:
    """Every duty of a plan, brought up to date with `read`."""

    def __init__(self, scenario: ScenarioPlan, names: tuple[str, ...]) -> None:
        index = {name: number for number, name in enumerate(names)}
        self._held = HeldTime()
        self._clocks = {name: _Clock(plan, scenario, index, self._held) for name, plan in scenario.duties.items()}

    def read(self, events: Events, seen: Identifications, people: People, happenings: Sequence[Happening] = ()) -> None:
        """Read the next events, needs seen and happenings; *people* are all who may come so far."""
        self._held.read(happenings)
        for clock in self._clocks.values():
            clock.read(events, seen, people)

    def states(self, now: float) -> tuple[DutyState, ...]:
        """Return how each duty stands at a moment (s), in the plan's order."""
        return tuple(clock.state(name, now) for name, clock in self._clocks.items())

    def state(self, duty: str, now: float) -> DutyState:
        """Return how one duty stands at a moment (s)."""
        return self._clocks[duty].state(duty, now)

    def times(self, duty: str, now: float) -> DutyTimes:
        """Return the times that one duty took, or takes so far at a moment (s)."""
        return self._clocks[duty].times(now)

    def kept_at(self, duty: str, now: float) -> Times:
        """Return when (s) one duty was kept, for each person for whom it was."""
        return self._clocks[duty].fates(now).kept

    def missed_at(self, duty: str, now: float) -> Times:
        """Return since when (s) one duty is not kept, for each person for whom it was not."""
        return self._clocks[duty].fates(now).missed

    def overdue(self, duty: str, now: float) -> list[tuple[float, float | None]]:
        """Return from when until when (s) each person for whom a duty was not kept was overdue, the earliest first.

        None: still is, at *now*. Whoever left in time but without what was owed is overdue at that moment alone.
        """
        fates = self._clocks[duty].fates(now)
        order = np.argsort(fates.missed, kind="stable")
        spans = zip(fates.missed[order].tolist(), fates.missed_until[order].tolist(), strict=True)
        return [(began, None if np.isnan(ended) else ended) for began, ended in spans]


class HeldTime:
    """How long the clocks were held: that time counts for nobody."""

    def __init__(self) -> None:
        self._turns: list[float] = []  # held from the first to the second, from the third to the fourth, ...

    def read(self, happenings: Sequence[Happening]) -> None:
        for happening in happenings:
            held = len(self._turns) % 2 == 1
            if happening.kind is (HappeningKind.CLOCKS_RUN if held else HappeningKind.CLOCKS_HELD):
                self._turns.append(happening.time)

    def running(self, moments: Times, now: float) -> Times:
        """Return how long the clocks have run up to each moment, none of them after *now* (s); NaN stays."""
        if not self._turns:
            return moments
        run: Times = np.interp(moments, *self._run_by(now))
        return run

    def moment(self, running: Times, now: float) -> Times:
        """Return the first moment at which the clocks have run so long (s); as if they ran on after *now*."""
        if not self._turns:
            return running
        turns, ran = self._run_by(now)
        before = np.maximum(np.searchsorted(ran, running, side="left") - 1, 0)
        moments: Times = turns[before] + running - ran[before]
        return moments

    def _run_by(self, now: float) -> tuple[Times, Times]:
        """Return when the clocks were held and let go, up to *now* (s), and how long they had run by then."""
        turns = np.array([0.0, *self._turns, now])
        ran = np.cumsum(np.where(np.arange(len(turns) - 1) % 2 == 0, np.diff(turns), 0.0))
        return turns, np.concatenate(([0.0], ran))


class _Clock:
    """One duty: for each person when the clock started, when it was stopped, and when the person left; NaN for never.

    Whoever got what is owed before the clock started has it at once.
    """

    def __init__(self, plan: DutyPlan, scenario: ScenarioPlan, index: dict[str, int], held: HeldTime) -> None:
        self._plan, self._held = plan, held
        self._entering = index.get(plan.since, -1)
        served_at = {
            name
            for name, station in scenario.stations.items()
            if station.activity in plan.until.activities or name in plan.until.stations
        }
        served = EventKind.SERVICE_STARTED if plan.kind is DutyKind.DUTY_OF_CARE else EventKind.SERVICE_ENDED
        self._stops = tuple(
            (kind, _marked((index[name] for name in names), len(index) + 1))  # the last is no place
            for kind, names in (
                (served, served_at),
                (EventKind.GROUP_SHELTERED, plan.until.sheltered_in),
                (EventKind.SITE_LEFT, plan.until.leaving),
            )
            if names
        )
        self._is_owed = np.empty(0, bool)
        self._started, self._got, self._gone = np.empty(0), np.empty(0), np.empty(0)

    def read(self, events: Events, seen: Identifications, people: People) -> None:
        self._grow(people)
        if self._plan.since == NEED_SEEN:
            self._start_when_seen(seen)
        elif self._plan.since == ARRIVAL:
            self._note(self._started, events.where(_IS_COMING[events.kind]), people)
        else:
            entering = (events.kind == EventKind.SITE_ENTERED) & (events.place == self._entering)
            self._note(self._started, events.where(entering), people)
        for kind, places in self._stops:
            self._note(self._got, events.where((events.kind == kind) & places[events.place]), people)
        self._note(self._gone, events.where(_IS_GOING[events.kind]), people)

    def state(self, name: str, now: float) -> DutyState:
        times = self.times(now)
        return DutyState(
            id=name,
            persons=len(times.all),
            met=len(times.met),
            late=len(times.late),
            left=len(times.left),
            open=len(times.open),
            near=int(np.count_nonzero((times.open > NEAR * self._plan.within) & (times.open <= self._plan.within))),
            over=int(np.count_nonzero(times.open > self._plan.within)),
        )

    def times(self, now: float) -> DutyTimes:
        started = np.flatnonzero(self._is_owed & ~np.isnan(self._started))
        since, got, gone = (
            self._held.running(column[started], now) for column in (self._started, self._got, self._gone)
        )
        has_it = ~np.isnan(got)
        took = np.maximum(got - since, 0.0)
        is_late = took > self._plan.within  # NaN is not
        has_left = ~has_it & ~np.isnan(gone)
        waits = ~has_it & np.isnan(gone)
        return DutyTimes(
            met=took[has_it & ~is_late],
            late=took[has_it & is_late],
            left=(gone - since)[has_left],
            open=self._held.running(np.array([now]), now)[0] - since[waits],
        )

    def fates(self, now: float) -> DutyFates:
        started = np.flatnonzero(self._is_owed & ~np.isnan(self._started))
        since, got, gone = self._started[started], self._got[started], self._gone[started]
        ran, running_now = self._held.running(since, now), self._held.running(np.array([now]), now)[0]
        due = self._held.moment(ran + self._plan.within, now)
        is_late = self._held.running(got, now) - ran > self._plan.within  # NaN is not
        has_left = np.isnan(got) & ~np.isnan(gone)
        is_over = np.isnan(got) & np.isnan(gone) & (running_now - ran > self._plan.within)
        is_missed = is_late | has_left | is_over
        return DutyFates(
            kept=np.maximum(got, since)[~np.isnan(got) & ~is_late],
            missed=np.where(has_left, np.minimum(due, gone), due)[is_missed],
            missed_until=np.where(is_late, got, gone)[is_missed],
        )

    def _grow(self, people: People) -> None:
        known = len(self._started)
        more = len(people.age_band) - known
        if more > 0:
            self._is_owed = np.concatenate((self._is_owed, _owed(self._plan.whom, people)[known:]))
            for name in ("_started", "_got", "_gone"):
                setattr(self, name, np.concatenate((getattr(self, name), np.full(more, np.nan))))

    def _start_when_seen(self, seen: Identifications) -> None:
        assert self._plan.whom is not None  # the plan has been checked
        asked = np.isin(seen.need, [NEEDS.index(need) for need in self._plan.whom.needs])
        _keep_first(self._started, seen.person[asked], seen.time[asked])

    def _note(self, column: Times, events: Events, people: People) -> None:
        """Note for each person of some events' groups the first time at which that happened."""
        if len(events):
            size = people.size[events.group]
            _keep_first(column, _persons(events.group, people), np.repeat(events.time, size))


def _persons(groups: Integers, people: People) -> Integers:
    """Return the rows of the persons of some travel groups, one after another."""
    size = people.size[groups]
    offset = np.arange(int(size.sum())) - np.repeat(np.cumsum(size) - size, size)
    rows: Integers = np.repeat(people.first_person[groups], size) + offset
    return rows


def _keep_first(column: Times, persons: Integers, times: Times) -> None:
    """Write times, given in order, for persons who have none yet; of several for one person the first stays."""
    backwards = np.flatnonzero(np.isnan(column[persons]))[::-1]  # of several the last that is written stays
    column[persons[backwards]] = times[backwards]


def _owed(whom: RightsHolders | None, people: People) -> Booleans:
    """Tell of each person whether the duty is owed to it."""
    owed = np.ones(len(people.age_band), bool)
    if whom is None:
        return owed
    if whom.needs:
        owed &= (people.needs & sum(1 << NEEDS.index(need) for need in whom.needs)) != 0
    if whom.ages:
        owed &= np.isin(people.age_band, [people.age_bands.index(band) for band in whom.ages])
    if whom.sexes:
        owed &= np.isin(people.sex, [SEXES.index(sex) for sex in whom.sexes])
    if whom.movement:
        owed &= np.isin(people.movement, [MOVEMENTS.index(one) for one in whom.movement])[people.group_of_person]
    if whom.children_alone is not None:
        owed &= _is_alone(people) == whom.children_alone
    return owed


def _is_alone(people: People) -> Booleans:
    """Tell of each person whether it is a child in a group without an adult."""
    is_adult = np.array([(oldest_age(band) or 999) >= ADULT_AGE for band in people.age_bands])[people.age_band]
    group = people.group_of_person
    has_adult = np.bincount(group[is_adult], minlength=len(people.size)) > 0
    return ~has_adult[group]

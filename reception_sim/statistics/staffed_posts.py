"""How many teams can work at each station over time, by the rosters, the postings, the posts and the equipment."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.equipment import EquipmentPlan
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.posting import posting
from reception_sim.scenario.rested import filled
from reception_sim.scenario.rosters import shifts_worked
from reception_sim.scenario.staff import StaffPlan
from reception_sim.scenario.stations import StationPlan

_NEARLY = 1e-9


@dataclass(frozen=True)
class Stock:
    """People of one role, or things of one kind: how many there are from each of *times* on.

    *present* is the share of them who are there on average: not absent, or not broken down.
    """

    times: tuple[float, ...]
    counts: tuple[int, ...]
    posted: Mapping[str, int]
    present: float

    def at(self, time: float) -> int:
        """Return how many there are at a time."""
        return self.counts[bisect_right(self.times, time) - 1]


class StaffedPosts:
    """Tells how many teams can work at each station at a time; those who help go where there is most to do."""

    def __init__(self, scenario: ScenarioPlan) -> None:
        clock = Calendar.of(scenario)
        self._stations = scenario.stations
        self._stocks = {
            **{name: _on_duty(plan, clock, scenario.duration) for name, plan in scenario.staff.items()},
            **{name: _working(plan) for name, plan in scenario.equipment.items()},
        }
        self._changes = sorted({float(time) for stock in self._stocks.values() for time in stock.times})

    def spans(self, start: float, end: float) -> Iterator[tuple[float, float]]:
        """Yield the spans between two times in which nobody comes on duty or goes off."""
        first, last = bisect_right(self._changes, start), bisect_left(self._changes, end)
        return pairwise((start, *self._changes[first:last], end))

    def teams(self, time: float, work: Mapping[str, float]) -> dict[str, float]:
        """Return the teams at each station at a time; *work* there is what helpers are shared out by."""
        shared = {name: self._share_out(name, stock, time, work) for name, stock in self._stocks.items()}
        return {
            station: min([float(plan.posts), *self._manned(station, plan, shared)])
            for station, plan in self._stations.items()
        }

    def _manned(self, station: str, plan: StationPlan, shared: Mapping[str, Mapping[str, float]]) -> Iterator[float]:
        """Yield for how many teams there is enough of each thing that a post needs."""
        for name, needed in _needs(plan).items():
            yield _teams(shared[name].get(station, 0.0), needed) * self._stocks[name].present

    def _share_out(self, name: str, stock: Stock, time: float, work: Mapping[str, float]) -> dict[str, float]:
        """Return how many of a stock are at each station, posted or to help, on average."""
        count = stock.at(time)
        at = {station: float(number) for station, number in posting(count, stock.posted).items()}
        needed = {station: _needs(plan)[name] for station, plan in self._stations.items() if name in _needs(plan)}
        useful = {
            station: max(self._stations[station].posts * each - at.get(station, 0.0), 0.0)
            for station, each in needed.items()
        }
        people_s = {station: work[station] * each for station, each in needed.items()}
        for station, more in _helping(count - sum(at.values()), useful, people_s).items():
            at[station] = at.get(station, 0.0) + more
        return at


def _needs(plan: StationPlan) -> dict[str, int]:
    return plan.team if plan.paper is not None else {**plan.team, **plan.equipment}


def _teams(members: float, needed: int) -> float:
    """Return how many teams so many make: whole ones, unless they divide their time among stations."""
    whole = round(members)
    return whole // needed if abs(members - whole) < _NEARLY else members / needed


def _helping(helpers: float, useful: Mapping[str, float], work: Mapping[str, float]) -> dict[str, float]:
    """Share helpers out in proportion to the work, to no station more than are useful there."""
    given = dict.fromkeys(useful, 0.0)
    while (left := helpers - sum(given.values())) > _NEARLY:
        free = [station for station in useful if useful[station] - given[station] > _NEARLY]
        if not free:
            break
        total = sum(work[station] for station in free)
        for station in free:
            part = work[station] / total if total > 0 else 1 / len(free)
            given[station] = min(given[station] + left * part, useful[station])
    return given


def _on_duty(plan: StaffPlan, clock: Calendar, duration: float) -> Stock:
    changes = {0.0: 0}
    shifts = shifts_worked(plan, clock, duration)
    for shift in shifts if plan.roll is None else filled(shifts, plan.roll):
        changes[shift.start] = changes.get(shift.start, 0) + shift.count
        changes[shift.end] = changes.get(shift.end, 0) - shift.count
    times = tuple(sorted(changes))
    return Stock(times, tuple(accumulate(changes[time] for time in times)), plan.at, 1 - plan.absence)


def _working(plan: EquipmentPlan) -> Stock:
    present = 1.0
    if plan.breaks_down_every is not None and plan.repair_time is not None:
        present = plan.breaks_down_every / (plan.breaks_down_every + plan.repair_time)
    return Stock((0.0,), (plan.count,), {}, present)

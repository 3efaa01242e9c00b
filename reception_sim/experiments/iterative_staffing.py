"""How many people are wanted at a station over time so that the chance to wait at all is the same at every moment.

Iterative staffing by simulation (Feldman, Mandelbaum, Massey and Whitt 2008, Staffing of time-varying queues to achieve
time-stable performance, Management Science 54): begin with so many people that nobody waits; read from the runs how
many travel groups are at the station at each moment; give each moment the fewest people that so many groups exceed
with no more than the wanted chance; run again with these, until they hardly change. Too many and too few people take
turns in this (their theorem 3.1), so from the second time on the middle between the last two is taken.
"""

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reception_sim.experiments.inquiries import Step
from reception_sim.experiments.workplaces import Workplace
from reception_sim.recording import Times
from reception_sim.run import run_whole
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import DAY, DayTime, HoursOfDay, Weekdays
from reception_sim.scenario.staff import ShiftPlan
from reception_sim.statistics import measure_standards

_EVERY_DAY: Final = Weekdays(tuple(range(7)))
_HARDLY: Final = 1  # person more or fewer at any moment: with so little change it is done


@dataclass(frozen=True)
class StableStaffing:
    """What came of it, step by step of time: *people* on duty, and the chance that whoever comes then has to wait.

    *groups* is the mean number of travel groups at the station. *largest_change* says, iteration by iteration, by how
    many people the staffing changed at most.
    """

    time: Times
    people: NDArray[np.int64]
    delay_probability: Times
    groups: Times
    largest_change: tuple[int, ...]


@dataclass(frozen=True)
class StableQuestion:
    """Ask for the staffing of *station*, whose team is one person, at which *delay_probability* of people wait.

    A new number of people may come on duty every *step_s* seconds, of whole minutes that divide a day.
    """

    scenario: ScenarioPlan
    station: str
    delay_probability: float
    step_s: float
    runs: int = 100
    iterations: int = 8
    seed: int = 1


def stabilised(question: StableQuestion, place: Workplace) -> Generator[Step, None, StableStaffing]:
    """Do the iterations, a run a step, and return the last staffing with what fresh runs tell of it.

    All iterations have the same runs, so that what changes between them is not chance.
    """
    people = _plenty(question)
    changes: list[int] = []
    while len(changes) < question.iterations and (not changes or changes[-1] > _HARDLY):
        groups = yield from _groups_in(question, people, place, range(question.runs))
        wanted = _fewest(groups, question.delay_probability)
        changes.append(int(np.abs(wanted - people).max()))
        people = wanted if len(changes) == 1 else _half_way(people, wanted)
    groups = yield from _groups_in(question, people, place, range(question.runs, 2 * question.runs))
    return _told(question, people, groups, changes)


def staffed_in_steps(scenario: ScenarioPlan, role: str, people: NDArray[np.int64], step_s: float) -> ScenarioPlan:
    """Return the scenario with so many people of a role on duty in each step since midnight of its first day."""
    shifts = tuple(_shift(number * step_s, step_s, int(count)) for number, count in enumerate(people) if count)
    return replace(scenario, staff={**scenario.staff, role: replace(scenario.staff[role], shifts=shifts)})


def _shift(since: float, step_s: float, count: int) -> ShiftPlan:
    """Return a shift that is worked once."""
    day, clock = int(since // DAY), since % DAY
    hours = HoursOfDay(clock, (clock + step_s) % DAY)
    begins, ends = DayTime(day, clock), DayTime(day, clock + step_s - 1)
    return ShiftPlan(days=_EVERY_DAY, hours=hours, count=count, until=ends, **{"from": begins})


def _plenty(question: StableQuestion) -> NDArray[np.int64]:
    steps = round(question.scenario.duration / question.step_s)
    return np.full(steps, question.scenario.stations[question.station].posts)


def _groups_in(
    question: StableQuestion, people: NDArray[np.int64], place: Workplace, numbers: range
) -> Generator[Step, None, NDArray[np.float64]]:
    """Return the travel groups at the station in each run, in the middle of each step."""
    (role,) = question.scenario.stations[question.station].team
    scenario = staffed_in_steps(question.scenario, role, people, question.step_s)
    work = partial(_groups_of_run, scenario, question)
    groups = []
    for one in place.results(work, numbers):
        groups.append(one)
        yield Step(len(groups), question.runs)
    return np.stack(groups)


def _groups_of_run(scenario: ScenarioPlan, question: StableQuestion, replication: int) -> NDArray[np.float64]:
    recording = run_whole(scenario, question.seed, replication)
    wanted = measure_standards(recording, scenario, question.step_s / 2).wanted_teams
    groups: NDArray[np.float64] = wanted[list(scenario.stations).index(question.station)][1::2].astype(float)
    return groups


def _half_way(people: NDArray[np.int64], wanted: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the middle, rounded towards what is wanted, so that a difference of one does not stay for ever."""
    change = wanted - people
    middle: NDArray[np.int64] = people + np.sign(change) * ((np.abs(change) + 1) // 2)
    return middle


def _fewest(groups: NDArray[np.float64], delay_probability: float) -> NDArray[np.int64]:
    """Return at each moment the least s of which no more than the wanted share of runs has s groups or more."""
    below = np.quantile(np.round(groups), 1 - delay_probability, axis=0, method="inverted_cdf")
    return np.maximum(below.astype(np.int64) + 1, 1)


def _told(
    question: StableQuestion, people: NDArray[np.int64], groups: NDArray[np.float64], changes: list[int]
) -> StableStaffing:
    """Tell the last staffing; people who come by a Poisson stream see what the runs show at their moments."""
    return StableStaffing(
        time=np.arange(len(people), dtype=float) * question.step_s,
        people=people,
        delay_probability=(np.round(groups) >= people).mean(axis=0),
        groups=groups.mean(axis=0),
        largest_change=tuple(changes),
    )

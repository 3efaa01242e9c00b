"""How many times as fast our model is as a textbook one, and how near to a bare heapq loop; interleaved in one run."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Final

from benchmarks.cases import lampedusa, six_phases, tandem
from benchmarks.floor import run_floor
from benchmarks.full_textbook import FullTextbook
from benchmarks.sampled import sample
from benchmarks.textbook import TextbookModel
from reception_sim.run import Run
from reception_sim.scenario import ScenarioPlan

ROUNDS: Final = 7


@dataclass(frozen=True)
class Ratio:
    """How long each way takes, in microseconds a person, and how often theirs is as long as ours.

    A machine has faster and slower minutes, so each round compares the two ways that ran in it; of all rounds it is
    the median that is told, and the least and the most.
    """

    case: str
    other: str
    ours_us: float
    theirs_us: float
    times_as_fast: float
    at_least: float
    at_most: float


def measure_tandem(persons: int) -> list[Ratio]:
    """Measure the tandem of six stations."""
    scenario = tandem(persons)
    ways = {"ours": _ours(scenario), "textbook SimPy": _textbook(scenario), "bare heapq": _floor(scenario)}
    return _compare("tandem", ways)


def measure_lampedusa() -> list[Ratio]:
    """Measure the shipped Lampedusa scenario."""
    scenario = lampedusa()
    return _compare("Lampedusa", {"ours": _ours(scenario), "textbook SimPy": _textbook(scenario)})


def measure_six_phases() -> list[Ratio]:
    """Measure the shipped exercise with nearly all parts in use.

    A textbook writes a process a person, and so meals a person; sites that are fed by the hour, as ours are, cost it
    less.
    """
    scenario = six_phases()
    ways = {
        "ours": _ours(scenario),
        "textbook SimPy": _full_textbook(scenario, one_by_one=True),
        "the same, fed by site": _full_textbook(scenario, one_by_one=False),
    }
    return _compare("six phases, all parts", ways)


# Makes what is run against the clock, sampling of people included for every way alike, and how many persons come.
Prepare = Callable[[], tuple[Callable[[], object], int]]


def _ours(scenario: ScenarioPlan) -> Prepare:
    def prepare() -> tuple[Callable[[], object], int]:
        run = Run(scenario, seed=1)
        return lambda: run.advance(scenario.duration), _persons(scenario)

    return prepare


def _textbook(scenario: ScenarioPlan) -> Prepare:
    def prepare() -> tuple[Callable[[], object], int]:
        return lambda: TextbookModel(scenario, sample(scenario, seed=1)).run(), _persons(scenario)

    return prepare


def _full_textbook(scenario: ScenarioPlan, *, one_by_one: bool) -> Prepare:
    def prepare() -> tuple[Callable[[], object], int]:
        return lambda: FullTextbook(scenario, sample(scenario, seed=1), one_by_one=one_by_one).run(), _persons(scenario)

    return prepare


def _floor(scenario: ScenarioPlan) -> Prepare:
    def prepare() -> tuple[Callable[[], object], int]:
        return lambda: run_floor(scenario, sample(scenario, seed=1)), _persons(scenario)

    return prepare


def _persons(scenario: ScenarioPlan) -> int:
    sampled = sample(scenario, seed=1)
    groups = [group for _, groups, _ in sampled.arrivals for group in groups] + sampled.already_there
    return sum(sampled.crowd.size[group] for group in groups)


def _compare(case: str, ways: dict[str, Prepare]) -> list[Ratio]:
    rounds = [{name: _time_a_person_us(prepare) for name, prepare in ways.items()} for _ in range(ROUNDS)]
    return [_ratio(case, name, rounds) for name in ways if name != "ours"]


def _ratio(case: str, other: str, rounds: list[dict[str, float]]) -> Ratio:
    ours, theirs = (median(one[name] for one in rounds) for name in ("ours", other))
    ratios = [one[other] / one["ours"] for one in rounds]
    return Ratio(case, other, ours, theirs, median(ratios), min(ratios), max(ratios))


def _time_a_person_us(prepare: Prepare) -> float:
    run, persons = prepare()
    gc.collect()
    started = time.perf_counter()
    run()
    return (time.perf_counter() - started) / persons * 1e6

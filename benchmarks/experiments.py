"""How fast many runs are: replications a second, what a second core adds, and how soon a capacity is answered."""

import time
from dataclasses import dataclass

from benchmarks.cases import lampedusa
from reception_sim.experiments import (
    CapacityQuestion,
    FindingCapacity,
    Here,
    Workplace,
    answered,
    run_replication,
    workplace,
)
from reception_sim.scenario import ScenarioPlan

REPLICATIONS = 12  # a process, after one in each to warm it up


@dataclass(frozen=True)
class Throughput:
    """Replications of Lampedusa a second: on one core and on two, and what each of two does compared with one."""

    one_core_a_s: float
    two_cores_a_s: float
    efficiency: float


@dataclass(frozen=True)
class Search:
    """The capacity of Lampedusa on two cores: how long it took, in how many runs, and how many a grid would need."""

    seconds: float
    runs: int
    grid_runs: int
    persons_a_day: float


def measure_throughput() -> Throughput:
    """Measure the replications a second, without the start of the processes."""
    scenario = lampedusa()
    with Here() as here:
        one = _replications_a_s(scenario, here)
    with workplace(2) as both:
        two = _replications_a_s(scenario, both)
    return Throughput(one, two, two / (2 * one))


def measure_capacity() -> Search:
    """Find the capacity of Lampedusa with everything as usual."""
    started = time.perf_counter()
    with workplace(2) as place:
        answer = answered(FindingCapacity(CapacityQuestion(lampedusa()), place))
    return Search(time.perf_counter() - started, answer.runs, answer.grid_runs, answer.limit.persons_a_day)


def _replications_a_s(scenario: ScenarioPlan, place: Workplace) -> float:
    tasks = [(scenario, number) for number in range(place.hands + REPLICATIONS * place.hands)]
    results = place.results(_run, tasks)
    for _ in range(place.hands):
        next(results)
    started = time.perf_counter()
    done = sum(1 for _ in results)
    return done / (time.perf_counter() - started)


def _run(task: tuple[ScenarioPlan, int]) -> float:
    scenario, number = task
    return run_replication(scenario, 1, number).until

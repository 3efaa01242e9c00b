"""How time and memory grow with the number of persons, each size in a process of its own."""

import importlib
import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from benchmarks.cases import tandem
from reception_sim.run import Run


@dataclass(frozen=True)
class Growth:
    """What so many persons cost: seconds, and the most memory that the process held."""

    persons: int
    seconds: float
    us_a_person: float
    peak_memory_mb: float


def grow(persons: int) -> Growth:
    """Simulate the tandem with about *persons* persons in a fresh process."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_simulate, persons).result()


def _simulate(persons: int) -> Growth:
    scenario = tandem(persons)
    started = time.perf_counter()
    run = Run(scenario, seed=1)
    run.advance(scenario.duration)
    seconds = time.perf_counter() - started
    return Growth(persons, seconds, seconds / persons * 1e6, _peak_memory_mb())


def _peak_memory_mb() -> float:
    """Return the most memory this process has held so far; NaN on Windows, which does not tell it this way."""
    if sys.platform == "win32":
        return float("nan")
    resource = importlib.import_module("resource")
    peak: float = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10

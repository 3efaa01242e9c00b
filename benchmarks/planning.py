"""How long the roster of Lampedusa takes on two cores, with how many runs, and what a task costs on a Dask cluster."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import Final

from benchmarks.cases import lampedusa
from reception_sim.experiments import OwnProcesses, answered
from reception_sim.experiments.cluster import cluster
from reception_sim.experiments.staffing_inquiry import StaffingInquiry
from reception_sim.experiments.staffing_question import StaffingQuestion

_TASKS: Final = 500
_CORES: Final = 2
_SOON_S: Final = 60.0
_ROOT: Final = Path(__file__).parents[1]


def measure_planning() -> dict[str, float]:
    """Return what is measured, by name; times in seconds, the overhead in milliseconds a task."""
    return {**_roster(), "dask_overhead_ms_a_task": _overhead_of_dask()}


def _roster() -> dict[str, float]:
    with OwnProcesses(_CORES) as place:
        before = perf_counter()
        answer = answered(StaffingInquiry(StaffingQuestion(lampedusa()), place))
        seconds = perf_counter() - before
    effort = answer.effort
    return {
        "roster_of_lampedusa_s": seconds,
        "roster_of_lampedusa_runs": effort.runs,
        "roster_of_lampedusa_grid_runs": effort.grid_runs,
        "roster_of_lampedusa_sure": float(answer.sure),
    }


def _overhead_of_dask() -> float:
    with _one_worker() as address, cluster(address) as there, there.place() as place:
        list(place.results(_nothing, range(20)))  # the first tasks also bring the code
        before = perf_counter()
        list(place.results(_nothing, range(_TASKS)))
        return 1000 * (perf_counter() - before) / _TASKS


def _nothing(number: int) -> int:
    return number


@contextmanager
def _one_worker() -> Iterator[str]:
    """Start a scheduler and a worker on loopback, each a process of its own, and end them by their ids."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scheduler.json"
        processes = [_start("scheduler", file, "--port", "0")]
        try:
            _wait_for(file)
            processes.append(_start("worker", file, "--nthreads", "1", "--no-nanny", "--local-directory", folder))
            yield _address_with_a_worker(file)
        finally:
            for process in reversed(processes):
                process.kill()
                process.wait()


def _start(kind: str, file: Path, *options: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--host", "127.0.0.1", "--no-dashboard"]
    return subprocess.Popen(
        [*command, "--scheduler-file", str(file), *options],
        env=os.environ | {"PYTHONPATH": str(_ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _address_with_a_worker(file: Path) -> str:
    from distributed import Client  # noqa: PLC0415 - only who measures a cluster needs it

    with Client(scheduler_file=str(file), set_as_default=False) as client:  # type: ignore[no-untyped-call] # has no types
        client.wait_for_workers(1, timeout=_SOON_S)
        return str(client.scheduler.address)


def _wait_for(file: Path) -> None:
    deadline = monotonic() + _SOON_S
    while not (file.exists() and file.read_text(encoding="utf-8")):
        if monotonic() > deadline:
            raise TimeoutError(file)
        sleep(0.02)

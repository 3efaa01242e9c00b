"""How processes are started: with the engine loaded where that can be, and from nowhere but this program."""

import os
import signal
import subprocess
import sys
from multiprocessing.connection import Connection, wait
from pathlib import Path

import pytest

from reception_sim.child_processes import process_context

TREE = Path(__file__).parents[1]
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="each process loads the engine anew")

# Run from a folder that holds other modules of the same names.
PROGRAM = """
from reception_sim.exercise import start_live, RunUntil
from reception_sim.run import open_scenario
if __name__ == "__main__":
    live = start_live(open_scenario("border_post_basics"))
    live.send(RunUntil(60.0))
    while not (messages := live.receive()):
        pass
    print(type(messages[0]).__name__)
    live.close()
"""

# Ways to have processes at work; each says so and then waits.
A_RUN = """
import sys
from reception_sim.exercise import start_live, RunUntil
from reception_sim.run import open_scenario
if __name__ == "__main__":
    live = start_live(open_scenario("border_post_basics"))
    live.send(RunUntil(60.0))
    print("at work", flush=True)
    sys.stdin.read()
"""
WORK_BESIDE_THE_WINDOW = """
import sys
from PySide6.QtCore import QCoreApplication
from ui.state.child_work import ChildWork
if __name__ == "__main__":
    application = QCoreApplication([])
    work = ChildWork()
    work.done.connect(lambda _: (print("at work", flush=True), sys.stdin.read()))
    work.start(len, "and then it waits for more")
    application.exec()
"""
A_QUESTION = """
import sys
from functools import partial
from reception_sim.experiments.asked_process import AskedProcess
from reception_sim.experiments.workplaces import workplace
from reception_sim.run import open_scenario
from tests.ui.state.counting_arrivals import CountArrivals
if __name__ == "__main__":
    scenario = open_scenario("border_post_basics")
    asked = AskedProcess(partial(CountArrivals, scenario, 1_000_000), partial(workplace, 2))
    while not asked.receive():
        pass
    print("at work", flush=True)
    sys.stdin.read()
"""


def tell_of_itself(channel: Connection) -> None:
    channel.send((set(sys.modules), os.getppid()))


def told_by_a_process() -> tuple[set[str], int]:
    """Return what a new process has loaded, and which process it left."""
    context = process_context()
    ours, theirs = context.Pipe()
    process = context.Process(target=tell_of_itself, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    told = ours.recv()
    ours.close()
    process.join()
    return told


@ON_LINUX
def test_that_a_process_begins_with_the_engine_loaded() -> None:
    assert {"reception_sim.model", "reception_sim.statistics"} <= told_by_a_process()[0]


def test_that_a_process_begins_without_the_window_and_the_reports() -> None:
    packages = {".".join(name.split(".")[:2]) for name in told_by_a_process()[0]}

    assert packages.isdisjoint({"PySide6", "PySide6.QtCore", "ui", "reception_sim.reports", "reception_sim.cli"})


@ON_LINUX
def test_that_processes_can_be_started_after_the_one_they_leave_was_killed() -> None:
    _, left = told_by_a_process()
    os.kill(left, signal.SIGKILL)
    os.waitid(os.P_PID, left, os.WEXITED | os.WNOWAIT)

    assert "reception_sim.model" in told_by_a_process()[0]


@ON_LINUX
@pytest.mark.parametrize(
    "program", [A_RUN, WORK_BESIDE_THE_WINDOW, A_QUESTION], ids=["a run", "beside the window", "a question"]
)
def test_that_no_process_lives_on_when_the_program_is_killed(program, tmp_path) -> None:
    (tmp_path / "program.py").write_text(program)
    with subprocess.Popen(
        [sys.executable, str(tmp_path / "program.py")],
        env=os.environ | {"PYTHONPATH": str(TREE)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as killed:
        assert killed.stdout is not None
        killed.stdout.readline()
        left = [os.pidfd_open(process) for process in begun_by(killed.pid)]
        killed.kill()

    assert len(left) > 1
    for process in left:
        assert wait([process], timeout=30)
        os.close(process)


def begun_by(process: int) -> list[int]:
    """Return the processes that one has started, and those that they have."""
    threads = Path(f"/proc/{process}/task").iterdir()
    begun = [int(child) for thread in threads for child in (thread / "children").read_text().split()]
    return [*begun, *(one for child in begun for one in begun_by(child))]


@pytest.mark.parametrize("name", ["numpy", "reception_sim", "simpy"])
def test_that_a_process_loads_nothing_from_the_folder_it_is_started_in(name, tmp_path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "program.py").write_text(PROGRAM)
    (tmp_path / "elsewhere" / f"{name}.py").write_text("raise RuntimeError('a file that happens to lie here')")

    ended = subprocess.run(
        [sys.executable, str(tmp_path / "program.py")],
        cwd=tmp_path / "elsewhere",
        env=os.environ | {"PYTHONPATH": str(TREE)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ended.stderr == ""
    assert ended.stdout == "TimePassed\n"

"""How processes are started: with the engine loaded where that can be, and from nowhere but this program."""

import os
import signal
import subprocess
import sys
from multiprocessing.connection import Connection
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

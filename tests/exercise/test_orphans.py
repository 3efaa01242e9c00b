"""A worker whose window is gone."""

import os
import subprocess
import sys
from pathlib import Path

TREE = Path(__file__).parents[2]

# The worker inherits the parent's output: whoever reads that comes to its end only when both processes have ended.
PARENT = """
import os
from reception_sim.exercise import start_live, Play
from reception_sim.run import open_scenario
if __name__ == "__main__":
    live = start_live(open_scenario("border_post_basics"))
    live.send(Play({speed}))
    while not live.receive():
        pass
    print("alive", live.alive, flush=True)
    os._exit(1)
"""


def end_of_parent(tmp_path, speed: str) -> str:
    script = tmp_path / "parent.py"
    script.write_text(PARENT.format(speed=speed))
    tree = os.environ | {"PYTHONPATH": str(TREE)}  # the program is not installed where its tests are run
    ended = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=False, env=tree
    )
    assert ended.returncode == 1, ended.stderr
    return ended.stdout


def test_that_a_playing_worker_ends_when_its_window_is_gone(tmp_path) -> None:
    assert end_of_parent(tmp_path, "1.0") == "alive True\n"


def test_that_a_finished_worker_ends_when_its_window_is_gone(tmp_path) -> None:
    assert end_of_parent(tmp_path, "None") == "alive True\n"

"""How late the window's timer is while a live run goes flat out, and how soon after its start it can be used.

Run as a program of its own (`python -m benchmarks.window`), so that nothing else is in the process; it prints JSON.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
from PySide6.QtCore import QElapsedTimer, QSettings, Qt, QTimer

from reception_sim.run import open_scenario
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.arrivals import ArrivalPlan
from ui.application import Desktop, new_application
from ui.state.settings import Settings

FRAME_MS: Final = 16
SETTLE_S: Final = 1.5  # the window has been laid out and the run has begun
SECONDS: Final = 5.0
CROWD: Final = 20
STARTS: Final = 3
SCENARIO: Final = "lampedusa_2023"
MAIN: Final = Path(__file__).resolve().parents[1] / "main.py"


def measure_window() -> dict[str, float]:
    """Return lateness of a 16 ms timer (ms: median, p99, worst) and seconds from start to a usable window."""
    environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    measured = subprocess.run(
        [sys.executable, "-m", "benchmarks.window"], check=True, capture_output=True, text=True, env=environment
    )
    lateness: dict[str, float] = json.loads(measured.stdout)
    return lateness | {"start_to_usable_s": min(_start_s(environment) for _ in range(STARTS))}


def _start_s(environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, str(MAIN), "--smoke"], check=True, capture_output=True, env=environment)
    return time.perf_counter() - started


def lateness_ms() -> dict[str, float]:
    """Play a crowd too large to be finished in time, as fast as it goes, and watch a timer of the window."""
    application = new_application()
    late: list[float] = []
    with TemporaryDirectory() as folder:
        desktop = Desktop(application, Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)))
        desktop.window.resize(1366, 768)
        desktop.window.show()
        desktop.program.run.set_speed(None)
        desktop.program.run.open(_crowded(open_scenario(SCENARIO)))
        desktop.window.show_page(desktop.window.run_page)
        desktop.program.run.play()
        timer = _timer(late)
        QTimer.singleShot(int(SETTLE_S * 1000), late.clear)
        QTimer.singleShot(int((SETTLE_S + SECONDS) * 1000), application.quit)
        application.exec()
        timer.stop()
        reached = (
            desktop.program.run.time / desktop.program.run.scenario.duration if desktop.program.run.scenario else 0
        )
        desktop.window.close()
    return {
        "timer_lateness_median_ms": float(np.median(late)),
        "timer_lateness_p99_ms": float(np.percentile(late, 99)),
        "timer_lateness_worst_ms": max(late),
        "share_of_the_run_simulated_meanwhile": reached,
    }


def _crowded(scenario: ScenarioPlan) -> ScenarioPlan:
    """Return the scenario with so many times its arrivals that it keeps a processor busy for as long as we look."""
    entries = {
        name: replace(entry, arrivals=tuple(_more(stream) for stream in entry.arrivals))
        for name, entry in scenario.entry_points.items()
    }
    return replace(scenario, entry_points=entries)


def _more(stream: ArrivalPlan) -> ArrivalPlan:
    daily = {day: count * CROWD for day, count in (stream.daily or {}).items()}
    return replace(stream, daily=daily) if daily else stream


def _timer(late: list[float]) -> QTimer:
    clock, timer = QElapsedTimer(), QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: late.append(max(0.0, clock.nsecsElapsed() / 1e6 - FRAME_MS)))
    timer.timeout.connect(clock.restart)
    clock.start()
    timer.start(FRAME_MS)
    return timer


if __name__ == "__main__":
    sys.stdout.write(json.dumps(lateness_ms()))

"""How late the window's timer is while a live run goes flat out, and how soon after its start it can be used.

Run as a program of its own (`python -m benchmarks.window`), so that nothing else is in the process; it prints JSON.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
from PySide6.QtCore import QElapsedTimer, QEventLoop, QSettings, Qt, QTimer

from ui.application import Desktop, new_application
from ui.state.settings import Settings

FRAME_MS: Final = 16
SECONDS: Final = 6.0
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
    """Play the scenario as fast as it goes, again and again, and watch a timer in the window's own event loop."""
    application = new_application()
    with TemporaryDirectory() as folder:
        desktop = Desktop(application, Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)))
        desktop.window.resize(1366, 768)
        desktop.window.show()
        run = desktop.program.run
        run.finished.connect(lambda: desktop.program.file.open(SCENARIO))
        run.set_speed(None)
        run.opened.connect(run.play)
        desktop.program.file.open(SCENARIO)
        late = _watch_timer()
        desktop.close()
    return {
        "timer_lateness_median_ms": float(np.median(late)),
        "timer_lateness_p99_ms": float(np.percentile(late, 99)),
        "timer_lateness_worst_ms": max(late),
    }


def _watch_timer() -> list[float]:
    loop, clock, timer = QEventLoop(), QElapsedTimer(), QTimer()
    late: list[float] = []
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: late.append(max(0.0, clock.nsecsElapsed() / 1e6 - FRAME_MS)))
    timer.timeout.connect(clock.restart)
    QTimer.singleShot(int(SECONDS * 1000), loop.quit)
    clock.start()
    timer.start(FRAME_MS)
    loop.exec()
    return late


if __name__ == "__main__":
    sys.stdout.write(json.dumps(lateness_ms()))

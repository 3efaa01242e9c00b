"""What the tests of the desktop share: a scenario that runs in a moment, and a store that is thrown away."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings

from reception_sim.run import open_scenario
from ui.application import Desktop
from ui.state.live_run import LiveRun
from ui.state.settings import Settings


@pytest.fixture(scope="session")
def scenario():
    return open_scenario("border_post_basics")


@pytest.fixture
def settings(qapp, tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def live_run(qapp):
    run = LiveRun()
    yield run
    run.close()


@pytest.fixture
def reach(qtbot):
    """Run a live run to a moment and wait until it has been measured there."""

    def until(run: LiveRun, time: float) -> None:
        run.run_until(time)
        qtbot.waitUntil(lambda: run.time >= time and not run.running, timeout=20_000)
        qtbot.waitUntil(lambda: run.figures is not None and run.figures.until >= time, timeout=20_000)

    return until


@pytest.fixture
def desktop(qtbot, qapp, settings):
    made = Desktop(qapp, settings)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.program.run.discard_journal()
    made.window.close()
    made.close()
    shiboken6.delete(made.window)  # else every later change of the style dresses it again


@pytest.fixture
def opened(desktop, qtbot):
    """Return the desktop with a scenario open, at its start."""
    desktop.program.file.open("border_post_basics")
    qtbot.waitUntil(lambda: desktop.program.run.snapshot is not None, timeout=20_000)
    return desktop

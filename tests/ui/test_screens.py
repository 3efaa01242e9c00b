"""Windows on the screens of a classroom: a small laptop, and a projector beside it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAPTOP, PROJECTOR = [0, 0, 1366, 768], [1366, 0, 1920, 1080]
PROGRAM = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from reception_sim.run import open_scenario
from ui.application import Desktop
from ui.state.settings import Settings

if __name__ == "__main__":
    folder, app = Path(sys.argv[1]), QApplication([])
    desktop = Desktop(app, Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)))
    desktop.window.show()
    page = desktop.window.exercise
    page.begin(folder / "class.reception", open_scenario("introduction_45_minutes"))
    page.parts.setCurrentWidget(page.lead)
    while page.led.picture is None:
        app.processEvents()
    shown = [desktop.window.frameGeometry().getRect(), page.show_players().geometry().getRect()]
    QTimer.singleShot(0, desktop.window.close)
    QTimer.singleShot(30_000, lambda: app.exit(1))
    shown.append(app.exec())
    desktop.close()
    print(json.dumps(shown))
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """Return where the windows of the trainer (with its frame) and the players are, and how the program ended."""
    folder = tmp_path_factory.mktemp("screens")
    screens = folder / "screens.json"
    names = ("x", "y", "width", "height")
    told = [dict(zip(names, screen, strict=True)) | {"name": str(screen)} for screen in (LAPTOP, PROJECTOR)]
    screens.write_text(json.dumps({"screens": told}), encoding="utf-8")
    (folder / "program.py").write_text(PROGRAM, encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "PYTHONPATH": str(ROOT)}
    told = subprocess.run(
        [sys.executable, folder / "program.py", folder],
        env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return json.loads(told.stdout)


def test_that_the_whole_window_is_on_a_small_screen_with_its_frame(shown):
    left, top, width, height = shown[0]

    assert (left, top) == (0, 0)
    assert width <= LAPTOP[2]
    assert height <= LAPTOP[3]


def test_that_the_players_window_opens_on_the_second_screen(shown):
    left, _, width, _ = shown[1]

    assert left >= PROJECTOR[0]
    assert width >= PROJECTOR[2]


def test_that_the_program_ends_when_the_trainer_closes_its_window(shown):
    assert shown[2] == 0

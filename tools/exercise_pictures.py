"""Take the pictures of an exercise for the guide: prepared, led, seen by players and reviewed, in the real program.

Run `python -m tools.exercise_pictures`; it needs no screen.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reception_sim.actions import CallInStaff
from reception_sim.run import open_scenario
from reception_sim.scenario.quantities import DAY, HOUR
from tools.screenshots import IMAGES, SIZE
from ui.application import Desktop, new_application
from ui.state.settings import Appearance, Settings

SCENARIO: Final = "six_phase_border_exercise"
LOOKS_AT: Final = 4.4 * DAY
_PATIENCE: Final = 600
_LOOK_MS: Final = 200
_DRAWN_MS: Final = 1500


def main() -> int:
    """Take every picture, light and dark."""
    application = new_application()
    for look in Appearance:
        with TemporaryDirectory() as folder:
            settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
            settings.appearance, settings.hint_seen = look, True
            desktop = Desktop(application, settings)
            _photograph(desktop, Path(folder), look)
            desktop.close()
    return 0


def _photograph(desktop: Desktop, folder: Path, look: str) -> None:
    window, led = desktop.window, desktop.window.exercise.led
    page = window.exercise
    window.resize(*SIZE)
    window.show()
    window.show_page(page)
    page.begin(folder / "class.reception", open_scenario(SCENARIO))
    _take(window, "exercise_frame", look)
    page.prepare.parts.setCurrentWidget(page.prepare.msel)
    page.prepare.msel.choose(7)
    _take(window, "exercise_msel", look)
    page.parts.setCurrentWidget(page.lead)
    _wait(lambda: led.snapshot is not None)
    page.lead.commands.startex.trigger()
    led.run_until(LOOKS_AT)
    _wait(lambda: led.time == LOOKS_AT)
    led.decide(CallInStaff(role="border_officer", count=4, lasting=8 * HOUR), "coordination", "the queue grows")
    page.lead.notes.line.setText("The cell asked for the true count before it decided.")
    page.lead.notes.keep.click()
    _take(window, "exercise_lead", look)
    players = page.show_players()
    if players is not None:
        _take(players, "exercise_players", look)
    page.parts.setCurrentWidget(page.review)
    _take(window, "exercise_review", look)


def _wait(until: Callable[[], bool]) -> None:
    for _ in range(_PATIENCE):
        if until():
            return
        QTest.qWait(_LOOK_MS)
    raise TimeoutError


def _take(widget: QWidget, name: str, look: str) -> None:
    QTest.qWait(_DRAWN_MS)
    widget.grab().save(str(IMAGES / f"{name}_{look}.png"))


if __name__ == "__main__":
    sys.exit(main())

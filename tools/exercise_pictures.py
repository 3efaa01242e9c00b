"""Take the pictures of an exercise for the guide: prepared, led, seen by players and reviewed, in the real program.

Run `QT_QPA_PLATFORM=offscreen python -m tools.exercise_pictures`; it needs no screen.
"""

import csv
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reception_sim.actions import CallInStaff
from reception_sim.experiments.answers import Conclusion
from reception_sim.run import open_scenario
from reception_sim.scenario.quantities import DAY, HOUR
from tools.screenshots import IMAGES, SIZE
from ui.application import Desktop, new_application
from ui.pages.exercise_page import ExercisePage
from ui.pages.lead_page import LeadPage
from ui.pages.msel_import import MselImportDialog
from ui.pages.review_page import ReviewPage
from ui.pages.worth_panel import WorthPanel
from ui.state.experiment_run import Course
from ui.state.led_exercise import LedExercise
from ui.state.settings import Appearance, Settings

SCENARIO: Final = "six_phase_border_exercise"
LOOKS_AT: Final = 4.4 * DAY
LED_TO: Final = 5.5 * DAY
WEIGHED_IN: Final = 5  # runs of each course
OWN_LIST: Final = (
    ("No", "Event", "Time since start", "To", "Said by", "Expected response"),
    ("41", "A bridge on the road inland is closed", "50:00:00", "Transport and shelter", "radio", "Send buses round"),
    ("42", "Television is at the main crossing", "52:30:00", "National coordination", "telephone", ""),
    ("43", "The river rises", "late in the evening", "Border", "in person", "Move the tents"),
    ("44", "A teacher offers the school hall", "54:00:00", "Transport and shelter", "telephone", "Have it looked at"),
)
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
    _photograph_import(page, folder, look)
    page.parts.setCurrentWidget(page.lead)
    _wait(lambda: led.snapshot is not None)
    page.lead.commands.startex.trigger()
    led.run_until(LOOKS_AT)
    _wait(lambda: led.time == LOOKS_AT)
    led.decide(CallInStaff(role="registrar", count=8, lasting=24 * HOUR), "coordination", "the queue grows")
    page.lead.notes.line.setText("The cell asked for the true count before it decided.")
    page.lead.notes.keep.click()
    _take(window, "exercise_lead", look)
    players = page.show_players()
    if players is not None:
        _take(players, "exercise_players", look)
    _play_twice(page.lead, led)
    page.parts.setCurrentWidget(page.review)
    _take(window, "exercise_review", look)
    _photograph_review(window, page.review, look)


def _photograph_import(page: ExercisePage, folder: Path, look: str) -> None:
    """Take what an import of a list of one's own would bring; nothing is taken."""
    with (folder / "our_list.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(OWN_LIST)
    page.files.take(folder / "our_list.csv")
    _wait(lambda: bool(page.findChildren(MselImportDialog)))
    (dialog,) = page.findChildren(MselImportDialog)
    _wait(dialog.take.isEnabled)
    _take(dialog, "exercise_import", look)
    dialog.reject()


def _play_twice(lead: LeadPage, led: LedExercise) -> None:
    """Lead the exercise on, and once more from an earlier moment; show the first course."""
    led.run_until(LED_TO)
    _wait(lambda: led.time == LED_TO)
    led.go_to(LOOKS_AT - 6 * HOUR)
    _wait(lambda: led.time == LOOKS_AT - 6 * HOUR)
    lead.commands.branch.trigger()
    _wait(lambda: len(led.branches) == 2 and not led.is_past)
    led.run_until(LED_TO)
    _wait(lambda: led.time == LED_TO)
    led.open_branch(1)
    _wait(lambda: led.branch is not None and led.branch.id == 1 and led.snapshot is not None)


def _photograph_review(window: QWidget, review: ReviewPage, look: str) -> None:
    """Take the parts of the review that play the exercise again."""
    review.show_part(review.courses)
    _wait(lambda: bool(review.courses.chart.rows()))
    review.courses.kind.setCurrentIndex(1)  # all queues
    review.courses.kind.activated.emit(1)
    _take(window, "exercise_courses", look)
    review.show_part(review.worth)
    review.worth.replications.setValue(WEIGHED_IN)
    review.worth.ask()
    _wait(lambda: review.worth.experiment.course in (Course.DONE, Course.FAILED))
    _choose_what_changed(review.worth)
    _take(window, "exercise_worth", look)
    review.show_part(review.replay)
    _wait(lambda: review.played.replay is not None)
    review.replay.go_to(LOOKS_AT)
    _take(window, "exercise_replay", look)


def _choose_what_changed(worth: WorthPanel) -> None:
    """Show an indicator that the decisions surely changed, if there is one."""
    together = worth.weighed.worths[0].differences if worth.weighed is not None else ()
    sure = (one.conclusion in (Conclusion.BETTER, Conclusion.WORSE) for one in together)
    worth.criterion.setCurrentIndex(next((place for place, is_sure in enumerate(sure) if is_sure), 0))
    worth.criterion.activated.emit(worth.criterion.currentIndex())


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

"""Take the pictures of docs/images: every page of the real program, light and dark, at a telling moment.

Run `python run.py screenshots`; it needs no screen.
With `--longer FOLDER` the pictures go to a folder of their own, and every text is as long as a translation may be.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from reception_sim.actions import CallInStaff, PostStaff
from reception_sim.run import open_scenario
from reception_sim.scenario.quantities import DAY, HOUR
from reception_sim.translation import told_by
from tools.longer_texts import LongerTexts
from tools.map_pictures import mapped, take_maps
from ui.application import Desktop, new_application
from ui.pages.question_page import QuestionPage
from ui.state.experiment_run import Course
from ui.state.settings import Appearance, Settings

IMAGES: Final = Path(__file__).parents[1] / "docs" / "images"
SIZE: Final = (1366, 768)
SCENARIO: Final = "lampedusa_2023"
SMALL_SCENARIO: Final = "border_post_basics"
LAST_TAB: Final = 99
DECIDES_AT: Final = 1.3 * DAY
LOOKS_AT: Final = 2.4 * DAY
PATIENCE_MS: Final = 600_000  # a question takes minutes on a machine that does other things too

# A step does something and returns what must be true before the next one.
Step = Callable[[], Callable[[], bool]]


class Photographer:
    """Leads one window from page to page, and takes a picture of each once it has drawn what it should."""

    def __init__(self, desktop: Desktop, look: str, given: dict[str, Any], images: Path = IMAGES) -> None:
        """Take pictures in a *look*; answers that were *given* in another look are not worked out again."""
        self._desktop, self._look, self._given, self._images = desktop, look, given, images
        self._window, self._run = desktop.window, desktop.program.run

    def steps(self) -> Iterator[Step]:
        """Yield what is done, one after another."""
        page = self._window.run_page
        yield self._settled
        yield lambda: self._take("welcome")
        yield self._open
        yield lambda: self._go_to(DECIDES_AT)
        yield self._decide
        yield lambda: self._go_to(LOOKS_AT)
        yield lambda: self._take("run")
        yield lambda: self._do(lambda: page.show_place("registration"))
        yield lambda: self._take("run_inspector")
        yield lambda: self._do(lambda: self._show_panel(0))
        yield lambda: self._take("run_charts")
        yield lambda: self._do(lambda: self._show_panel(2))
        yield lambda: self._take("run_log")
        yield lambda: self._do(lambda: self._window.show_page(self._window.report_page))
        yield lambda: lambda: self._window.report_page.pages.count > 0
        yield self._settled
        yield lambda: self._take("report")
        yield from self.questions()

    def questions(self) -> Iterator[Step]:
        """Yield how each question is asked of a small scenario, answered, and pictured at its first chart."""
        answers = self._window.answers
        yield lambda: self._open(SMALL_SCENARIO)
        yield lambda: self._do(lambda: self._window.show_page(answers))
        yield lambda: self._take("alternatives")
        answers.capacity_form.steps.setCurrentIndex(answers.capacity_form.steps.count() - 1)
        answers.sensitivity_form.points.setCurrentIndex(1)
        for name, page, tab in (
            ("compare", answers.compare, 1),
            ("capacity", answers.capacity, 0),
            ("next_steps", answers.capacity, 3),
            ("bottleneck", answers.bottleneck, 0),
            ("roster", answers.roster, 1),
            ("sensitivity", answers.sensitivity, 0),
            ("sensitivity_breaks", answers.sensitivity, LAST_TAB),
        ):
            yield partial(self._ask, page)
            yield partial(self._show_tab, page, tab)
            yield partial(self._take, name)
        yield lambda: self._do(lambda: answers.tabs.setCurrentWidget(answers.kept_panel))
        yield lambda: self._take("kept_answers")

    def _show_tab(self, page: QuestionPage, tab: int) -> Callable[[], bool]:
        tabs = page.answer.tabs
        tabs.setCurrentIndex(min(tab, tabs.count() - 1))
        return self._settled()

    def _ask(self, page: QuestionPage) -> Callable[[], bool]:
        """Have the page answer what its form asks, once for all looks."""
        self._window.answers.show_question(page)
        name = self._window.answers.tabs.tabText(self._window.answers.tabs.currentIndex())
        if name in self._given:
            if page.experiment.answer is not self._given[name]:
                page.recall(self._given[name])
            return lambda: True
        page.answered.connect(lambda answer, _: self._given.update({name: answer}))
        page.ask()
        return lambda: page.experiment.course is Course.DONE

    def _open(self, scenario: str = SCENARIO) -> Callable[[], bool]:
        self._run.open(open_scenario(scenario))
        self._window.show_page(self._window.run_page)
        return lambda: self._run.scenario is not None and not self._run.running

    def _go_to(self, time: float) -> Callable[[], bool]:
        self._run.run_until(time)
        return lambda: self._run.time >= time and self._run.figures is not None and self._run.figures.until >= time

    def _decide(self) -> Callable[[], bool]:
        self._run.act(CallInStaff(role="police_officer", count=6, lasting=12 * HOUR), reason="Forty boats reported")
        self._run.act(PostStaff(at="pre_identification", role="police_officer", count=8), reason="The line grows")
        return lambda: len(self._run.journal) == 2

    def _show_panel(self, number: int) -> None:
        page = self._window.run_page
        page.enlarge_panels(enlarged=True)
        page.panels.setCurrentIndex(number)

    def _do(self, call: Callable[[], None]) -> Callable[[], bool]:
        call()
        return self._settled()

    def _wait(self, milliseconds: int) -> Callable[[], bool]:
        over: list[bool] = []
        QTimer.singleShot(milliseconds, lambda: over.append(True))
        return lambda: bool(over)

    def _take(self, name: str) -> Callable[[], bool]:
        self._images.mkdir(parents=True, exist_ok=True)
        self._window.grab().save(str(self._images / f"{name}_{self._look}.png"))
        return lambda: True

    def _settled(self) -> Callable[[], bool]:
        return self._wait(800)


def main(arguments: Sequence[str] = ()) -> int:
    """Take every picture in both looks; with longer texts only those of the pages."""
    parser = argparse.ArgumentParser(prog="screenshots", description=main.__doc__)
    parser.add_argument("--longer", metavar="FOLDER", type=Path, help="texts 40 %% longer, pictures into this folder")
    folder: Path | None = parser.parse_args(arguments).longer
    application = new_application()
    if folder is None:
        take_maps(mapped())
        return _take_pages(application, IMAGES)
    with told_by(LongerTexts()):
        return _take_pages(application, folder)


def _take_pages(application: QApplication, images: Path) -> int:
    given: dict[str, Any] = {}
    with TemporaryDirectory() as folder:
        for appearance, look in ((Appearance.LIGHT, "light"), (Appearance.DARK, "dark")):
            settings = Settings(QSettings(f"{folder}/{look}.ini", QSettings.Format.IniFormat))
            settings.appearance = appearance
            desktop = Desktop(application, settings)
            desktop.window.resize(*SIZE)
            desktop.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            desktop.window.show()
            for step in Photographer(desktop, look, given, images).steps():
                _wait_for(application, step())
            desktop.program.run.discard_journal()
            desktop.window.answers.let_go()
            desktop.window.close()
            desktop.close()
    return 0


def _wait_for(application: QApplication, is_true: Callable[[], bool]) -> None:
    """Let the program go on until something is true; TimeoutError if it does not become so."""
    late: list[bool] = []
    QTimer.singleShot(PATIENCE_MS, lambda: late.append(True))
    while not is_true():
        application.processEvents()
        # what is to be deleted goes only in a loop of its own, which there is none of here
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if late:
            raise TimeoutError
    application.processEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

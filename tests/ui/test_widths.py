"""Every page on the smallest screen that is usual, with texts as long as the longest translation makes them."""

import pytest
import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from reception_sim.run import open_scenario
from reception_sim.scenario.quantities import HOUR
from reception_sim.translation import told_by
from tests.ui.fitting import cut_in
from tools.longer_texts import LongerTexts
from ui.application import Desktop
from ui.state.experiment_run import Course

SCREEN = QSize(1366, 768)
WAIT_MS = 60_000
SETTLING_TURNS = 100


@pytest.fixture
def desktop(qtbot, qapp, settings):
    with told_by(LongerTexts()):
        made = Desktop(qapp, settings)
        made.window.resize(SCREEN)
        made.window.show()
        qtbot.waitExposed(made.window)
        yield made
        made.program.run.discard_journal()
        made.window.close()
        made.close()
        shiboken6.delete(made.window)


@pytest.fixture
def opened(desktop, qtbot):
    desktop.program.run.open(open_scenario("border_post_basics"))
    desktop.window.show_page(desktop.window.run_page)
    desktop.program.run.run_until(6 * HOUR)
    qtbot.waitUntil(lambda: desktop.program.run.figures is not None, timeout=WAIT_MS)
    return desktop


@pytest.fixture
def led(desktop, qtbot, tmp_path):
    """Return the page of an exercise that is being led."""
    page = desktop.window.exercise
    desktop.window.show_page(page)
    page.begin(tmp_path / "class.reception", open_scenario("introduction_45_minutes"))
    page.parts.setCurrentWidget(page.lead)
    qtbot.waitUntil(lambda: page.led.snapshot is not None, timeout=WAIT_MS)
    page.lead.commands.startex.trigger()
    page.led.run_until(2 * HOUR)
    qtbot.waitUntil(lambda: page.led.time == 2 * HOUR, timeout=WAIT_MS)
    yield page
    page.close_work()


def fits(window: QWidget, screen: QSize = SCREEN) -> None:
    """Hold a window against the screen once its layout has settled, however busy the machine is."""
    for _ in range(SETTLING_TURNS):
        QTest.qWait(30)
        if not cut_in(window):
            break
    wanted = window.minimumSizeHint()

    assert wanted.width() <= screen.width(), f"{wanted.width()} px wide"
    assert wanted.height() <= screen.height(), f"{wanted.height()} px high"
    assert cut_in(window) == []


def fits_in_each(tabs: QTabWidget, window: QWidget) -> None:
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        fits(window)


def test_that_the_first_page_and_the_pages_of_a_run_hold_the_longest_translation(opened):
    window = opened.window
    window.show_page(window.welcome)
    fits(window)
    window.show_page(window.run_page)
    fits_in_each(window.run_page.panels, window)
    for place, _ in opened.program.run.scenario.places():
        window.run_page.show_place(place)
        fits(window)
    window.show_page(window.report_page)
    fits(window)


def test_that_the_questions_and_an_answer_hold_the_longest_translation(opened, qtbot):
    window = opened.window
    window.show_page(window.answers)
    fits_in_each(window.answers.tabs, window)
    compare = window.answers.compare
    window.answers.show_question(compare)
    compare.ask()
    qtbot.waitUntil(lambda: compare.experiment.course is Course.DONE, timeout=WAIT_MS)
    fits_in_each(compare.answer.tabs, window)
    window.answers.let_go()


def test_that_the_controllers_page_holds_the_longest_translation_while_time_jumps_too(led, desktop, qtbot):
    window, lead = desktop.window, led.lead
    fits_in_each(lead.middle, window)
    led.led.go_to(HOUR)
    qtbot.waitUntil(lambda: led.led.time == HOUR and led.led.is_past, timeout=WAIT_MS)
    fits(window)
    led.led.begin_branch("What if the second team had been called on the first evening")
    qtbot.waitUntil(lambda: len(led.led.branches) == 2, timeout=WAIT_MS)
    led.led.go_on_to(None)
    qtbot.waitUntil(lead.bar.stop.isVisible, timeout=WAIT_MS)
    fits(window)
    led.led.pause()


def test_that_preparing_the_players_window_and_the_review_hold_the_longest_translation(led, desktop):
    window = desktop.window
    led.parts.setCurrentWidget(led.prepare)
    fits_in_each(led.prepare.parts, window)
    led.parts.setCurrentWidget(led.review)
    fits_in_each(led.review.parts, window)
    players = led.show_players()
    players.resize(SCREEN)
    fits(players)


def test_that_the_dialogs_of_who_leads_hold_the_longest_translation(led, desktop, qtbot):
    lead = led.lead
    for ask in (
        lead.commands.difficulty.trigger,
        lead.commands.transfers.trigger,
        lead.commands.jump.trigger,
        lead.coming.write.trigger,
        lead.coming.shift.trigger,
        lead.decisions.decide.click,
    ):
        ask()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT_MS)
        dialog = QApplication.activeModalWidget()
        fits(dialog)
        dialog.reject()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=WAIT_MS)

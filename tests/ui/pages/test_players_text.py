"""The text of the players' window, which a class reads from afar."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.exercise.led_messages import make_project
from ui.application import Desktop
from ui.forms.text_size import SIZES
from ui.pages.player_window import PlayerWindow
from ui.state.settings import Settings
from ui.theme import LIGHT, apply_theme

WAIT_MS = 60_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot):
    apply_theme(QApplication.instance(), LIGHT)
    shown = PlayerWindow(LIGHT)
    qtbot.addWidget(shown)
    shown.clock.setText("Fri 11 September 2026, 09:36")
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    return shown


def heights(window):
    texts = (window.clock, window.phase, window.inbox, window.message, window.situation, window.decisions.reason)
    headings = [one for one in window.findChildren(QLabel) if one.property("look") == "heading"]
    return [one.fontMetrics().height() for one in (*texts, *headings)]


def test_that_larger_text_is_larger_in_every_part(window, qtbot):
    before = heights(window)
    qtbot.keyClick(window, Qt.Key.Key_Plus, CTRL)

    assert all(later > earlier for earlier, later in zip(before, heights(window), strict=True))


def test_that_text_goes_back_to_what_it_was(window, qtbot):
    before = heights(window)
    for _ in SIZES:
        qtbot.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert window.text_size.times == SIZES[-1]
    assert not window.text_size.larger.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)

    assert heights(window) == before
    assert not window.text_size.smaller.isEnabled()


def test_that_rows_of_tables_have_room_for_larger_text(window, qtbot):
    for _ in SIZES:
        window.text_size.larger.click()

    for table in (window.situation, window.decisions.table):
        assert table.verticalHeader().defaultSectionSize() >= table.fontMetrics().height()


def test_that_a_large_text_still_fits_on_a_projector(window):
    window.text_size.show_times(1.7)

    assert window.minimumSizeHint().width() <= 1280
    assert window.minimumSizeHint().height() <= 720


def test_that_the_size_is_there_again_at_the_next_start(desktop, qtbot, qapp, settings, tmp_path):
    page = desktop.window.exercise
    page.open_project(make_project(tmp_path / "class.reception"))
    page.parts.setCurrentWidget(page.lead)
    qtbot.waitUntil(lambda: page.led.picture is not None, timeout=WAIT_MS)
    page.show_players().text_size.larger.click()
    kept = Settings(QSettings(settings.store.fileName(), QSettings.Format.IniFormat))
    later = Desktop(qapp, kept)

    assert later.window.exercise.players.text_times == SIZES[1]
    later.window.close()
    later.close()

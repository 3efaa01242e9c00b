"""The whole window with a real run behind it: from a card to a running scenario, and through what may go wrong."""

import os
import signal

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QPushButton,
)

from reception_sim.actions import CloseStation, PostStaff
from reception_sim.run import Run
from reception_sim.scenario.library import find_scenario, shipped
from reception_sim.statistics import measure
from tests.exercise.led_messages import make_project
from ui.application import Desktop
from ui.pages.dialogs import AboutDialog, GuideDialog, ProblemDialog
from ui.pages.scenario_card import ScenarioCard
from ui.state.settings import Appearance
from ui.tables.log_table import WHAT
from ui.theme import DARK, current_theme

HOUR = 3600.0
PATIENCE_MS = 20_000


def card(desktop, name: str) -> ScenarioCard:
    number = [entry.id for entry in shipped()].index(name)
    return desktop.window.welcome.findChildren(ScenarioCard)[number]


def dialog(qtbot, desktop, kind: type[QDialog]) -> QDialog:
    qtbot.waitUntil(lambda: any(found.isVisible() for found in desktop.window.findChildren(kind)), timeout=5_000)
    return desktop.window.findChildren(kind)[-1]


def test_that_a_click_on_a_card_and_the_space_key_make_time_pass(desktop, qtbot) -> None:
    qtbot.mouseClick(card(desktop, "border_post_basics"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.window.page is desktop.window.run_page)

    qtbot.keyClick(desktop.window.run_page.map, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: desktop.program.run.time > 0, timeout=PATIENCE_MS)


def test_that_a_card_opens_by_the_keyboard_alone(desktop, qtbot) -> None:
    chosen = card(desktop, "lampedusa_2023")
    chosen.open.setFocus()

    qtbot.keyClick(chosen.open, Qt.Key.Key_Space)

    assert desktop.program.run.scenario.title == "Lampedusa, September 2023"


def test_that_the_window_shows_the_figures_of_the_run_itself(opened, qtbot, reach) -> None:
    reach(opened.program.run, 10 * HOUR)

    scenario = opened.program.run.scenario
    direct = Run(scenario, opened.program.run.seed)
    direct.advance(10 * HOUR)
    in_system = measure(direct.recording(), scenario).persons.in_system
    tile = opened.window.run_page.tiles.tiles[-1]
    qtbot.waitUntil(lambda: f"{in_system:,}" in tile.accessibleName(), timeout=5_000)


def test_that_a_change_on_the_page_reaches_the_journal_and_the_status_bar(opened, qtbot) -> None:
    page = opened.window.run_page
    page.show_place("admission")
    row = next(button for button in page.inspector.findChildren(QPushButton) if button.text() == "Post")

    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened.program.run.journal), timeout=PATIENCE_MS)

    (entry,) = opened.program.run.journal
    assert isinstance(entry.action, PostStaff)
    assert entry.action.at == "admission"
    assert "takes effect day 0" in opened.window.statusBar().currentMessage()
    assert opened.window.isWindowModified()


def test_that_a_change_that_takes_effect_stands_in_the_log_in_full(opened, qtbot, reach) -> None:
    opened.program.run.act(CloseStation("registration"), at=HOUR)

    reach(opened.program.run, 2 * HOUR)

    log = opened.window.run_page.log.table.model()
    told = [log.index(row, WHAT).data() for row in range(log.rowCount())]
    title = opened.program.run.scenario.title_of("registration")
    assert f"Close {title}" in told


def test_that_a_change_on_its_way_is_listed_and_can_be_undone(opened, qtbot) -> None:
    page = opened.window.run_page
    page.show_place("admission")
    delay = next(box for box in page.inspector.findChildren(QComboBox) if box.currentText() == "now")
    delay.setCurrentIndex(2)
    next(button for button in page.inspector.findChildren(QPushButton) if button.text() == "Post").click()
    qtbot.waitUntil(lambda: bool(opened.program.run.pending), timeout=PATIENCE_MS)

    next(button for button in page.inspector.findChildren(QPushButton) if button.text() == "Undo").click()

    qtbot.waitUntil(lambda: opened.program.run.journal == (), timeout=PATIENCE_MS)


def test_that_a_run_whose_process_dies_says_so_and_comes_back(opened, qtbot, reach) -> None:
    reach(opened.program.run, 5 * HOUR)
    banner = opened.window.run_page.failure

    os.kill(opened.program.run.process_id, signal.SIGTERM)
    qtbot.waitUntil(banner.isVisible, timeout=PATIENCE_MS)
    assert "The simulation stopped" in banner.sentence.text()

    qtbot.mouseClick(banner.recover, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.program.run.time == 5 * HOUR, timeout=PATIENCE_MS)
    assert not banner.isVisible()


def test_that_a_wrong_file_lists_its_problems_and_what_was_open_stays(opened, qtbot, tmp_path) -> None:
    path = tmp_path / "wrong.toml"
    text = find_scenario("border_post_basics").read_text(encoding="utf-8")
    path.write_text(text.replace("capacity", "capacty"), encoding="utf-8")

    opened.program.file.open(str(path))
    shown = dialog(qtbot, opened, ProblemDialog)

    assert any("capacty" in shown.problems.item(row).text() for row in range(shown.problems.count()))
    assert opened.program.run.scenario.title == "Border post basics"


def test_that_a_dropped_file_is_opened_and_remembered(desktop, qtbot, tmp_path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(find_scenario("border_post_basics").read_bytes())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

    QApplication.sendEvent(desktop.window, QDragEnterEvent(QPoint(9, 9), *how))
    QApplication.sendEvent(desktop.window, QDropEvent(QPointF(9, 9), *how))
    qtbot.waitUntil(lambda: desktop.program.run.scenario is not None, timeout=PATIENCE_MS)

    assert desktop.program.recent.paths == (path,)
    assert desktop.window.page is desktop.window.run_page


def test_that_the_open_scenario_is_saved_to_a_file_of_ones_own_and_listed(opened, qtbot, tmp_path) -> None:
    opened.window.commands.save_scenario.trigger()
    asked = dialog(qtbot, opened, QFileDialog)
    mine = tmp_path / "my_border.toml"

    with qtbot.waitSignal(opened.program.file.saved, timeout=PATIENCE_MS):
        asked.fileSelected.emit(str(mine))
        asked.reject()

    assert mine.exists()
    assert opened.program.recent.paths == (mine,)
    assert "my_border.toml" in opened.window.statusBar().currentMessage()


def test_that_the_title_names_the_scenario(opened) -> None:
    assert opened.window.windowTitle().startswith("Border post basics[*]")
    assert not opened.window.isWindowModified()


def test_that_the_title_names_the_project_that_is_open(desktop, tmp_path) -> None:
    desktop.window.open_path(make_project(tmp_path / "class.reception"))

    assert desktop.window.windowTitle().startswith("class.reception[*]")


def test_that_a_new_project_is_opened_again_from_the_first_page(opened, qapp, settings, qtbot, tmp_path) -> None:
    path = tmp_path / "class.reception"
    opened.window.exercise.begin(path, opened.program.run.scenario)
    opened.close()
    again = Desktop(qapp, settings)
    qtbot.addWidget(again.window, before_close_func=lambda _: again.close())
    again.window.show()
    (button,) = (one for one in again.window.welcome.findChildren(QPushButton) if one.text() == path.name)

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert again.window.page is again.window.exercise
    assert again.program.project.path == path


def test_that_colours_change_at_once_and_are_remembered(opened) -> None:
    opened.window.commands.dark.trigger()

    assert current_theme() is DARK
    assert opened.program.settings.appearance is Appearance.DARK


def test_that_the_page_of_the_questions_knows_what_was_open_before_it_was_first_shown(opened, qtbot) -> None:
    opened.program.run.act(CloseStation(at="admission"))
    qtbot.waitUntil(lambda: bool(opened.program.run.journal), timeout=PATIENCE_MS)
    opened.window.commands.dark.trigger()

    opened.window.commands.answers.trigger()

    answers, scenario = opened.window.answers, opened.program.run.scenario
    assert opened.window.page is answers
    assert opened.window.commands.answers.isChecked()
    assert answers.tabs.isVisible()
    assert answers.compare_form.question(scenario, 1).alternatives[-1].journal == opened.program.run.journal


def test_that_an_exercise_is_begun_on_a_page_that_nobody_has_looked_at(opened, qtbot, tmp_path) -> None:
    opened.window.exercise.begin(tmp_path / "new.reception", opened.program.run.scenario)
    opened.window.commands.exercise.trigger()

    assert opened.window.page is opened.window.exercise
    assert opened.window.exercise.editor.exercise is not None
    assert opened.program.settings.open_project == tmp_path / "new.reception"


def test_that_closing_asks_only_when_changes_would_be_lost(opened, qtbot) -> None:
    opened.program.run.act(PostStaff("admission", "officer", 1))
    qtbot.waitUntil(lambda: opened.program.run.unsaved, timeout=PATIENCE_MS)

    opened.window.close()
    assert opened.window.isVisible()

    next(button for button in opened.window.findChildren(QPushButton) if "without saving" in button.text()).click()
    assert not opened.window.isVisible()


def test_that_another_scenario_is_opened_over_unsaved_changes_only_when_asked_to(opened, qtbot) -> None:
    opened.program.run.act(PostStaff("admission", "officer", 1))
    qtbot.waitUntil(lambda: opened.program.run.unsaved, timeout=PATIENCE_MS)

    opened.program.file.open("lampedusa_2023")
    assert opened.program.run.scenario.title == "Border post basics"

    next(button for button in opened.window.findChildren(QPushButton) if "without saving" in button.text()).click()
    assert opened.program.run.scenario.title == "Lampedusa, September 2023"


def test_that_space_ticks_a_chart_in_the_list_and_plays_anywhere_else(opened, qtbot) -> None:
    choice = opened.window.run_page.charts.choice
    choice.setCurrentRow(0)
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    assert choice.item(0).checkState() is Qt.CheckState.Unchecked
    assert opened.program.run.time == 0

    opened.window.run_page.map.setFocus()
    qtbot.keyClick(opened.window.run_page.map, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: opened.program.run.time > 0, timeout=PATIENCE_MS)


def test_that_the_window_comes_back_where_it_was(desktop, qapp, settings, qtbot) -> None:
    desktop.window.resize(780, 560)
    desktop.window.close()

    again = Desktop(qapp, settings)
    height = again.window.height()
    again.close()

    assert height == 560


def test_that_a_window_on_a_screen_that_is_gone_is_brought_back(desktop, qapp, settings) -> None:
    desktop.window.move(20_000, 20_000)
    desktop.window.close()

    again = Desktop(qapp, settings)
    seen = qapp.primaryScreen().availableGeometry().intersects(again.window.frameGeometry())
    again.close()

    assert seen


def test_that_a_place_is_found_by_the_palette(opened, qtbot) -> None:
    keyboard = opened.window.windowHandle()  # keys come to the window that has the focus, and it is never the palette
    opened.window.commands.palette.trigger()
    for letter in "go registr":
        QTest.keyClick(keyboard, letter)
    QTest.keyClick(keyboard, Qt.Key.Key_Return)

    assert opened.window.run_page.inspector.place == "registration"


@pytest.mark.parametrize(("name", "kind"), [("guide", GuideDialog), ("about", AboutDialog)])
def test_that_help_opens_offline_and_does_not_block(desktop, qtbot, name, kind) -> None:
    getattr(desktop.window.commands, name).trigger()

    shown = dialog(qtbot, desktop, kind)

    assert len(shown.text.toPlainText()) > 300


def test_that_large_charts_take_the_map_away_and_give_it_back(opened) -> None:
    page = opened.window.run_page
    opened.window.commands.enlarge.trigger()
    assert not page.map.isVisible()

    opened.window.commands.enlarge.trigger()

    assert page.map.isVisible()


def test_that_the_report_page_shows_the_pages_of_the_run_so_far(opened, qtbot, reach) -> None:
    reach(opened.program.run, 6 * HOUR)

    with qtbot.waitSignal(opened.program.export.preview_ready, timeout=60_000):
        opened.window.commands.report.trigger()

    assert opened.window.report_page.pages.count > 1


def test_that_a_report_is_exported_from_the_page(opened, qtbot, reach, tmp_path) -> None:
    reach(opened.program.run, 6 * HOUR)

    with qtbot.waitSignal(opened.program.export.exported, timeout=60_000):
        opened.window.report_page.export_to(tmp_path / "report.html")

    assert "Border post basics" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_that_an_exercise_is_begun_from_its_card(desktop, qtbot) -> None:
    qtbot.mouseClick(card(desktop, "introduction_45_minutes").lead, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: desktop.window.page is desktop.window.exercise, timeout=PATIENCE_MS)
    assert desktop.program.run.scenario.title == "A 45-minute introduction for a class"


def test_that_a_scenario_that_is_opened_is_not_led(desktop, qtbot) -> None:
    qtbot.mouseClick(card(desktop, "introduction_45_minutes").open, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: desktop.program.run.scenario is not None, timeout=PATIENCE_MS)
    assert desktop.window.page is desktop.window.run_page
    assert not card(desktop, "border_post_basics").lead.isVisible()

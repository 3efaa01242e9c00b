"""Whatever people write into a scenario or a project is shown as it stands: it never loads a picture as HTML would."""

import re

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTextEdit,
    QToolTip,
    QWidget,
)

from reception_sim.reports.document import Column, Table, row
from reception_sim.scenario.library import find_scenario
from reception_sim.scenario.quantities import HOUR
from ui.forms.question import Question
from ui.pages.asking import message_box
from ui.plain_text import tip
from ui.tables.copyable_table import CopyableTable
from ui.tables.document_table import DocumentTableModel

WAIT_MS = 30_000
HOSTILE = "<img src='//elsewhere/picture.png'>"
WRITTEN = re.compile(r'\b(title|text|summary|teaches|note|source|guidance|remarks) = "([^"]*)"')


@pytest.fixture
def hostile(tmp_path):
    """Return a scenario with an exercise whose every text carries a picture of another machine."""
    text = find_scenario("introduction_45_minutes").read_text(encoding="utf-8")
    path = tmp_path / "hostile.toml"
    path.write_text(WRITTEN.sub(rf'\1 = "\2 {HOSTILE}"', text), encoding="utf-8")
    return path


@pytest.fixture
def opened(desktop, qtbot, hostile):
    desktop.program.file.open(str(hostile))
    run = desktop.program.run
    qtbot.waitUntil(lambda: run.snapshot is not None, timeout=WAIT_MS)
    run.run_until(6 * HOUR)
    qtbot.waitUntil(lambda: run.figures is not None and run.figures.until >= 6 * HOUR, timeout=WAIT_MS)
    return desktop


@pytest.fixture
def led(opened, qtbot, tmp_path):
    """Return the page of an exercise over it that is led, with the players' window open."""
    page = opened.window.exercise
    opened.window.show_page(page)
    page.begin(tmp_path / "class.reception", opened.program.run.scenario)
    page.parts.setCurrentWidget(page.lead)
    qtbot.waitUntil(lambda: page.led.picture is not None, timeout=WAIT_MS)
    page.lead.commands.startex.trigger()
    page.led.run_until(5 * HOUR)
    qtbot.waitUntil(lambda: page.led.time == 5 * HOUR, timeout=WAIT_MS)
    return page


def taken_as_html(window: QWidget) -> list[str]:
    """Return every text in which Qt would see the picture of HTML."""
    found = [one.text() for one in window.findChildren(QLabel) if _reads_html(one)]
    found += [one.toHtml() for one in window.findChildren(QTextEdit) if "elsewhere" in one.document().toRawText()]
    found += [f"{type(one)} {one.toolTip()}" for one in window.findChildren(QWidget)]
    for view in window.findChildren(QAbstractItemView):
        if view.model() is not None and not isinstance(view, CopyableTable | QHeaderView):
            found += [f"{type(view)} {one}" for one in tips_in(view.model())]
    return [text for text in found if "<img" in text]


def _reads_html(shown: QLabel) -> bool:
    return shown.textFormat() is not Qt.TextFormat.PlainText


def tips_in(model: QAbstractItemModel) -> list[str]:
    """Return the tooltips of a list."""
    rows = range(model.rowCount(QModelIndex()))
    return [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "") for row in rows]


def shown_somewhere(window: QWidget) -> bool:
    return any("<img" in one.text() for one in window.findChildren(QLabel))


def test_that_the_run_page_shows_texts_of_a_scenario_as_they_stand(opened):
    page = opened.window.run_page
    for place in ("registration", "hall"):
        page.show_place(place)
        QApplication.processEvents()

        assert shown_somewhere(page)
        assert taken_as_html(opened.window) == []


def test_that_an_exercise_shows_texts_of_its_injects_as_they_stand(led, opened, qtbot):
    players = led.show_players()
    QApplication.processEvents()
    led.parts.setCurrentWidget(led.review)
    QApplication.processEvents()

    assert "<img" in players.headline.text()
    assert taken_as_html(players) == []
    assert taken_as_html(opened.window) == []


def test_that_boxes_and_questions_show_texts_as_they_stand(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    message_box(window, "Title", f"The file {HOSTILE}", f"Its place {HOSTILE}")
    Question("Title", f"A name for {HOSTILE}", window)

    assert window.findChild(QMessageBox) is not None
    assert taken_as_html(window) == []


def test_that_a_tooltip_shows_what_looks_like_html_as_it_stands():
    assert tip(f"{HOSTILE}\nnext") == "&lt;img src=&#x27;//elsewhere/picture.png&#x27;&gt;<br>next"
    assert tip("fewer than 3\nplain") == "fewer than 3\nplain"


def test_that_the_tooltip_of_a_cell_shows_what_it_holds_as_it_stands(qtbot):
    table = CopyableTable("Places", "Nothing.")
    qtbot.addWidget(table)
    table.setModel(DocumentTableModel(Table("Places", (Column("Place"),), (row(HOSTILE),)), table))
    table.show()
    qtbot.waitExposed(table)
    point = table.visualRect(table.model().index(0, 0)).center()
    QApplication.sendEvent(table.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, table.mapToGlobal(point)))

    assert QToolTip.text() == tip(HOSTILE)
    QToolTip.hideText()

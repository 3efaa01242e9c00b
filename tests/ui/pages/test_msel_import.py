"""Taking a list of injects from a spreadsheet, in the real page: what would be taken is seen before it is."""

import pytest
from PySide6.QtCore import Qt

from reception_sim.exercise_plan import AtTime
from reception_sim.spreadsheets import MselColumn
from tests.exercise.led_messages import make_project
from tests.spreadsheets.sheets import csv_file, workbook
from ui.pages.exercise_page import ExercisePage
from ui.pages.msel_import import MselImportDialog
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.theme import LIGHT

WAIT_MS = 30_000
HEADINGS = ("Number", "Title", "Exercise time (h:mm:ss)", "To")


@pytest.fixture
def page(qtbot, tmp_path):
    shown = ExercisePage(OpenProject(), LedExercise(), LIGHT)
    qtbot.addWidget(shown, before_close_func=lambda one: one.close_work())
    shown.open_project(make_project(tmp_path / "class.reception"))
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def asked(qtbot, page, path):
    """Return the dialog that a file brings, once it has looked at the rows."""
    page.files.take(path)
    qtbot.waitUntil(lambda: page.findChild(MselImportDialog) is not None, timeout=WAIT_MS)
    dialog = page.findChild(MselImportDialog)
    qtbot.waitUntil(lambda: "Looking" not in dialog.outcome.text(), timeout=WAIT_MS)
    return dialog


def looked_again(qtbot, dialog):
    qtbot.waitUntil(lambda: "Looking" not in dialog.outcome.text(), timeout=WAIT_MS)


def told(table):
    model = table.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_that_an_import_is_seen_before_it_is_taken_and_can_be_undone(page, qtbot, tmp_path):
    before = page.editor.exercise
    path = csv_file(tmp_path, HEADINGS, ["71", "A bridge is closed", "1:30:00", ""], ["72", "It rains", "2:00:00", ""])
    dialog = asked(qtbot, page, path)

    assert dialog.outcome.text() == "2 injects can be taken."
    assert page.editor.exercise == before
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert page.editor.inject(71).title == "A bridge is closed"
    assert page.editor.inject(72).when == AtTime(at=7200.0)
    page.editor.steps.undo()
    assert page.editor.exercise == before


def test_that_a_list_is_taken_by_the_keyboard_alone(page, qtbot, tmp_path):
    dialog = asked(qtbot, page, csv_file(tmp_path, HEADINGS, ["71", "A bridge is closed", "1:30:00", ""]))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert page.editor.inject(71).title == "A bridge is closed"


def test_that_an_import_that_is_not_wanted_changes_nothing(page, qtbot, tmp_path):
    before = page.editor.exercise
    dialog = asked(qtbot, page, csv_file(tmp_path, HEADINGS, ["71", "A bridge is closed", "1:30:00", ""]))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert page.editor.exercise == before


def test_that_every_row_that_cannot_be_taken_is_told_with_what_would_be_right(page, qtbot, tmp_path):
    path = csv_file(tmp_path, HEADINGS, ["71", "Told", "1:30:00", ""], ["first", "Not told", "1:40:00", ""])
    dialog = asked(qtbot, page, path)

    assert dialog.outcome.text() == "1 inject can be taken, 1 row cannot."
    assert told(dialog.refused) == [("3", "Number", "first", "a whole number")]


def test_that_columns_with_headings_of_their_own_are_chosen_by_hand(page, qtbot, tmp_path):
    path = csv_file(tmp_path, ["Lfd.", "Was geschieht", "Wann"], ["71", "Die Brücke ist gesperrt", "1:30:00"])
    dialog = asked(qtbot, page, path)

    assert dialog.outcome.text() == "Say which column is the Title or the Text of injects."
    assert not dialog.take.isEnabled()
    for place, column in enumerate((MselColumn.NUMBER, MselColumn.TITLE, MselColumn.TIME)):
        dialog.choose(place, column)
    looked_again(qtbot, dialog)
    dialog.take.click()
    assert page.editor.inject(71).title == "Die Brücke ist gesperrt"
    assert page.editor.inject(71).when == AtTime(at=5400.0)


def test_that_a_column_of_the_list_is_only_one_of_the_file(page, qtbot, tmp_path):
    path = csv_file(tmp_path, ["Number", "Title", "Long title"], ["71", "Bridge", "The bridge is closed"])
    dialog = asked(qtbot, page, path)
    dialog.choose(2, MselColumn.TITLE)

    assert dialog.mapping == {MselColumn.NUMBER: 0, MselColumn.TITLE: 2}


def test_that_headings_may_stand_in_a_lower_line(page, qtbot, tmp_path):
    path = csv_file(tmp_path, ["Number", "Title", "To", "By"], ["No", "Event", "", ""], ["71", "Bridge", "", ""])
    dialog = asked(qtbot, page, path)
    dialog.heading.setValue(2)
    looked_again(qtbot, dialog)

    assert dialog.outcome.text() == "1 inject can be taken."


def test_that_the_sheet_with_the_list_is_found_and_another_can_be_chosen(page, qtbot, tmp_path):
    def more(sheet):
        sheet.title = "Cover"
        sheet.parent.create_sheet("MSEL").append(["Number", "Title"])
        sheet.parent["MSEL"].append([71, "Bridge"])

    dialog = asked(qtbot, page, workbook(tmp_path, ["An exercise of the border police"], change=more))

    assert dialog.sheet.currentText() == "MSEL"
    assert dialog.outcome.text() == "1 inject can be taken."
    dialog.sheet.setCurrentText("Cover")
    dialog.sheet.activated.emit(dialog.sheet.currentIndex())
    assert not dialog.take.isEnabled()


def test_that_an_inject_that_would_be_replaced_is_told(page, qtbot, tmp_path):
    number = page.editor.exercise.injects[0].number
    dialog = asked(qtbot, page, csv_file(tmp_path, ["Number", "Title"], [str(number), "Instead"]))

    assert dialog.replaced.text() == "1 takes the place of an inject with its number."


def test_that_a_file_that_is_no_list_is_told_in_a_sentence(page, qtbot, tmp_path):
    path = tmp_path / "photo.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    said = []
    page.said.connect(said.append)
    page.files.take(path)
    qtbot.waitUntil(lambda: any("photo.xlsx:" in one for one in said), timeout=WAIT_MS)

    assert page.findChild(MselImportDialog) is None


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_that_an_exported_list_can_be_taken_again(page, qtbot, tmp_path, name):
    with qtbot.waitSignal(page.said, timeout=WAIT_MS) as said:
        page.files.write(tmp_path / name)

    assert said.args == [f"✓ Written: {name}"]
    dialog = asked(qtbot, page, tmp_path / name)
    assert told(dialog.refused) == []
    assert dialog.outcome.text() == f"{len(page.editor.exercise.injects)} injects can be taken."


def test_that_the_list_of_an_exercise_that_has_been_played_stays(page, qtbot):
    assert page.files.import_list.isEnabled()
    page.parts.setCurrentWidget(page.lead)
    qtbot.waitUntil(lambda: page.led.snapshot is not None, timeout=WAIT_MS)
    page.lead.commands.startex.trigger()
    qtbot.waitUntil(lambda: not page.files.import_list.isEnabled(), timeout=WAIT_MS)

    assert page.files.import_list.toolTip() == "The list of an exercise that has been played stays"

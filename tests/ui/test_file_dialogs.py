"""Where dialogs for files begin, what they propose, and what they remember."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui.file_dialogs import FileDialog, ask_for_file, ask_for_folder, ask_where, named_after

KINDS = "Word (*.docx);;PDF (*.pdf)"


@pytest.fixture
def window(qtbot, settings, tmp_path, monkeypatch):
    monkeypatch.setattr(FileDialog, "kept_in", settings)
    settings.folder = tmp_path
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def dialog(window) -> QFileDialog:
    return window.findChildren(QFileDialog)[-1]


def proposed(window) -> str:
    return Path(dialog(window).selectedFiles()[0]).name


def test_that_a_dialog_begins_where_the_last_one_ended(window, tmp_path):
    (tmp_path / "papers").mkdir()
    chosen = []
    ask_for_file(window, "Open", "", chosen.append)
    dialog(window).filesSelected.emit([str(tmp_path / "papers" / "list.xlsx")])
    dialog(window).fileSelected.emit(str(tmp_path / "papers" / "list.xlsx"))
    ask_where(window, "Write", KINDS, "report.docx", chosen.append)

    assert chosen == [tmp_path / "papers" / "list.xlsx"]
    assert Path(dialog(window).directory().absolutePath()) == tmp_path / "papers"


def test_that_a_folder_that_was_chosen_is_the_one_remembered(window, settings, tmp_path):
    (tmp_path / "kit").mkdir()
    ask_for_folder(window, "Where?", lambda _: None)
    dialog(window).filesSelected.emit([str(tmp_path / "kit")])

    assert settings.folder == tmp_path / "kit"


def test_that_the_kind_that_is_chosen_gives_the_file_its_ending(window):
    ask_where(window, "Write", KINDS, "report.docx", lambda _: None)
    dialog(window).findChild(QLineEdit).setText("my report.docx")
    dialog(window).filterSelected.emit("PDF (*.pdf)")

    assert proposed(window) == "my report.pdf"
    assert dialog(window).defaultSuffix() == "pdf"


def test_that_a_name_is_proposed_that_is_free_where_nothing_may_be_replaced(window, tmp_path):
    (tmp_path / "class.reception").touch()
    ask_where(window, "New", "", "class.reception", lambda _: None, replaces=False)

    assert proposed(window) == "class_2.reception"


def test_that_a_file_is_named_after_what_it_is_about():
    assert named_after("Lampedusa, September 2023", "report") == "lampedusa_september_2023_report"


def test_that_a_title_that_says_what_it_is_does_not_say_it_twice():
    assert named_after("Sea-arrival exercise", "exercise") == "sea_arrival_exercise"
    assert named_after("Sea-arrival exercise", "template") == "sea_arrival_exercise_template"

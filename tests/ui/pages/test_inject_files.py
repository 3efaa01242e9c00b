"""Files that go out with injects, from the form to the kit and the players' window."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QScrollArea

from reception_sim.papers.written import write_kit_of
from reception_sim.project_file import ProjectFile
from reception_sim.scenario.quantities import HOUR
from tests.exercise.led_messages import make_project
from ui.pages.attachment_dialog import AttachmentDialog
from ui.pages.exercise_page import ExercisePage
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.theme import LIGHT

WAIT_MS = 60_000


@pytest.fixture
def page(qtbot, tmp_path):
    shown = ExercisePage(OpenProject(), LedExercise(), LIGHT)
    qtbot.addWidget(shown, before_close_func=lambda one: one.close_work())
    shown.show()
    shown.open_project(make_project(tmp_path / "class.reception"))
    shown.prepare.parts.setCurrentWidget(shown.prepare.msel)
    shown.prepare.msel.choose(1)
    return shown


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("Two buses at the gate")
    return path


def test_that_a_file_goes_from_the_form_to_the_kit_and_to_the_template(page, note, tmp_path):
    page.attached.add(note)
    assert page.editor.inject(1).attachments == ("note.txt",)
    assert page.keep()
    page._project.close()

    folder = write_kit_of(tmp_path / "class.reception", 1, tmp_path / "kit")
    assert (folder / "attachments" / "1 note.txt").read_text() == "Two buses at the gate"


def test_that_a_file_of_a_name_that_is_a_path_stays_in_its_folder(tmp_path):
    path = make_project(tmp_path / "class.reception")
    with ProjectFile.open(path) as project:
        plan = project.exercises.exercise(1)
        first = plan.injects[0]
        named = type(first)(**{**vars(first), "attachments": ("../../outside.txt",)})
        project.exercises.save(1, type(plan)(**{**vars(plan), "injects": (named, *plan.injects[1:])}))
        project.marks.attach(1, "../../outside.txt", b"hello")

    folder = write_kit_of(path, 1, tmp_path / "a" / "b")
    assert [one.name for one in (folder / "attachments").iterdir()] == ["1 outside.txt"]
    assert not (tmp_path / "outside.txt").exists()


def test_that_removing_a_file_can_be_undone_and_the_project_lets_go_of_it_only_later(page, note, tmp_path):
    page.attached.add(note)
    field = page.prepare.msel.form.files
    field.list.setCurrentRow(0)
    field.remove.click()
    assert page.editor.inject(1).attachments == ()
    page.editor.steps.undo()
    assert page._project.attachment("note.txt") == b"Two buses at the gate"
    page.editor.steps.redo()
    page.keep()
    page.close_work()

    page.open_project(tmp_path / "class.reception")
    assert page._project.attachments() == []


def test_that_a_file_that_is_not_there_or_too_large_is_told(page, qtbot, tmp_path):
    with qtbot.waitSignal(page.said) as said:
        page.attached.add(tmp_path / "gone.txt")
    assert "gone.txt cannot be read" in said.args[0]

    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(21 * 2**20)
    with qtbot.waitSignal(page.said) as said:
        page.attached.add(large)
    assert "too large" in said.args[0]
    assert page.editor.inject(1).attachments == ()


def test_that_pictures_and_text_are_shown_and_nothing_else_is_opened(qtbot, tmp_path):
    path = tmp_path / "map.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(path))
    dialogs = []
    for name, content in (
        ("map.png", path.read_bytes()),
        ("note.txt", b"Two buses"),
        ("macro.docm", b"PK\x03\x04"),
        ("broken.png", path.read_bytes()[:12]),
    ):
        dialog = AttachmentDialog(name, content)
        qtbot.addWidget(dialog)
        dialogs.append(dialog)

    picture, text, other, broken = (dialog.body for dialog in dialogs)
    assert isinstance(picture, QScrollArea)
    assert isinstance(text, QPlainTextEdit)
    assert text.isReadOnly()
    assert isinstance(other, QLabel)
    assert "not opened here" in other.text()
    assert "damaged" in broken.text()


def test_that_a_copy_goes_where_the_user_picks(page, note, tmp_path):
    page.attached.add(note)
    page.attached.save("note.txt", tmp_path / "copy.txt")

    assert (tmp_path / "copy.txt").read_text() == "Two buses at the gate"


def test_that_players_can_look_at_what_came_with_an_inject_and_at_nothing_else(page, qtbot, note):
    page.attached.add(note)
    page._project.attach(note)  # a second one, which nobody was sent
    page.parts.setCurrentWidget(page.lead)
    led = page.lead._led
    qtbot.waitUntil(lambda: led.snapshot is not None, timeout=WAIT_MS)
    players = page.show_players()
    led.run_until(HOUR)
    qtbot.waitUntil(lambda: players.inbox.count() == 1, timeout=WAIT_MS)

    players.file_asked.emit("note (2).txt")
    assert not players.findChildren(AttachmentDialog)
    players._files.itemAt(0).widget().click()
    (dialog,) = players.findChildren(AttachmentDialog)
    assert dialog.body.toPlainText() == "Two buses at the gate"

    players.close()
    assert QApplication.activeModalWidget() is None  # nothing of it stays on the screen

"""Projects of exercises in the real window: made, opened, shared, damaged, and offered again."""

import sqlite3
from contextlib import closing

import pytest
import shiboken6
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reception_sim.exercise_plan import Note
from reception_sim.exercise_plan.course import Phase
from reception_sim.project_file import ProjectFile
from reception_sim.scenario.quantities import HOUR
from tests.exercise.led_messages import make_project
from tests.exercise_plan.exercises import busy_desk, exercise
from tests.ui.pages.exercise_steps import WAIT_MS, begin_play, go
from ui.application import Desktop


def test_that_a_new_exercise_is_kept_in_a_project_from_its_first_moment(page, tmp_path):
    page.begin(tmp_path / "new.reception", busy_desk())

    assert page.parts.currentWidget() is page.prepare
    page.close_work()
    with ProjectFile.open(tmp_path / "new.reception") as project:
        assert project.exercises.exercise(1).title == busy_desk().title


@pytest.mark.parametrize("part", ["lead", "review"])
def test_that_nothing_of_an_exercise_is_taken_for_the_next_ones(page, led, qtbot, tmp_path, part):
    go(qtbot, led, 2 * HOUR)
    led.go_to(HOUR)
    qtbot.waitUntil(lambda: led.time == HOUR, timeout=WAIT_MS)
    led.begin_branch("Another way")
    qtbot.waitUntil(lambda: len(led.branches) == 2, timeout=WAIT_MS)

    page.open_project(make_project(tmp_path / "other.reception"))
    assert (led.exercise, led.course, led.branch, led.snapshot, led.picture) == (None,) * 5
    page.parts.setCurrentWidget(getattr(page, part))
    qtbot.waitUntil(lambda: led.snapshot is not None, timeout=WAIT_MS)

    assert led.time == 0.0
    assert len(led.branches) == 1


def test_that_a_new_exercise_never_replaces_a_project(page, qtbot, tmp_path):
    path = make_project(tmp_path / "class.reception")
    before = path.read_bytes()
    with qtbot.waitSignal(page.said) as said:
        page.begin(path, busy_desk())

    assert "exists already" in said.args[0]
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("PRAGMA user_version = 99", "was written by a newer version"),
        ("CREATE TABLE more (x)", "has been tampered with"),
        ("UPDATE exercise SET document = '{}'", "cannot be read"),
    ],
)
def test_that_a_project_that_cannot_be_opened_is_told_and_the_one_that_is_open_stays(
    page, qtbot, tmp_path, statement, said
):
    page.open_project(make_project(tmp_path / "class.reception"))
    other = make_project(tmp_path / "other.reception")
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute(statement)
    with qtbot.waitSignal(page.said) as told:
        page.open_project(other)

    assert said in told.args[0]
    assert not page.findChildren(QMessageBox)
    page.editor.retime(1, 2 * HOUR)
    assert page.keep()
    assert page._project.path == tmp_path / "class.reception"


def test_that_a_project_that_is_open_in_another_window_is_told(page, qtbot, tmp_path):
    path = make_project(tmp_path / "class.reception")
    with ProjectFile.open(path), qtbot.waitSignal(page.said) as told:
        page.open_project(path)

    assert "in use by another window" in told.args[0]


def test_that_of_a_project_that_is_open_in_another_window_a_copy_is_offered_and_opened(page, qtbot, tmp_path):
    path = make_project(tmp_path / "class.reception")
    with ProjectFile.open(path) as elsewhere:
        elsewhere.marks.add_note(1, Note(branch=1, time=1.0, text="Written a moment ago"))
        page.open_project(path)
        (box,) = page.findChildren(QMessageBox)
        assert "in use by another window" in box.text()
        next(button for button in box.buttons() if button.text() == "Save a copy as…").click()
        (dialog,) = page.findChildren(QFileDialog)
        with qtbot.waitSignal(page.copying.saved, timeout=WAIT_MS):
            dialog.fileSelected.emit(str(tmp_path / "mine.reception"))
        dialog.close()

    assert page._project.path == tmp_path / "mine.reception"
    assert [note.text for note in page._project.notes()] == ["Written a moment ago"]
    page.editor.retime(1, 2 * HOUR)
    assert page.keep()


def test_that_what_can_be_read_of_a_damaged_project_is_offered_as_a_new_file(page, qtbot, tmp_path):
    path = make_project(tmp_path / "class.reception")
    with ProjectFile.open(path) as project:
        for number in range(40):
            project.marks.add_note(1, Note(branch=1, time=1.0, text=f"Note {number} " + "word " * 300))
    content = bytearray(path.read_bytes())
    start = content.index(b"Note 20 ") // 4096 * 4096
    content[start : start + 100] = b"\xff" * 100
    path.write_bytes(content)
    page.open_project(path)
    (box,) = page.findChildren(QMessageBox)
    assert "class.reception is damaged" in box.text()
    box.close()

    with qtbot.waitSignal(page.salvage.said, timeout=WAIT_MS) as said:
        page.salvage.save(path, tmp_path / "saved.reception")
    assert "Some could not be read of: the notes." in said.args[0]
    assert page._project.path == tmp_path / "saved.reception"
    assert page.editor.exercise == exercise()


def test_that_a_played_exercise_is_offered_where_it_was_when_its_project_is_opened(page, qtbot, led, tmp_path):
    begin_play(qtbot, page, led)
    go(qtbot, led, HOUR)
    page.close_work()
    page.open_project(tmp_path / "class.reception")
    qtbot.waitUntil(lambda: led.time == HOUR, timeout=WAIT_MS)

    assert led.course.phase is Phase.PLAYING
    assert page.parts.currentWidget() is page.lead


def test_that_a_program_that_ended_unexpectedly_offers_its_exercise(qtbot, qapp, settings, tmp_path):
    path = make_project(tmp_path / "class.reception")
    settings.open_project = path
    desktop = Desktop(qapp, settings)
    desktop.window.offer_project()

    (box,) = desktop.window.findChildren(QMessageBox)
    assert "class.reception" in box.text()
    box.buttons()[0].click()
    assert desktop.program.project.path == path
    desktop.window.close()
    desktop.close()
    shiboken6.delete(desktop.window)


@pytest.mark.parametrize("in_play", [True, False])
def test_that_a_program_that_is_closed_in_the_middle_of_play_offers_it_at_the_next_start(
    qtbot, qapp, settings, tmp_path, in_play
):
    path = make_project(tmp_path / "class.reception")
    desktop = Desktop(qapp, settings)
    page = desktop.window.exercise
    page.open_project(path)
    page.parts.setCurrentWidget(page.lead)
    qtbot.waitUntil(lambda: page.led.snapshot is not None, timeout=WAIT_MS)
    if in_play:
        begin_play(qtbot, page, page.led)

    desktop.window.close()
    assert settings.open_project == (path if in_play else None)
    desktop.close()
    shiboken6.delete(desktop.window)

"""Project files that are locked, read-only, damaged, too new, tampered with, or on a full disk."""

import os
import resource
import shutil
import signal
import sqlite3
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import pytest

from reception_sim.exercise_plan import LogEntry, PlayBegan
from reception_sim.project_file import ProjectError, ProjectFile, ProjectNotWritableError, copy_project
from tests.exercise.led_messages import make_project
from tests.exercise_plan.exercises import busy_desk, exercise

_NOBODY = 65534
ENTRY = LogEntry(1.0, PlayBegan())


@pytest.fixture
def path(tmp_path):
    """Return the path of a closed project with one exercise and one entry in its log."""
    path = tmp_path / "course.reception"
    with ProjectFile.create(path, "A course") as project:
        number = project.exercises.add(exercise(), project.studies.add_scenario(busy_desk()))
        project.exercises.keep(number, 1, ENTRY)
        project.marks.attach(number, "long.txt", bytes(200_000))
    return path


def changed(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def refused(path, said):
    before = path.read_bytes()
    with pytest.raises(ProjectError, match=said):
        ProjectFile.open(path)
    assert path.read_bytes() == before


def test_that_a_file_that_is_not_there_is_told(tmp_path) -> None:
    with pytest.raises(ProjectError, match="no project file"):
        ProjectFile.open(tmp_path / "gone.reception")


def test_that_a_file_that_is_there_is_not_made_anew(path) -> None:
    before = path.read_bytes()

    with pytest.raises(ProjectError, match="exists already"):
        ProjectFile.create(path, "Another")
    assert path.read_bytes() == before


def test_that_a_project_is_open_in_one_window_at_a_time(path) -> None:
    with ProjectFile.open(path), pytest.raises(ProjectError, match="another window"):
        ProjectFile.open(path)

    ProjectFile.open(path).close()


def test_that_a_project_can_be_looked_at_while_it_is_open_elsewhere(path) -> None:
    with ProjectFile.open(path) as writing:
        writing.exercises.set_reached(1, 1, 5.0)
        with ProjectFile.open(path, read_only=True) as reading:
            assert reading.exercises.branch(1, 1).reached == 5.0
            with pytest.raises(ProjectError, match="read-only"):
                reading.exercises.keep(1, 1, ENTRY)


def _hold(path, ready):
    ProjectFile.open(path)
    ready.send("held")
    sleep(60)


def test_that_a_window_that_was_killed_locks_nothing(path) -> None:
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_hold, args=(path, theirs), daemon=True)
    process.start()
    assert ours.poll(30)
    with pytest.raises(ProjectError, match="another window"):
        ProjectFile.open(path)

    process.kill()
    process.join()

    ProjectFile.open(path).close()


def test_that_a_read_only_file_can_be_read_and_says_that_it_cannot_be_written(path, tmp_path) -> None:
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with ProjectFile.open(path, read_only=True) as project:
            assert project.exercises.log(1, 1) == (ENTRY,)
            with pytest.raises(ProjectError, match="read-only"):
                project.exercises.keep(1, 1, ENTRY)
    finally:
        tmp_path.chmod(0o755)


@pytest.fixture
def nobody():
    """Be somebody who may write only what is theirs, where the tests run as one who may write everything."""
    us = os.geteuid()
    with TemporaryDirectory() as mine:
        Path(mine).chmod(0o777)
        if us == 0:
            os.seteuid(_NOBODY)
        yield Path(mine)
        os.seteuid(us)


@pytest.mark.parametrize("mode", [0o777, 0o555])
def test_that_a_read_only_file_is_refused_for_writing_and_a_copy_of_it_can_be_written(nobody, mode) -> None:
    shelf = nobody / "shelf"
    shelf.mkdir()
    shown = make_project(shelf / "shown.reception")
    shown.chmod(0o444)
    shelf.chmod(mode)
    with pytest.raises(ProjectNotWritableError, match="read-only"):
        ProjectFile.open(shown)

    with ProjectFile.open(copy_project(shown, nobody / "copy.reception")) as copy:
        copy.exercises.keep(1, 1, ENTRY)
        assert copy.exercises.log(1, 1) == (ENTRY,)
    shelf.chmod(0o755)


def test_that_a_copy_never_replaces_a_file_and_half_a_copy_is_none(path, tmp_path) -> None:
    other = tmp_path / "other.reception"
    other.write_bytes(b"something of somebody")
    with pytest.raises(ProjectError, match="exists already"):
        copy_project(path, other)
    assert other.read_bytes() == b"something of somebody"

    with pytest.raises(ProjectError, match="cannot be opened here"):
        copy_project(path, tmp_path / "no folder" / "copy.reception")


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 50, b"SQLite format 3\0" + bytes(4000)])
def test_that_a_file_of_another_kind_is_told(tmp_path, content) -> None:
    path = tmp_path / "other.reception"
    path.write_bytes(content)

    refused(path, r"not a project file|damaged")


@pytest.mark.parametrize("place", [0.02, 0.3, 0.5, 0.7, 0.95])
def test_that_a_file_damaged_in_the_middle_is_told_and_left_as_it_is(path, place) -> None:
    content = bytearray(path.read_bytes())
    # where a table's page begins, so that there is something to break
    start = round(place * len(content) / 4096) * 4096
    content[start : start + 3000] = b"\xff" * 3000
    path.write_bytes(content)

    with pytest.raises(ProjectError, match=r"damaged|tampered"):
        _read_all(path)
    assert path.read_bytes() == bytes(content)


def _read_all(path):
    with ProjectFile.open(path) as project:
        project.exercises.log(1, 1)
        project.studies.scenario(1)
        if project.marks.attachment(1, "long.txt") != bytes(200_000):
            raise ProjectError("damaged")


def test_that_a_file_cut_short_is_told(path) -> None:
    path.write_bytes(path.read_bytes()[:-8192])

    refused(path, "damaged")


def test_that_a_file_of_a_newer_version_is_told(path) -> None:
    changed(path, "PRAGMA user_version = 99")

    refused(path, "newer version")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER x AFTER INSERT ON log BEGIN DELETE FROM bookmark; END",
        "CREATE VIEW v AS SELECT load_extension('evil')",
        "CREATE TABLE more (x)",
        "CREATE INDEX i ON log (abs(time))",
        "DROP TRIGGER a_note_is_never_removed",
        "DROP TABLE bookmark",
    ],
)
def test_that_a_file_with_other_tables_or_triggers_is_refused(path, statement) -> None:
    changed(path, statement)

    refused(path, "tampered")


def test_that_a_scenario_in_a_tampered_file_reads_no_other_file(path, tmp_path) -> None:
    (tmp_path / "secret.csv").write_text("date,persons\n2026-01-05,10\n")
    changed(path, """UPDATE scenario SET text = replace(text, 'rate = "30 per hour"', "file = 'secret.csv'")""")

    with ProjectFile.open(path) as project, pytest.raises(ProjectError, match=r"secret\.csv"):
        project.studies.scenario(1)


@pytest.mark.parametrize(
    ("statement", "ask"),
    [
        ("UPDATE exercise SET document = '{\"title\": 5}'", lambda project: project.exercises.exercise(1)),
        ("UPDATE exercise SET document = '\x80'", lambda project: project.exercises.exercise(1)),
        ("INSERT INTO log VALUES (1, 1, 9, 0, 'cos\nsystem', '')", lambda project: project.exercises.log(1, 1)),
        ("INSERT INTO bookmark VALUES (1, 1, 1, '[]')", lambda project: project.marks.bookmarks(1)),
        ("UPDATE scenario SET text = 'x'", lambda project: project.studies.scenario(1)),
    ],
)
def test_that_text_which_says_nothing_sensible_is_told_in_a_sentence(path, statement, ask) -> None:
    changed(path, statement)

    with ProjectFile.open(path) as project, pytest.raises(ProjectError, match="cannot be read"):
        ask(project)


def test_that_on_a_full_disk_nothing_is_lost_and_nothing_half_written(path) -> None:
    with ProjectFile.open(path) as project:
        before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))  # as if there were no more room
        try:
            with pytest.raises(ProjectError, match="disk is full"):
                project.marks.attach(1, "more.txt", bytes(500_000))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, before)

        assert project.exercises.log(1, 1) == (ENTRY,)
        project.exercises.keep(1, 1, ENTRY)

    with ProjectFile.open(path) as again:
        assert again.exercises.log(1, 1) == (ENTRY, ENTRY)
        assert again.marks.attachments(1) == ["long.txt"]


def test_that_a_copy_made_while_the_project_is_open_is_whole(path, tmp_path) -> None:
    copy = tmp_path / "copy.reception"
    with ProjectFile.open(path) as project:
        project.exercises.keep(1, 1, ENTRY)
        project.copy_to(copy)

    shutil.move(copy, tmp_path / "moved.reception")
    with ProjectFile.open(tmp_path / "moved.reception") as moved:
        assert moved.exercises.log(1, 1) == (ENTRY, ENTRY)

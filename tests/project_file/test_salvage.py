"""What is saved of a damaged project file."""

import shutil
import sqlite3

import pytest

from reception_sim.exercise_plan import LogEntry, Note, PlayBegan, PlayEnded
from reception_sim.project_file import ProjectDamagedError, ProjectError, ProjectFile, salvage
from tests.exercise_plan.exercises import busy_desk, exercise

NOTES = [f"Note {number}: " + "word " * 200 for number in range(200)]
LONG = bytes(range(256)) * 2000


@pytest.fixture
def path(tmp_path):
    """Return the path of a project with a long log in two branches, many notes and an attachment."""
    path = tmp_path / "course.reception"
    with ProjectFile.create(path, "A course") as project:
        number = project.exercises.add(exercise(), project.studies.add_scenario(busy_desk()))
        project.marks.attach(number, "long.bin", LONG)
        for time in range(100):
            project.exercises.keep(number, 1, LogEntry(float(time), PlayBegan()))
        project.exercises.set_reached(number, 1, 150.0)
        branch = project.exercises.begin_branch(number, "Another", 1, 50, 49.0)
        project.exercises.keep(number, branch.id, LogEntry(60.0, PlayEnded()))
        for text in NOTES:
            project.marks.add_note(number, Note(branch=1, time=1.0, text=text))
    return path


def break_page_with(path, words):
    """Overwrite the head of the page that holds some words; return its content as it is now."""
    content = bytearray(path.read_bytes())
    start = content.index(words) // 4096 * 4096
    content[start : start + 200] = b"\xff" * 200
    path.write_bytes(content)
    return bytes(content)


def test_that_of_a_file_damaged_in_its_notes_all_but_these_is_saved(path, tmp_path) -> None:
    before = break_page_with(path, b"Note 100: ")
    with pytest.raises(ProjectDamagedError):
        ProjectFile.open(path)
    saved = salvage(path, tmp_path / "new.reception")

    assert saved.incomplete == ("note",)
    assert path.read_bytes() == before
    with ProjectFile.open(tmp_path / "new.reception") as project:
        assert project.title == "A course"
        assert project.exercises.exercise(1) == exercise()
        assert project.studies.scenario(1) == busy_desk()
        assert len(project.exercises.log(1, 1)) == 100
        assert len(project.exercises.log(1, 2)) == 51
        assert project.marks.attachment(1, "long.bin") == LONG
        texts = [note.text for note in project.marks.notes(1)]
    assert saved.rows["note"] == len(texts)
    assert 190 <= len(texts) < 200
    assert set(texts) < set(NOTES)


def test_that_a_log_is_kept_up_to_where_something_is_missing_and_no_further(path, tmp_path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER the_log_is_never_cut")
    connection.execute("DELETE FROM log WHERE branch = 1 AND number = 31")
    connection.commit()
    connection.close()
    saved = salvage(path, tmp_path / "new.reception")

    assert saved.cut_logs == 69 + 1
    with ProjectFile.open(tmp_path / "new.reception") as project:
        assert [entry.time for entry in project.exercises.log(1, 1)] == [float(time) for time in range(30)]
        assert project.exercises.branch(1, 1).reached == 29.0
        other = project.exercises.branch(1, 2)
        assert (other.shared, other.begins, other.reached) == (30, 29.0, 29.0)
        assert project.exercises.log(1, 2) == project.exercises.log(1, 1)


def test_that_a_sound_file_is_saved_whole(path, tmp_path) -> None:
    saved = salvage(path, tmp_path / "new.reception")

    assert (saved.incomplete, saved.cut_logs) == ((), 0)
    assert (saved.rows["log"], saved.rows["note"], saved.rows["branch"]) == (101, 200, 2)


def test_that_what_was_written_last_and_lies_beside_the_file_is_saved_too(path, tmp_path) -> None:
    with ProjectFile.open(path) as project:
        project.exercises.keep(1, 1, LogEntry(200.0, PlayEnded()))
        lost = tmp_path / "lost.reception"  # as a machine leaves it that was switched off
        shutil.copyfile(path, lost)
        shutil.copyfile(path.with_name(f"{path.name}-wal"), lost.with_name(f"{lost.name}-wal"))
    saved = salvage(lost, tmp_path / "new.reception")

    assert saved.rows["log"] == 102


@pytest.mark.parametrize("place", range(1, 12))
def test_that_wherever_a_file_is_damaged_something_is_saved_or_it_is_told_why_not(path, tmp_path, place) -> None:
    content = bytearray(path.read_bytes())
    start = place * (len(content) // 12) // 4096 * 4096
    content[start : start + 6000] = b"\xff" * 6000
    path.write_bytes(content)
    new = tmp_path / "new.reception"
    why = why_not(path, new)

    assert new.exists() == (why == "")
    assert not why or "can be read" in why or "damaged" in why
    if new.exists():
        ProjectFile.open(new).close()


def why_not(path, new):
    """Save what can be read; return why that is nothing, "" if something was saved."""
    try:
        salvage(path, new)
    except ProjectError as error:
        return str(error)
    return ""


def test_that_of_a_file_of_another_kind_nothing_is_saved(tmp_path) -> None:
    path = tmp_path / "other.reception"
    path.write_bytes(b"not a database at all" * 500)

    with pytest.raises(ProjectError):
        salvage(path, tmp_path / "new.reception")
    assert not (tmp_path / "new.reception").exists()


def test_that_no_file_is_replaced_by_what_is_saved(path, tmp_path) -> None:
    other = tmp_path / "other.reception"
    other.write_text("mine")

    with pytest.raises(ProjectError, match="exists already"):
        salvage(path, other)
    assert other.read_text() == "mine"

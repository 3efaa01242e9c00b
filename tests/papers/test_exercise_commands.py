"""The commands of exercises, over real project files."""

import sqlite3

import docx
import pytest
from typer.testing import CliRunner

from reception_sim.cli import app
from reception_sim.exercise_plan import Note, PlayBegan
from reception_sim.papers.kept import FIRST_BRANCH, keep_review, played_in, review_in
from reception_sim.project_file import ProjectFile
from reception_sim.scenario.quantities import HOUR
from tests.exercise_plan.exercises import busy_desk
from tests.papers.played_exercises import LED, answered, log_of


@pytest.fixture
def project(tmp_path):
    """Return a project whose exercise has not been played."""
    with ProjectFile.create(tmp_path / "class.reception", "Class") as made:
        number = made.exercises.add(LED, made.studies.add_scenario(busy_desk()))
        made.marks.attach(number, "map.pdf", b"a map")
    return tmp_path / "class.reception"


def play(path, *, patient=False):
    with ProjectFile.open(path) as opened:
        for entry in log_of(patient=patient):
            opened.exercises.keep(1, FIRST_BRANCH, entry)
        opened.exercises.set_reached(1, FIRST_BRANCH, 6 * HOUR)
        opened.marks.add_note(1, Note(branch=FIRST_BRANCH, time=HOUR, text="Calm so far.", objective="speed"))
        keep_review(opened, 1, answered())


def call(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_that_the_kit_of_a_project_is_written(project, tmp_path):
    ended = call("kit", project, tmp_path / "kit")

    assert ended.exit_code == 0
    assert (tmp_path / "kit" / "players_handbook.docx").exists()
    assert len(ended.stdout.splitlines()) == len(list((tmp_path / "kit").iterdir()))


def test_that_a_scenario_alone_has_a_kit_too(tmp_path):
    assert call("kit", "border_post_basics", tmp_path / "kit", "--as", "html").exit_code == 0
    assert (tmp_path / "kit" / "exercise_plan.html").exists()


def test_that_the_review_tells_what_was_played_and_noted(project, tmp_path):
    play(project)
    ended = call("review", project, "--report", tmp_path / "review.docx")

    word = docx.Document(str(tmp_path / "review.docx"))
    cells = [cell.text for table in word.tables for line in table.rows for cell in line.cells]
    assert ended.exit_code == 0
    assert {"Have 6 posts at Desk", "Calm so far.", "Write a procedure for announcements"} <= set(cells)


def test_that_the_review_weighs_each_decision_when_asked(project, tmp_path):
    play(project)
    ended = call("review", project, "--report", tmp_path / "review.docx", "--weigh", "3", "--jobs", "1")

    tables = docx.Document(str(tmp_path / "review.docx")).tables
    worth = next(table for table in tables if table.cell(0, 2).text == "Without it")
    titles = [line.cells[0].text for line in worth.rows[1:] if line.cells[0].text]
    assert ended.exit_code == 0
    assert titles == ["All decisions together", "1:30 Close Desk", "2:24 Have 6 posts at Desk", "2:36 Open Desk"]


def test_that_a_branch_is_reviewed_with_the_notes_of_what_it_shares(project):
    play(project)
    with ProjectFile.open(project) as opened:
        branch = opened.exercises.begin_branch(1, "Without closing", FIRST_BRANCH, 1, 1.2 * HOUR)
        opened.marks.add_note(1, Note(branch=FIRST_BRANCH, time=2 * HOUR, text="Only in the first."))
        opened.marks.add_note(1, Note(branch=branch.id, time=2 * HOUR, text="Only in the second."))
        played = played_in(opened, 1, branch.id)

    assert [note.text for note in played.beside.notes] == ["Calm so far.", "Only in the second."]
    assert [type(entry.deed) for entry in played.log[:1]] == [PlayBegan]
    assert played.decisions == ()


def test_that_a_template_holds_the_exercise_and_nothing_that_was_done(project, tmp_path):
    play(project)
    ended = call("template", project, tmp_path / "template.reception")

    assert ended.exit_code == 0
    with ProjectFile.open(tmp_path / "template.reception", read_only=True) as template:
        assert template.exercises.exercise(1) == LED
        assert template.exercises.log(1, FIRST_BRANCH) == ()
        assert template.marks.notes(1) == []
        assert review_in(template, 1).answers == ()
        assert template.marks.attachment(1, "map.pdf") == b"a map"


def test_that_templates_come_back_played_and_are_compared(project, tmp_path):
    paths = [tmp_path / "north.reception", tmp_path / "south.reception"]
    for path in paths:
        call("template", project, path)
    play(paths[0])
    play(paths[1], patient=True)
    ended = call("groups", *paths, "--report", tmp_path / "groups.html")

    told = (tmp_path / "groups.html").read_text("utf-8")
    assert ended.exit_code == 0
    assert all(said in told for said in ("north", "south", "Have 6 posts at Desk"))


def test_that_groups_of_different_exercises_are_refused(project, tmp_path):
    with ProjectFile.create(tmp_path / "other.reception", "Other") as made:
        made.exercises.add(LED, made.studies.add_scenario(busy_desk(title="Another desk")))
    ended = call("groups", project, tmp_path / "other.reception", "--report", tmp_path / "groups.html")

    assert (ended.exit_code, ended.stderr) == (2, "these groups have not played the same exercise\n")


def test_that_a_list_goes_out_and_comes_back(project, tmp_path):
    assert call("msel", "export", project, tmp_path / "list.xlsx").exit_code == 0
    ended = call("msel", "import", project, tmp_path / "list.xlsx")

    assert ended.stdout == "3 injects were taken.\n"
    with ProjectFile.open(project, read_only=True) as opened:
        assert opened.exercises.exercise(1) == LED


def test_that_rows_that_cannot_be_taken_are_told(project, tmp_path):
    (tmp_path / "list.csv").write_text("Number,Title,Place\n9,Told,nowhere\n10,Taken,desk\n", encoding="utf-8")
    ended = call("msel", "import", project, tmp_path / "list.csv")

    assert ended.exit_code == 1
    assert "line 2, Place" in ended.stderr
    assert ended.stdout == "1 inject was taken.\n"


@pytest.mark.parametrize(
    "command", [("review", "--report", "a.pdf"), ("template", "b.reception"), ("msel", "export", "l.csv")]
)
def test_that_a_project_without_an_exercise_is_told(command, tmp_path):
    ProjectFile.create(tmp_path / "empty.reception", "Empty").close()
    names = [name if "." not in name else tmp_path / name for name in command]
    first = 2 if command[0] == "msel" else 1
    ended = call(*names[:first], tmp_path / "empty.reception", *names[first:])

    assert (ended.exit_code, ended.stderr) == (2, "empty.reception has no exercise\n")


def test_that_a_review_that_was_tampered_with_is_told(project, tmp_path):
    play(project)
    with sqlite3.connect(project) as database:
        database.execute("UPDATE review SET document = '{\"strengths\": 3}'")
    database.close()
    ended = call("review", project, "--report", tmp_path / "a.pdf")

    assert ended.exit_code == 2
    assert "the review in class.reception cannot be read" in ended.stderr


def test_that_what_can_be_read_of_a_damaged_project_is_saved_by_a_command(project, tmp_path):
    play(project)
    content = bytearray(project.read_bytes())
    start = content.index(b"Calm so far.") // 4096 * 4096
    content[start : start + 100] = b"\xff" * 100
    project.write_bytes(content)
    ended = call("salvage", project, tmp_path / "new.reception")

    assert ended.exit_code == 0
    assert ended.stdout.startswith(f"Saved: {len(log_of())} entries of the log, 0 notes. Some could not be read of: ")
    assert call("review", tmp_path / "new.reception", "--report", tmp_path / "review.html").exit_code == 0
    assert call("salvage", project, tmp_path / "new.txt").exit_code == 2

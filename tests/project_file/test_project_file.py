"""A project file gives back what it was given, and changes nothing that must stay."""

import sqlite3
from dataclasses import replace

import pytest

from reception_sim.exercise_plan import Bookmark, LogEntry, Note, PlayBegan, Rating, Score
from reception_sim.project_file import ProjectError, ProjectFile
from reception_sim.run import open_scenario
from tests.exercise_plan.exercises import ALL_IN_ONE, busy_desk, exercise


@pytest.fixture
def path(tmp_path):
    return tmp_path / "course.reception"


@pytest.fixture
def project(path):
    with ProjectFile.create(path, "A course") as opened:
        yield opened


@pytest.fixture
def played(project):
    """Return the number of an exercise in the project."""
    return project.exercises.add(exercise(), project.studies.add_scenario(busy_desk()))


def entry(time):
    return LogEntry(time, PlayBegan())


@pytest.mark.parametrize("name", ["adre_2023", "lampedusa_2023", "medyka_korczowa_2022"])
def test_that_a_scenario_comes_back_complete_in_itself(project, name) -> None:
    scenario = open_scenario(name)

    back = project.studies.scenario(project.studies.add_scenario(scenario))

    assert replace(back, entry_points=scenario.entry_points) == scenario
    assert all(stream.file is None for entry in back.entry_points.values() for stream in entry.arrivals)


def test_that_a_version_is_kept_once(project) -> None:
    first = project.studies.add_scenario(busy_desk())

    assert project.studies.add_scenario(busy_desk()) == first
    assert project.studies.add_scenario(busy_desk(title="Another")) != first


def test_that_everything_is_there_after_closing(path) -> None:
    with ProjectFile.create(path, "A course") as project:
        scenario = project.studies.add_scenario(busy_desk())
        project.studies.add_alternative(scenario, "More staff", '{"actions": []}')
        project.studies.add_result(scenario, "Base", '{"mean": 1.5}')
        number = project.exercises.add(ALL_IN_ONE, scenario)
        project.exercises.keep(number, 1, entry(0.1 + 0.2))
        project.marks.attach(number, "map.png", b"\0\1")

    with ProjectFile.open(path) as back:
        assert back.title == "A course"
        assert [text for _, text in back.studies.alternatives(scenario)] == ['{"actions": []}']
        assert [(one.document, one.is_of_this_engine) for one in back.studies.results()] == [('{"mean": 1.5}', True)]
        assert back.exercises.exercise(number) == ALL_IN_ONE
        assert back.exercises.log(number, 1) == (entry(0.1 + 0.2),)
        assert back.marks.attachment(number, "map.png") == b"\0\1"


def test_that_a_closed_project_is_one_file(path, tmp_path) -> None:
    with ProjectFile.create(path, "A course") as project:
        project.studies.add_scenario(busy_desk())

    assert list(tmp_path.iterdir()) == [path]


def test_that_a_branch_shares_the_log_of_its_parent_up_to_where_it_began(project, played) -> None:
    for time in (1.0, 2.0, 2.0, 3.0):
        project.exercises.keep(played, 1, entry(time))

    branch = project.exercises.begin_branch(played, "Open earlier", parent=1, shared=2, begins=2.0)
    project.exercises.keep(played, branch.id, entry(5.0))
    project.exercises.keep(played, 1, entry(9.0))

    assert [one.time for one in project.exercises.log(played, branch.id)] == [1.0, 2.0, 5.0]
    assert [one.time for one in project.exercises.log(played, 1)] == [1.0, 2.0, 2.0, 3.0, 9.0]


def test_that_a_branch_of_a_branch_shares_both(project, played) -> None:
    project.exercises.keep(played, 1, entry(1.0))
    second = project.exercises.begin_branch(played, "Second", parent=1, shared=1, begins=1.5)
    project.exercises.keep(played, second.id, entry(2.0))

    third = project.exercises.begin_branch(played, "Third", parent=second.id, shared=2, begins=2.5)

    assert [one.time for one in project.exercises.log(played, third.id)] == [1.0, 2.0]


def test_that_branches_are_named_and_remember_how_far_they_came(project, played) -> None:
    project.exercises.rename_branch(played, 1, "Morning group")
    project.exercises.set_reached(played, 1, 7.25)

    (branch,) = project.exercises.branches(played)

    assert (branch.title, branch.reached) == ("Morning group", 7.25)


def test_that_an_exercise_that_has_been_played_is_not_prepared_anew(project, played) -> None:
    project.exercises.save(played, ALL_IN_ONE)
    project.exercises.keep(played, 1, entry(0.0))

    with pytest.raises(ProjectError, match="copy"):
        project.exercises.save(played, exercise())
    assert project.exercises.exercise(played) == ALL_IN_ONE


def test_that_notes_bookmarks_and_scores_come_back(project, played) -> None:
    note = Note(branch=1, time=60.5, text="Two lanes stood empty", place="desk", inject=2, objective="speed")
    bookmark = Bookmark(branch=1, time=61.0, title="Here it tipped")
    score = Score(branch=1, objective="speed", rating=Rating.SOME_CHALLENGES)
    project.marks.add_note(played, note)
    number = project.marks.add_bookmark(played, bookmark)
    project.marks.score(played, score)
    project.marks.score(played, replace(score, rating=Rating.UNABLE))

    assert project.marks.notes(played) == [note]
    assert project.marks.bookmarks(played) == {number: bookmark}
    assert project.marks.scores(played) == [replace(score, rating=Rating.UNABLE)]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE note SET document = '{}'",
        "DELETE FROM note",
        "UPDATE log SET time = 0",
        "DELETE FROM log",
    ],
)
def test_that_notes_and_the_log_cannot_be_changed_by_anybody(path, project, played, change) -> None:
    project.marks.add_note(played, Note(branch=1, time=1.0, text="Seen"))
    project.exercises.keep(played, 1, entry(1.0))
    other = sqlite3.connect(path)

    with pytest.raises(sqlite3.IntegrityError, match="never"):
        other.execute(change)
    other.close()

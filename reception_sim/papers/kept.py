"""Exercises that a project file keeps: taken out of it to be printed, and given on as a template of its own."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol, TypeVar

from reception_sim.exercise_plan import Bookmark, Branch, ExerciseError, Note, without_injects
from reception_sim.exercise_plan.attachments import files_named
from reception_sim.exercise_plan.review import Review, read_review, write_review
from reception_sim.experiments import DecisionsWeighed
from reception_sim.experiments.kept_answers import KeptAnswerError, read_weighed, write_weighed
from reception_sim.papers.kit_content import KitContent
from reception_sim.papers.played import Beside, PlayedExercise, play_again
from reception_sim.project_file import SUFFIX, ProjectError, ProjectFile
from reception_sim.translation import tr

REVIEW: Final = "review"
FIRST_BRANCH: Final = 1


class _Pinned(Protocol):
    """What is noted beside a branch, at a moment of it (s)."""

    @property
    def branch(self) -> int: ...

    @property
    def time(self) -> float: ...


P = TypeVar("P", bound=_Pinned)


def exercise_number(project: ProjectFile, number: int | None) -> int:
    """Return *number* if the project has such an exercise, its latest without one; ProjectError if there is none."""
    known = [listed.id for listed in project.exercises.all()]
    if not known:
        raise ProjectError(tr("{file} has no exercise", file=project.path.name))
    if number is not None and number not in known:
        numbers = ", ".join(map(str, known))
        raise ProjectError(
            tr("{file} has no exercise {n}; it has {numbers}", file=project.path.name, n=number, numbers=numbers)
        )
    return number or known[-1]


def prepared_in(project: ProjectFile, number: int) -> KitContent:
    """Return an exercise as it was prepared, with its scenario."""
    scenario = project.studies.scenario(project.exercises.scenario_of(number))
    return KitContent(project.exercises.exercise(number), scenario)


def files_in(project: ProjectFile, number: int) -> dict[str, bytes]:
    """Return the files that go out with injects of an exercise, by their names."""
    there = set(project.marks.attachments(number))
    named = files_named(project.exercises.exercise(number)) & there
    return {name: project.marks.attachment(number, name) for name in sorted(named)}


def played_in(
    project: ProjectFile, number: int, branch: int = FIRST_BRANCH, *, made: datetime | None = None
) -> PlayedExercise:
    """Return a branch of an exercise as it was played, with all that was noted beside it."""
    kit = prepared_in(project, number)
    course = branch_in(project, number, branch)
    notes, bookmarks = noted_in(project, number, branch)
    beside = Beside(
        notes=notes,
        bookmarks=bookmarks,
        scores=tuple(score for score in project.marks.scores(number) if score.branch == branch),
        review=review_in(project, number),
    )
    log = project.exercises.log(number, branch)
    group = project.path.stem if branch == FIRST_BRANCH else f"{project.path.stem}: {course.title}"
    return play_again(kit.exercise, kit.scenario, log, reached=course.reached, beside=beside, group=group, made=made)


def noted_in(project: ProjectFile, number: int, branch: int) -> tuple[tuple[Note, ...], tuple[Bookmark, ...]]:
    """Return what was noted and bookmarked in a branch, and in those that it began as before it left them."""
    lineage = list(_lineage(project, number, branch_in(project, number, branch)))
    bookmarks = list(project.marks.bookmarks(number).values())
    return _on(lineage, project.marks.notes(number)), _on(lineage, bookmarks)


def branch_in(project: ProjectFile, number: int, branch: int) -> Branch:
    """Return a branch of an exercise; ProjectError if there is none."""
    course = next((one for one in project.exercises.branches(number) if one.id == branch), None)
    if course is None:
        raise ProjectError(tr("{file} has no branch {n}", file=project.path.name, n=branch))
    return course


def review_in(project: ProjectFile, number: int) -> Review:
    """Return what was written after an exercise; an empty review if nobody has written one."""
    document = project.marks.review(number, REVIEW)
    try:
        return read_review(document) if document is not None else Review()
    except ExerciseError as error:
        raise ProjectError(
            tr("the review in {file} cannot be read: {why}", file=project.path.name, why=error)
        ) from error


def keep_review(project: ProjectFile, number: int, review: Review) -> None:
    """Keep what was written after an exercise."""
    project.marks.save_review(number, REVIEW, write_review(review))


def weighed_in(project: ProjectFile, number: int, branch: int) -> DecisionsWeighed | None:
    """Return what was found of the decisions of a branch; None if nobody has weighed them, or it cannot be read."""
    document = project.marks.review(number, _weighed_name(branch))
    if document is None:
        return None
    scenario = without_injects(project.studies.scenario(project.exercises.scenario_of(number)))
    with suppress(KeptAnswerError):  # it can be found again
        return read_weighed(document, scenario)
    return None


def keep_weighed(project: ProjectFile, number: int, branch: int, weighed: DecisionsWeighed) -> None:
    """Keep what was found of the decisions of a branch, in place of what was found before."""
    project.marks.save_review(number, _weighed_name(branch), write_weighed(weighed))


def _weighed_name(branch: int) -> str:
    return f"worth of the decisions of branch {branch}"


def write_template(project: ProjectFile, number: int, path: Path) -> None:
    """Write an exercise to a project file of its own, unplayed: for a group to play, and to give back.

    It holds the scenario, the exercise and its attachments, and nothing of what was done or noted.
    """
    if path.suffix != SUFFIX:
        raise ProjectError(tr('a template ends in {suffix}; found "{name}"', suffix=SUFFIX, name=path.name))
    kit = prepared_in(project, number)
    with ProjectFile.create(path, kit.exercise.title) as template:
        new = template.exercises.add(kit.exercise, template.studies.add_scenario(kit.scenario))
        for name in project.marks.attachments(number):
            template.marks.attach(new, name, project.marks.attachment(number, name))


def _lineage(project: ProjectFile, number: int, branch: Branch) -> Iterator[tuple[int, float]]:
    """Yield the branch and those that it began as, each with the time (s) up to which it counts here."""
    until = float("inf")
    current: Branch | None = branch
    while current is not None:
        yield current.id, until
        until = min(until, current.begins)
        current = project.exercises.branch(number, current.parent) if current.parent is not None else None


def _on(lineage: list[tuple[int, float]], pinned: list[P]) -> tuple[P, ...]:
    """Return what is pinned to a course: to a branch, or to one that it began as, before it left that one."""
    return tuple(one for one in pinned for branch, until in lineage if one.branch == branch and one.time <= until)

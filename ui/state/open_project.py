"""The project file that is open in this window: studies are kept in it, exercises prepared, led and noted."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reception_sim.exercise_plan import Bookmark, Branch, Exercise, Note, Score, exercise_of
from reception_sim.exercise_plan.attachments import LARGEST_BYTES, files_named, free_name
from reception_sim.exercise_plan.review import Review
from reception_sim.project_file import ProjectDamagedError, ProjectError, ProjectFile, ProjectNotWritableError
from reception_sim.project_file.studies import Studies
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr

if TYPE_CHECKING:
    from reception_sim.experiments import DecisionsWeighed


class OpenProject(QObject):
    """One project at a time, with the exercise that is looked at; *exercise* is None if it has studies alone."""

    opened = Signal()
    marked = Signal()  # a note, a bookmark, a score
    refused = Signal(str)
    not_writable = Signal(object, str)  # Path, and why: a copy can be worked with
    damaged = Signal(object)  # Path: perhaps something of it can be saved

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file: ProjectFile | None = None
        self.number = 1
        self.scenario: ScenarioPlan | None = None
        self.exercise: Exercise | None = None

    @property
    def path(self) -> Path | None:
        return self._file.path if self._file else None

    @property
    def has_been_played(self) -> bool:
        return self._file is not None and self._file.exercises.has_been_played(self.number)

    def create(self, path: Path, scenario: ScenarioPlan) -> bool:
        """Make a project with a first exercise over *scenario*; tell why not where it cannot be made."""
        try:
            file = ProjectFile.create(path, scenario.title)
            file.exercises.add(exercise_of(scenario), file.studies.add_scenario(scenario))
        except ProjectError as error:
            self.refused.emit(str(error))
            return False
        return self._show(file)

    def create_for_studies(self, path: Path, scenario: ScenarioPlan) -> bool:
        """Make a project without an exercise, for answers to questions; tell why not where it cannot be made."""
        try:
            file = ProjectFile.create(path, scenario.title)
            file.studies.add_scenario(scenario)
        except ProjectError as error:
            self.refused.emit(str(error))
            return False
        return self._show(file)

    @property
    def studies(self) -> Studies | None:
        """Return the scenario versions, alternatives and results of the project that is open."""
        return self._file.studies if self._file else None

    def open(self, path: Path) -> bool:
        """Open a project, and its newest exercise; tell why not where that does not go."""
        if self.path is not None and path.resolve() == self.path.resolve():
            return True
        try:
            file = ProjectFile.open(path)
        except ProjectDamagedError as error:
            self.refused.emit(str(error))
            self.damaged.emit(path)
            return False
        except ProjectNotWritableError as error:
            self.refused.emit(str(error))
            self.not_writable.emit(path, str(error))
            return False
        except ProjectError as error:
            self.refused.emit(str(error))
            return False
        return self._show(file)

    def save(self, exercise: Exercise) -> bool:
        """Keep the exercise as it is prepared now."""
        try:
            self._opened().exercises.save(self.number, exercise)
        except ProjectError as error:
            self.refused.emit(str(error))
            return False
        self.exercise = exercise
        return True

    def rename_branch(self, number: int, title: str) -> bool:
        """Call a branch of the exercise by another title; tell whether that is kept."""
        try:
            self._opened().exercises.rename_branch(self.number, number, title)
        except ProjectError as error:
            self.refused.emit(str(error))
            return False
        return True

    def note(self, note: Note) -> None:
        self._mark(lambda: self._opened().marks.add_note(self.number, note))

    def bookmark(self, bookmark: Bookmark) -> None:
        self._mark(lambda: self._opened().marks.add_bookmark(self.number, bookmark))

    def score(self, score: Score) -> None:
        self._mark(lambda: self._opened().marks.score(self.number, score))

    def notes(self) -> list[Note]:
        return self._opened().marks.notes(self.number) if self._file else []

    def bookmarks(self) -> list[Bookmark]:
        return list(self._opened().marks.bookmarks(self.number).values()) if self._file else []

    def attach(self, path: Path) -> str | None:
        """Keep a file to go out with injects; return its name here, None if that cannot be, which is told."""
        file = self._opened()
        try:
            content = path.read_bytes() if path.stat().st_size <= LARGEST_BYTES else None
            if content is None:
                most = tr("{n} MB", n=LARGEST_BYTES // 2**20)
                self.refused.emit(tr("{file} is too large: at most {most}", file=path.name, most=most))
                return None
            name = free_name(path.name, set(file.marks.attachments(self.number)))
            file.marks.attach(self.number, name, content)
        except OSError as error:
            self.refused.emit(tr("{file} cannot be read: {why}", file=path.name, why=error.strerror))
            return None
        except ProjectError as error:
            self.refused.emit(str(error))
            return None
        return name

    def attachment(self, name: str) -> bytes | None:
        """Return what an attached file holds, None if it is not there, which is told."""
        try:
            return self._opened().marks.attachment(self.number, name)
        except ProjectError:
            self.refused.emit(tr("{file} is not in this project", file=name))
            return None

    def attachments(self) -> list[str]:
        return self._opened().marks.attachments(self.number) if self._file else []

    def branches(self) -> list[Branch]:
        """Return the courses that the exercise took so far."""
        return self._opened().exercises.branches(self.number) if self._file else []

    def noted_in(self, branch: int) -> tuple[tuple[Note, ...], tuple[Bookmark, ...]]:
        """Return what was noted and bookmarked in a branch, and in those that it began as before it left them."""
        from reception_sim.papers.kept import noted_in  # noqa: PLC0415 - papers are slow to import, and come late

        return noted_in(self._file, self.number, branch) if self._file else ((), ())

    def scores(self, branch: int) -> dict[str, Score]:
        """Return what was said of each objective in a branch."""
        scores = self._opened().marks.scores(self.number) if self._file else []
        return {score.objective: score for score in scores if score.branch == branch}

    def review(self) -> Review:
        """Return what was written after the exercise."""
        from reception_sim.papers.kept import review_in  # noqa: PLC0415 - as above

        try:
            return review_in(self._file, self.number) if self._file else Review()
        except ProjectError as error:
            self.refused.emit(str(error))
            return Review()

    def keep_review(self, review: Review) -> None:
        from reception_sim.papers.kept import keep_review  # noqa: PLC0415 - as above

        self._mark(lambda: keep_review(self._opened(), self.number, review))

    def weighed(self, branch: int) -> "DecisionsWeighed | None":
        """Return what was found of the decisions of a branch, None if nobody has weighed them."""
        from reception_sim.papers.kept import weighed_in  # noqa: PLC0415 - as above

        try:
            return weighed_in(self._file, self.number, branch) if self._file else None
        except ProjectError as error:
            self.refused.emit(str(error))
            return None

    def keep_weighed(self, branch: int, weighed: "DecisionsWeighed") -> None:
        """Keep what was found of the decisions of a branch."""
        from reception_sim.papers.kept import keep_weighed  # noqa: PLC0415 - as above

        self._mark(lambda: keep_weighed(self._opened(), self.number, branch, weighed))

    def close(self) -> None:
        if self._file is not None:
            with suppress(ProjectError):
                self._file.close()
            self._file = None

    def _show(self, file: ProjectFile) -> bool:
        try:
            number, exercise, scenario = _newest_in(file)
        except ProjectError as error:
            file.close()
            self.refused.emit(str(error))
            return False
        self.close()
        with suppress(ProjectError):  # one that cannot be written keeps them
            if exercise is not None:
                _let_go_of_unused(file, number, exercise)
        self._file, self.number, self.exercise, self.scenario = file, number, exercise, scenario
        self.opened.emit()
        return True

    def _mark(self, keep: Callable[[], object]) -> None:
        try:
            keep()
        except ProjectError as error:
            self.refused.emit(str(error))
            return
        self.marked.emit()

    def _opened(self) -> ProjectFile:
        assert self._file is not None  # a page offers this only while a project is open
        return self._file


def _newest_in(file: ProjectFile) -> tuple[int, Exercise | None, ScenarioPlan]:
    """Return the newest exercise of a project with its scenario, or the newest scenario alone."""
    exercises = file.exercises.all()
    if exercises:
        number = exercises[-1].id
        return number, file.exercises.exercise(number), file.studies.scenario(file.exercises.scenario_of(number))
    scenarios = file.studies.scenarios()
    return 0, None, file.studies.scenario(scenarios[-1].id if scenarios else 0)


def _let_go_of_unused(file: ProjectFile, number: int, exercise: Exercise) -> None:
    """Remove files that no inject has any more; while it is prepared they stay, so that a step can be undone."""
    if not file.exercises.has_been_played(number):
        for name in set(file.marks.attachments(number)) - files_named(exercise):
            file.marks.detach(number, name)

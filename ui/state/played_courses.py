"""Courses of an exercise played again in a child process, to be looked at: their curves, and every moment of one."""

from concurrent.futures.process import BrokenProcessPool

from PySide6.QtCore import QObject, Signal

from reception_sim.exercise_plan import Branch
from reception_sim.papers.courses import CourseOverTime, Replay, courses_in, replay_in
from reception_sim.translation import tr
from ui.state.child_work import ChildWork
from ui.state.open_project import OpenProject


class PlayedCourses(QObject):
    """Plays what is asked for again; what was played once is kept until its course goes on."""

    courses_changed = Signal()
    replay_changed = Signal()
    failed = Signal(str)
    busy_changed = Signal()

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.courses: dict[int, CourseOverTime] = {}
        self.replay: Replay | None = None
        self._curves, self._moments = ChildWork(self), ChildWork(self)
        self._curves.done.connect(self._take_courses)
        self._moments.done.connect(self._take_replay)
        for work in (self._curves, self._moments):
            work.failed.connect(self._fail)

    @property
    def busy(self) -> bool:
        return self._curves.busy or self._moments.busy

    def branches(self) -> list[Branch]:
        """Return the courses that the exercise took, as the project file has them now."""
        return self._project.branches()

    def play(self, *numbers: int) -> None:
        """Have the curves of some branches; `courses_changed` tells when all of them are there."""
        missing = tuple(number for number in dict.fromkeys(numbers) if not self._is_fresh(number))
        if not missing:
            self.courses_changed.emit()
        elif self._project.path is not None:
            self._curves.start(courses_in, self._project.path, self._project.number, missing)
        self.busy_changed.emit()

    def play_moments(self, number: int) -> None:
        """Have every moment of a branch; `replay_changed` tells when they are there."""
        if self._project.path is not None:
            self._moments.start(replay_in, self._project.path, self._project.number, number)
            self.busy_changed.emit()

    def cancel(self) -> None:
        """Give up what is being played; what is there stays."""
        self._curves.cancel()
        self._moments.cancel()
        self.busy_changed.emit()

    def forget(self) -> None:
        """Let go of everything: another project is open."""
        self.cancel()
        self.courses, self.replay = {}, None

    def close(self) -> None:
        self._curves.close()
        self._moments.close()

    def _is_fresh(self, number: int) -> bool:
        known = self.courses.get(number)
        return known is not None and known.branch in self.branches()

    def _take_courses(self, courses: tuple[CourseOverTime, ...]) -> None:
        self.courses |= {course.branch.id: course for course in courses}
        self.busy_changed.emit()
        self.courses_changed.emit()

    def _take_replay(self, replay: Replay) -> None:
        self.replay = replay
        self.busy_changed.emit()
        self.replay_changed.emit()

    def _fail(self, error: Exception) -> None:
        self.busy_changed.emit()
        ended = isinstance(error, BrokenProcessPool)
        why = tr("The process that plays it ended unexpectedly.") if ended else str(error)
        self.failed.emit(tr("It was not played again. {why} Nothing is lost: try again.", why=why))

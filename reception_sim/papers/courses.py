"""Courses of an exercise played again to be looked at: their curves, what was done, and every moment of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise.news import News
from reception_sim.exercise.players_picture import FieldReports, PlayersPicture, picture_of
from reception_sim.exercise.protocol import Pace
from reception_sim.exercise_plan import Branch, Exercise, Log
from reception_sim.exercise_plan.course import Course
from reception_sim.papers.kept import branch_in, prepared_in
from reception_sim.project_file import ProjectFile
from reception_sim.protection import SiteRisk
from reception_sim.state import Snapshot
from reception_sim.statistics import Breach, Series, breaches_in, grid_step, series
from reception_sim.statistics.grid import grid


@dataclass(frozen=True)
class CourseOverTime:
    """A course of an exercise over time, as far as it was played, with what was done and what was not kept in it."""

    branch: Branch
    log: Log
    series: Series
    breaches: tuple[Breach, ...]

    def course_of(self, exercise: Exercise) -> Course:
        """Return how the exercise stood at the end of it."""
        course = Course(exercise)
        for entry in self.log:
            course.read(entry)
        return course


@dataclass(frozen=True)
class Moment:
    """What was true at one moment of a course, and what the players knew then."""

    snapshot: Snapshot
    risks: tuple[SiteRisk, ...]
    picture: PlayersPicture


@dataclass(frozen=True)
class Replay:
    """A course moment by moment, from its start to where it came."""

    branch: Branch
    log: Log
    breaches: tuple[Breach, ...]
    moments: tuple[Moment, ...]


def courses_in(path: Path, exercise: int, branches: tuple[int, ...]) -> tuple[CourseOverTime, ...]:
    """Play branches of an exercise again, each up to where it came."""
    with ProjectFile.open(path, beside_window=True) as project:
        return tuple(course_in(project, exercise, branch) for branch in branches)


def course_in(project: ProjectFile, exercise: int, branch: int) -> CourseOverTime:
    """Play one branch of an exercise again, up to where it came."""
    course, led = _begun(project, exercise, branch)
    led.advance(led.reached)
    recording, scenario = led.run.recording(), led.run.scenario
    over_time = series(recording, scenario, grid_step(scenario.duration))
    return CourseOverTime(course, led.log, over_time, breaches_in(recording, scenario))


def replay_in(path: Path, exercise: int, branch: int) -> Replay:
    """Play a branch of an exercise again, and keep how it stood at every moment at which it is drawn."""
    with ProjectFile.open(path, beside_window=True) as project:
        course, led = _begun(project, exercise, branch)
        moments = tuple(_moments(led))
        return Replay(course, led.log, breaches_in(led.run.recording(), led.run.scenario), moments)


def _begun(project: ProjectFile, exercise: int, number: int) -> tuple[Branch, LedRun]:
    kit = prepared_in(project, exercise)
    branch = branch_in(project, exercise, number)
    log = project.exercises.log(exercise, number)
    return branch, LedRun(kit.scenario, kit.exercise, log, reached=branch.reached)


def _moments(led: LedRun) -> Iterator[Moment]:
    scenario, until = led.run.scenario, led.reached
    news, reports = News(led.run), FieldReports(scenario, led.course.exercise.seed)
    shown = [time for time in grid(scenario.duration, grid_step(scenario.duration)).tolist() if time < until]
    for time in (*shown, until):
        led.advance(time)
        passed = news.take(Pace.PAUSED, 0.0)
        reports.read(passed.series)
        yield Moment(passed.snapshot, passed.risks, picture_of(led, reports))

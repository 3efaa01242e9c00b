"""An exercise as it was played: its log played again, with what was noted beside it."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise_plan import Bookmark, Exercise, Log, Note, Rating, Score
from reception_sim.exercise_plan.course import Course, DecisionStatus
from reception_sim.exercise_plan.review import Review
from reception_sim.papers.kit_content import KitContent
from reception_sim.reports import ReportContent
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import measure


@dataclass(frozen=True)
class Beside:
    """What was noted beside a course of an exercise, and written after it."""

    notes: tuple[Note, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    scores: tuple[Score, ...] = ()
    review: Review = field(default_factory=Review)


@dataclass(frozen=True)
class PlayedExercise:
    """One course of an exercise: what was prepared, what was done, what came of it, and what was noted."""

    kit: KitContent
    group: str
    log: Log
    content: ReportContent
    beside: Beside = Beside()

    @property
    def exercise(self) -> Exercise:
        return self.kit.exercise

    @cached_property
    def course(self) -> Course:
        """Return how the exercise stood at its end."""
        course = Course(self.exercise)
        for entry in self.log:
            course.read(entry)
        return course

    @cached_property
    def decisions(self) -> tuple[DecisionStatus, ...]:
        """Return what was decided, in the order in which it was."""
        return tuple(sorted(self.course.decisions.values(), key=lambda one: (one.time, one.decided.decision)))

    def rating_of(self, objective: str) -> Score | None:
        """Return how an objective was reached, None if nobody has rated it."""
        return next((score for score in self.beside.scores if score.objective == objective), None)

    def ratings(self) -> dict[Rating, int]:
        """Return how often each rating was given."""
        given = [score.rating for score in self.beside.scores]
        return {rating: given.count(rating) for rating in Rating}


def play_again(  # noqa: PLR0913 - all that makes a course of an exercise
    exercise: Exercise,
    scenario: ScenarioPlan,
    log: Log,
    *,
    reached: float | None = None,
    beside: Beside | None = None,
    group: str = "",
    made: datetime | None = None,
) -> PlayedExercise:
    """Play a log again up to where it had come, *reached* (s) or its last entry, and measure what came of it."""
    until = reached if reached is not None else max((entry.time for entry in log), default=0.0)
    led = LedRun(scenario, exercise, log, reached=until)
    led.advance(led.reached)
    recording = led.run.recording()
    content = ReportContent(
        led.run.scenario,
        measure(recording, led.run.scenario),
        led.run.journal,
        seed=exercise.seed,
        happenings=recording.happenings,
        made=made,
    )
    return PlayedExercise(KitContent(exercise, scenario), group, led.log, content, beside or Beside())

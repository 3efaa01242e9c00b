"""An exercise as it was played: its log played again, with what was noted beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise.news import News
from reception_sim.exercise.players_picture import FieldReports, known_to_players
from reception_sim.exercise.protocol import Pace
from reception_sim.exercise_plan import Bookmark, Decided, Exercise, Log, Note, Rating, Score
from reception_sim.exercise_plan.course import Course, DecisionStatus
from reception_sim.exercise_plan.review import Review
from reception_sim.experiments import DecisionsWeighed
from reception_sim.papers.kit_content import KitContent
from reception_sim.reports.content import ReportContent
from reception_sim.scenario import ScenarioPlan
from reception_sim.state import KnownCount
from reception_sim.statistics import Breach, breaches_in, measure


@dataclass(frozen=True)
class Beside:
    """What was noted beside a course of an exercise, written after it, and found out about its decisions."""

    notes: tuple[Note, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    scores: tuple[Score, ...] = ()
    review: Review = field(default_factory=Review)
    weighed: DecisionsWeighed | None = None


@dataclass(frozen=True)
class PlayedExercise:
    """One course of an exercise: what was prepared, what was done, what came of it, and what was noted.

    *screens* is what stood on the players' screen as each decision was taken, by its number.
    """

    kit: KitContent
    group: str
    log: Log
    content: ReportContent
    screens: Mapping[int, tuple[KnownCount, ...]] = field(default_factory=dict)
    beside: Beside = Beside()
    breaches: tuple[Breach, ...] = ()

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
        """Return what was said of how an objective was reached, None if nothing was."""
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
    screens = _screens(led, log)
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
    kit = KitContent(exercise, scenario)
    breaches = breaches_in(recording, led.run.scenario)
    return PlayedExercise(kit, group, led.log, content, screens, beside or Beside(), breaches)


def _screens(led: LedRun, log: Log) -> dict[int, tuple[KnownCount, ...]]:
    """Return what the players knew as each decision was taken: as their window told it, to the last count."""
    reports = FieldReports(led.run.scenario, led.course.exercise.seed)
    news = News(led.run)
    screens = {}
    for entry in log:
        if isinstance(entry.deed, Decided):
            led.advance(entry.time)
            reports.read(news.take(Pace.PAUSED, 0.0).series)
            screens[entry.deed.decision] = known_to_players(led, reports)
    return screens

"""An exercise that was really led, with everything that can be noted beside it."""

from datetime import UTC, date, datetime
from functools import cache

from reception_sim.actions import CloseStation, OpenStation, SetPosts
from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise_plan import (
    AtTime,
    Bookmark,
    ExpectedAction,
    ExpectedMet,
    InjectKind,
    Note,
    PlayBegan,
    PlayersView,
    Rating,
    Score,
)
from reception_sim.exercise_plan.review import Answer, CapabilityElement, Improvement, Review, standard_questionnaire
from reception_sim.papers import Beside, play_again
from reception_sim.scenario.quantities import HOUR
from tests.exercise_plan.exercises import busy_desk, exercise, inject

MADE = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
LED = exercise(
    budget=1000.0,
    view=PlayersView(delay=1800.0, error=0.1),
    injects=(
        inject(1, AtTime(at=HOUR), text="A bus is coming."),
        inject(
            *(2, AtTime(at=2 * HOUR)),
            title="The queue grows",
            kind=InjectKind.EXPECTED_ACTION,
            objective="speed",
            expected=ExpectedAction(text="Open a second desk", within=HOUR, points=3),
        ),
        inject(
            *(3, AtTime(at=3 * HOUR)),
            kind=InjectKind.EXPECTED_ACTION,
            objective="speed",
            expected=ExpectedAction(text="Tell those who wait", within=HOUR),
        ),
    ),
)
REVIEW = Review(
    strengths=("The border police saw the queue early.",),
    areas=("Nobody told those who waited.",),
    improvements=(
        Improvement(
            area="Information for people who wait",
            action="Write a procedure for announcements",
            element=CapabilityElement.PLANNING,
            responsible="Border police",
            start=date(2027, 1, 1),
            end=date(2027, 6, 30),
        ),
    ),
    questionnaire=standard_questionnaire(),
)
SCORES = (
    Score(branch=0, objective="speed", rating=Rating.SOME_CHALLENGES, strengths="Fast", improvements="Late news"),
)
NOTES = (
    Note(
        branch=0,
        time=2.5 * HOUR,
        text="They argued about posts.",
        author="Evaluator 1",
        place="desk",
        objective="speed",
    ),
    Note(branch=0, time=3 * HOUR, text="Nobody looked at the gate.", inject=3),
)


def answered():
    """Return the review with two questionnaires."""
    first, second = standard_questionnaire()[0].agree
    asked = standard_questionnaire()[0].open[0]
    one = REVIEW.with_sheet([Answer(question=first, agrees=4), Answer(question=asked, text="A list of interpreters")])
    return one.with_sheet([Answer(question=first, agrees=1), Answer(question=second), Answer(question=asked, text=" ")])


@cache
def log_of(*, patient=False):
    """Return the log of a group that opens posts, and of one that only waits."""
    led = LedRun(busy_desk(), LED)
    led.advance(0.5 * HOUR)
    led.do(PlayBegan())
    led.advance(1.5 * HOUR)
    led.decide(CloseStation("desk"), cell="health", reason="A case of measles")
    led.advance(2.4 * HOUR)
    if not patient:
        led.decide(SetPosts("desk", 6), cell="border", reason="The queue grows")
        led.do(ExpectedMet(number=2, measured=False))
    led.advance(2.6 * HOUR)
    led.decide(OpenStation("desk"), cell="health")
    led.advance(6 * HOUR)
    return led.log


@cache
def played(*, patient=False, group="Group 1"):
    beside = Beside(NOTES, (Bookmark(branch=0, time=HOUR, title="First bus"),), SCORES, answered())
    log = log_of(patient=patient)
    return play_again(LED, busy_desk(), log, reached=6 * HOUR, beside=beside, group=group, made=MADE)

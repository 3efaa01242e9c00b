"""What a trainer may do with the list of injects, and why not."""

from collections.abc import Iterator
from dataclasses import replace

from reception_sim.exercise_plan import (
    Deed,
    Exercise,
    ExpectedMet,
    ExpectedNotMet,
    InjectPostponed,
    InjectSent,
    InjectSkipped,
    InjectWritten,
    Log,
    MselInject,
    OnCondition,
    PlayBegan,
    PlayEnded,
    TimeJumped,
    problems_in_inject,
)
from reception_sim.exercise_plan.course import Course, InjectState, Phase
from reception_sim.run import Run
from reception_sim.translation import tr


def refusal_of_deed(deed: Deed, course: Course, run: Run) -> str | None:
    """Return why something cannot be done in an exercise now, None if it can."""
    match deed:
        case InjectSent() | InjectSkipped() | InjectPostponed() | ExpectedMet() | ExpectedNotMet():
            return _refusal_of_inject(deed, course)
        case InjectWritten(inject=inject):
            return _refusal_of_new(inject, course, run)
        case PlayBegan():
            return None if course.phase is Phase.SETTLING else tr("play has begun already")
        case PlayEnded():
            return None if course.phase is Phase.PLAYING else tr("nobody plays now")
        case TimeJumped(to=to):
            fits = run.now < (run.scenario.duration if to is None else to) <= run.scenario.duration
            return None if fits else tr("time goes on ahead, within the scenario")
        case _:
            return None


def longest_lasting(exercise: Exercise, log: Log) -> float:
    """Return how long the longest condition of the list has to hold (s), injects written meanwhile included."""
    written = [entry.deed.inject for entry in log if isinstance(entry.deed, InjectWritten)]
    return max((time for inject in (*exercise.injects, *written) for time in _lasting(inject)), default=0.0)


def _refusal_of_inject(
    deed: InjectSent | InjectSkipped | InjectPostponed | ExpectedMet | ExpectedNotMet, course: Course
) -> str | None:
    status = course.injects.get(deed.number)
    if status is None:
        return tr("there is no inject {number}", number=deed.number)
    match deed:
        case InjectSkipped() if status.state is InjectState.SENT:
            return tr("inject {number} has been sent already", number=deed.number)
        case ExpectedMet() | ExpectedNotMet() if status.expected is None:
            return tr("inject {number} expects no action", number=deed.number)
        case ExpectedMet() | ExpectedNotMet() if not status.sent:
            return tr("inject {number} has not been sent: there is nothing to judge", number=deed.number)
        case _:
            return None


def _refusal_of_new(inject: MselInject, course: Course, run: Run) -> str | None:
    if inject.number in course.injects and course.injects[inject.number].sent:
        return tr("inject {number} has been sent already", number=inject.number)
    others = [status.inject for number, status in course.injects.items() if number != inject.number]
    exercise = replace(course.exercise, injects=(*others, inject))
    return next((wrong for _, wrong in problems_in_inject(inject, exercise, run.scenario)), None)


def _lasting(inject: MselInject) -> Iterator[float]:
    if isinstance(inject.when, OnCondition):
        yield inject.when.lasting
    if inject.expected is not None:
        yield inject.expected.lasting

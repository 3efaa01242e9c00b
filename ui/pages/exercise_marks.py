"""What stands on the timeline of an exercise: injects, decisions, what was missed, notes and bookmarks."""

from collections.abc import Iterator, Sequence

from reception_sim.exercise_plan import Bookmark, Note
from reception_sim.exercise_plan.course import Course, Outcome
from reception_sim.reports.breach_words import breach_in_words
from reception_sim.reports.inject_words import written_in_words
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import Breach
from reception_sim.translation import tr
from ui.plots.timeline import Mark, MarkKind


def marks_of(
    course: Course,
    scenario: ScenarioPlan,
    notes: Sequence[Note],
    bookmarks: Sequence[Bookmark],
    breaches: Sequence[Breach] = (),
) -> list[Mark]:
    """Return every mark of a course, in no order."""
    noted = [Mark(note.time, MarkKind.NOTE, note.text) for note in notes]
    booked = [Mark(mark.time, MarkKind.BOOKMARK, mark.title) for mark in bookmarks]
    missed = [Mark(one.began, MarkKind.BREACH, breach_in_words(one, scenario)) for one in breaches]
    return [*_injects(course), *_decisions(course, scenario), *noted, *booked, *missed]


def _injects(course: Course) -> Iterator[Mark]:
    for number, status in course.injects.items():
        for time in status.sent:
            told = tr("Inject {number}: {title}", number=number, title=status.inject.title)
            yield Mark(time, MarkKind.INJECT, told)
        if status.outcome is Outcome.NOT_MET and status.deadline is not None and status.expected is not None:
            told = tr("Not in time: {what}", what=status.expected.text or status.expected.condition)
            yield Mark(status.deadline, MarkKind.BREACH, told)


def _decisions(course: Course, scenario: ScenarioPlan) -> Iterator[Mark]:
    for status in course.decisions.values():
        if not status.withdrawn:
            yield Mark(status.time, MarkKind.DECISION, written_in_words(status.decided.action, scenario))

"""What an exercise waits for: put together once for each line of its log, because it is asked every minute."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reception_sim.exercise_plan import InjectSent, OnCondition, SentBy
from reception_sim.exercise_plan.course import Course, InjectStatus
from reception_sim.exercise_plan.injects import AfterInject
from reception_sim.scenario.quantities import MINUTE

LOOK_EVERY: Final = MINUTE  # of the scenario


@dataclass(frozen=True)
class Pending:
    """The injects that are still to come and the expected actions that can still be measured.

    *sendings* are those that the clock brings, each with its time (s); *moments* (s, in their order) all at which
    something may come by the clock. *conditions* are the injects that wait for the simulation, *expected* those whose
    expected action the model measures.
    """

    sendings: tuple[tuple[float, InjectSent], ...]
    moments: tuple[float, ...]
    conditions: tuple[tuple[int, OnCondition], ...]
    expected: tuple[InjectStatus, ...]

    @classmethod
    def of(cls, course: Course, now: float) -> "Pending":
        """Return what a course waits for from *now* (s) on, until the next line of its log."""
        sendings = tuple(_sendings(course))
        deadlines = [status.deadline for status in course.injects.values() if status.deadline is not None]
        return cls(
            sendings=sendings,
            moments=tuple(sorted([*(time for time, _ in sendings), *deadlines])),
            conditions=tuple(course.waiting_for_condition()),
            expected=tuple(
                status for status in course.open_expectations(now) if status.expected and status.expected.condition
            ),
        )

    def next_moment(self, now: float) -> float | None:
        """Return when the clock may bring something after *now* (s); None if it brings nothing more."""
        place = bisect_right(self.moments, now)
        return self.moments[place] if place < len(self.moments) else None

    def next_look(self, now: float) -> float | None:
        """Return the whole minute after *now* (s) at which the simulation has to be looked at; None if it need not."""
        begins = [begin for _, begin in self.watched(now)]
        return (max(min(begins), now) // LOOK_EVERY + 1) * LOOK_EVERY if begins else None

    def watched(self, now: float) -> Iterator[tuple[str, float]]:
        """Yield the conditions that are waited for after *now* (s), and from when on they have to be looked at (s)."""
        for _, when in self.conditions:
            yield when.condition, max(when.since, when.by or 0.0) - when.lasting - 2 * LOOK_EVERY
        for status in self.expected:
            if status.expected is not None and (status.expiry is None or now <= status.expiry):
                yield status.expected.condition, 0.0


def _sendings(course: Course) -> Iterator[tuple[float, InjectSent]]:
    for number, status in course.injects.items():
        due = course.due(status)
        if due is not None:
            by = SentBy.ANOTHER if isinstance(status.inject.when, AfterInject) else SentBy.TIME
            yield due, InjectSent(number=number, by=by)

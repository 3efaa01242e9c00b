"""A question that is being answered: what was asked, how far it is, what is known so far, and how it ended."""

import math
from enum import StrEnum
from time import monotonic
from typing import Final, assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from reception_sim.experiments.asked_process import (
    Answered,
    AskedProcess,
    Begin,
    NotAnswered,
    Place,
    SoFar,
    Telling,
    Wish,
)
from reception_sim.experiments.inquiries import Step

POLL_MS: Final = 33
GRACE_MS: Final = 1_500  # for the last word of work that was cancelled; what was told before is kept anyway


class Course(StrEnum):
    """How it stands with a question."""

    NOT_ASKED = "not asked"
    WORKING = "working"
    PAUSED = "paused"
    STOPPING = "stopping"
    STOPPED = "stopped"
    DONE = "done"
    FAILED = "failed"
    RECALLED = "recalled"  # an answer that was given before


class ExperimentRun(QObject):
    """One question at a time, answered in a process of its own; a timer empties its pipe and never waits for it."""

    course_changed = Signal()
    stepped = Signal()  # there is a newer `step`
    answer_changed = Signal(object)  # the answer so far, or the last one
    failed = Signal(object)  # NotAnswered

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.question: object | None = None
        self.answer: object | None = None
        self.step: Step | None = None
        self.course = Course.NOT_ASKED
        self._process: AskedProcess | None = None
        self._worked_s = 0.0
        self._since = 0.0  # on the wall clock: when it began or went on
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._drain)
        self._grace = QTimer(self, interval=GRACE_MS, singleShot=True)
        self._grace.timeout.connect(self._give_up_waiting)

    @property
    def working(self) -> bool:
        """Return whether there is work under way, or held."""
        return self._process is not None

    @property
    def process_id(self) -> int | None:
        return self._process.process_id if self._process else None

    @property
    def seconds_worked(self) -> float:
        """Return how long it has worked, without pauses (s on the wall clock)."""
        return self._worked_s + (monotonic() - self._since if self.course is Course.WORKING else 0.0)

    @property
    def seconds_left(self) -> float:
        """Return about how long it will still take; NaN until that can be told."""
        if self.step is None or not self.step.done:
            return math.nan
        left = max(self.step.expected - self.step.done, 0)
        return self.seconds_worked * left / self.step.done

    def ask(self, question: object, begin: Begin, place: Place) -> None:
        """Have *question* answered by *begin* at *place*; the answer to the last one is forgotten."""
        self.close()
        self.question, self.answer, self.step = question, None, None
        self._worked_s, self._since = 0.0, monotonic()
        self._process = AskedProcess(begin, place)
        self._timer.start()
        self._turn(Course.WORKING)

    def pause(self) -> None:
        """Hold the work after the runs that are under way."""
        if self.course is Course.WORKING and self._process is not None:
            self._worked_s = self.seconds_worked
            self._process.wish(Wish.PAUSE)
            self._turn(Course.PAUSED)

    def go_on(self) -> None:
        if self.course is Course.PAUSED and self._process is not None:
            self._since = monotonic()
            self._process.wish(Wish.GO_ON)
            self._turn(Course.WORKING)

    def cancel(self) -> None:
        """End the work and keep what is known."""
        if self._process is not None and self.course is not Course.STOPPING:
            self._process.wish(Wish.STOP)
            self._grace.start()
            self._turn(Course.STOPPING)

    def close(self) -> None:
        """End the process by its handle."""
        self._timer.stop()
        self._grace.stop()
        if self._process is not None:
            self._process.close()
            self._process = None

    def forget(self) -> None:
        """End the work, and let go of what was asked and known."""
        self.close()
        self.question, self.answer, self.step = None, None, None
        self._turn(Course.NOT_ASKED)

    def recall(self, question: object, answer: object) -> None:
        """Have an answer that was given before, with what was asked."""
        self.close()
        self.question, self.answer, self.step = question, answer, None
        self._turn(Course.RECALLED)
        self.answer_changed.emit(answer)

    def _drain(self) -> None:
        for telling in self._process.receive() if self._process else []:
            self._hear(telling)

    def _hear(self, telling: Telling) -> None:
        match telling:
            case SoFar(step, answer):
                self.step = step
                self.stepped.emit()
                if answer is not None:
                    self._take(answer)
            case Answered(answer, why):
                self._take(answer)
                self._end(NotAnswered(why) if why else None)
            case NotAnswered():
                self._end(telling)
            case _:
                assert_never(telling)

    def _take(self, answer: object) -> None:
        self.answer = answer
        self.answer_changed.emit(answer)

    def _end(self, failure: NotAnswered | None) -> None:
        stopping = self.course is Course.STOPPING
        self.close()
        self._turn(Course.STOPPED if stopping else Course.FAILED if failure else Course.DONE)
        if failure is not None and not stopping:
            self.failed.emit(failure)

    def _give_up_waiting(self) -> None:
        self.close()
        self._turn(Course.STOPPED)

    def _turn(self, course: Course) -> None:
        self._worked_s, self._since = self.seconds_worked, monotonic()
        self.course = course
        self.course_changed.emit()

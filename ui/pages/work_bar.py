"""How far a question is worked out: a bar, the time left, pause and cancel; and what went wrong, if something did."""

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reception_sim.experiments.asked_process import NotAnswered
from reception_sim.translation import tr
from ui import wording
from ui.plain_text import PlainLabel
from ui.state.experiment_run import Course, ExperimentRun


class WorkBar(QWidget):
    """Hidden until something is asked."""

    pause_asked = Signal()
    go_on_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = ""
        self._paused = False
        self.bar = QProgressBar(textVisible=False)
        self.told = PlainLabel()
        self.pause = QPushButton(tr("Pa&use"))
        self.cancel = QPushButton(tr("&Cancel"))
        self.failure = PlainLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = QPushButton(tr("Copy details"))
        self._lay_out()
        self.pause.clicked.connect(self._pause_or_go_on)
        self.cancel.clicked.connect(self.cancel_asked)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))

    def show_course(self, run: ExperimentRun) -> None:
        """Show how it stands with a question."""
        self._paused = run.course is Course.PAUSED
        self.setVisible(run.course is not Course.NOT_ASKED)
        for part in (self.bar, self.pause, self.cancel):
            part.setVisible(run.working)
        self.pause.setText(tr("Go o&n") if self._paused else tr("Pa&use"))
        stopping = run.course is Course.STOPPING
        self.pause.setDisabled(stopping)
        self.cancel.setDisabled(stopping)
        if run.course is not Course.FAILED:
            self._show_failure("", "")
        self.show_step(run)

    def show_step(self, run: ExperimentRun) -> None:
        step = run.step
        self.bar.setMaximum(step.expected if step else 0)
        self.bar.setValue(min(step.done, step.expected) if step else 0)
        self.told.setText(how_it_stands(run))
        self.bar.setAccessibleDescription(self.told.text())

    def show_failure(self, failure: NotAnswered, *, kept: bool) -> None:
        """Say what went wrong, and whether something is kept."""
        said = tr("{why} What was known until then is kept.", why=failure.sentence) if kept else failure.sentence
        self._show_failure(f"✕ {said}", f"{failure.sentence}\n\n{failure.details}")

    def _pause_or_go_on(self) -> None:
        if self._paused:
            self.go_on_asked.emit()
        else:
            self.pause_asked.emit()

    def _show_failure(self, sentence: str, details: str) -> None:
        self._details = details
        self.failure.setText(sentence)
        self.failure.setVisible(bool(sentence))
        self.copy.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        self.bar.setAccessibleName(tr("How far the work is"))
        self.told.setProperty("look", "quiet")
        self.failure.setProperty("look", "problem")
        work = QHBoxLayout()
        work.addWidget(self.bar, 1)
        work.addWidget(self.told)
        work.addWidget(self.pause)
        work.addWidget(self.cancel)
        wrong = QHBoxLayout()
        wrong.addWidget(self.failure, 1)
        wrong.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(work)
        column.addLayout(wrong)
        self.hide()


def how_it_stands(run: ExperimentRun) -> str:
    """Say how far the work is: 120 of about 400 runs, 2 min left."""
    if run.course is Course.FAILED or run.step is None:
        return _without_steps(run.course)
    runs = tr(
        "{done} of about {expected} runs", done=wording.count(run.step.done), expected=wording.count(run.step.expected)
    )
    match run.course:
        case Course.PAUSED:
            return tr("{runs}, paused", runs=runs)
        case Course.STOPPING:
            return tr("{runs}, ending …", runs=runs)
        case Course.STOPPED:
            return tr("Cancelled after {n} runs; what is known is kept.", n=wording.count(run.step.done))
        case Course.DONE:
            worked = wording.duration(max(run.seconds_worked, 1.0))
            return tr("Done: {n} runs in {time}.", n=wording.count(run.step.done), time=worked)
        case _:
            left = run.seconds_left
            return runs if math.isnan(left) else tr("{runs}, {time} left", runs=runs, time=time_left(left))


def _without_steps(course: Course) -> str:
    if course is Course.RECALLED:
        return tr("An answer that was kept.")
    return "" if course is Course.FAILED else tr("Starting …")


def time_left(seconds: float) -> str:
    """Say how long something takes as one says it: a few seconds, about 20 s, about 3 min."""
    if seconds < 5:
        return tr("a few seconds")
    if seconds < 60:
        return tr("about {n} s", n=round(seconds / 5) * 5)
    return tr("about {time}", time=wording.duration(round(seconds / 60) * 60))

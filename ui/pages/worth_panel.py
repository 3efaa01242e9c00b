"""What if nothing had been done, and what if one decision had not been taken: one button answers both."""

import os
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception_sim.experiments import Criterion, DecisionsWeighed
from reception_sim.experiments.asked_process import NotAnswered
from reception_sim.experiments.workplaces import workplace
from reception_sim.papers.worth import REPLICATIONS, begin_weighing
from reception_sim.reports.criterion_words import criterion_in_words
from reception_sim.translation import tr
from ui.forms.fields import ChoiceField, NumberField
from ui.forms.layouts import label
from ui.pages.answer_pane import AnswerPane
from ui.pages.worth_shown import worth_shown
from ui.state.experiment_run import ExperimentRun
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.theme import Theme

_AT_MOST = 1000


class WorthPanel(QWidget):
    """Weighs the decisions of the course that is shown; what is known when it is cancelled stays."""

    report_asked = Signal()

    def __init__(self, led: LedExercise, project: OpenProject, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._led, self._project = led, project
        self.experiment = ExperimentRun(self)
        self._known: DecisionsWeighed | None = None
        self.branch = 0
        self.replications = NumberField(2, _AT_MOST)
        self.replications.setValue(REPLICATIONS)
        self.ask_button = QPushButton(tr("&Weigh the decisions"))
        self.criterion = ChoiceField()
        self.answer = AnswerPane(
            theme, tr("What if nothing had been done? And what if one decision had not been taken? Weigh them.")
        )
        self._lay_out()
        self._connect()

    @property
    def weighed(self) -> DecisionsWeighed | None:
        """Return what is known of the course that was weighed last, or looked at."""
        return self._known

    def bring_up_to_date(self) -> None:
        """Show what the project knows of this course; say if what is shown is of another one."""
        branch = self._led.branch
        if branch is not None and branch.id != self.branch and not self.experiment.working:
            kept = self._project.weighed(branch.id)
            if kept is not None:
                self.branch = branch.id
                self.criterion.clear()
                self._show_answer(kept)
        other = self.weighed is not None and branch is not None and branch.id != self.branch
        self.answer.show_outdated(
            tr("This is of another course: weigh the decisions of this one anew.") if other else ""
        )

    def ask(self) -> None:
        """Have every decision of the course weighed."""
        if self._project.path is None or self._led.branch is None:
            return
        self.branch, self._known = self._led.branch.id, None
        self.answer.clear()
        self.criterion.clear()
        asked = (self._project.path, self._project.number, self.branch, self.replications.value())
        self.experiment.ask(asked, partial(begin_weighing, *asked), partial(workplace, os.cpu_count() or 1))

    def set_theme(self, theme: Theme) -> None:
        self.answer.set_theme(theme)

    def close_work(self) -> None:
        """End the work by its handle, and let go of what was found."""
        self.experiment.forget()
        self.branch, self._known = 0, None
        self.answer.clear()
        self.criterion.clear()

    def _show_answer(self, answer: object) -> None:
        assert isinstance(answer, DecisionsWeighed)  # that is what was asked
        self._known = answer
        if not self.criterion.count():
            for criterion in answer.question.criteria:
                self.criterion.addItem(criterion_in_words(criterion, answer.question.scenario), criterion)
        self._show_criterion()

    def _show_criterion(self) -> None:
        criterion = self.criterion.currentData()
        if self.weighed is not None and isinstance(criterion, Criterion):
            self.answer.show_answer(worth_shown(self.weighed, criterion))

    def _show_course(self) -> None:
        self.answer.work.show_course(self.experiment)
        if self._known is not None and not self.experiment.working and self.experiment.answer is self._known:
            self._project.keep_weighed(self.branch, self._known)  # the last word, or what was known when it ended
        self.ask_button.setDisabled(self.experiment.working)

    def _fail(self, failure: NotAnswered) -> None:
        self.answer.work.show_failure(failure, kept=self.experiment.answer is not None)

    def _connect(self) -> None:
        work, run = self.answer.work, self.experiment
        self.ask_button.clicked.connect(self.ask)
        self.criterion.activated.connect(lambda _: self._show_criterion())
        for changed in (self.criterion.model().rowsInserted, self.criterion.model().rowsRemoved):
            changed.connect(lambda *_: self.criterion.setEnabled(self.criterion.count() > 0))
        run.course_changed.connect(self._show_course)
        run.stepped.connect(lambda: work.show_step(run))
        run.answer_changed.connect(self._show_answer)
        run.failed.connect(self._fail)
        work.pause_asked.connect(run.pause)
        work.go_on_asked.connect(run.go_on)
        work.cancel_asked.connect(run.cancel)
        self.answer.report_asked.connect(self.report_asked)

    def _lay_out(self) -> None:
        self.ask_button.setProperty("look", "main")
        self.criterion.setEnabled(False)  # until there is something to choose
        line = QHBoxLayout()
        for title, field in ((tr("&Indicator"), self.criterion), (tr("Runs of &each"), self.replications)):
            named = label(title)
            named.setBuddy(field)
            line.addWidget(named)
            line.addWidget(field, 1 if field is self.criterion else 0)
        line.addWidget(self.ask_button)
        column = QVBoxLayout(self)
        column.addLayout(line)
        column.addWidget(self.answer, 1)

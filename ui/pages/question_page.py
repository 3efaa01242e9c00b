"""The page of one question: the form on the left, the answer on the right; what is asked is worked out beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception_sim.experiments.asked_process import Begin, NotAnswered, Place, on_cluster
from reception_sim.experiments.questions import QuestionError
from reception_sim.experiments.workplaces import workplace
from reception_sim.scenario import ScenarioError, ScenarioPlan
from reception_sim.scenario.scaling import CannotScale
from reception_sim.translation import tr
from ui import wording
from ui.forms.layouts import ColumnScroll, label
from ui.forms.place_to_work import PlaceToWork
from ui.pages.answer_pane import AnswerPane
from ui.pages.answer_section import section_of
from ui.pages.answer_shown import AnswerShown
from ui.pages.work_bar import time_left
from ui.state.experiment_run import Course, ExperimentRun
from ui.state.live_run import LiveRun
from ui.state.run_timing import RunTiming
from ui.theme import Theme

SIDE_WIDTH: Final = 300


class Asking(Protocol):
    """What differs from question to question: the fields, how it is asked, and the words of its answer."""

    @property
    def changed(self) -> SignalInstance: ...

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Offer what can be asked of a scenario, with defaults."""

    def question(self, scenario: ScenarioPlan, seed: int) -> Any:  # noqa: ANN401 - each has its own
        """Return what is asked; QuestionError or ScenarioError say what is wrong, and it stands beside its field."""

    def begin(self, question: Any) -> Begin:  # noqa: ANN401 - as above
        """Return how the question is worked out."""

    def runs_of(self, question: Any) -> float:  # noqa: ANN401 - as above
        """Return about how many runs that takes."""

    def shown(self, answer: Any) -> AnswerShown:  # noqa: ANN401 - as above
        """Put an answer into words and charts."""


@dataclass(frozen=True)
class Surroundings:
    """What every page works with."""

    run: LiveRun
    timing: RunTiming
    theme: Theme


class QuestionPage(QWidget):
    """Asks, follows the work, and shows the answer; the work goes on while another page is looked at."""

    said = Signal(str)
    report_asked = Signal(object)  # Section
    model_asked = Signal(object)  # MadeBy
    answered = Signal(object, str)  # an answer after which no more work is done, and its sentence

    def __init__(self, heading: str, verb: str, asking: Asking, surroundings: Surroundings) -> None:
        super().__init__()
        assert isinstance(asking, QWidget)  # its fields
        self._asking, self._live, self._timing = asking, surroundings.run, surroundings.timing
        self._heading = heading
        self._scenario: ScenarioPlan | None = None
        self.experiment = ExperimentRun(self)
        self.place = PlaceToWork()
        self.ask_button = QPushButton(verb)
        self._estimate = label("", "quiet", wraps=True)
        self._problem = label("", "problem", wraps=True)
        self.answer = AnswerPane(
            surroundings.theme, tr("The answer will stand here: first in a sentence, then in charts.")
        )
        self._lay_out(heading, asking)
        self._connect()
        if self._live.scenario is not None:  # the page may be made after the scenario was opened
            self._open()

    @property
    def estimate(self) -> str:
        """Return what is said of how long the answer will take."""
        return self._estimate.text()

    @property
    def problem(self) -> str:
        return self._problem.text()

    def bring_up_to_date(self) -> None:
        """Say how long the answer would take, and whether the one shown is of another scenario."""
        scenario = self._live.scenario
        if scenario is None:
            return
        if self.isVisible():  # a run that is led needs the processor more than an estimate nobody sees
            self._timing.measure(scenario)
        question = self._question(scenario)
        self.ask_button.setEnabled(question is not None)
        self._estimate.setText("" if question is None else self._how_long(scenario, question))
        if self.experiment.answer is not None:
            self.answer.show_answer(self._asking.shown(self.experiment.answer))
        self._show_whether_outdated(question)

    def ask(self) -> None:
        """Have the question in the form answered."""
        scenario = self._live.scenario
        question = self._question(scenario) if scenario is not None and self.place.check() else None
        if question is not None:
            self.answer.clear()
            self.experiment.ask(question, self._asking.begin(question), self._place())

    def recall(self, answer: Any) -> None:  # noqa: ANN401 - each page has its own
        """Show an answer that was given before, to what was asked about the scenario that is open."""
        self.answer.clear()
        self.experiment.recall(answer.question, answer)

    def close_work(self) -> None:
        """End the work by its handle."""
        self.experiment.close()

    def set_theme(self, theme: Theme) -> None:
        self.answer.set_theme(theme)

    def _question(self, scenario: ScenarioPlan) -> Any | None:  # noqa: ANN401 - each page has its own
        self._problem.setText("")
        try:
            return self._asking.question(scenario, self._live.seed)
        except (QuestionError, CannotScale) as error:
            self._problem.setText(wording.sentence(f"{error}."))
        except ScenarioError as error:
            self._problem.setText("\n".join(problem.expected for problem in error.problems))
        return None

    def _place(self) -> Place:
        return (
            partial(on_cluster, self.place.cluster)
            if self.place.cluster
            else partial(workplace, self.place.jobs.value())
        )

    def _how_long(self, scenario: ScenarioPlan, question: object) -> str:
        runs = self._asking.runs_of(question)
        seconds = self._timing.seconds_for(scenario, runs, self.place.jobs.value())
        if self.place.cluster:
            return tr("About {n} runs, on the cluster.", n=wording.count(runs))
        if seconds != seconds:  # noqa: PLR0124 - NaN
            return tr("About {n} runs; measuring how long one takes …", n=wording.count(runs))
        return tr("About {n} runs: {time} at most.", n=wording.count(runs), time=time_left(seconds))

    def _show_whether_outdated(self, question: object | None) -> None:
        stale = self.answer.shown is not None and question is not None and question != self.experiment.question
        self.answer.show_outdated(tr("The form has changed since: ask again for an answer to it.") if stale else "")

    def _open(self) -> None:
        assert self._live.scenario is not None  # LiveRun.opened
        if self._live.scenario is self._scenario:
            return
        self._scenario = self._live.scenario
        if self.experiment.working:
            self._tell_answer()  # what is known so far is not lost
        self.experiment.forget()
        self.answer.clear()
        self._asking.show_scenario(self._live.scenario)
        self.bring_up_to_date()

    def _show_answer(self, answer: object) -> None:
        self.answer.show_answer(self._asking.shown(answer))
        self._show_whether_outdated(self.experiment.question)

    def _show_course(self) -> None:
        self.answer.work.show_course(self.experiment)
        self.ask_button.setDisabled(self.experiment.working)
        if self.experiment.course in (Course.DONE, Course.STOPPED, Course.FAILED):
            self._tell_answer()

    def _tell_answer(self) -> None:
        if self.answer.shown is not None and self.experiment.answer is not None:
            self.answered.emit(self.experiment.answer, self.answer.shown.sentence)

    def _fail(self, failure: NotAnswered) -> None:
        self.answer.work.show_failure(failure, kept=self.experiment.answer is not None)

    def _ask_for_report(self) -> None:
        if self.answer.shown is not None:
            self.report_asked.emit(section_of(self._heading, self.answer.shown, self.font().family()))
            self.said.emit(tr("✓ Added to the report: {question}", question=self._heading))

    def _connect(self) -> None:
        work, run = self.answer.work, self.experiment
        self._live.opened.connect(self._open)
        self._timing.measured.connect(self._if_seen(self.bring_up_to_date))
        self._asking.changed.connect(self.bring_up_to_date)
        self.place.changed.connect(self.bring_up_to_date)
        self.ask_button.clicked.connect(self.ask)
        run.course_changed.connect(self._show_course)
        run.stepped.connect(lambda: work.show_step(run))
        run.answer_changed.connect(self._show_answer)
        run.failed.connect(self._fail)
        work.pause_asked.connect(run.pause)
        work.go_on_asked.connect(run.go_on)
        work.cancel_asked.connect(run.cancel)
        self.answer.report_asked.connect(self._ask_for_report)
        self.answer.model_asked.connect(self.model_asked)

    def _if_seen(self, act: Callable[[], None]) -> Callable[[], None]:
        return lambda: act() if self.isVisible() else None

    def _lay_out(self, heading: str, asking: QWidget) -> None:
        self.ask_button.setProperty("look", "main")
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(20, 16, 12, 8)
        rows.setSpacing(12)
        for part in (label(heading, "heading", wraps=True), asking, self.place):
            rows.addWidget(part)
        rows.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 12)
        for part in (self._problem, self._estimate, self.ask_button):
            foot.addWidget(part)
        side = QFrame()
        side.setProperty("look", "side")
        side.setFixedWidth(SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        scroll = ColumnScroll(inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(side)
        line.addWidget(self.answer, 1)

"""Asks what is likely in the next hours from where the exercise stands, and shows it in a sentence and a chart."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception_sim.actions import Action
from reception_sim.experiments import Forecast
from reception_sim.experiments.asked_process import NotAnswered
from reception_sim.reports.telling import tell_action
from reception_sim.translation import tr
from ui.forms.any_action import AnyActionDialog
from ui.forms.fields import ChoiceField, DurationField, NumberField
from ui.forms.layouts import label
from ui.forms.question import make_room_for_title
from ui.pages.dialogs import show_once
from ui.pages.forecast_shown import ForecastShown, counted, forecast_shown
from ui.pages.work_bar import WorkBar
from ui.plain_text import PlainLabel
from ui.plots.answer_chart import AnswerChart
from ui.state.forecast_run import ForecastRun
from ui.state.led_exercise import LedExercise
from ui.theme import Theme

_HOUR_MIN: Final = 60
_MOST_PERSONS: Final = 100_000
_FIRST_LIMIT: Final = 300


class ForecastPanel(QWidget):
    """The question in one line, how far its answer is, and the answer."""

    shown = Signal()  # there is another `last`

    def __init__(self, led: LedExercise, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._led, self.run = led, ForecastRun(led, self)
        self._weighed: Action | None = None
        self.last: ForecastShown | None = None  # what players see of it, if they may
        self.place = ChoiceField()
        self.limit = NumberField(1, _MOST_PERSONS)
        self.ahead = DurationField(30, 14 * 24 * _HOUR_MIN)
        self.weigh = QPushButton(tr("&Weigh a decision…"))
        self.forget = QPushButton(tr("Without it"))
        self.ask = QPushButton(tr("&What is likely?"))
        self.weighed_told, self.told = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self.work = WorkBar()
        self.chart = AnswerChart(theme)
        self._lay_out()
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        self.chart.set_theme(theme)

    def close_work(self) -> None:
        """End the child process, if one works."""
        self.run.close()

    def begin(self) -> None:
        """Get ready for an exercise."""
        scenario = self._led.scenario
        if scenario is None:
            return
        self.place.clear()
        for name, what in counted(scenario):
            self.place.addItem(what, name)
        self.place.setCurrentIndex(min(1, self.place.count() - 1))  # the first queue
        self.weigh_action(None)
        self._clear()

    def weigh_action(self, action: Action | None) -> None:
        """Ask about the futures with this decision too, None without any."""
        scenario = self._led.scenario
        self._weighed = action
        told = tell_action(action, scenario) if action is not None and scenario is not None else ""
        self.weighed_told.setText(tr("Weighed: {decision}", decision=told) if told else "")
        for part in (self.weighed_told, self.forget):
            part.setVisible(bool(told))

    def ask_now(self) -> None:
        """Ask what is likely, as the fields say."""
        self.run.ask(self.ahead.seconds, self._weighed)

    def _ask_what_to_weigh(self) -> None:
        if self._led.scenario is None:
            return
        dialog = AnyActionDialog(self._led.scenario, "", self)
        dialog.setWindowTitle(tr("Weigh a decision"))
        make_room_for_title(dialog)
        dialog.asked.connect(self.weigh_action)
        show_once(dialog)

    def _show_answer(self) -> None:
        forecast, scenario = self.run.experiment.answer, self._led.scenario
        if not isinstance(forecast, Forecast) or scenario is None:
            return
        weighed = "; ".join(tell_action(entry.action, scenario) for entry in forecast.question.weighed)
        shown = forecast_shown(forecast, str(self.place.currentData()), self.limit.value(), weighed)
        self.told.setText("\n".join(shown.sentences))
        self.chart.show_figure(shown.figure)
        self.chart.show()
        self._say(shown)

    def _clear(self) -> None:
        self.told.clear()
        self.chart.hide()
        self._say(None)

    def _say(self, shown: ForecastShown | None) -> None:
        self.last = shown
        self.shown.emit()

    def _show_course(self) -> None:
        run = self.run.experiment
        self.work.show_course(run)
        self.ask.setDisabled(run.working)
        if run.answer is None:
            self._clear()

    def _fail(self, failure: NotAnswered) -> None:
        self.work.show_failure(failure, kept=self.run.experiment.answer is not None)

    def _connect(self) -> None:
        run = self.run.experiment
        self.ask.clicked.connect(self.ask_now)
        self.weigh.clicked.connect(self._ask_what_to_weigh)
        self.forget.clicked.connect(lambda: self.weigh_action(None))
        self.place.currentIndexChanged.connect(lambda _: self._show_answer())
        self.limit.valueChanged.connect(lambda _: self._show_answer())
        run.course_changed.connect(self._show_course)
        run.stepped.connect(lambda: self.work.show_step(run))
        run.answer_changed.connect(lambda _: self._show_answer())
        run.failed.connect(self._fail)
        self.work.pause_asked.connect(run.pause)
        self.work.go_on_asked.connect(run.go_on)
        self.work.cancel_asked.connect(run.cancel)

    def _lay_out(self) -> None:
        self.ahead.setValue(6 * _HOUR_MIN)
        self.limit.setValue(_FIRST_LIMIT)
        self.place.setAccessibleName(tr("What is forecast"))
        self.limit.setAccessibleName(tr("Limit in people"))
        self.ahead.setAccessibleName(tr("How far ahead"))
        self.ask.setProperty("look", "main")
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for choice in (self.place, self.ahead):
            choice.setMinimumWidth(80)
        question, decision = QHBoxLayout(), QHBoxLayout()
        for part in (label(tr("reaching")), self.limit, label(tr("in the next")), self.ahead):
            question.addWidget(part)
        question.addStretch(1)
        decision.addWidget(self.ask)
        decision.addWidget(self.weigh)
        decision.addWidget(self.weighed_told, 1)
        decision.addWidget(self.forget)
        decision.addStretch(0)
        column = QVBoxLayout(self)
        column.addWidget(self.place)
        column.addLayout(question)
        column.addLayout(decision)
        column.addWidget(self.work)
        column.addWidget(self.told)
        column.addWidget(self.chart, 1)
        column.addStretch(0)

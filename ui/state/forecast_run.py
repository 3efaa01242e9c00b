"""What is likely from where an exercise stands: its journal is asked for, the futures are run in a child process."""

import os
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from reception_sim.actions import Action, JournalEntry, Origin
from reception_sim.exercise import JournalTaken
from reception_sim.exercise_plan import without_injects
from reception_sim.experiments import Forecasting, ForecastQuestion, workplace
from ui.state.experiment_run import ExperimentRun
from ui.state.led_exercise import LedExercise

FUTURES: Final = 40


class ForecastRun(QObject):
    """Asks one question at a time about the exercise that is led; *experiment* tells how far the answer is."""

    def __init__(self, led: LedExercise, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._led = led
        self.experiment = ExperimentRun(self)
        self._seconds = 0.0
        self._weighed: Action | None = None
        self._is_asked = False
        led.journal_taken.connect(self._begin)
        led.began.connect(self.experiment.forget)
        led.course_opened.connect(self.experiment.forget)

    def ask(self, seconds: float, weighed: Action | None = None) -> None:
        """Ask what is likely in the next *seconds*, and with a decision that is weighed, if there is one."""
        self._seconds, self._weighed, self._is_asked = seconds, weighed, True
        self._led.take_journal()

    def close(self) -> None:
        self.experiment.close()

    def _begin(self, taken: JournalTaken) -> None:
        scenario, exercise = self._led.scenario, self._led.exercise
        if not self._is_asked or scenario is None or exercise is None:
            return
        self._is_asked = False
        weighed = () if self._weighed is None else (JournalEntry(taken.time, self._weighed, Origin.TRAINER),)
        until = min(taken.time + self._seconds, scenario.duration)
        question = ForecastQuestion(
            without_injects(scenario), taken.journal, taken.time, until, exercise.seed, FUTURES, weighed
        )
        jobs = max(1, (os.cpu_count() or 1) - 1)  # the exercise itself goes on meanwhile
        self.experiment.ask(question, partial(Forecasting, question), partial(workplace, jobs))

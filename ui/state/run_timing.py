"""How long one run of a scenario takes on this machine: measured once, so that a question can say how long it needs."""

import math

from PySide6.QtCore import QObject, Signal

from reception_sim.experiments.timing import seconds_of_one_run
from reception_sim.scenario import ScenarioPlan
from ui.state.child_work import ChildWork

START_S = 2.0  # to start a process that can simulate


class RunTiming(QObject):
    """Measures in a child process, one scenario at a time."""

    measured = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scenario: ScenarioPlan | None = None
        self._seconds = math.nan
        self._work = ChildWork(self)
        self._work.done.connect(self._take)

    def measure(self, scenario: ScenarioPlan) -> None:
        """See to it that the time of a run of *scenario* becomes known."""
        if scenario is self._scenario:
            return
        self._scenario, self._seconds = scenario, math.nan
        self._work.start(seconds_of_one_run, scenario)

    def seconds_for(self, scenario: ScenarioPlan, runs: float, jobs: int) -> float:
        """Return about how long so many runs take (s on the wall clock); NaN until that is known."""
        if scenario is not self._scenario:
            return math.nan
        return START_S + self._seconds * runs / max(min(jobs, runs), 1)

    def close(self) -> None:
        self._work.close()

    def _take(self, seconds: object) -> None:
        assert isinstance(seconds, float)  # seconds_of_one_run
        self._seconds = seconds
        self.measured.emit()

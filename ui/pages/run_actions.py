"""What can be done with a run: one QAction each, so that menus, buttons, keys and the command palette agree."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from reception_sim.exercise import Pace
from reception_sim.scenario.quantities import DAY, HOUR, MINUTE
from reception_sim.translation import tr
from ui import wording
from ui.forms.action_button import show_icon
from ui.state.live_run import LiveRun
from ui.theme import current_theme

SPEEDS: Final[tuple[float | None, ...]] = (
    *(minutes * MINUTE for minutes in (1, 2, 5, 10, 20, 30)),
    *(hours * HOUR for hours in (1, 2, 4, 6, 12)),
    None,
)
STEPS: Final = (10 * MINUTE, HOUR, 6 * HOUR, DAY)


class RunActions(QObject):
    """The actions of the run page; they act on the run that is led live."""

    def __init__(self, run: LiveRun, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self.play = self._action("play", tr("&Play"), run.play_or_pause, Qt.Key.Key_Space)
        self.faster = self._action("fast", tr("&Faster"), lambda: self._change_speed(1), Qt.Key.Key_Plus)
        self.slower = self._action("slow", tr("&Slower"), lambda: self._change_speed(-1), Qt.Key.Key_Minus)
        self.steps = tuple(self._step(seconds) for seconds in STEPS)
        self.to_end = self._action("to-end", tr("Run to the &end"), self._run_to_end, "Ctrl+End")
        self.start_again = self._action("restart", tr("Start &again…"), lambda: None, "Ctrl+R")
        run.pace_changed.connect(self._show_pace)
        run.opened.connect(self._show_pace)
        self._show_pace()

    @property
    def all(self) -> tuple[QAction, ...]:
        return (self.play, *self.steps, self.to_end, self.faster, self.slower, self.start_again)

    def _action(self, icon: str, text: str, act: Callable[[], object], key: Qt.Key | str | None = None) -> QAction:
        action = QAction(text, self)
        action.setProperty("icon_name", icon)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - else Qt passes on whether it is checked
        return action

    def _step(self, seconds: float) -> QAction:
        key = "." if seconds == HOUR else None
        text = tr("Step {length}", length=wording.duration(seconds))
        return self._action("step", text, lambda: self._run.step(seconds), key)

    def _run_to_end(self) -> None:
        if self._run.scenario is not None:
            self._run.run_until(self._run.scenario.duration)

    def _change_speed(self, direction: int) -> None:
        place = SPEEDS.index(nearest_speed(self._run.speed))
        self._run.set_speed(SPEEDS[min(len(SPEEDS) - 1, max(0, place + direction))])

    def _show_pace(self) -> None:
        finished = self._run.pace is Pace.FINISHED
        self.play.setText(tr("&Pause") if self._run.running else tr("&Play"))
        self.play.setProperty("icon_name", "pause" if self._run.running else "play")
        show_icon(self.play, current_theme())
        for action in (self.play, self.to_end, *self.steps):
            action.setEnabled(self._run.alive and not finished)
        for action in (self.faster, self.slower, self.start_again):
            action.setEnabled(self._run.scenario is not None)


def nearest_speed(asked: float | None) -> float | None:
    """Return the speed that can be chosen nearest to *asked*."""
    if asked is None:
        return None
    numbers = [speed for speed in SPEEDS if speed is not None]
    return min(numbers, key=lambda speed: abs(speed - asked))

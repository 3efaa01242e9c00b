"""What can be done with an exercise that is led: one QAction each, so that buttons, menus and keys agree."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reception_sim.actions import HoldClocks, objection
from reception_sim.exercise import Pace
from reception_sim.exercise_plan import PlayBegan, PlayEnded
from reception_sim.exercise_plan.course import Phase
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.translation import tr
from ui import wording
from ui.forms.action_button import show_icon
from ui.pages.lead_asking import LeadAsking
from ui.state.led_exercise import LedExercise
from ui.theme import Theme, current_theme

STEPS: Final = (10 * MINUTE, HOUR)


class LeadActions(QObject):
    """The actions of the controller's page; they act on the exercise that is led."""

    forecast_asked = Signal()
    bookmark_asked = Signal()
    note_asked = Signal()
    decision_asked = Signal()
    players_asked = Signal()

    def __init__(self, led: LedExercise, page: QWidget) -> None:
        super().__init__(page)
        self._led, self._page = led, page
        self.asking = asking = LeadAsking(led, page)
        self.play = self._action("play", tr("&Play"), led.play_or_pause, "Ctrl+Space")
        self.steps = tuple(self._step(seconds) for seconds in STEPS)
        self.jump = self._action("fast", tr("&Go on to…"), asking.go_on, "Ctrl+J")
        self.difficulty = self._action("settings", tr("&Difficulty…"), asking.difficulty, "Ctrl+D")
        self.transfers = self._action("bus", tr("T&ransfers…"), asking.transfers, "Ctrl+T")
        self.hold = self._action("hold", tr("&Hold clocks"), asking.hold_clocks, "Ctrl+H")
        self.hold.setCheckable(True)
        self.forecast = self._action("chart", tr("&Forecast"), self.forecast_asked.emit, "Ctrl+F")
        self.bookmark = self._action("add", tr("Book&mark"), self.bookmark_asked.emit, "Ctrl+Shift+B")
        self.note = self._action("journal", tr("Write a note"), self.note_asked.emit, "Ctrl+I")
        self.decide = self._action("flag", tr("Decide for a cell…"), self.decision_asked.emit, "Ctrl+Shift+D")
        self.players = self._action("people", tr("Players' &view"), self.players_asked.emit, "Ctrl+Shift+V")
        self.rename = self._action("journal", tr("Rena&me branch…"), asking.rename_branch, "Ctrl+Shift+R")
        self.startex = self._action("flag", tr("&STARTEX"), lambda: led.do(PlayBegan()), "Ctrl+Shift+G")
        self.endex = self._action("flag", tr("&ENDEX"), lambda: led.do(PlayEnded()), "Ctrl+Shift+E")
        self.to_now = self._action("to-end", tr("To &now"), self._to_now, "Ctrl+Shift+End")
        self.branch = self._action("restart", tr("&Branch here"), self._begin_branch, "Ctrl+B")
        self.show_state()

    @property
    def all(self) -> tuple[QAction, ...]:
        return (
            self.play,
            *self.steps,
            self.jump,
            self.hold,
            self.difficulty,
            self.transfers,
            self.forecast,
            self.bookmark,
            self.note,
            self.decide,
            self.players,
            self.rename,
            self.startex,
            self.endex,
            self.to_now,
            self.branch,
        )

    def set_theme(self, theme: Theme) -> None:
        for action in self.all:
            show_icon(action, theme)

    def show_state(self) -> None:
        """Offer what can be done now."""
        led = self._led
        stands = led.alive and not led.is_past
        finished = led.pace is Pace.FINISHED
        phase = led.course.phase if led.course else None
        self.play.setText(tr("&Pause") if led.running else tr("&Play"))
        self.play.setProperty("icon_name", "pause" if led.running else "play")
        show_icon(self.play, current_theme())
        for action in (self.play, *self.steps):
            action.setEnabled(led.alive and not finished)
        for action in (self.jump, self.difficulty, self.transfers):
            action.setEnabled(stands and not finished)
        for action in (self.bookmark, self.rename):
            action.setEnabled(led.alive)
        self.forecast.setEnabled(led.alive and not finished)
        scenario = led.scenario
        self.hold.setEnabled(
            stands and not finished and scenario is not None and objection(HoldClocks(), scenario) is None
        )
        self.hold.setChecked(led.clocks_held)
        self.startex.setEnabled(stands and phase is Phase.SETTLING)
        self.endex.setEnabled(stands and phase is Phase.PLAYING)
        self.to_now.setEnabled(led.alive and led.is_past)
        self.branch.setEnabled(led.alive and led.is_past)

    def _to_now(self) -> None:
        self._led.go_to(self._led.reached)

    def _begin_branch(self) -> None:
        moment = wording.short_moment(self._led.calendar, self._led.time)
        self._led.begin_branch(tr("From {moment}", moment=moment))

    def _step(self, seconds: float) -> QAction:
        text = f"+ {wording.duration(seconds)}"
        return self._action("step", text, lambda: self._led.step(seconds), "Ctrl+." if seconds < HOUR else None)

    def _action(self, icon: str, text: str, act: Callable[[], object], keys: str | None = None) -> QAction:
        action = QAction(text, self)
        action.setProperty("icon_name", icon)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            self._page.addAction(action)
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - else Qt passes on whether it is checked
        return action

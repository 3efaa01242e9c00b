"""The clock and what drives it: play, step, speed, run until a time; the local date and time are always in view."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from reception_sim.exercise import Pace
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import HOUR
from reception_sim.translation import tr
from ui import wording
from ui.forms.action_button import ActionButton
from ui.forms.fields import ChoiceField, MomentField
from ui.pages.run_actions import SPEEDS, STEPS, RunActions, nearest_speed
from ui.plain_text import PlainLabel


class TransportBar(QWidget):
    """Shows the time of the run and takes the user's wishes about it."""

    speed_asked = Signal(object)  # float | None
    run_until_asked = Signal(float)

    def __init__(self, actions: RunActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar: Calendar | None = None
        self._duration = 0.0
        self.play = ActionButton(actions.play, look="main")
        self.step = ActionButton(actions.steps[STEPS.index(HOUR)])
        self.step.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.step.setMenu(_menu_of(actions.steps, self))
        self.start_again = ActionButton(actions.start_again)
        self.start_again.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.speed = ChoiceField()
        self.speed.setAccessibleName(tr("Speed"))
        self.speed.setToolTip(tr("How much simulated time passes in a second (+ and -)"))
        for speed in SPEEDS:
            self.speed.addItem(wording.speed(speed), speed)
        self.reached = PlainLabel()
        self.until = MomentField()
        self.until.setAccessibleName(tr("Run until this local time"))
        self.run_until = QPushButton(tr("Run until"))
        self.run_until.setToolTip(tr("Run as fast as it goes up to this time, then pause"))
        self.clock = PlainLabel()
        self.day = PlainLabel()
        self._lay_out()
        self.speed.activated.connect(lambda _: self.speed_asked.emit(self.speed.currentData()))
        self.run_until.clicked.connect(lambda: self.run_until_asked.emit(self.until.seconds))

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Get ready for a run of *scenario*."""
        self._calendar, self._duration = Calendar.of(scenario), scenario.duration
        self.until.bound(self._calendar, scenario.duration)
        self.until.show_moment(0.0)
        self.show_time(0.0)

    def show_time(self, time: float) -> None:
        if self._calendar is None:
            return
        last = wording.day_number(self._calendar, self._duration)
        self.clock.setText(wording.full_date(self._calendar.local(time)))
        day = wording.day_number(self._calendar, time)
        if self.until.seconds <= time and not self.until.hasFocus():
            self.until.show_moment(min(self._duration, self._calendar.seconds_on(self._next_day(time), 0.0)))
        self.day.setText(
            tr("Day {n} of {last} · {zone} time", n=day, last=last, zone=self._calendar.time_zone.replace("_", " "))
        )

    def show_pace(self, pace: Pace, asked: float | None, reached: float) -> None:
        """Say whether time passes, how fast it was asked to, and how fast it really does."""
        self.speed.setCurrentIndex(SPEEDS.index(nearest_speed(asked)))
        self.reached.setText(pace_in_words(pace, asked, reached))
        self.run_until.setEnabled(pace is not Pace.FINISHED)

    def _next_day(self, time: float) -> date:
        assert self._calendar is not None  # show_time
        return self._calendar.local(time).date() + timedelta(days=1)

    def _lay_out(self) -> None:
        self.clock.setProperty("look", "clock")
        for label in (self.reached, self.day):
            label.setProperty("look", "quiet")
        for label in (self.clock, self.day):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.run_until.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.until.setMinimumWidth(150)
        self.speed.setMinimumWidth(150)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(8)
        for part in (self.play, self.step, self.start_again):
            line.addWidget(part)
        line.addSpacing(8)
        line.addLayout(_stacked(self.speed, self.reached))
        line.addSpacing(8)
        line.addWidget(self.until)
        line.addWidget(self.run_until)
        line.addStretch(1)
        line.addLayout(_stacked(self.clock, self.day))


def pace_in_words(pace: Pace, asked: float | None, reached: float) -> str:
    """Say how fast time passes; a speed that this computer does not reach is said openly."""
    match pace:
        case Pace.FINISHED:
            return tr("The run is finished")
        case Pace.PAUSED:
            return tr("Paused")
        case Pace.PLAYING if asked is not None and 0 < reached < 0.9 * asked:
            return tr("reached: {speed}", speed=wording.pace(reached))
        case Pace.PLAYING:
            return wording.pace(reached) if reached else tr("Running")


def _menu_of(actions: Sequence[QAction], parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.addActions(list(actions))
    return menu


def _stacked(upper: QWidget, lower: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(upper)
    column.addWidget(lower)
    return column

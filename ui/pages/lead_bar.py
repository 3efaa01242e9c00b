"""The exercise clock and what drives it: play, let time pass, STARTEX and ENDEX, branches, the players' window."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reception_sim.reports.wording import planned_duration
from reception_sim.scenario.quantities import HOUR
from reception_sim.translation import tr
from ui import wording
from ui.forms.action_button import ActionButton
from ui.forms.fields import ChoiceField
from ui.pages.lead_actions import LeadActions
from ui.pages.player_window import phase_in_words
from ui.plain_text import PlainLabel, tip
from ui.plots.elided_label import ElidedLabel
from ui.state.led_exercise import LedExercise

_ROOM_S: Final = (15, 30, 60, 120, 240, 360, 600, 1200, 1800, 3600)  # for an hour of the scenario
_BRANCH_LETTERS: Final = 14


class LeadBar(QWidget):
    """Shows where the exercise stands, and takes the trainer's wishes about it."""

    def __init__(self, led: LedExercise, actions: LeadActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._led, self._actions = led, actions
        self.play = ActionButton(actions.play, look="main")
        self.pace = ChoiceField()
        self.of_the_past = tuple(map(ActionButton, (actions.to_now, actions.branch)))
        self.branches = ChoiceField()
        self.rename = ActionButton(actions.rename)
        self.players = ActionButton(actions.players)
        self.clock, self.state = PlainLabel(), ElidedLabel()
        self.way, self.stop = QProgressBar(), QPushButton(tr("S&top here"))
        self._lay_out()
        self.pace.activated.connect(lambda _: led.set_room_pace(float(self.pace.currentData())))
        led.began.connect(self.show_paces)
        self.branches.activated.connect(lambda _: self._open_branch())
        self.stop.clicked.connect(led.pause)
        led.jump_changed.connect(self._show_way)
        led.branches_changed.connect(self.show_branches)

    def show_paces(self) -> None:
        """Offer the usual paces, and the one of the exercise among them."""
        own = self._led.room_pace
        self.pace.clear()
        for pace in sorted({own, *(HOUR / room for room in _ROOM_S)}):
            self.pace.addItem(tr("1 h in {length}", length=planned_duration(HOUR / pace)), pace)
        self.pace.setCurrentIndex(self.pace.findData(own))

    def show_branches(self) -> None:
        """Offer the courses that the exercise took; there is something to choose once there are two."""
        self.branches.clear()
        for branch in self._led.branches:
            self.branches.addItem(branch.title, branch.id)
        shown = self._led.branch
        self.branches.setCurrentIndex(self.branches.findData(shown.id) if shown else -1)
        what = tr("The courses that this exercise took; each stays as it was played")
        self.branches.setToolTip(tip(f"{shown.title}\n{what}") if shown else what)
        for part in (self.branches, self.rename):
            part.setVisible(len(self._led.branches) > 1)

    def show_time(self) -> None:
        """Show the moment, the phase and the pace."""
        self._actions.show_state()
        led = self._led
        if led.course is None or led.exercise is None:
            return
        self.clock.setText(wording.full_date(led.calendar.local(led.time)))
        self.state.setText(" · ".join(self._words()))
        self._show_way()

    def _words(self) -> list[str]:
        led = self._led
        assert led.course is not None  # show_time
        assert led.exercise is not None  # as above
        words = [phase_in_words(led.course.phase)]
        earned, of = led.course.points()
        if of:
            words.append(tr("{n} of {all} points", n=earned, all=of))
        if led.is_past:
            moment = wording.short_moment(led.calendar, led.reached)
            words.append(tr("past; now is {moment}", moment=moment))
        return words

    def _show_way(self) -> None:
        """Show how far a jump of time has come, in the place of what cannot be done meanwhile."""
        jump = self._led.jump
        for part in (self.way, self.stop):
            part.setVisible(jump is not None)
        for button in self.of_the_past:
            button.setVisible(jump is None)
        if jump is not None:
            share = jump.share_at(self._led.time)
            self.way.setRange(0, 0 if share is None else 100)  # without a range it only shows that it is busy
            self.way.setValue(0 if share is None else round(100 * share))

    def _open_branch(self) -> None:
        number = self.branches.currentData()
        if isinstance(number, int) and (self._led.branch is None or number != self._led.branch.id):
            self._led.open_branch(number)

    def _explain(self) -> None:
        self._actions.to_now.setToolTip(tr("Back to where the exercise stands"))
        self._actions.branch.setToolTip(tr("Go on from this past moment as another course; the first one stays"))
        self.pace.setAccessibleName(tr("Pace"))
        self.pace.setToolTip(tr("How long an hour of the scenario takes in the room; it can be changed at any time"))
        self.branches.setAccessibleName(tr("Branch of the exercise"))
        self.way.setAccessibleName(tr("How far time has gone on"))
        players = tr("For a projector or a second screen: only what players know")
        self._actions.players.setToolTip(players)

    def _lay_out(self) -> None:
        self._explain()
        self.clock.setProperty("look", "clock")
        self.state.setProperty("look", "quiet")
        self.branches.setMinimumContentsLength(_BRANCH_LETTERS)
        self.branches.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.branches.setMaximumWidth(self.branches.sizeHint().width() * 2)
        self.way.setMaximumWidth(140)
        for shown in (self.clock, self.state):
            shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.clock)
        told.addWidget(self.state)
        actions = self._actions
        of_time = (*actions.steps, actions.jump, actions.startex, actions.endex)
        of_the_room = (actions.hold, actions.difficulty, actions.transfers, actions.forecast)
        rows = QVBoxLayout()
        rows.setSpacing(2)
        rows.addLayout(_row(self.play, self.pace, *map(ActionButton, of_time), *self.of_the_past, self.way, self.stop))
        room = _row(*map(ActionButton, of_the_room), self.branches, self.rename, self.players)
        room.setStretchFactor(self.branches, 3)  # titles of courses are long
        rows.addLayout(room)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.addLayout(rows, 1)
        line.addLayout(told)


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row

"""Asks how far time goes on at once: to a moment, by a length of time, or to the next inject."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.translation import tr
from ui.forms.fields import DurationField, MomentField
from ui.forms.layouts import label
from ui.plain_text import PlainLabel

_FIRST_MIN: Final = 120


class TimeJumpDialog(QDialog):
    """Goes on without the players; what is due on the way comes."""

    asked = Signal(object)  # s since the scenario's start, None for the next inject

    def __init__(
        self, calendar: Calendar, now: float, duration: float, coming: str, parent: QWidget | None = None
    ) -> None:
        """Ask at a moment of a scenario of *duration* (s); *coming* says which inject comes next, "" if none."""
        super().__init__(parent)
        self._now, self._duration = now, duration
        self.by, self.to = (
            QRadioButton(tr("&By")),
            QRadioButton(tr("&To")),
        )
        self.next = QRadioButton(tr("To the next &inject"))
        self.length = DurationField(1, max(1, int((duration - now) / MINUTE)))
        self.moment = MomentField()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._fill(calendar)
        self._lay_out(coming)
        self.length.setFocus()  # what is typed at once is how long
        self.length.selectAll()
        self.length.valueChanged.connect(lambda _: self.by.setChecked(True))
        self.moment.dateTimeChanged.connect(lambda _: self.to.setChecked(True))
        self._buttons.accepted.connect(self._ask)
        self._buttons.rejected.connect(self.reject)

    @property
    def goal(self) -> float | None:
        """Return to which moment (s), None for the next inject."""
        if self.next.isChecked():
            return None
        goal = self.moment.seconds if self.to.isChecked() else self._now + self.length.seconds
        return min(goal, self._duration)

    def _fill(self, calendar: Calendar) -> None:
        self.length.setValue(_FIRST_MIN)
        self.moment.bound(calendar, self._duration)
        self.moment.show_moment(min((self._now // HOUR + 1) * HOUR, self._duration))
        self.by.setChecked(True)

    def _ask(self) -> None:
        self.accept()
        self.asked.emit(self.goal)

    def _lay_out(self, coming: str) -> None:
        self.setWindowTitle(tr("Go on to…"))
        self.length.setAccessibleName(tr("By how long"))
        self.moment.setAccessibleName(tr("To which moment"))
        self.next.setEnabled(bool(coming))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Go on"))
        rows = QGridLayout()
        for row, (choice, field) in enumerate(
            ((self.by, self.length), (self.to, self.moment), (self.next, PlainLabel(coming, wordWrap=True)))
        ):
            rows.addWidget(choice, row, 0)
            rows.addWidget(field, row, 1)
        rows.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.addLayout(rows)
        column.addWidget(
            label(
                tr("Time passes as fast as the computer can; what is due on the way comes. You can stop it."),
                "quiet",
                wraps=True,
            )
        )
        column.addWidget(self._buttons)

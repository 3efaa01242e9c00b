"""The frame of an exercise: title, day and place, clock and pace, budget, and what players get to know."""

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDoubleSpinBox, QFormLayout, QHBoxLayout, QWidget

from reception_sim.exercise_plan import Exercise
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.translation import tr
from ui.forms.fields import DurationField, LineField, MinutesField, MomentField, NumberField

_MOST_MONEY: Final = 1e9
_MOST_ROOM_MIN: Final = 600
_LONGEST_DELAY_MIN: Final = 24 * 60
_MOST_SEED: Final = 2**31 - 1


class ExerciseForm(QWidget):
    """Shows the frame of an exercise and reads it back; a field that is left with another value tells so."""

    changed = Signal(object)  # Exercise

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise: Exercise | None = None
        self._calendar: Calendar | None = None
        self._duration = 0.0
        self.headline, self.where = LineField(), LineField()
        self.day = QDateEdit()
        self.dated = QCheckBox(tr("Day"))
        self.startex, self.endex = MomentField(), MomentField()
        self.ends = QCheckBox(tr("ENDEX planned for"))
        self.room_min = MinutesField(_MOST_ROOM_MIN)
        self.limited = QCheckBox(tr("Budget"))
        self.budget = QDoubleSpinBox(maximum=_MOST_MONEY, decimals=0, singleStep=1000.0)
        self.delay = DurationField(0, _LONGEST_DELAY_MIN)
        self.error = NumberField(0, 100)
        self.forecasts = QCheckBox(tr("Players may see forecasts"))
        self.seed = NumberField(0, _MOST_SEED)
        self._lay_out()
        self._connect()

    def show_exercise(self, scenario: ScenarioPlan, exercise: Exercise) -> None:
        """Show the frame of *exercise*, within the moments of *scenario*."""
        self._exercise, self._duration = exercise, scenario.duration
        self._calendar = Calendar.of(scenario)
        for moment in (self.startex, self.endex):
            moment.bound(self._calendar, scenario.duration)
        self.headline.setText(exercise.title)
        self.where.setText(exercise.place)
        self.dated.setChecked(exercise.day is not None)
        on = exercise.day or date.today()  # noqa: DTZ011 - the day in the room where the window is
        self.day.setDate(QDate(on.year, on.month, on.day))
        self._show_clock(exercise)
        self.limited.setChecked(exercise.budget is not None)
        self.budget.setValue(exercise.budget or 0.0)
        self.budget.setSuffix(f" {scenario.currency}")
        self.delay.setValue(round(exercise.view.delay / MINUTE))
        self.error.setValue(round(100 * exercise.view.error))
        self.forecasts.setChecked(exercise.view.forecasts)
        self.seed.setValue(min(exercise.seed, _MOST_SEED))
        self._allow()

    def read(self) -> Exercise:
        """Return the exercise with what the fields say."""
        exercise = self._exercise
        assert exercise is not None  # asked only once one is shown
        delay, error = self.delay.seconds, self.error.value() / 100
        view = replace(exercise.view, delay=delay, error=error, forecasts=self.forecasts.isChecked())
        chosen = self.day.date()
        return replace(
            exercise,
            title=self.headline.text().strip() or exercise.title,
            place=self.where.text().strip(),
            day=date(chosen.year(), chosen.month(), chosen.day()) if self.dated.isChecked() else None,
            seed=self.seed.value(),
            startex=self.startex.seconds,
            endex=self.endex.seconds if self.ends.isChecked() else None,
            pace=HOUR / self.room_min.seconds,
            budget=self.budget.value() if self.limited.isChecked() else None,
            view=view,
        )

    def _show_clock(self, exercise: Exercise) -> None:
        self.startex.show_moment(exercise.startex)
        self.ends.setChecked(exercise.endex is not None)
        self.endex.show_moment(self._duration if exercise.endex is None else exercise.endex)
        self.room_min.show_length(HOUR / exercise.pace)

    def _allow(self) -> None:
        self.day.setEnabled(self.dated.isChecked())
        self.endex.setEnabled(self.ends.isChecked())
        self.budget.setEnabled(self.limited.isChecked())

    def _tell(self) -> None:
        self._allow()
        if self._exercise is not None and self.read() != self._exercise:
            self.changed.emit(self.read())

    def _connect(self) -> None:
        for field in (
            self.day,
            self.startex,
            self.endex,
            self.room_min,
            self.budget,
            self.delay,
            self.error,
            self.seed,
        ):
            field.editingFinished.connect(self._tell)
        for line in (self.headline, self.where):
            line.editingFinished.connect(self._tell)
        for tick in (self.dated, self.ends, self.limited, self.forecasts):
            tick.clicked.connect(lambda _: self._tell())

    def _lay_out(self) -> None:
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMM yyyy")
        self.room_min.setSuffix(tr(" min in the room"))
        self.room_min.setToolTip(tr("How long an hour of the scenario takes in the room"))
        self.error.setSuffix(" %")
        self.error.setToolTip(tr("How far off the counts are that players get, beside the delay"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Title"), self.headline),
            (tr("Place"), self.where),
            (tr("STARTEX"), self.startex),
            (tr("1 h is"), self.room_min),
            (tr("Reports late by"), self.delay),
            (tr("Reports off by"), self.error),
            (tr("Seed"), self.seed),
        )
        for title, field in rows:
            field.setAccessibleName(title)
            form.addRow(title, field)
        ticked: tuple[tuple[QCheckBox, QWidget], ...]
        ticked = ((self.dated, self.day), (self.ends, self.endex), (self.limited, self.budget))
        for tick, field in ticked:
            field.setAccessibleName(tick.text())
            form.addRow(_beside(tick, field))
        form.addRow(self.forecasts)


def _beside(tick: QCheckBox, field: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(tick)
    line.addWidget(field, 1)
    return line

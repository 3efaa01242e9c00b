"""When an inject comes: at a time, after another, on a condition of the simulation, or on hand."""

from typing import Final, assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from reception_sim.exercise_plan import AfterInject, AtTime, OnCondition, OnHand, When
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import MINUTE
from reception_sim.translation import tr
from ui.forms.fields import ChoiceField, DurationField, LineField, MomentField, NumberField

AT, AFTER, CONDITION, HAND = range(4)
LONGEST_MIN: Final = 30 * 24 * 60
MOST_INJECTS: Final = 9999


class WhenForm(QWidget):
    """Asks when, in the fields that each way of coming needs."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = ChoiceField()
        self.at = MomentField()
        self.after = NumberField(1, MOST_INJECTS)
        self.delay = DurationField(0, LONGEST_MIN)
        self.condition = LineField(placeholderText=tr("queue of registration > 300 persons"))
        self.lasting = DurationField(0, LONGEST_MIN)
        self.since = MomentField()
        self.judged, self.by = QCheckBox(tr("Judged once, at")), MomentField()
        self._fields = QStackedWidget()
        self._pages: list[QWidget] = []
        self._lay_out()
        self.way.activated.connect(lambda _: self._change_way())
        self.judged.clicked.connect(lambda _: self.changed.emit())
        self.judged.toggled.connect(self.by.setEnabled)
        for field in (self.at, self.after, self.delay, self.condition, self.lasting, self.since, self.by):
            field.editingFinished.connect(self.changed)

    def bound(self, scenario: ScenarioPlan) -> None:
        """Allow the moments of *scenario*."""
        calendar = Calendar.of(scenario)
        self.at.bound(calendar, scenario.duration)
        self.since.bound(calendar, scenario.duration)
        self.by.bound(calendar, scenario.duration)

    def show_when(self, when: When) -> None:
        match when:
            case AtTime(at=at):
                self._show_way(AT)
                self.at.show_moment(at)
            case AfterInject(number=number, delay=delay):
                self._show_way(AFTER)
                self.after.setValue(number)
                self.delay.setValue(round(delay / MINUTE))
            case OnCondition(condition=condition, lasting=lasting, since=since, by=by):
                self._show_way(CONDITION)
                self.condition.setText(condition)
                self.lasting.setValue(round(lasting / MINUTE))
                self.since.show_moment(since)
                self.judged.setChecked(by is not None)
                self.by.show_moment(since if by is None else by)
            case OnHand():
                self._show_way(HAND)
            case _:
                assert_never(when)

    def read(self) -> When:
        """Return what the fields say."""
        match self.way.currentIndex():
            case 0:
                return AtTime(at=self.at.seconds)
            case 1:
                return AfterInject(number=self.after.value(), delay=self.delay.seconds)
            case 2:
                return OnCondition(
                    condition=self.condition.text(),
                    lasting=self.lasting.seconds,
                    since=self.since.seconds,
                    by=self.by.seconds if self.judged.isChecked() else None,
                )
            case _:
                return OnHand()

    def _add_judged(self, fields: QWidget) -> None:
        """Let a condition be judged at one time alone, such as "no third lane is open by 10:40"."""
        self.by.setAccessibleName(tr("When it is judged"))
        self.by.setEnabled(False)
        self.judged.setToolTip(tr("If it is so at that time the inject comes, else it is skipped."))
        form = fields.layout()
        assert isinstance(form, QFormLayout)  # _lay_out
        form.addRow(self.judged, self.by)

    def _show_way(self, way: int) -> None:
        """Show the fields of one way of coming; those of the others take no room."""
        self.way.setCurrentIndex(way)
        for number, page in enumerate(self._pages):
            room = QSizePolicy.Policy.Preferred if number == way else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Preferred, room)
        self._fields.setCurrentIndex(way)
        self._fields.adjustSize()

    def _change_way(self) -> None:
        self._show_way(self.way.currentIndex())
        self.changed.emit()

    def _lay_out(self) -> None:
        self.way.addItems([tr("At a time"), tr("After another inject"), tr("On a condition"), tr("On hand (a button)")])
        self.way.setAccessibleName(tr("How it comes"))
        for rows in (
            ((tr("Time"), self.at),),
            ((tr("After no."), self.after), (tr("Later by"), self.delay)),
            ((tr("Condition"), self.condition), (tr("Held for"), self.lasting), (tr("Not before"), self.since)),
            (),
        ):
            fields = QWidget()
            form = QFormLayout(fields)
            form.setContentsMargins(0, 0, 0, 0)
            for title, field in rows:
                field.setAccessibleName(title)
                form.addRow(title, field)
            self._fields.addWidget(fields)
            self._pages.append(fields)
        self._add_judged(self._pages[CONDITION])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.way)
        column.addWidget(self._fields)

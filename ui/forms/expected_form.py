"""What the trainer hopes to see after an inject, and whether the model measures it or somebody ticks it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from reception_sim.exercise_plan import ExpectedAction
from reception_sim.scenario.quantities import MINUTE
from reception_sim.translation import tr
from ui.forms.fields import DurationField, LineField, NumberField
from ui.forms.when_form import LONGEST_MIN, MOST_INJECTS

_MOST_POINTS: Final = 100


class ExpectedForm(QWidget):
    """Asks for an expected action; without a text and a condition there is none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = LineField(placeholderText=tr("open a third lane"))
        self.condition = LineField(placeholderText=tr("posts of registration >= 3"))
        self.lasting = DurationField(0, LONGEST_MIN)
        self.within = DurationField(0, LONGEST_MIN)
        self.expires = DurationField(0, LONGEST_MIN)
        self.points = NumberField(0, _MOST_POINTS)
        self.contingency = NumberField(0, MOST_INJECTS)
        self._lay_out()
        for field in (self.text, self.condition, self.lasting, self.within, self.expires, self.points):
            field.editingFinished.connect(self.changed)
        self.contingency.editingFinished.connect(self.changed)

    def show_expected(self, expected: ExpectedAction | None) -> None:
        shown = expected or ExpectedAction()
        self.text.setText(shown.text)
        self.condition.setText(shown.condition)
        self.lasting.setValue(round(shown.lasting / MINUTE))
        self.within.setValue(round((shown.within or 0) / MINUTE))
        self.expires.setValue(round((shown.expires or 0) / MINUTE))
        self.points.setValue(shown.points)
        self.contingency.setValue(shown.contingency or 0)

    def read(self) -> ExpectedAction | None:
        """Return what the fields say; None if nothing is expected."""
        if not self.text.text().strip() and not self.condition.text().strip():
            return None
        return ExpectedAction(
            text=self.text.text().strip(),
            condition=self.condition.text().strip(),
            lasting=self.lasting.seconds,
            within=self.within.seconds or None,
            expires=self.expires.seconds or None,
            points=self.points.value(),
            contingency=self.contingency.value() or None,
        )

    def _lay_out(self) -> None:
        for limit in (self.within, self.expires):
            limit.setSpecialValueText(tr("no limit"))
        self.contingency.setSpecialValueText(tr("none"))
        self.condition.setToolTip(
            tr("The model sees by itself when this holds. Without it, somebody ticks it by hand.")
        )
        self.contingency.setToolTip(tr("The inject that is proposed when the time is up and nothing was done"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Expected action"), self.text),
            (tr("Measured by"), self.condition),
            (tr("Held for"), self.lasting),
            (tr("Within"), self.within),
            (tr("Expires after"), self.expires),
            (tr("Points"), self.points),
            (tr("If not: no."), self.contingency),
        )
        for title, field in rows:
            field.setAccessibleName(title)
            form.addRow(title, field)

"""Asks how a run starts again: with which seed, and whether with the changes made so far."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from reception_sim.translation import tr
from ui.forms.fields import NumberField
from ui.plain_text import PlainLabel

_LARGEST_SEED = 999_999


class StartAgainDialog(QDialog):
    """Equal seeds and equal changes give equal runs, to the last person."""

    asked = Signal(int, bool)  # seed, with the changes made so far

    def __init__(self, seed: int, changes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Start again"))
        self.seed = NumberField(1, _LARGEST_SEED)
        self.seed.setValue(seed)
        self.keep = QCheckBox(tr("Take the {n} changes of the journal again, at the same times", n=changes))
        self.keep.setChecked(changes > 0)
        self.keep.setEnabled(changes > 0)
        self._lay_out()
        self.accepted.connect(lambda: self.asked.emit(self.seed.value(), self.keep.isChecked()))

    def _lay_out(self) -> None:
        self.seed.setAccessibleName(tr("Seed"))
        meaning = PlainLabel(
            tr("The same seed brings the same people at the same times; another one shows what chance can do."),
            wordWrap=True,
        )
        meaning.setProperty("look", "quiet")
        form = QFormLayout()
        form.addRow(tr("&Seed"), self.seed)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Start again"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for part in (meaning, self.keep):
            column.addWidget(part)
        column.insertLayout(0, form)
        column.addWidget(buttons)
        self.setMinimumWidth(420)

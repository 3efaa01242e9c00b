"""One inject with all its fields; a field that is left with another value changes the inject at once."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception_sim.actions import write_action
from reception_sim.actions.vocabulary import Action
from reception_sim.exercise_plan import Exercise, InjectKind, MselInject
from reception_sim.reports.inject_words import written_in_words
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.sector_names import Sector
from reception_sim.translation import tr
from ui import wording
from ui.forms.any_action import AnyActionDialog
from ui.forms.attachments_field import AttachmentsField
from ui.forms.expected_form import ExpectedForm
from ui.forms.fields import ChoiceField, LineField, NumberField
from ui.forms.layouts import label
from ui.forms.text_field import TextField
from ui.forms.when_form import MOST_INJECTS, WhenForm


class InjectForm(QWidget):
    """Shows an inject and reads it back, with what is wrong with it below."""

    changed = Signal(object)  # MselInject

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario: ScenarioPlan | None = None
        self._inject: MselInject | None = None
        self.number = NumberField(1, MOST_INJECTS)
        self.headline, self.from_whom, self.by = LineField(), LineField(), LineField()
        self.kind, self.objective, self.place, self.sector = (ChoiceField() for _ in range(4))
        self.when = WhenForm()
        self.recipients = QListWidget()
        self.text, self.guidance, self.remarks = TextField(4), TextField(2), TextField(2)
        self.expected = ExpectedForm()
        self.files = AttachmentsField()
        self.changes = QListWidget()
        self.add_action = QPushButton(tr("Add a change…"))
        self.remove_action = QPushButton(tr("Remove it"))
        self.wrong = label("", wraps=True)
        self._lay_out()
        self._connect()

    def show_inject(self, scenario: ScenarioPlan, exercise: Exercise, inject: MselInject, wrong: Sequence[str]) -> None:
        """Show an inject of *exercise*, and what is wrong with it."""
        self._scenario, self._inject = scenario, inject
        self._offer(scenario, exercise)
        self._show_texts(inject)
        for choice, chosen in (
            (self.kind, inject.kind),
            (self.objective, inject.objective),
            (self.place, inject.place),
            (self.sector, inject.sector),
        ):
            choice.setCurrentIndex(max(0, choice.findData(chosen)))
        self.when.show_when(inject.when)
        self.expected.show_expected(inject.expected)
        self.files.show_names(inject.attachments)
        self.changes.clear()
        self.changes.addItems([written_in_words(written, scenario) for written in inject.actions])
        self.wrong.setText("\n".join(f"✕ {sentence}" for sentence in wrong))
        self.wrong.setVisible(bool(wrong))

    def read(self) -> MselInject:
        """Return the inject as the fields say it."""
        assert self._inject is not None  # asked only once one is shown
        return replace(
            self._inject,
            number=self.number.value(),
            title=self.headline.text().strip() or self._inject.title,
            kind=self.kind.currentData(),
            when=self.when.read(),
            sender=self.from_whom.text().strip(),
            recipients=self._chosen_cells(),
            by=self.by.text().strip(),
            text=self.text.toPlainText(),
            expected=self.expected.read(),
            objective=self.objective.currentData(),
            place=self.place.currentData(),
            sector=self.sector.currentData(),
            guidance=self.guidance.toPlainText(),
            remarks=self.remarks.toPlainText(),
            attachments=self.files.names,
        )

    def _offer(self, scenario: ScenarioPlan, exercise: Exercise) -> None:
        self.when.bound(scenario)
        none = (tr("(none)"), None)
        _offer(self.objective, [none, *((one.title, name) for name, one in exercise.objectives.items())])
        _offer(self.place, [none, *((scenario.title_of(name), name) for name, _ in scenario.places())])
        _offer(self.sector, [none, *((wording.sentence(tr(str(sector))), sector) for sector in Sector)])
        with QSignalBlocker(self.recipients):
            self.recipients.clear()
            for name, cell in exercise.cells.items():
                item = QListWidgetItem(cell.title, self.recipients)
                item.setData(Qt.ItemDataRole.UserRole, name)
                chosen = self._inject is not None and name in self._inject.recipients
                item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)

    def _show_texts(self, inject: MselInject) -> None:
        self.number.setValue(inject.number)
        for line, said in ((self.headline, inject.title), (self.from_whom, inject.sender), (self.by, inject.by)):
            line.setText(said)
        for field, said in ((self.text, inject.text), (self.guidance, inject.guidance), (self.remarks, inject.remarks)):
            field.setPlainText(said)

    def _chosen_cells(self) -> tuple[str, ...]:
        items = [self.recipients.item(row) for row in range(self.recipients.count())]
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def _tell(self) -> None:
        if self._inject is not None and self.read() != self._inject:
            self.changed.emit(self.read())

    def _ask_for_action(self) -> None:
        if self._scenario is None or self._inject is None:
            return
        dialog = AnyActionDialog(self._scenario, self._inject.place or "", self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.asked.connect(self._add)
        dialog.open()

    def _add(self, action: Action) -> None:
        inject = self.read()
        self.changed.emit(replace(inject, actions=(*inject.actions, write_action(action))))

    def _remove_chosen(self) -> None:
        row, inject = self.changes.currentRow(), self.read()
        if 0 <= row < len(inject.actions):
            self.changed.emit(replace(inject, actions=(*inject.actions[:row], *inject.actions[row + 1 :])))

    def _connect(self) -> None:
        for line in (self.headline, self.from_whom, self.by, self.number):
            line.editingFinished.connect(self._tell)
        for choice in (self.kind, self.objective, self.place, self.sector):
            choice.activated.connect(lambda _: self._tell())
        for text in (self.text, self.guidance, self.remarks):
            text.edited.connect(self._tell)
        self.when.changed.connect(self._tell)
        self.expected.changed.connect(self._tell)
        self.files.changed.connect(self._tell)
        self.recipients.itemChanged.connect(lambda _: self._tell())
        self.add_action.clicked.connect(self._ask_for_action)
        self.remove_action.clicked.connect(self._remove_chosen)

    def _lay_out(self) -> None:
        _offer(self.kind, [(wording.sentence(tr(str(kind))), kind) for kind in InjectKind])
        self.wrong.setProperty("verdict", "missed")
        for some in (self.recipients, self.changes):
            some.setFixedHeight(self.fontMetrics().lineSpacing() * 4)
        self.recipients.setToolTip(tr("Nobody ticked: it goes to all"))
        form = QFormLayout()
        for title, field in self._titled():
            field.setAccessibleName(title)
            form.addRow(title, field)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_action)
        buttons.addWidget(self.remove_action)
        column = QVBoxLayout(self)
        column.addWidget(self.wrong)
        column.addLayout(form)
        column.addLayout(buttons)
        column.addStretch(1)

    def _titled(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            (tr("No."), self.number),
            (tr("Title"), self.headline),
            (tr("Kind"), self.kind),
            (tr("Comes"), self.when),
            (tr("From"), self.from_whom),
            (tr("To"), self.recipients),
            (tr("By"), self.by),
            (tr("Text"), self.text),
            (tr("Attached"), self.files),
            (tr("Expected"), self.expected),
            (tr("Objective"), self.objective),
            (tr("Place"), self.place),
            (tr("Sector"), self.sector),
            (tr("For evaluators"), self.guidance),
            (tr("Remarks"), self.remarks),
            (tr("Changes"), self.changes),
        )


def _offer(choice: ChoiceField, offered: Sequence[tuple[str, object]]) -> None:
    choice.clear()
    for title, meant in offered:
        choice.addItem(title, meant)

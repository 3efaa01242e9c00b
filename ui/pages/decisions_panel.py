"""Decisions of an exercise: taken for a cell, on their way with a bar, taken back while they are."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reception_sim.actions import effect_ends_after, read_action
from reception_sim.actions.vocabulary import Action
from reception_sim.exercise import OwnDecision
from reception_sim.reports.inject_words import written_in_words
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.translation import tr
from ui import wording
from ui.forms.any_action import AnyActionDialog
from ui.forms.fields import ChoiceField
from ui.forms.layouts import label
from ui.forms.question import make_room_for_title
from ui.plain_text import PlainLabel
from ui.tables.copyable_table import CopyableTable
from ui.tables.decision_table import DECISION, WAY, DecisionModel, DecisionRow, WayDelegate


class DecisionsPanel(QWidget):
    """Asks what a cell decides and why, and shows what became of it."""

    decided = Signal(object, str, str)  # Action, cell, reason
    withdraw_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario: ScenarioPlan | None = None
        self._cells: dict[str, str] = {}
        self._heard_of: dict[str, str] = {}
        self._terms: dict[str, Mapping[str, str]] = {}
        self._awaits_answer = False
        self._shown: tuple[OwnDecision, ...] = ()
        self._rows: list[DecisionRow] = []
        self.cell = ChoiceField()
        self.reason = QLineEdit(placeholderText=tr("Why? (optional)"))
        self.decide = QPushButton(tr("Decide…"))
        self.undo = QPushButton(tr("Take back"))
        self.budget = PlainLabel()
        self.refusal = PlainLabel(wordWrap=True)
        self._model = DecisionModel(self)
        self.table = CopyableTable(tr("Decisions"), tr("Nothing has been decided yet."))
        self.table.setModel(self._model)
        self._lay_out()
        self.decide.clicked.connect(self._ask)
        self.undo.clicked.connect(self._take_back)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_choice())

    def show_cells(
        self, scenario: ScenarioPlan, cells: Mapping[str, str], terms: Mapping[str, Mapping[str, str]]
    ) -> None:
        """Offer the *cells* that play, their titles by their ids, with the *terms* on which each has an action."""
        self._scenario, self._cells, self._terms = scenario, dict(cells), dict(terms)
        self._shown, self._rows = (), []
        self.refusal.hide()
        self.cell.clear()
        for name, title in cells.items():
            self.cell.addItem(title, name)

    def show_heard_of(self, places: Mapping[str, str]) -> None:
        """Offer to have *places* assessed that are not in the plan: their titles by their ids."""
        if self._heard_of != places:
            self._heard_of = dict(places)
            self._shown, self._rows = (), []  # they may name one of them

    def show_decisions(
        self, decisions: Sequence[OwnDecision], now: float, budget_left: float | None, *, may_decide: bool
    ) -> None:
        """Show the decisions as they stand at *now* (s), and what is left of the budget."""
        if self._scenario is None:
            return
        if len(decisions) != self._model.rowCount():
            self._awaits_answer = False
        if tuple(decisions) != self._shown:  # to put actions in words anew in every frame would take too long
            self._shown = tuple(decisions)
            self._rows = [self._row(one) for one in decisions]
        self._model.show_decisions(self._rows, now)
        self.decide.setEnabled(may_decide and self.cell.count() > 0)
        self.decide.setToolTip("" if may_decide else tr("Decisions are taken between STARTEX and ENDEX"))
        self.budget.setVisible(budget_left is not None)
        if budget_left is not None:
            left = f"{budget_left:,.0f} {self._scenario.currency}"
            self.budget.setText(tr("Budget left: {money}", money=left))
        self._show_choice()

    def show_refusal(self, why: str) -> None:
        """Say why what was decided here last cannot be had; of what was asked elsewhere nothing is said."""
        if self._awaits_answer:
            self._awaits_answer = False
            self.refusal.setText(tr("✕ Not possible: {why}", why=why))
            self.refusal.show()

    def _row(self, one: OwnDecision) -> DecisionRow:
        assert self._scenario is not None  # show_decisions
        moment = wording.short_moment(Calendar.of(self._scenario), one.taken)
        lasting = effect_ends_after(read_action(one.action))
        return DecisionRow(
            number=one.number,
            what=self._words(one.action, self._scenario),
            cell=self._cells.get(one.cell, one.cell) or tr("Trainer"),
            taken=one.taken,
            effect=one.effect,
            moment=moment,
            withdrawn=one.withdrawn,
            cost=f"{one.cost:,.0f}" if one.cost else "",
            over=None if lasting is None else one.effect + lasting,
        )

    def _words(self, written: WrittenAction, scenario: ScenarioPlan) -> str:
        place = written.get("assess", {}).get("at")
        if isinstance(place, str) and place in self._heard_of:
            return tr("Assess {place}", place=self._heard_of[place])
        return written_in_words(written, scenario)

    def _ask(self) -> None:
        if self._scenario is None:
            return
        terms = self._terms.get(str(self.cell.currentData()))
        dialog = AnyActionDialog(self._scenario, "", self, heard_of=self._heard_of, terms=terms)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Decide for {cell}", cell=self.cell.currentText()))
        make_room_for_title(dialog)
        dialog.asked.connect(self._tell)
        dialog.open()

    def _tell(self, action: Action) -> None:
        self._awaits_answer = True
        self.refusal.hide()
        reason = self.reason.text().strip()
        self.reason.clear()
        self.decided.emit(action, str(self.cell.currentData()), reason)

    def _chosen(self) -> int | None:
        rows = self.table.selectionModel().selectedRows()
        number = rows[0].data(DECISION) if rows else None
        return number if isinstance(number, int) else None

    def _show_choice(self) -> None:
        self.undo.setEnabled(self._chosen() is not None)

    def _take_back(self) -> None:
        number = self._chosen()
        if number is not None:
            self.withdraw_asked.emit(number)

    def _lay_out(self) -> None:
        self.cell.setAccessibleName(tr("Cell that decides"))
        self.reason.setAccessibleName(tr("Why"))
        self.undo.setToolTip(tr("Only a decision that is still on its way can be taken back"))
        self.table.setItemDelegateForColumn(WAY, WayDelegate(self.table))
        self.refusal.setProperty("look", "problem")
        self.refusal.hide()
        self.table.setColumnWidth(0, 190)
        self.table.setColumnWidth(WAY, 100)
        top, line = QHBoxLayout(), QHBoxLayout()
        top.addWidget(label(tr("Decisions"), "heading"))
        top.addStretch(1)
        top.addWidget(self.budget)
        line.addWidget(self.cell, 1)
        line.addWidget(self.decide)
        line.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.reason)
        column.addLayout(line)
        column.addWidget(self.refusal)
        column.addWidget(self.table, 1)

"""What the players may decide: each action, how long it takes to have it, and what it costs."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_sim.actions import ACTIONS, fitting_names, meaning_of
from reception_sim.exercise.deciding import FATE
from reception_sim.exercise_plan import DecisionRule, Exercise
from reception_sim.scenario.quantities import MINUTE
from reception_sim.translation import tr
from ui import wording
from ui.forms.fields import minutes_in
from ui.forms.layouts import label
from ui.state.exercise_editor import ExerciseEditor
from ui.tables.editable_rows import EditableRows, WritingTable, Written


class RulesPanel(QWidget):
    """A row for every action that the scenario has a use for; with none ticked, everything may be decided at once."""

    def __init__(self, editor: ExerciseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        what, meaning = tr("Decision"), tr("What it does")
        headings = (tr("May"), what, tr("Lead time"), tr("Cost of one"), meaning)
        self._rows = EditableRows(headings, fixed=(what, meaning), parent=self)
        self.table = WritingTable(tr("Decisions"), tr("This scenario has nothing to decide."), self._rows)
        for column, width in enumerate((44, 150, 90, 90)):
            self.table.setColumnWidth(column, width)
        self._rows.edited.connect(self._edit)
        editor.changed.connect(self._show)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(label(tr("What players may decide"), "heading"))
        hint = tr("Tick what may be decided. With nothing ticked everything can be, at once and for nothing.")
        below.addWidget(label(hint, "quiet", wraps=True))
        below.addWidget(self.table, 1)

    def _show(self) -> None:
        exercise = self._editor.exercise
        if exercise is not None:
            rules = {rule.action: rule for rule in exercise.decisions}
            self._rows.show_rows([_row(name, rules.get(name)) for name in self._offered()])

    def _offered(self) -> list[str]:
        scenario = self._editor.scenario
        if scenario is None:
            return []
        return [name for name, kind in ACTIONS.items() if kind not in FATE and fitting_names(name, scenario)]

    def _edit(self, row: int, column: int, written: Written) -> None:
        name = self._offered()[row]
        exercise = self._editor.exercise
        assert exercise is not None  # a row was shown
        rule = _rule_of(name, exercise)
        match column, written:
            case 0, bool(may):
                self._put(exercise, name, rule if may else None)
            case 2, str(said) if minutes_in(said) is not None:
                self._put(exercise, name, replace(rule, lead_time=(minutes_in(said) or 0) * MINUTE))
            case 3, str(said) if _is_money(said):
                self._put(exercise, name, replace(rule, cost=float(said)))
            case _:
                return

    def _put(self, exercise: Exercise, name: str, rule: DecisionRule | None) -> None:
        others = {one.action: one for one in exercise.decisions if one.action != name}
        if rule is not None:
            others[name] = rule
        kept = tuple(others[one] for one in ACTIONS if one in others)
        self._editor.change(tr("Change what may be decided"), replace(exercise, decisions=kept))


def _row(name: str, rule: DecisionRule | None) -> tuple[Written, ...]:
    title = wording.sentence(tr(name.replace("_", " ")))
    lead = wording.duration(rule.lead_time) if rule else ""
    cost = f"{rule.cost:g}" if rule else ""
    return (rule is not None, title, lead, cost, meaning_of(name))


def _rule_of(name: str, exercise: Exercise) -> DecisionRule:
    return next((rule for rule in exercise.decisions if rule.action == name), DecisionRule(action=name))


def _is_money(said: str) -> bool:
    try:
        return float(said) >= 0
    except ValueError:
        return False

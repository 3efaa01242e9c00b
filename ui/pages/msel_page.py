"""The master scenario events list is written here: the table on the left, the chosen inject on the right."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from reception_sim.exercise_plan import AtTime, InjectKind, MselInject
from reception_sim.scenario.quantities import MINUTE
from reception_sim.translation import tr, tr_plural
from ui import wording
from ui.forms.action_button import ActionButton, show_icon
from ui.forms.fields import ChoiceField
from ui.forms.inject_form import InjectForm
from ui.forms.layouts import ColumnScroll, name_clearing
from ui.forms.question import Question
from ui.plain_text import PlainLabel
from ui.state.exercise_editor import ExerciseEditor
from ui.tables.kind_filter import KindFilter
from ui.tables.msel_table import TIME, MselModel, MselTable
from ui.theme import Theme

_WIDTHS: Final = (44, 150, 110, 90, 90, 70, 200, 220, 180, 130, 180)
_FORM_WIDTH: Final = 380
_MOST_SHIFT_MIN: Final = 7 * 24 * 60


class MselPage(QWidget):
    """Writes, sorts, filters, copies, re-times and checks the injects of an exercise; every step can be undone."""

    said = Signal(str)

    def __init__(self, editor: ExerciseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._chosen: int | None = None
        self._model, self._filter = MselModel(self), KindFilter(self)
        self._filter.setSourceModel(self._model)
        self.table = MselTable()
        self.table.setModel(self._filter)
        self.search = QLineEdit(placeholderText=tr("Find in the list"), clearButtonEnabled=True)
        self.kind = ChoiceField()
        self.count = PlainLabel()
        self.form = InjectForm()
        self.add = self._action("add", tr("&Add inject"), "Ins", self._add)
        self.copy = self._action("copy", tr("&Copy inject"), "Ctrl+D", self._copy)
        self.remove = self._action("remove", tr("&Remove"), "Del", self._remove)
        self.shift = self._action("clock", tr("&Shift from here…"), "Ctrl+T", self._ask_to_shift)
        self.undo = self._step_action("undo", tr("&Undo"), QKeySequence.StandardKey.Undo, editor.steps.undo)
        self.redo = self._step_action("redo", tr("Re&do"), QKeySequence.StandardKey.Redo, editor.steps.redo)
        self._lay_out()
        self._connect()
        self._show_choice()

    @property
    def commands(self) -> tuple[QAction, ...]:
        return (self.add, self.copy, self.remove, self.shift, self.undo, self.redo)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in other colours."""
        for action in self.commands:
            show_icon(action, theme)

    def choose(self, number: int) -> None:
        """Choose the inject with a number, in the table and in the form."""
        row = self._model.row_of(number)
        if row is not None:
            index = self._filter.mapFromSource(self._model.index(row, 0))
            self.table.selectRow(index.row())
            self.table.scrollTo(index)

    def _show(self) -> None:
        scenario, exercise = self._editor.scenario, self._editor.exercise
        if scenario is None or exercise is None:
            return
        wrong = {inject.number: self._editor.problems_of(inject.number) for inject in exercise.injects}
        chosen = self._chosen
        self._model.show_exercise(scenario, exercise, wrong)
        if chosen is not None:
            self.choose(chosen)
        else:
            self.table.selectRow(0)
        self._count(sum(map(bool, wrong.values())))
        self._show_choice()

    def _count(self, wrong: int) -> None:
        shown = tr_plural("{count} inject", "{count} injects", self._filter.rowCount())
        told = tr("{injects}, all fit", injects=shown)
        if wrong:
            told = tr("{injects}, {n} to mend", injects=shown, n=wrong)
        self.count.setText(told)

    def _show_choice(self) -> None:
        """Show the chosen inject; commands that need one are offered only then."""
        numbers = self.table.numbers_chosen()
        self._chosen = numbers[0] if numbers else None
        for action in (self.copy, self.remove, self.shift):
            action.setEnabled(bool(numbers))
        self.form.setEnabled(len(numbers) == 1)
        scenario, exercise = self._editor.scenario, self._editor.exercise
        if self._chosen is not None and scenario is not None and exercise is not None:
            inject = self._editor.inject(self._chosen)
            self.form.show_inject(scenario, exercise, inject, self._editor.problems_of(self._chosen))

    def _change(self, inject: MselInject) -> None:
        number, self._chosen = self._chosen, inject.number
        if number is not None:
            self._editor.change_inject(number, inject)

    def _add(self) -> None:
        self._chosen = None
        self.choose(self._editor.add_inject().number)
        self.form.headline.setFocus()
        self.form.headline.selectAll()

    def _copy(self) -> None:
        if self._chosen is not None:
            self.choose(self._editor.copy_inject(self._chosen).number)

    def _remove(self) -> None:
        numbers, row = self.table.numbers_chosen(), self.table.currentIndex().row()
        self._chosen = None
        self._editor.remove_injects(numbers)
        self.table.selectRow(min(row, self._filter.rowCount() - 1))
        self.said.emit(tr("✓ Removed. Ctrl+Z brings it back."))

    def _retime(self, number: int, at: float) -> None:
        """Let an inject that comes at a time come at another; one that waits for something is not torn from it."""
        if isinstance(self._editor.inject(number).when, AtTime):
            self._editor.retime(number, at)
        else:
            self.said.emit(
                tr("✕ Inject {n} comes at no fixed time. Choose “At a time” beside the list to give it one.", n=number)
            )

    def _ask_to_shift(self) -> None:
        question = tr("By how many minutes? This inject and all that come later keep their spacing.")
        dialog = Question(tr("Shift from here"), question, self)
        dialog.ask_number(15, -_MOST_SHIFT_MIN, _MOST_SHIFT_MIN, self.shift_by)

    def shift_by(self, minutes: int) -> None:
        """Move the chosen inject, and all that come later at a time, by so many minutes."""
        rows = self.table.selectionModel().selectedRows(TIME)
        if rows:
            first = min(self._model.moment(self._filter.mapToSource(row).row()) for row in rows)
            self._editor.shift_from(first, minutes * MINUTE)

    def _keep_kind(self) -> None:
        self._filter.keep_kind(self.kind.currentData())
        self._show()

    def _action(self, icon: str, text: str, keys: str, act: Callable[[], object]) -> QAction:
        return self._step_action(icon, text, keys, act)

    def _step_action(
        self, icon: str, text: str, keys: QKeySequence.StandardKey | str, act: Callable[[], object]
    ) -> QAction:
        action = QAction(text, self)
        action.setProperty("icon_name", icon)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - else Qt passes on whether it is checked
        self.addAction(action)
        return action

    def _connect(self) -> None:
        editor = self._editor
        editor.changed.connect(self._show)
        editor.steps.canUndoChanged.connect(self.undo.setEnabled)
        editor.steps.canRedoChanged.connect(self.redo.setEnabled)
        editor.steps.undoTextChanged.connect(self._name_undo)
        editor.steps.redoTextChanged.connect(self._name_redo)
        self.table.retimed.connect(self._retime)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.form.changed.connect(self._change)
        self.search.textChanged.connect(self._filter.setFilterFixedString)
        self.kind.currentIndexChanged.connect(lambda _: self._keep_kind())

    def _name_undo(self, step: str) -> None:
        """Say in the tooltip what is undone."""
        self.undo.setToolTip(tr("Undo: {step}", step=step) if step else tr("Undo"))

    def _name_redo(self, step: str) -> None:
        self.redo.setToolTip(tr("Redo: {step}", step=step) if step else tr("Redo"))

    def _selected(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        self._show_choice()

    def _lay_out(self) -> None:
        self.search.setAccessibleName(tr("Find in the list"))
        name_clearing(self.search, tr("Clear the search"))
        self.kind.setAccessibleName(tr("Kind of injects to show"))
        self.kind.addItem(tr("Every kind"), None)
        for kind in InjectKind:
            self.kind.addItem(wording.sentence(tr(str(kind))), kind)
        self.count.setProperty("look", "quiet")
        self.table.sortByColumn(TIME, Qt.SortOrder.AscendingOrder)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        side = ColumnScroll(self.form)
        self.form.setMinimumWidth(_FORM_WIDTH)  # with longer words it is wider, never cut off
        parts = QSplitter()
        parts.addWidget(self.table)
        parts.addWidget(side)
        parts.setStretchFactor(0, 1)
        parts.setChildrenCollapsible(False)
        below = QVBoxLayout(self)
        below.addLayout(self._bar())
        below.addWidget(parts, 1)
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        for action in self.commands:
            bar.addWidget(ActionButton(action))
        bar.addWidget(self.search, 1)
        bar.addWidget(self.kind)
        bar.addWidget(self.count)
        return bar

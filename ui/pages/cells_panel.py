"""Who takes part, and what is to be seen: cells and objectives, written in two small tables."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception_sim.exercise_plan import Cell, Exercise, Objective
from reception_sim.translation import tr
from ui.forms.layouts import label
from ui.state.exercise_editor import ExerciseEditor
from ui.tables.editable_rows import EditableRows, WritingTable, Written

T = TypeVar("T")


class CellsPanel(QWidget):
    """Cells of participants: no name of a person is needed, or asked for."""

    def __init__(self, editor: ExerciseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        headings = (tr("Cell"), tr("Role"), tr("People"), tr("Plays"))
        self._rows = EditableRows(headings, parent=self)
        self.table = WritingTable(
            tr("Cells"), tr("Add the cells that take part: a title and a role suffice."), self._rows
        )
        self.table.setColumnWidth(0, 170)
        self.table.setColumnWidth(1, 240)
        self._rows.edited.connect(self._edit)
        editor.changed.connect(self._show)
        _lay_out(self, tr("Who takes part"), self.table, self._add, self._remove)

    def _show(self) -> None:
        exercise = self._editor.exercise
        if exercise is not None:
            rows = [(one.title, one.role, str(one.participants), one.plays) for one in exercise.cells.values()]
            self._rows.show_rows(rows)

    def _edit(self, row: int, column: int, written: Written) -> None:
        exercise = self._exercise()
        name, cell = list(exercise.cells.items())[row]
        match column, written:
            case 0, str(title) if title:
                changed = replace(cell, title=title)
            case 1, str(role):
                changed = replace(cell, role=role)
            case 2, str(number) if number.isdigit():
                changed = replace(cell, participants=int(number))
            case 3, bool(plays):
                changed = replace(cell, plays=plays)
            case _:
                return
        self._editor.change(tr("Change a cell"), replace(exercise, cells={**exercise.cells, name: changed}))

    def _add(self) -> None:
        exercise = self._exercise()
        added = Cell(title=tr("New cell"))
        name = free_name("cell", exercise.cells)
        self._editor.change(tr("Add a cell"), replace(exercise, cells={**exercise.cells, name: added}))

    def _remove(self) -> None:
        exercise = self._exercise()
        left = _without_row(exercise.cells, self.table.row_chosen())
        self._editor.change(tr("Remove a cell"), replace(exercise, cells=left))

    def _exercise(self) -> Exercise:
        assert self._editor.exercise is not None  # a row was shown, or a button pressed beside it
        return self._editor.exercise


class ObjectivesPanel(QWidget):
    """Objectives, each with the capability that it shows and the criteria by which it is judged."""

    def __init__(self, editor: ExerciseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        headings = (tr("Objective"), tr("Capability"), tr("Criteria (; between them)"))
        self._rows = EditableRows(headings, parent=self)
        self.table = WritingTable(tr("Objectives"), tr("Add what the exercise wants to see done."), self._rows)
        self.table.setColumnWidth(0, 260)
        self.table.setColumnWidth(1, 140)
        self._rows.edited.connect(self._edit)
        editor.changed.connect(self._show)
        _lay_out(self, tr("What is to be seen"), self.table, self._add, self._remove)

    def _show(self) -> None:
        exercise = self._editor.exercise
        if exercise is not None:
            rows = [(one.title, one.capability, "; ".join(one.criteria)) for one in exercise.objectives.values()]
            self._rows.show_rows(rows)

    def _edit(self, row: int, column: int, written: Written) -> None:
        exercise = self._exercise()
        name, objective = list(exercise.objectives.items())[row]
        match column, written:
            case 0, str(title) if title:
                changed = replace(objective, title=title)
            case 1, str(capability):
                changed = replace(objective, capability=capability[:200])
            case 2, str(criteria):
                said = tuple(one.strip() for one in criteria.split(";") if one.strip())
                changed = replace(objective, criteria=said)
            case _:
                return
        self._editor.change(
            tr("Change an objective"), replace(exercise, objectives={**exercise.objectives, name: changed})
        )

    def _add(self) -> None:
        exercise = self._exercise()
        name = free_name("objective", exercise.objectives)
        added = {**exercise.objectives, name: Objective(title=tr("New objective"))}
        self._editor.change(tr("Add an objective"), replace(exercise, objectives=added))

    def _remove(self) -> None:
        exercise = self._exercise()
        left = _without_row(exercise.objectives, self.table.row_chosen())
        self._editor.change(tr("Remove an objective"), replace(exercise, objectives=left))

    def _exercise(self) -> Exercise:
        assert self._editor.exercise is not None  # as above
        return self._editor.exercise


def free_name(stem: str, taken: Mapping[str, object]) -> str:
    """Return an id that nothing has: stem_1, stem_2, ..."""
    used = [int(found[1]) for name in taken if (found := re.fullmatch(rf"{stem}_(\d+)", name))]
    return f"{stem}_{1 + max(used, default=0)}"


def _without_row(table: Mapping[str, T], row: int | None) -> dict[str, T]:
    gone = None if row is None else list(table)[row]
    return {name: one for name, one in table.items() if name != gone}


def _lay_out(
    panel: QWidget, title: str, table: WritingTable, add: Callable[[], None], remove: Callable[[], None]
) -> None:
    adding, removing = QPushButton(tr("Add")), QPushButton(tr("Remove"))
    adding.clicked.connect(lambda: add())  # noqa: PLW0108 - else Qt passes on whether it is checked
    removing.clicked.connect(lambda: remove())  # noqa: PLW0108 - as above
    line = QHBoxLayout()
    line.addWidget(label(title, "heading"))
    line.addStretch(1)
    line.addWidget(adding)
    line.addWidget(removing)
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(line)
    column.addWidget(table, 1)

"""The improvement plan after an exercise: what is done about each area, by whom, from when to when."""

from dataclasses import replace
from datetime import date

from pydantic import ValidationError
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception_sim.exercise_plan.review import CapabilityElement, Improvement, Review
from reception_sim.translation import tr
from ui.forms.layouts import label
from ui.tables.editable_rows import EditableRows, WritingTable, Written

_FIELDS = ("area", "action", "element", "responsible", "start", "end")


class ImprovementPanel(QWidget):
    """A row an improvement; a cell that does not say what its column asks for leaves the row as it was."""

    changed = Signal(object)  # Review
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = Review()
        headings = (
            *(tr("Area for improvement"), tr("Corrective action"), tr("Capability element"), tr("Responsible")),
            *(tr("Start (2026-12-31)"), tr("End (2026-12-31)")),
        )
        self._rows = EditableRows(headings, parent=self)
        self.table = WritingTable(tr("Improvement plan"), tr("Add what is to be better next time."), self._rows)
        for column, width in enumerate((180, 220, 124, 110, 124)):
            self.table.setColumnWidth(column, width)
        self.add, self.remove = QPushButton(tr("Add")), QPushButton(tr("Remove"))
        self._lay_out()
        self._rows.edited.connect(self._edit)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Return what can be used, in the order in which it is read."""
        return self.add, self.remove, self.table

    def show_review(self, review: Review) -> None:
        """Show the improvements of *review*."""
        self._review = review
        self._rows.show_rows([_cells(one) for one in review.improvements])

    def _edit(self, row: int, column: int, written: Written) -> None:
        rows = list(self._review.improvements)
        try:
            rows[row] = _with(rows[row], _FIELDS[column], str(written))
        except (ValidationError, ValueError):
            self.refused.emit(_what_fits(_FIELDS[column]))
            return
        self._put(rows)

    def _add(self) -> None:
        """Add a row, and let its first cell be written at once."""
        self._put([*self._review.improvements, Improvement(area=tr("New area"))])
        first = self._rows.index(self._rows.rowCount() - 1, 0)
        self.table.setCurrentIndex(first)
        self.table.edit(first)

    def _remove(self) -> None:
        chosen = self.table.row_chosen()
        if chosen is not None:
            self._put([one for row, one in enumerate(self._review.improvements) if row != chosen])

    def _put(self, rows: list[Improvement]) -> None:
        self.show_review(replace(self._review, improvements=tuple(rows)))
        self.changed.emit(self._review)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(label(tr("Improvement plan"), "heading"))
        line.addStretch(1)
        line.addWidget(self.add)
        line.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.table, 1)


def _cells(one: Improvement) -> tuple[Written, ...]:
    start, end = (day.isoformat() if day else "" for day in (one.start, one.end))
    return (one.area, one.action, str(one.element or ""), one.responsible, start, end)


def _with(one: Improvement, field: str, said: str) -> Improvement:
    """Return an improvement with another cell; ValueError if the cell does not say what its column asks for."""
    match field:
        case "area":
            return replace(one, area=said)
        case "action":
            return replace(one, action=said)
        case "element":
            return replace(one, element=CapabilityElement(said.lower()) if said else None)
        case "responsible":
            return replace(one, responsible=said)
        case "start":
            return replace(one, start=date.fromisoformat(said) if said else None)
        case _:
            return replace(one, end=date.fromisoformat(said) if said else None)


def _what_fits(field: str) -> str:
    match field:
        case "start" | "end":
            return tr("A day is written as 2026-12-31, and the end is not before the start.")
        case "element":
            return tr("The element is one of {names}.", names=", ".join(CapabilityElement))
        case _:
            return tr("An area needs a few words.")

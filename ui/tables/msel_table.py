"""The master scenario events list as a table: one row an inject, in the columns of the field."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from reception_sim.exercise_plan import AfterInject, AtTime, Exercise, MselInject
from reception_sim.reports.inject_words import cells_of
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.quantities import MINUTE
from reception_sim.translation import tr
from ui.tables.copyable_table import CopyableTable
from ui.tables.kind_filter import KIND_OF_ROW, SORTED_BY

NUMBER, TIME, KIND, FROM, TO, BY, TITLE, TEXT, EXPECTED, OBJECTIVE, ACTIONS, GUIDANCE, REMARKS, CHECK = range(14)
_STEP_S: Final = 5 * MINUTE  # a row that is dropped behind the last one
_LAST: Final = float("inf")


class MselModel(QAbstractTableModel):
    """The injects of an exercise; what is wrong with one stands in its last column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = (
            *(tr("No."), tr("Comes"), tr("Kind"), tr("From"), tr("To"), tr("By"), tr("Title"), tr("Text")),
            *(tr("Expected action"), tr("Objective"), tr("Changes"), tr("For evaluators"), tr("Remarks"), tr("Check")),
        )
        self._scenario: ScenarioPlan | None = None
        self._exercise: Exercise | None = None
        self._rows: list[tuple[str, ...]] = []
        self._moments: list[float] = []

    def show_exercise(self, scenario: ScenarioPlan, exercise: Exercise, wrong: Mapping[int, Sequence[str]]) -> None:
        """Show the injects of *exercise*; *wrong* tells what is wrong with those of a number."""
        self.beginResetModel()
        self._scenario, self._exercise = scenario, exercise
        self._rows = [
            (*cells_of(inject, exercise, scenario), "; ".join(wrong.get(inject.number, ())) or "✓")
            for inject in exercise.injects
        ]
        self._moments = [moment_of(inject, exercise) for inject in exercise.injects]
        self.endResetModel()

    def inject(self, row: int) -> MselInject:
        assert self._exercise is not None  # a row was shown
        return self._exercise.injects[row]

    def moment(self, row: int) -> float:
        """Return when the inject of a row comes (s), infinite if no clock says so."""
        return self._moments[row]

    def row_of(self, number: int) -> int | None:
        """Return the row of the inject with a number, if it is there."""
        injects = self._exercise.injects if self._exercise else ()
        return next((row for row, inject in enumerate(injects) if inject.number == number), None)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self._headings)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        drag = Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | drag

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == KIND_OF_ROW:
            return self.inject(index.row()).kind
        if role == SORTED_BY and index.column() == NUMBER:
            return self.inject(index.row()).number
        if role == SORTED_BY and index.column() == TIME:
            return self._moments[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, SORTED_BY):
            return self._rows[index.row()][index.column()]
        return None


class MselTable(CopyableTable):
    """Rows can be dragged to another time: between two rows is half-way between their times."""

    retimed = Signal(int, float)  # number, s

    def __init__(self, parent: QWidget | None = None) -> None:
        empty = tr("An exercise lives from its injects. Add the first one, or import a list from Excel or CSV.")
        super().__init__(tr("Master scenario events list"), empty, parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)

    def numbers_chosen(self) -> list[int]:
        """Return the numbers of the chosen injects, as they stand in the table."""
        rows = self.selectionModel().selectedRows(NUMBER)
        return [int(index.data(SORTED_BY)) for index in sorted(rows, key=lambda index: index.row())]

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the rows follow the exercise, and are not moved by hand
        event.accept()
        at = self.time_at(self._row_below(event))
        if at is not None:
            for number in self.numbers_chosen():
                self.retimed.emit(number, at)

    def time_at(self, row: int) -> float | None:
        """Return the time (s) half-way between the row above and *row*, in whole minutes; None where no time is."""
        before = self._moment(row - 1) if row > 0 else 0.0
        if before == _LAST:
            return None
        after = self._moment(row) if row < self.model().rowCount() else _LAST
        middle = before + _STEP_S if after == _LAST else (before + after) / 2
        return round(middle / MINUTE) * MINUTE

    def _moment(self, row: int) -> float:
        return float(self.model().index(row, TIME).data(SORTED_BY))

    def _row_below(self, event: QDropEvent) -> int:
        position = event.position().toPoint()
        index = self.indexAt(position)
        if not index.isValid():
            return self.model().rowCount()
        upper_half = position.y() < self.visualRect(index).center().y()
        return index.row() if upper_half else index.row() + 1


def moment_of(inject: MselInject, exercise: Exercise) -> float:
    """Return when an inject comes (s), through those that it comes after; infinite if no clock says so."""
    by_number = {one.number: one for one in exercise.injects}
    waited, when, met = 0.0, inject.when, {inject.number}
    while isinstance(when, AfterInject) and when.number in by_number and when.number not in met:
        waited += when.delay
        met.add(when.number)
        when = by_number[when.number].when
    return when.at + waited if isinstance(when, AtTime) else _LAST

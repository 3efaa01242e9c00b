"""What an import of a list of injects would bring: which column is which, and each row that cannot be taken."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reception_sim.exercise_plan import Exercise
from reception_sim.reports.document import Column, Table, row
from reception_sim.scenario import ScenarioPlan
from reception_sim.spreadsheets import (
    ColumnMapping,
    Grid,
    GridRow,
    MselColumn,
    TakenList,
    best_grid,
    columns_headed,
    suggested_mapping,
    text_of,
    title_of,
)
from reception_sim.translation import tr, tr_plural
from ui.forms.fields import ChoiceField, NumberField
from ui.forms.layouts import ColumnScroll, empty, label
from ui.forms.question import make_room_for_title
from ui.plain_text import PlainLabel
from ui.plots.elided_label import ElidedLabel
from ui.state.msel_exchange import MselExchange
from ui.tables.copyable_table import CopyableTable
from ui.tables.document_table import DocumentTableModel

_EXAMPLE_WIDTH: Final = 160
_SIZE: Final = (1040, 600)


class MselImportDialog(QDialog):
    """Asks which column of a sheet is which, and tells at once what would be taken and what would not."""

    accepted_list = Signal(object)  # TakenList

    def __init__(
        self,
        grids: tuple[Grid, ...],
        exercise: Exercise,
        scenario: ScenarioPlan,
        exchange: MselExchange,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._grids, self._exercise, self._scenario, self._exchange = grids, exercise, scenario, exchange
        self._taken: TakenList | None = None
        self.sheet, self.heading = ChoiceField(), NumberField(1, 1)
        self.columns: list[ChoiceField] = []
        self._columns_grid = QGridLayout()
        self.outcome, self.replaced = PlainLabel(wordWrap=True), label("", "quiet", wraps=True)
        self.refused = CopyableTable(tr("Rows that cannot be taken"), tr("Every row can be taken."))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = self.buttons.addButton(tr("&Take them"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._connect()
        self.sheet.addItems([grid.name for grid in grids])
        self.sheet.setCurrentIndex(grids.index(best_grid(grids)))
        self._show_sheet()

    def choose(self, place: int, column: MselColumn | None) -> None:
        """Say which column the one in a *place* of the sheet (from 0) is; None is none of them."""
        field = self.columns[place]
        field.setCurrentIndex(field.findData(column))
        self._have_chosen(field)

    @property
    def mapping(self) -> ColumnMapping:
        chosen = ((field.currentData(), place) for place, field in enumerate(self.columns))
        return {MselColumn(column): place for column, place in chosen if column is not None}

    @property
    def _grid(self) -> Grid:
        return self._grids[max(self.sheet.currentIndex(), 0)]

    def _show_sheet(self) -> None:
        line, mapping = suggested_mapping(self._grid)
        with QSignalBlocker(self.heading):
            self.heading.setRange(1, max((one.line for one in self._grid.rows), default=1))
            self.heading.setValue(max(line, 1))
        self._show_columns(mapping)

    def _show_headings(self) -> None:
        headings = self._heading_row()
        self._show_columns(columns_headed(headings) if headings is not None else {})

    def _heading_row(self) -> GridRow | None:
        return next((one for one in self._grid.rows if one.line == self.heading.value()), None)

    def _show_columns(self, mapping: ColumnMapping) -> None:
        """Show a line for each column of the sheet: its heading, what stands below it, and which column it is."""
        empty(self._columns_grid)
        self.columns.clear()
        known = {place: column for column, place in mapping.items()}
        headings = self._heading_row()
        for place in range(max((len(one.cells) for one in self._grid.rows), default=0)):
            field = _column_choice(known.get(place))
            field.activated.connect(lambda _, chosen=field: self._have_chosen(chosen))
            named = label(_heading(headings, place), wraps=True)
            named.setBuddy(field)
            field.setAccessibleName(named.text())
            example = ElidedLabel()
            example.setText(self._example(place))
            example.setProperty("look", "quiet")
            example.setMinimumWidth(_EXAMPLE_WIDTH)
            for column, part in enumerate((named, example, field)):
                self._columns_grid.addWidget(part, place, column)
            self.columns.append(field)
        self._try()

    def _example(self, place: int) -> str:
        """Return what stands in the first row that has anything in this column."""
        below = (one.cells for one in self._grid.rows if one.line > self.heading.value() and place < len(one.cells))
        return next((said for cells in below if (said := text_of(cells[place]))), "")

    def _have_chosen(self, field: ChoiceField) -> None:
        """Let each column of the list be only one of the sheet's."""
        for other in self.columns:
            if other is not field and other.currentData() == field.currentData():
                other.setCurrentIndex(0)
        self._try()

    def _try(self) -> None:
        """Find out what would be taken with these columns."""
        self._taken = None
        self.take.setEnabled(False)
        self.replaced.clear()
        self.refused.setModel(_refused_model(None, self))
        mapping = self.mapping
        if MselColumn.TITLE in mapping or MselColumn.TEXT in mapping:
            self.outcome.setText(tr("Looking at the rows…"))
            self._exchange.try_rows(self._exercise, self._scenario, self._grid, mapping, self.heading.value())
        else:
            wanted = {"title": title_of(MselColumn.TITLE), "text": title_of(MselColumn.TEXT)}
            self.outcome.setText(tr("Say which column is the {title} or the {text} of injects.", **wanted))

    def _show_taken(self, taken: TakenList) -> None:
        self._taken = taken
        said = tr_plural("{count} inject can be taken", "{count} injects can be taken", len(taken.numbers))
        if taken.refused:
            lines = len({one.line for one in taken.refused})
            said += ", " + tr_plural("{count} row cannot", "{count} rows cannot", lines)
        self.outcome.setText(f"{said}.")
        self.replaced.setText(" ".join(self._consequences(taken)))
        self.refused.setModel(_refused_model(taken, self))
        for column, width in enumerate((44, 150, 130)):
            self.refused.setColumnWidth(column, width)
        self.take.setEnabled(bool(taken.numbers))

    def _consequences(self, taken: TakenList) -> list[str]:
        """Say what else taking them would change."""
        said = []
        same = {one.number for one in self._exercise.injects} & set(taken.numbers)
        if same:
            one, more = (
                "{count} takes the place of an inject with its number.",
                ("{count} take the place of injects with their numbers."),
            )
            said.append(tr_plural(one, more, len(same)))
        if taken.added:
            said.append(tr("New in the exercise: {names}.", names=", ".join(taken.added)))
        if taken.refused:
            said.append(tr("Mend the others in the file and import it again, or copy this table (Ctrl+C)."))
        return said

    def _accept(self) -> None:
        if self._taken is not None:
            self.accepted_list.emit(self._taken)
            self.accept()

    def _connect(self) -> None:
        self._exchange.rows_tried.connect(self._show_taken)
        self._exchange.failed.connect(self.outcome.setText)
        self.sheet.activated.connect(lambda _: self._show_sheet())
        self.heading.valueChanged.connect(lambda _: self._show_headings())
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Import a list of injects"))
        make_room_for_title(self)
        self.resize(*_SIZE)
        self.take.setProperty("look", "main")
        self.outcome.setProperty("look", "heading")
        line = QHBoxLayout()
        asked = [(tr("&Sheet"), self.sheet)] if len(self._grids) > 1 else []
        for title, field in (*asked, (tr("&Headings in line"), self.heading)):
            named = label(title)
            named.setBuddy(field)
            line.addWidget(named)
            line.addWidget(field)
        line.addStretch(1)
        parts = QHBoxLayout()
        parts.addLayout(self._left(), 5)
        parts.addLayout(self._right(), 6)
        column = QVBoxLayout(self)
        column.addLayout(line)
        column.addLayout(parts, 1)
        column.addWidget(self.buttons)

    def _left(self) -> QVBoxLayout:
        inside = QWidget()
        filled = QVBoxLayout(inside)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addLayout(self._columns_grid)
        filled.addStretch(1)
        self._columns_grid.setColumnStretch(0, 2)
        self._columns_grid.setColumnStretch(1, 3)
        left = QVBoxLayout()
        left.addWidget(label(tr("Columns of the file, and what each is"), "heading"))
        left.addWidget(ColumnScroll(inside), 1)
        return left

    def _right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        for part in (self.outcome, self.replaced):
            right.addWidget(part)
        right.addWidget(self.refused, 1)
        return right


def _column_choice(chosen: MselColumn | None) -> ChoiceField:
    field = ChoiceField()
    field.addItem(tr("Not taken"), None)
    for column in MselColumn:
        field.addItem(title_of(column), column)
    field.setCurrentIndex(max(field.findData(chosen), 0))
    return field


def _heading(headings: GridRow | None, place: int) -> str:
    """Return the heading of a column, or its number where it has none."""
    said = text_of(headings.cells[place]) if headings is not None and place < len(headings.cells) else ""
    return said.strip() or tr("Column {number}", number=place + 1)


def _refused_model(taken: TakenList | None, parent: QWidget) -> DocumentTableModel:
    columns = (
        Column(tr("Line")),
        Column(tr("Column")),
        Column(tr("Found")),
        Column(tr("What would be right")),
    )
    refused = () if taken is None else taken.refused
    rows = tuple(row(str(one.line), one.column, one.found, one.expected) for one in refused)
    return DocumentTableModel(Table(tr("Rows that cannot be taken"), columns, rows), parent)

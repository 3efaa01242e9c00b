"""The roster that was found, as a table to be edited, applied to the scenario, compared, and taken to a spreadsheet."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception_sim.experiments.alternatives import Alternative, alternative_from
from reception_sim.experiments.staffing_answer import StaffingAnswer
from reception_sim.experiments.staffing_question import Roster, RosterRow
from reception_sim.experiments.staffing_rosters import with_roster
from reception_sim.reports.printing import printed
from reception_sim.reports.staffing_report import staffing_report
from reception_sim.scenario import FileNotWritten, ScenarioPlan, write_whole
from reception_sim.translation import tr
from ui.file_dialogs import ask_where
from ui.tables.copyable_table import CopyableTable
from ui.tables.roster_table import RosterLine, RosterTable

ROSTER_ID = "roster"
_PEOPLE_AT_MOST = 10_000


class RosterPanel(QWidget):
    """Edits a copy; nothing changes in the scenario until it is applied."""

    apply_asked = Signal(object)  # ScenarioPlan
    compare_asked = Signal(object)  # Alternative
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: StaffingAnswer | None = None
        self.roster: Roster | None = None
        self.model = RosterTable(self)
        self.table = CopyableTable(
            tr("Roster"), tr("Find a roster: it appears here as a table that can be edited and applied.")
        )
        self.apply = QPushButton(tr("A&pply to the scenario"))
        self.compare = QPushButton(tr("Co&mpare with the plan"))
        self.export = QPushButton(tr("E&xport to Excel…"))
        self._lay_out()
        self._connect()

    def show_answer(self, answer: StaffingAnswer) -> None:
        """Show the roster of an answer; what was edited of an older one is let go."""
        is_same = self._answer is not None and answer.roster == self._answer.roster
        self._answer = answer  # it may be surer of the same roster
        if not is_same:
            self.roster = answer.roster
            self._show()

    def clear(self) -> None:
        self._answer, self.roster = None, None
        self._show()

    def export_to(self, path: Path) -> None:
        """Write the roster as a workbook, or say why that did not go."""
        assert self._answer is not None  # the button is disabled without
        content = printed(staffing_report(self._answer, self.roster), path, datetime.now().astimezone())
        try:
            write_whole(path, content)
        except FileNotWritten as error:
            self.said.emit(tr("✕ The roster is not saved. {why}", why=error))
            return
        self.said.emit(tr("✓ Saved: {file}", file=path.name))

    def planned_with_it(self) -> ScenarioPlan:
        """Return the scenario with the roster as it is edited."""
        assert self._answer is not None  # the buttons are disabled without
        assert self.roster is not None  # as above
        return with_roster(self._answer.question.scenario, self.roster)

    def as_alternative(self) -> Alternative:
        """Return the roster as an alternative to the plan."""
        assert self._answer is not None  # as above
        found = alternative_from(self._answer.question.scenario, self.planned_with_it(), ROSTER_ID)
        return Alternative(ROSTER_ID, tr("Roster that was found"), found.changes)

    def _edit(self, row: int, people: int) -> None:
        if self.roster is not None:
            self.roster = self.roster.with_count(row, min(max(people, 0), _PEOPLE_AT_MOST))
            self._show()

    def _show(self) -> None:
        lines = []
        if self._answer is not None and self.roster is not None and self._answer.roster is not None:
            scenario = self._answer.question.scenario
            pairs = zip(self._answer.roster.rows, self.roster.rows, strict=True)
            lines = [_line(found, edited, scenario) for found, edited in pairs]
        self.model.show_lines(lines)
        for button in (self.apply, self.compare, self.export):
            button.setEnabled(bool(lines))

    def _ask_where(self) -> None:
        ask_where(self, tr("Export the roster"), tr("Excel workbook (*.xlsx)"), "roster.xlsx", self.export_to)

    def _connect(self) -> None:
        self.model.edit_asked.connect(self._edit)
        self.apply.clicked.connect(lambda: self.apply_asked.emit(self.planned_with_it()))
        self.compare.clicked.connect(lambda: self.compare_asked.emit(self.as_alternative()))
        self.export.clicked.connect(self._ask_where)

    def _lay_out(self) -> None:
        self.table.setSortingEnabled(False)
        self.table.setModel(self.model)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        tools = QHBoxLayout()
        tools.addStretch(1)
        for button in (self.apply, self.compare, self.export):
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 0)
        column.addWidget(self.table, 1)
        column.addLayout(tools)
        self.clear()


def _line(found: RosterRow, edited: RosterRow, scenario: ScenarioPlan) -> RosterLine:
    shift = found.shift
    alike = (
        one.count for one in scenario.staff[found.role].shifts if (one.days, one.hours) == (shift.days, shift.hours)
    )
    return RosterLine(
        scenario.title_of(found.role), str(shift.days), str(shift.hours), next(alike, 0), found.count, edited.count
    )

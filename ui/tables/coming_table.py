"""The injects while the exercise goes on: what comes next and in how long, what came, and what came of it."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from reception_sim.exercise_plan.course import Course, InjectState, InjectStatus, Outcome
from reception_sim.reports.inject_words import recipients_in_words, when_in_words
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.translation import tr
from ui import wording

NUMBER_ROLE: Final = Qt.ItemDataRole.UserRole
_SOON: Final = 15 * 60.0
_RANKS: Final = {InjectState.WAITING: 0, InjectState.SENT: 1, InjectState.SKIPPED: 2}


class ComingModel(QAbstractTableModel):
    """One row an inject: those proposed first, then those to come by their time, then those that have come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = (tr("No."), tr("Comes in"), tr("Inject"), tr("To"), tr("Expected action"))
        self._numbers: list[int] = []
        self._rows: list[tuple[str, ...]] = []
        self._urgent: set[int] = set()

    def show_course(self, course: Course, scenario: ScenarioPlan, now: float) -> None:
        """Show how the list stands at *now* (s)."""
        proposed = course.proposals(now)
        order = sorted(course.injects.values(), key=lambda status: _rank(status, course, proposed))
        numbers = [status.inject.number for status in order]
        rows = [_cells(status, course, scenario, now) for status in order]
        due = {status.inject.number for status in order if _is_soon(course.due(status), now)}
        if numbers == self._numbers:
            self._rows, self._urgent = rows, {*proposed, *due}
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._headings) - 1))
            return
        self.beginResetModel()
        self._numbers, self._rows, self._urgent = numbers, rows, {*proposed, *due}
        self.endResetModel()

    def row_of(self, number: int) -> int | None:
        return self._numbers.index(number) if number in self._numbers else None

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
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        number = self._numbers[index.row()]
        if role == NUMBER_ROLE:
            return number
        if role == Qt.ItemDataRole.FontRole and number in self._urgent:
            bold = QFont()
            bold.setBold(True)
            return bold
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None


def _rank(status: InjectStatus, course: Course, proposed: list[int]) -> tuple[bool, int, float, int]:
    due = course.due(status)
    moment = -status.sent[-1] if status.sent else due if due is not None else float("inf")
    return (status.inject.number not in proposed, _RANKS[status.state], moment, status.inject.number)


def _is_soon(due: float | None, now: float) -> bool:
    return due is not None and due - now <= _SOON


def _cells(status: InjectStatus, course: Course, scenario: ScenarioPlan, now: float) -> tuple[str, ...]:
    inject = status.inject
    recipients = recipients_in_words(inject, course.exercise)
    comes = _comes(status, course, scenario, now)
    return (str(inject.number), comes, inject.title, recipients, expected_in_words(status, scenario, now))


def _comes(status: InjectStatus, course: Course, scenario: ScenarioPlan, now: float) -> str:
    if status.inject.number in course.proposals(now):
        return tr("proposed now")
    match status.state:
        case InjectState.SENT:
            return tr("sent {moment}", moment=wording.short_moment(Calendar.of(scenario), status.sent[-1]))
        case InjectState.SKIPPED:
            return tr("skipped")
        case InjectState.WAITING:
            due = course.due(status)
            return when_in_words(status.inject, scenario) if due is None else wording.duration(max(0.0, due - now))


def expected_in_words(status: InjectStatus, scenario: ScenarioPlan, now: float) -> str:
    """Say what is hoped for, and what has become of it."""
    expected = status.expected
    if expected is None:
        return ""
    said = expected.text or expected.condition
    match status.outcome:
        case Outcome.NOT_DUE:
            return said
        case Outcome.OPEN:
            return _open(said, status.deadline, now)
        case Outcome.NOT_MET:
            return tr("✕ not in time: {what}", what=said)
        case Outcome.MET | Outcome.LATE:
            return _met(said, status, scenario)


def _open(said: str, deadline: float | None, now: float) -> str:
    if deadline is None or now >= deadline:
        return tr("… {what}", what=said)
    return tr("… {length} left: {what}", what=said, length=wording.duration(deadline - now))


def _met(said: str, status: InjectStatus, scenario: ScenarioPlan) -> str:
    if status.outcome is Outcome.MET or status.met is None:
        return tr("✓ {what}", what=said)
    return tr("✓ late, {moment}: {what}", what=said, moment=wording.short_moment(Calendar.of(scenario), status.met))

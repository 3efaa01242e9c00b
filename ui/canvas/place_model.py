"""The map as a table, for those who read it with other means than their eyes, and for copying."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reception_sim.protection import SiteRisk
from reception_sim.scenario import ScenarioPlan
from reception_sim.state import EntryState, ExitState, SiteState, Snapshot, StationState
from reception_sim.translation import tr
from ui import wording
from ui.canvas.place_states import PlaceState, ReportedState, rides_from, states_before, states_of

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Cell: TypeAlias = str | int | None  # None where a figure has no meaning for the kind of place
_ROOT = QModelIndex()


@dataclass(frozen=True)
class PlaceRow:
    """What the map shows of a place, in figures: persons, except for teams."""

    name: str
    kind: str
    state: str
    waiting: int | None = None
    busy_teams: int | None = None
    staffed_teams: int | None = None
    held_teams: int | None = None
    staying: int | None = None
    capacity: int | None = None
    without_shelter: int | None = None
    awaiting_ride: int | None = None
    passed: int | None = None
    risk: int | None = None


@dataclass(frozen=True)
class Column:
    """A column of the table: its heading, what it tells, and where to find that in a row."""

    heading: str
    meaning: str
    cell: Callable[[PlaceRow], Cell]


def columns() -> tuple[Column, ...]:
    """Return the columns, in the user's language."""
    return (
        Column(tr("Place"), tr("The place's name."), lambda row: row.name),
        Column(tr("Kind"), tr("What kind of place it is."), lambda row: row.kind),
        Column(tr("State"), tr("Whether it is open."), lambda row: row.state),
        Column(tr("Waiting"), tr("People who queue here, or are held back here."), lambda row: row.waiting),
        Column(tr("Teams at work"), tr("Teams that see people now."), lambda row: row.busy_teams),
        Column(tr("Teams staffed"), tr("Teams that could work here now."), lambda row: row.staffed_teams),
        Column(tr("Teams held back"), tr("Teams whose people cannot go on."), lambda row: row.held_teams),
        Column(tr("People here"), tr("People who stay here."), lambda row: row.staying),
        Column(tr("Places"), tr("People who can be sheltered here."), lambda row: row.capacity),
        Column(
            tr("Without shelter"), tr("Of the people here, those without a place."), lambda row: row.without_shelter
        ),
        Column(tr("Waiting for a ride"), tr("People who wait for a vehicle."), lambda row: row.awaiting_ride),
        Column(
            tr("Protection risk (%)"),
            tr("The highest of the risks: gender-based violence, child protection, trafficking."),
            lambda row: row.risk,
        ),
        Column(tr("Passed so far"), tr("People who have arrived or left here."), lambda row: row.passed),
    )


_TEXTS: Final = 3  # the first columns are words, the others figures


class PlaceModel(QAbstractTableModel):
    """A row a place, with what the map draws of it; sorted only when asked, so that rows stand still meanwhile."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns()
        self._scenario: ScenarioPlan | None = None
        self._rows: dict[str, PlaceRow] = {}
        self._order: list[str] = []

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Begin with the places of a plan, before anybody is there."""
        self.beginResetModel()
        self._scenario = scenario
        before = states_before(scenario)
        self._rows = {name: row_of(state, scenario) for name, state in before.items()}
        self._order = list(self._rows)
        self.endResetModel()

    def append(self, snapshot: Snapshot, risks: Iterable[SiteRisk] = ()) -> None:
        """Show the figures of one moment."""
        if self._scenario is None:
            return
        rides = rides_from(snapshot)
        rows = {name: row_of(state, self._scenario, rides.get(name)) for name, state in states_of(snapshot).items()}
        for risk in risks:
            rows[risk.id] = replace(rows[risk.id], risk=round(risk.worst))
        if rows != self._rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(self._columns) - 1))

    def place_at(self, row: int) -> str:
        """Return the id of the place in a row."""
        return self._order[row]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._order)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._columns[index.column()].cell(self._rows[self._order[index.row()]])
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.count(cell) if isinstance(cell, int) else cell or ""
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= _TEXTS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        return self._columns[section].meaning if role == Qt.ItemDataRole.ToolTipRole else None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by what a column tells now; places without a figure stand last."""
        if not 0 <= column < len(self._columns):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        stood = [self._order[index.row()] for index in before]
        cell = self._columns[column].cell
        told = [name for name in self._rows if cell(self._rows[name]) is not None]
        told.sort(key=lambda name: _key(cell(self._rows[name])), reverse=order is Qt.SortOrder.DescendingOrder)
        self._order = told + [name for name in self._rows if cell(self._rows[name]) is None]
        after = [self.index(self._order.index(name), index.column()) for name, index in zip(stood, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def row_of(state: PlaceState, scenario: ScenarioPlan, awaiting_ride: int | None = None) -> PlaceRow:
    """Return a place's figures as a row."""
    name = scenario.title_of(state.id)
    match state:
        case EntryState():
            kind = tr(str(scenario.entry_points[state.id].kind))
            return PlaceRow(name, kind, "", waiting=state.held, awaiting_ride=awaiting_ride, passed=state.arrived)
        case StationState():
            return PlaceRow(
                name,
                tr(str(scenario.stations[state.id].activity)),
                _openness(is_open=state.open),
                waiting=state.queue_persons,
                busy_teams=state.busy_teams,
                staffed_teams=state.staffed_teams,
                held_teams=state.held_teams,
                awaiting_ride=awaiting_ride,
            )
        case SiteState():
            return PlaceRow(
                name,
                tr(str(scenario.sites[state.id].kind)),
                _openness(is_open=state.open),
                staying=state.occupancy,
                capacity=state.capacity,
                without_shelter=state.without_shelter,
                awaiting_ride=state.awaiting_ride,
            )
        case ExitState():
            return PlaceRow(name, tr(str(scenario.exits[state.id].kind)), "", passed=state.persons)
        case ReportedState(persons=persons, waits=waits):
            here = {"waiting": persons} if waits else {"staying": persons}
            return PlaceRow(name, "", "", capacity=state.capacity, **here)


def _openness(*, is_open: bool) -> str:
    return tr("open") if is_open else tr("closed")


def _key(cell: Cell) -> tuple[int, str]:
    return (cell, "") if isinstance(cell, int) else (0, (cell or "").casefold())

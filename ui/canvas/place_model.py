"""The map as a table, for those who read it with other means than their eyes, and for copying."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reception_sim.scenario import ScenarioPlan
from reception_sim.state import Snapshot
from reception_sim.translation import tr
from ui.canvas.figures import Row, row_of, states

FIELDS: Final = ("place", "kind", "waiting", "busy", "staffed", "staying", "capacity", "outside")
_TEXTS: Final = 2  # the first fields are words, the others figures


class PlaceModel(QAbstractTableModel):
    """A row a place, with what the map draws of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scenario: ScenarioPlan | None = None
        self._rows: list[Row] = []

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Begin with the places of a plan, before anything is known of them."""
        self.beginResetModel()
        self._scenario = scenario
        self._rows = []
        self.endResetModel()

    def append(self, snapshot: Snapshot) -> None:
        """Show the figures of one moment."""
        if self._scenario is None:
            return
        rows = [row_of(state, self._scenario) for state in states(snapshot).values()]
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows != self._rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(FIELDS) - 1))

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(FIELDS)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        value = getattr(self._rows[index.row()], FIELDS[index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if value is None else value if isinstance(value, str) else f"{value:,}"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= _TEXTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return section + 1
        return (
            tr("Place"),
            tr("Kind"),
            tr("People waiting"),
            tr("Teams at work"),
            tr("Teams on duty"),
            tr("People staying"),
            tr("Places"),
            tr("Without shelter"),
        )[section]

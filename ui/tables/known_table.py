"""What is known of each place against what is true there; without the truth, it is a table for players."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.state import KnownCount, Snapshot
from reception_sim.translation import tr
from ui import wording

_NOTHING: Final = "\N{EN DASH}"


class KnownModel(QAbstractTableModel):
    """One row a place: what is known, how old that is, and how exact; beside it the truth where it may be shown."""

    def __init__(self, parent: QObject | None = None, *, with_truth: bool) -> None:
        super().__init__(parent)
        truth = (tr("True now"),) if with_truth else ()
        self._headings = (tr("Place"), tr("People, as known"), tr("Counted"), tr("Exact to"), *truth)
        self._with_truth = with_truth
        self._rows: list[tuple[str, ...]] = []

    def show_known(self, known: Sequence[KnownCount], scenario: ScenarioPlan, truth: Snapshot | None = None) -> None:
        """Show what is known; of places of which nothing is known there is a row only where the truth is shown."""
        by_place = {count.id: count for count in known}
        true = true_counts(truth) if self._with_truth and truth is not None else {}
        places = [place for place, _ in scenario.places() if place in by_place or place in true]
        calendar = Calendar.of(scenario)
        rows = [self._row(place, by_place.get(place), true, scenario, calendar) for place in places]
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._headings) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

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
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None

    def _row(
        self, place: str, count: KnownCount | None, true: dict[str, int], scenario: ScenarioPlan, calendar: Calendar
    ) -> tuple[str, ...]:
        truth = (str(true.get(place, _NOTHING)),) if self._with_truth else ()
        if count is None:
            return (scenario.title_of(place), tr("not known"), _NOTHING, _NOTHING, *truth)
        exact = tr("± {n} %", n=round(100 * count.error)) if count.error else tr("counted")
        counted = wording.short_moment(calendar, count.as_of)
        return (scenario.title_of(place), str(count.persons), counted, exact, *truth)


def true_counts(snapshot: Snapshot) -> dict[str, int]:
    """Return the persons who truly queue at each station and stay in each site."""
    queues = {station.id: station.queue_persons for station in snapshot.stations}
    return {**queues, **{site.id: site.occupancy for site in snapshot.sites}}

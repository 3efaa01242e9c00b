"""The figures of one part of a reception system, as they stand: one row a subject, one column a measure."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reception_sim.reports.part_words import part_words, subject_in_words
from reception_sim.reports.wording import bare
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import COLUMNS, Part, PartFigure


class PartTableModel(QAbstractTableModel):
    """Shows the figures of one part; rows stay where they are while their values change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._part: Part | None = None
        self._headings: tuple[str, ...] = ()
        self._rows: list[tuple[str, ...]] = []

    def show_part(self, part: Part, figures: tuple[PartFigure, ...], scenario: ScenarioPlan) -> None:
        """Show the *figures* of a part in *scenario*."""
        rows = _rows(part, figures, scenario)
        if part is self._part and [row[0] for row in rows] == [row[0] for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._headings) - 1))
            return
        words = part_words(part)
        self.beginResetModel()
        self._part, self._headings, self._rows = part, (words.rows, *words.headings), rows
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing, for a new run."""
        self.beginResetModel()
        self._part, self._headings, self._rows = None, (), []
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self._headings)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return self._headings[section]
        return None

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None


def _rows(part: Part, figures: tuple[PartFigure, ...], scenario: ScenarioPlan) -> list[tuple[str, ...]]:
    cells = {(figure.subject, figure.measure): figure.value for figure in figures}
    subjects = dict.fromkeys(figure.subject for figure in figures)
    return [
        (
            subject_in_words(subject, scenario),
            *(
                bare(cells[subject, measure], unit) if (subject, measure) in cells else ""
                for measure, unit in COLUMNS[part].items()
            ),
        )
        for subject in subjects
    ]

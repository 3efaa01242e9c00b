"""Rows of one kind that hold a text, sorted by what stands behind the words."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from typing_extensions import override

SORTED_BY: Final = Qt.ItemDataRole.UserRole
KIND_OF_ROW: Final = Qt.ItemDataRole.UserRole + 1


class KindFilter(QSortFilterProxyModel):
    """Keeps the rows of one kind, or of all, that hold a text.

    The rows' model tells under `KIND_OF_ROW` of what kind a row is, and under `SORTED_BY` what a cell is sorted by.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind: StrEnum | None = None
        self.setSortRole(SORTED_BY)
        self.setFilterKeyColumn(-1)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def keep_kind(self, kind: StrEnum | None) -> None:
        """Show rows of one kind alone; None shows all."""
        self._kind = kind
        self.invalidate()

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        of_row = self.sourceModel().index(source_row, 0, source_parent).data(KIND_OF_ROW)
        return self._kind in (None, of_row) and super().filterAcceptsRow(source_row, source_parent)

"""What every table offers."""

from PySide6.QtCore import QSortFilterProxyModel, Qt

from reception_sim.reports.document import Table, columns, row
from ui.tables.copyable_table import CopyableTable
from ui.tables.document_table import DocumentTableModel

TOLD = Table("Told", columns("What", "How many"), (row("Desks", "2"), row("Beds", "30")))


def shown(qtbot, model):
    table = CopyableTable("Told", "Nothing yet.")
    qtbot.addWidget(table)
    model.setParent(table)
    table.setModel(model)
    return table


def test_that_headings_offer_to_sort_only_what_can_be_sorted(qtbot):
    plain = shown(qtbot, DocumentTableModel(TOLD))
    before = QSortFilterProxyModel()
    before.setSourceModel(DocumentTableModel(TOLD, before))
    sorted_ = shown(qtbot, before)

    assert not plain.isSortingEnabled()
    assert not plain.horizontalHeader().isSortIndicatorShown()
    assert sorted_.isSortingEnabled()
    assert [before.index(place, 0).data() for place in range(2)] == ["Desks", "Beds"]
    sorted_.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [before.index(place, 0).data() for place in range(2)] == ["Beds", "Desks"]

"""The log as a table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reception_sim.recording import Happening, HappeningKind
from ui.tables.copyable_table import CopyableTable
from ui.tables.kind_filter import KindFilter
from ui.tables.log_table import KIND, TIME, WHAT, LogModel

HOUR = 3600.0


@pytest.fixture
def happenings(scenario):
    role, fleet = next(iter(scenario.staff)), next(iter(scenario.vehicles))
    return [
        Happening(26 * HOUR, HappeningKind.SHIFT_CHANGED, role, 4),
        Happening(2 * HOUR, HappeningKind.VEHICLE_DEPARTED, fleet, 31),
        Happening(11 * HOUR, HappeningKind.SHIFT_CHANGED, role, 9),
    ]


@pytest.fixture
def log(qapp, scenario, happenings):
    model = LogModel()
    model.show_scenario(scenario)
    model.append(happenings)
    return model


def cells(model, column: int) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_that_it_keeps_the_promises_of_a_model(log, qtmodeltester) -> None:
    qtmodeltester.check(log)


def test_that_a_row_tells_the_local_time_the_kind_and_what_happened(scenario, log) -> None:
    fleet = scenario.title_of(next(iter(scenario.vehicles)))

    row = [log.index(1, column).data() for column in (TIME, KIND, WHAT)]

    assert row[1:] == ["Vehicle departed", f"{fleet} departed with 31 people"]
    assert row[0].endswith("02:00")


def test_that_rows_are_sorted_by_time_and_not_by_how_it_is_written(log) -> None:
    filtered = KindFilter()
    filtered.setSourceModel(log)

    filtered.sort(TIME, Qt.SortOrder.AscendingOrder)

    assert [text[-5:] for text in cells(filtered, TIME)] == ["02:00", "11:00", "02:00"]


def test_that_the_filter_keeps_one_kind(log) -> None:
    filtered = KindFilter()
    filtered.setSourceModel(log)

    filtered.keep_kind(HappeningKind.SHIFT_CHANGED)

    assert cells(filtered, KIND) == ["Shift changed"] * 2


def test_that_the_filter_finds_a_text_in_any_column_whatever_its_case(log) -> None:
    filtered = KindFilter()
    filtered.setSourceModel(log)

    filtered.setFilterFixedString("WITH 31")

    assert len(cells(filtered, WHAT)) == 1


def test_that_a_new_run_empties_the_log(scenario, log) -> None:
    log.show_scenario(scenario)

    assert log.rowCount() == 0


def test_that_rows_are_copied_as_a_spreadsheet_reads_them(qtbot, log) -> None:
    table = CopyableTable("Log", "nothing yet")
    qtbot.addWidget(table)
    table.setModel(log)
    table.selectRow(1)

    table.copy()

    heading, row = QGuiApplication.clipboard().text().split("\n")
    assert heading == "Local time\tWhat\tDetails"
    assert row.split("\t")[1] == "Vehicle departed"


def test_that_all_rows_are_copied_when_none_is_chosen(qtbot, log) -> None:
    table = CopyableTable("Log", "nothing yet")
    qtbot.addWidget(table)
    table.setModel(log)

    table.copy()

    assert len(QGuiApplication.clipboard().text().split("\n")) == 4

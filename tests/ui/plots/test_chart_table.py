"""The figures of a chart as a table."""

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from ui.plots.chart_columns import ChartColumns
from ui.plots.chart_table import ChartTable
from ui.plots.content import ChartContent, ChartMark, ChartPanel, ChartSeries

CONTENT = ChartContent(
    "Registration", (ChartPanel("people", (ChartSeries("Waiting"),)), ChartPanel("teams", (ChartSeries("At work"),)))
)
NOON = 1694606400.0


def filled_table() -> ChartTable:
    columns = ChartColumns(["Waiting", "At work"])
    columns.append(np.array([NOON, NOON + 300]), {"Waiting": np.array([1234.0, 7.0]), "At work": np.array([2.0, 3.0])})
    table = ChartTable()
    table.show_content(CONTENT)
    table.bring_up_to_date(columns, [ChartMark(NOON + 100, "Open Clinic")])
    return table


def test_that_the_table_keeps_the_rules_of_a_model(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(filled_table())


def test_that_each_series_has_a_column_with_its_unit() -> None:
    table = filled_table()
    across = Qt.Orientation.Horizontal

    headings = [table.headerData(section, across) for section in range(table.columnCount())]
    assert headings == ["Local time", "Waiting (people)", "At work (teams)", "Done"]


def test_that_a_row_tells_moment_values_and_what_was_done() -> None:
    table = filled_table()

    rows = [[table.index(row, column).data() for column in range(4)] for row in range(2)]
    assert rows == [
        ["Wed 13 Sep 2023, 12:00", "1,234", "2", ""],
        ["Wed 13 Sep 2023, 12:05", "7", "3", "Open Clinic"],
    ]

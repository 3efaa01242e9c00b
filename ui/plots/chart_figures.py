"""The figures of a chart as text, for a spreadsheet or a file."""

import csv
import io
from collections.abc import Sequence

from ui.plots.chart_table import ChartRow, headings
from ui.plots.content import ChartContent
from ui.plots.wall_clock import moment_of


def figures_text(content: ChartContent, rows: Sequence[ChartRow], delimiter: str = ",") -> str:
    """Return a line a moment, with times as 2023-09-13T14:00 and what was done in the last column."""
    written = io.StringIO()
    table = csv.writer(written, delimiter=delimiter, lineterminator="\n")
    table.writerow(headings(content))
    table.writerows(
        [f"{moment_of(row.time):%Y-%m-%dT%H:%M}", *(f"{value:g}" for value in row.values), row.done] for row in rows
    )
    return written.getvalue()

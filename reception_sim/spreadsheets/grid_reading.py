"""Reads any table that a person gave: Excel files, and CSV in whatever encoding and with whatever separator."""

import csv
import io
from pathlib import Path
from typing import Final

from reception_sim.spreadsheets.grid import MOST_ROWS, Grid, GridError, GridRow
from reception_sim.spreadsheets.guarded_text import from_cell
from reception_sim.translation import tr

_LARGEST_BYTES: Final = 20_000_000
_SEPARATORS: Final = ",;\t|"


def read_grids(path: Path) -> tuple[Grid, ...]:
    """Return the sheets of an Excel or CSV file; GridError says why it cannot be read."""
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise GridError(tr("the file is too large: at most {most} MB are read", most=_LARGEST_BYTES // 1_000_000))
        content = path.read_bytes()
    except OSError as error:
        raise GridError(tr("the file cannot be read: {why}", why=error.strerror or error)) from error
    if not content.startswith(b"PK"):
        return (_from_csv(content),)
    from reception_sim.spreadsheets.workbook_reading import grids_of  # noqa: PLC0415 - slow to import

    return grids_of(content)


def _from_csv(content: bytes) -> Grid:
    text = _decoded(content)
    separator = _separator(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise GridError(tr("this is not a table of separated values")) from error
    if len(rows) > MOST_ROWS:
        raise GridError(tr("the file is too large: at most {rows} rows are read", rows=MOST_ROWS))
    numbered = enumerate(rows, 1)
    return Grid(
        "", tuple(GridRow(line, tuple(from_cell(cell) or None for cell in row)) for line, row in numbered if any(row))
    )


def _decoded(content: bytes) -> str:
    """Return the text of a file in the encoding that its first bytes tell, in UTF-8, or as Windows writes it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        raise GridError(tr("this is neither an Excel workbook (.xlsx) nor text"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _separator(text: str) -> str:
    """Return the separator by which the first lines have most columns, and equally many."""
    return max(_SEPARATORS, key=lambda separator: _columns_by(text, separator))


def _columns_by(text: str, separator: str) -> int:
    reader = csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=separator)
    widths: list[int] = []
    try:
        widths += [len(row) for row, _ in zip(reader, range(10), strict=False)]
    except csv.Error:
        return 0
    return min(max(widths, default=0), 2 * min((width for width in widths if width > 1), default=0))

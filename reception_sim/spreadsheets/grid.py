"""Any table that a person gave, as rows of cells: Excel files and CSV in whatever encoding and with whatever separator.

Nothing in it is evaluated or followed: a formula stays a formula, and a link leads nowhere.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final, TypeAlias
from zipfile import BadZipFile, ZipFile

import openpyxl
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from reception_sim.spreadsheets.guarded_text import from_cell
from reception_sim.translation import tr

_LARGEST_BYTES: Final = 20_000_000
_LARGEST_UNPACKED: Final = 200_000_000
_MOST_ROWS: Final = 20_000
_MOST_COLUMNS: Final = 200
_SEPARATORS: Final = ",;\t|"


class GridError(Exception):
    """A file that is no table, in words for the user."""


@dataclass(frozen=True)
class Formula:
    """A formula as it stands in a cell; it is never evaluated."""

    text: str


CellValue: TypeAlias = str | int | float | bool | datetime | date | time | timedelta | Formula | None


@dataclass(frozen=True)
class GridRow:
    """One row, with its number in the file, counted from 1."""

    line: int
    cells: tuple[CellValue, ...]


@dataclass(frozen=True)
class Grid:
    """One sheet: its name ("" for CSV) and its rows that hold anything."""

    name: str
    rows: tuple[GridRow, ...]


def read_grids(path: Path) -> tuple[Grid, ...]:
    """Return the sheets of an Excel or CSV file; GridError says why it cannot be read."""
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise GridError(tr("the file is too large: at most {most} MB are read", most=_LARGEST_BYTES // 1_000_000))
        content = path.read_bytes()
    except OSError as error:
        raise GridError(tr("the file cannot be read: {why}", why=error.strerror or error)) from error
    return _from_workbook(content) if content.startswith(b"PK") else (_from_csv(content),)


def _from_workbook(content: bytes) -> tuple[Grid, ...]:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST_UNPACKED:
                raise GridError(tr("the workbook unpacks to more than can be read"))
        book = openpyxl.load_workbook(io.BytesIO(content), keep_links=False)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, SyntaxError) as error:
        # openpyxl has no error of its own for a part that is missing or damaged; SyntaxError is that of XML
        raise GridError(tr("this is no Excel workbook, or a damaged one; save it again as .xlsx")) from error
    return tuple(Grid(sheet.title, tuple(_rows(sheet))) for sheet in book.worksheets)


def _rows(sheet: Worksheet) -> Iterator[GridRow]:
    if sheet.max_row > _MOST_ROWS or sheet.max_column > _MOST_COLUMNS:
        raise GridError(
            tr("the sheet {name} is too large: at most {rows} rows are read", name=sheet.title, rows=_MOST_ROWS)
        )
    merged = _merged_values(sheet)
    for line, cells in enumerate(sheet.iter_rows(), 1):
        values = tuple(
            merged.get((line, place), _value(cell.value, cell.data_type)) for place, cell in enumerate(cells, 1)
        )
        if any(value is not None for value in values):
            yield GridRow(line, values)


def _merged_values(sheet: Worksheet) -> dict[tuple[int, int], CellValue]:
    """Return what each cell of a merged range says: what its first one says, downwards; across it is said once."""
    values: dict[tuple[int, int], CellValue] = {}
    for merged in sheet.merged_cells.ranges:
        first = sheet.cell(merged.min_row, merged.min_col)
        for line in range(merged.min_row, merged.max_row + 1):
            values[line, merged.min_col] = _value(first.value, first.data_type)
    return values


def _value(found: object, kind: str) -> CellValue:
    match found:
        case None:
            return None
        case CellRichText() | str():
            text = str(found)
            return Formula(text) if kind == "f" else from_cell(text) or None
        case bool() | int() | float() | datetime() | date() | time() | timedelta():
            return found
        case _:
            return Formula(str(found))  # an array formula, a table of data: whatever it is, it is no plain value


def _from_csv(content: bytes) -> Grid:
    text = _decoded(content)
    separator = _separator(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise GridError(tr("this is not a table of separated values")) from error
    if len(rows) > _MOST_ROWS:
        raise GridError(tr("the file is too large: at most {rows} rows are read", rows=_MOST_ROWS))
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

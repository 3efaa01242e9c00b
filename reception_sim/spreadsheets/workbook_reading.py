"""The sheets of an Excel workbook as they stand, without following a link or evaluating a formula."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final
from zipfile import BadZipFile, ZipFile

import openpyxl
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from reception_sim.spreadsheets.grid import MOST_COLUMNS, MOST_ROWS, CellValue, Formula, Grid, GridError, GridRow
from reception_sim.spreadsheets.guarded_text import from_cell
from reception_sim.translation import tr

_LARGEST_UNPACKED: Final = 200_000_000


def grids_of(content: bytes) -> tuple[Grid, ...]:
    """Return every sheet of a workbook; GridError says why it cannot be read."""
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
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise GridError(
            tr("the sheet {name} is too large: at most {rows} rows are read", name=sheet.title, rows=MOST_ROWS)
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

"""One sheet of a workbook: a heading that stays, cells that hold numbers, and texts that can never become formulas."""

from typing import Final, Literal

from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reception_sim.reports.document import Cell, Column, Table, Tone
from reception_sim.reports.figures_in_text import Amount, amount_in
from reception_sim.spreadsheets.office_files import writable
from reception_sim.translation import tr

_HEADING: Final = Font("Calibri", 11, bold=True)
_HEADING_FILL: Final = PatternFill("solid", fgColor="EEF2F5")
_LINE: Final = Border(bottom=Side("thin", color="5F6368"))
_TONES: Final = {
    Tone.PLAIN: Font("Calibri", 11),
    Tone.GOOD: Font("Calibri", 11, color="0B6B4F", bold=True),
    Tone.BAD: Font("Calibri", 11, color="B03A00", bold=True),
    Tone.QUIET: Font("Calibri", 11, color="5F6368"),
}
_NARROWEST: Final = 9
_WIDEST: Final = 60
_LINE_HEIGHT: Final = 15.0


def write_sheet(sheet: Worksheet, table: Table) -> None:
    """Write *table* from the first cell on: headings, rows, and its note below."""
    beside = _columns_with_half_width(table)
    columns = _places(table.columns, beside)
    for column, place in zip(table.columns, columns, strict=True):
        _write_heading(cell_at(sheet, 1, place), column.title, number=column.number)
    for place in beside:
        _write_heading(cell_at(sheet, 1, columns[place] + 1), tr("± (95 %)"), number=True)
    for number, row in enumerate(table.rows, 2):
        for cell, column, place in zip(row, table.columns, columns, strict=True):
            _write(sheet, (number, place), cell, column)
    wide = columns[-1] + (len(columns) - 1 in beside)
    _arrange(sheet, len(table.rows) + 1, wide)
    if table.note:
        write_across(sheet, len(table.rows) + 3, wide, table.note).font = _TONES[Tone.QUIET]


def cell_at(sheet: Worksheet, row: int, column: int) -> SheetCell:
    """Return a cell that can be written; both numbers count from 1."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, SheetCell)  # no other than the first cell of a merged range is written
    return cell


def write_text(cell: SheetCell, text: str) -> SheetCell:
    """Write *text* as text, whatever sign it begins with, also after somebody edits the cell."""
    cell.value = writable(text)
    if isinstance(cell.value, str):
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    return cell


def write_across(sheet: Worksheet, row: int, columns: int, text: str) -> SheetCell:
    """Write *text* over so many columns, in as many lines as it takes."""
    widths = [sheet.column_dimensions[get_column_letter(place)].width for place in range(1, columns + 1)]
    cell = write_text(cell_at(sheet, row, 1), text)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if columns > 1:
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    sheet.row_dimensions[row].height = _LINE_HEIGHT * (1 + int(len(text) * 1.1 // sum(widths)))
    return cell


def write_amount(cell: SheetCell, amount: Amount) -> None:
    """Write a number; its unit stands in its format, so that the cell can be reckoned with."""
    cell.value = amount.value
    cell.number_format = _format(amount)


def fit_to_width(sheet: Worksheet, orientation: Literal["landscape", "portrait"]) -> None:
    """Print a sheet as wide as the paper, and as long as it takes."""
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _write(sheet: Worksheet, at: tuple[int, int], said: Cell, column: Column) -> None:
    cell = cell_at(sheet, *at)
    amount = amount_in(said.text) if column.number else None
    if amount is None:
        write_text(cell, said.text)
    else:
        write_amount(cell, amount)
        if amount.half_width is not None:
            write_amount(cell_at(sheet, at[0], at[1] + 1), Amount(amount.half_width, amount.unit, amount.decimals))
    cell.font = _HEADING if at[1] == 1 and said.tone is Tone.PLAIN else _TONES[said.tone]
    cell.alignment = Alignment(wrap_text=not column.number, vertical="top", horizontal=_side(column))


def _write_heading(cell: SheetCell, title: str, *, number: bool) -> None:
    write_text(cell, title)
    cell.font, cell.fill, cell.border = _HEADING, _HEADING_FILL, _LINE
    cell.alignment = Alignment(wrap_text=True, vertical="bottom", horizontal="right" if number else "left")


def _side(column: Column) -> str:
    return "right" if column.number else "left"


def _format(amount: Amount) -> str:
    if amount.unit == "time":
        return '[h]" h "mm" min";-0.00" days"'  # Excel draws a negative time as a row of #
    number = "#,##0" + ("." + "0" * amount.decimals if amount.decimals else "")
    return f'{number}" {amount.unit.replace(chr(34), "")}"' if amount.unit else number


def _columns_with_half_width(table: Table) -> list[int]:
    """Return the places of the columns of estimates that are told with their confidence interval."""
    return [
        place
        for place, column in enumerate(table.columns)
        if column.number and any(amount and amount.half_width is not None for amount in _amounts(table, place))
    ]


def _amounts(table: Table, place: int) -> list[Amount | None]:
    return [amount_in(row[place].text) for row in table.rows]


def _places(columns: tuple[Column, ...], beside: list[int]) -> list[int]:
    """Return the sheet's column of each column, with room for the half widths."""
    return [1 + place + sum(other < place for other in beside) for place in range(len(columns))]


def _arrange(sheet: Worksheet, rows: int, columns: int) -> None:
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(columns)}{rows}"
    for place in range(1, columns + 1):
        lengths = [_length(cell_at(sheet, row, place)) for row in range(1, rows + 1)]
        sheet.column_dimensions[get_column_letter(place)].width = min(max(*lengths, _NARROWEST), _WIDEST) + 2
    fit_to_width(sheet, "landscape")
    sheet.print_title_rows = "1:1"


def _length(cell: SheetCell) -> int:
    if isinstance(cell.value, float):
        return len(f"{cell.value:,.1f}") + cell.number_format.count('"') * 3
    longest_word = max(map(len, str(cell.value or "").split()), default=0)
    return max(longest_word, min(len(str(cell.value or "")), 40)) if cell.row > 1 else max(longest_word, 12)

"""The master scenario events list as an Excel workbook."""

import io
from datetime import timedelta
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reception_sim.exercise_plan import Exercise, InjectKind
from reception_sim.scenario.sector_names import Sector
from reception_sim.spreadsheets.guarded_text import to_workbook
from reception_sim.spreadsheets.msel_cells import WRITTEN, Written, cells_of
from reception_sim.spreadsheets.msel_columns import MselColumn, title_of
from reception_sim.spreadsheets.office_files import UNDATED, undated
from reception_sim.translation import tr

_WIDE: Final = {MselColumn.TEXT: 60, MselColumn.TITLE: 30, MselColumn.EXPECTED: 40, MselColumn.ACTIONS: 34}
_WIDTH: Final = 15
_CLOCK: Final = "[h]:mm:ss"


def workbook_of(exercise: Exercise) -> bytes:
    """Return the list as a workbook, with the words that a cell may hold offered to choose from."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # a new workbook has one
    sheet.title = tr("MSEL")
    sheet.append([title_of(column) for column in WRITTEN])
    for line, inject in enumerate(exercise.injects, 2):
        cells = cells_of(inject)
        for place, column in enumerate(WRITTEN, 1):
            if column in cells:
                _write(sheet, line, place, cells[column])
    _arrange(sheet, len(exercise.injects))
    _offer_choices(sheet, exercise)
    book.properties.creator = "Reception Sim"
    book.properties.created = UNDATED.replace(tzinfo=None)
    file = io.BytesIO()
    book.save(file)
    return undated(file.getvalue(), UNDATED)


def _write(sheet: Worksheet, line: int, place: int, said: Written) -> None:
    cell = sheet.cell(line, place, to_workbook(said) if isinstance(said, str) else said)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    match said:
        case str():
            cell.data_type = "s"
            cell.quotePrefix = said.startswith(("=", "+", "-", "@"))
            cell.number_format = "@"  # so that what somebody types there stays a text as well
        case timedelta():
            cell.number_format = _CLOCK
        case _:
            pass


def _arrange(sheet: Worksheet, rows: int) -> None:
    for place, column in enumerate(WRITTEN, 1):
        heading = sheet.cell(1, place)
        heading.font, heading.fill = Font("Calibri", 11, bold=True), PatternFill("solid", fgColor="EEF2F5")
        heading.alignment = Alignment(wrap_text=True, vertical="bottom")
        sheet.column_dimensions[get_column_letter(place)].width = _WIDE.get(column, _WIDTH)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(WRITTEN))}{rows + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = "1:1"


def _offer_choices(sheet: Worksheet, exercise: Exercise) -> None:
    """Offer the words that there are where a cell takes one of a few."""
    comes = ("at a time", "after another", "on a condition", "on hand")
    choices: dict[MselColumn, tuple[str, ...]] = {
        MselColumn.KIND: tuple(InjectKind),
        MselColumn.COMES: comes,
        MselColumn.OBJECTIVE: tuple(exercise.objectives),
        MselColumn.SECTOR: tuple(Sector),
    }
    for column, words in choices.items():
        listed = ",".join(words)
        if words and len(listed) <= 250:  # more the format does not hold
            letter = get_column_letter(WRITTEN.index(column) + 1)
            offer = DataValidation("list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=False)
            offer.add(f"{letter}2:{letter}{len(exercise.injects) + 200}")
            sheet.add_data_validation(offer)

"""The master scenario events list as an Excel or CSV file, which comes back as it was."""

import csv
import io
import json
from datetime import timedelta
from pathlib import Path
from typing import Final, TypeAlias, assert_never

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reception_sim.exercise_plan import (
    AfterInject,
    AtTime,
    Exercise,
    ExpectedAction,
    InjectKind,
    MselInject,
    OnCondition,
    OnHand,
    When,
)
from reception_sim.scenario import write_whole
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.scenario.sector_names import Sector
from reception_sim.spreadsheets.guarded_text import to_csv, to_workbook
from reception_sim.spreadsheets.msel_columns import MselColumn, title_of
from reception_sim.spreadsheets.office_files import UNDATED, undated
from reception_sim.translation import tr

SUFFIXES: Final = (".xlsx", ".csv")
# our own files say each time once, by the exercise clock
WRITTEN: Final = tuple(column for column in MselColumn if column not in (MselColumn.DAY, MselColumn.LOCAL_TIME))
Written: TypeAlias = str | int | timedelta
_WIDE: Final = {MselColumn.TEXT: 60, MselColumn.TITLE: 30, MselColumn.EXPECTED: 40, MselColumn.ACTIONS: 34}
_WIDTH: Final = 15
_LONGEST_AS_CLOCK: Final = 10_000_000.0
_CLOCK: Final = "[h]:mm:ss"


def is_list_name(path: Path) -> bool:
    """Tell whether a file's name says which kind of list it is."""
    return path.suffix.lower() in SUFFIXES


def write_msel(exercise: Exercise, path: Path) -> None:
    """Write the injects of *exercise* as Excel or CSV, as the name says; FileNotWritten if that cannot be.

    ValueError for a name of another kind.
    """
    match path.suffix.lower():
        case ".xlsx":
            write_whole(path, _as_workbook(exercise))
        case ".csv":
            write_whole(path, _as_csv(exercise))
        case _:
            raise ValueError(tr('a list ends in .xlsx or .csv; found "{name}"', name=path.name))


def _as_csv(exercise: Exercise) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([title_of(column) for column in WRITTEN])
    for inject in exercise.injects:
        cells = _cells(inject)
        writer.writerow([_plain(cells.get(column, "")) for column in WRITTEN])
    return text.getvalue().encode("utf-8-sig")  # by its mark Excel knows that it is UTF-8


def _plain(cell: Written) -> str | int:
    match cell:
        case timedelta():
            return clock(cell)
        case str():
            return to_csv(cell)
        case _:
            return cell


def clock(length: timedelta) -> str:
    """Write a length of time as h:mm:ss, with as many hours as it has."""
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _as_workbook(exercise: Exercise) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # a new workbook has one
    sheet.title = tr("MSEL")
    sheet.append([title_of(column) for column in WRITTEN])
    for line, inject in enumerate(exercise.injects, 2):
        cells = _cells(inject)
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


def _cells(inject: MselInject) -> dict[MselColumn, Written]:
    """Return what stands in each column; a column without anything to say is left out."""
    texts: dict[MselColumn, str] = {
        MselColumn.TITLE: inject.title,
        MselColumn.KIND: inject.kind.value,
        MselColumn.SENDER: inject.sender,
        MselColumn.RECIPIENTS: ", ".join(inject.recipients),
        MselColumn.BY: inject.by,
        MselColumn.TEXT: inject.text,
        MselColumn.OBJECTIVE: inject.objective or "",
        MselColumn.SECTOR: inject.sector.value if inject.sector else "",
        MselColumn.PLACE: inject.place or "",
        MselColumn.ACTIONS: "\n".join(map(_action, inject.actions)),
        MselColumn.GUIDANCE: inject.guidance,
        MselColumn.REMARKS: inject.remarks,
        MselColumn.ATTACHMENTS: "\n".join(inject.attachments),
    }
    said: dict[MselColumn, Written] = {column: text for column, text in texts.items() if text}
    return {MselColumn.NUMBER: inject.number} | said | _when(inject.when) | _expected(inject.expected)


def _when(when: When) -> dict[MselColumn, Written]:
    comes: dict[MselColumn, Written] = {MselColumn.COMES: when.kind}
    match when:
        case AtTime():
            return comes | {MselColumn.TIME: _length(when.at)}
        case AfterInject():
            return comes | {MselColumn.AFTER: when.number, MselColumn.DELAY: _length(when.delay)}
        case OnCondition():
            return comes | {
                MselColumn.CONDITION: when.condition,
                MselColumn.LASTING: _length(when.lasting),
                MselColumn.SINCE: _length(when.since),
            }
        case OnHand():
            return comes
        case _ as unreachable:
            assert_never(unreachable)


def _expected(expected: ExpectedAction | None) -> dict[MselColumn, Written]:
    if expected is None:
        return {}
    lengths = {MselColumn.WITHIN: expected.within, MselColumn.EXPIRES: expected.expires}
    said: dict[MselColumn, Written] = {
        column: _length(length) for column, length in lengths.items() if length is not None
    }
    if expected.lasting:
        said[MselColumn.MEASURED_LASTING] = _length(expected.lasting)
    if expected.contingency is not None:
        said[MselColumn.CONTINGENCY] = expected.contingency
    texts = {MselColumn.EXPECTED: expected.text, MselColumn.MEASURED: expected.condition}
    return said | {column: text for column, text in texts.items() if text} | {MselColumn.POINTS: expected.points}


def _length(seconds: float) -> Written:
    """Return a length of time as a spreadsheet's; one that would not come back to the last bit as text."""
    if seconds == int(seconds) and seconds < _LONGEST_AS_CLOCK:
        return timedelta(seconds=seconds)
    return f"{seconds!r} s"


def _action(written: WrittenAction) -> str:
    """Write an action as its name and its arguments: close_station {"at": "registration"}."""
    return "; ".join(f"{name} {json.dumps(arguments, ensure_ascii=False)}" for name, arguments in written.items())

"""The tables of a report as a workbook: a sheet a table, with numbers to reckon with, after a sheet of contents."""

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from reception_sim.reports.document import Bullets, Document, Paragraph, Table
from reception_sim.reports.xlsx_sheets import cell_at, fit_to_width, write_across, write_sheet, write_text
from reception_sim.spreadsheets.office_files import UNDATED, undated, writable
from reception_sim.translation import tr

_LONGEST_NAME: Final = 31
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\']")
_QUIET: Final = Font("Calibri", 11, color="5F6368")
_LINK: Final = Font("Calibri", 11, color="0B5C8F", underline="single")


def xlsx_of(document: Document, made: datetime | None) -> bytes:
    """Return a workbook; the same document made at the same time gives the same bytes."""
    book = Workbook()
    tables = [(section.title, block) for section in document.sections for block in section.blocks]
    shown = [(title, table) for title, table in tables if isinstance(table, Table) and table.columns]
    names = list(sheet_names([tr("Contents"), *(table.title or title for title, table in shown)]))
    contents = book.active
    assert isinstance(contents, Worksheet)  # a new workbook has one
    contents.title = names[0]
    _write_contents(contents, document, names[1:], [table.title or title for title, table in shown])
    for name, (_, table) in zip(names[1:], shown, strict=True):
        write_sheet(book.create_sheet(name), table)
    _say_whose(book, document, made or UNDATED)
    file = BytesIO()
    book.save(file)
    return undated(file.getvalue(), made or UNDATED)


def sheet_names(titles: list[str]) -> Iterator[str]:
    """Yield a name for the sheet of each title: short, without the signs that names may not have, each only once."""
    used: set[str] = set()
    for title in titles:
        plain = _NOT_IN_NAMES.sub(" ", writable(title)).strip() or tr("Table")
        name, number = plain[:_LONGEST_NAME].strip(), 2
        while name.casefold() in used:
            end = f" {number}"
            name, number = plain[: _LONGEST_NAME - len(end)].strip() + end, number + 1
        used.add(name.casefold())
        yield name


def _write_contents(sheet: Worksheet, document: Document, names: list[str], titles: list[str]) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 52, 60
    write_text(cell_at(sheet, 1, 1), document.title).font = Font("Calibri", 16, bold=True)
    write_text(cell_at(sheet, 2, 1), document.subtitle).font = _QUIET
    place = 4
    for name, said in document.facts:
        write_text(cell_at(sheet, place, 1), name).font = _QUIET
        write_text(cell_at(sheet, place, 2), said)
        place += 1
    place += 1
    for name, title in zip(names, titles, strict=True):
        cell = write_text(cell_at(sheet, place, 1), title)
        cell.hyperlink = f"#'{name}'!A1"
        cell.font = _LINK
        place += 1
    for text in _sentences(document):
        place += 1
        write_across(sheet, place, 2, text)
    fit_to_width(sheet, "portrait")
    sheet.sheet_view.showGridLines = False


def _sentences(document: Document) -> Iterator[str]:
    """Yield the sentences of the first section, which answer first."""
    for block in document.sections[0].blocks if document.sections else ():
        match block:
            case Bullets():
                yield from block.items
            case Paragraph():
                yield block.text
            case _:
                pass


def _say_whose(book: Workbook, document: Document, made: datetime) -> None:
    properties = book.properties
    properties.title, properties.subject = writable(document.title), writable(document.subtitle)
    properties.creator = properties.lastModifiedBy = "Reception Sim"
    properties.language = document.language
    properties.created = made.replace(tzinfo=None, microsecond=0)

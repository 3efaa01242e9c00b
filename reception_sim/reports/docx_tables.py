"""Tables of a Word document: a heading row that repeats, rows that stay whole, numbers to the right."""

from typing import Final

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph

from reception_sim.reports.document import Cell, Column, Table, Tone, unbroken
from reception_sim.reports.table_widths import column_widths
from reception_sim.spreadsheets.office_files import writable

_WIDTH_MM: Final = 174.0
_COLOURS: Final = {Tone.GOOD: RGBColor(0x0B, 0x6B, 0x4F), Tone.BAD: RGBColor(0xB0, 0x3A, 0x00)}
_MARKS: Final = {Tone.GOOD: "\N{BLACK CIRCLE} ", Tone.BAD: "\N{BLACK UP-POINTING TRIANGLE} "}
_QUIET: Final = RGBColor(0x5F, 0x63, 0x68)
_SIZES: Final = {1: 9.5, 2: 9.5, 3: 9.5, 4: 9.0, 5: 9.0, 6: 8.5, 7: 8.0, 8: 7.5, 9: 7.0}


def write_table(word: WordDocument, table: Table) -> None:
    """Write *table* at the end of the document."""
    made = word.add_table(1, len(table.columns), "Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.LEFT
    made.autofit = False
    size = Pt(_SIZES.get(len(table.columns), 6.5))
    _write_heading(made.rows[0], table.columns, size)
    for row in table.rows:
        _write_row(made.add_row(), row, table.columns, size)
    _set_widths(made, column_widths(table))


def _write_heading(row: WordRow, columns: tuple[Column, ...], size: Pt) -> None:
    _mark_row(row, "w:tblHeader")
    _mark_row(row, "w:cantSplit")
    for cell, column in zip(row.cells, columns, strict=True):
        paragraph = _paragraph(cell, number=column.number)
        run = paragraph.add_run(writable(column.title))
        run.bold, run.font.size = True, size
        _shade(cell, "EEF2F5")


def _write_row(made: WordRow, row: tuple[Cell, ...], columns: tuple[Column, ...], size: Pt) -> None:
    _mark_row(made, "w:cantSplit")
    for place, (cell, said, column) in enumerate(zip(made.cells, row, columns, strict=True)):
        run = _paragraph(cell, number=column.number).add_run(_MARKS.get(said.tone, "") + writable(unbroken(said.text)))
        run.font.size = size
        run.bold = place == 0 or said.tone in _COLOURS
        colour = _QUIET if said.tone is Tone.QUIET else _COLOURS.get(said.tone)
        if colour is not None:
            run.font.color.rgb = colour


def _paragraph(cell: WordCell, *, number: bool) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    paragraph.paragraph_format.space_before = Pt(1)
    if number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def _set_widths(made: WordTable, shares: list[int]) -> None:
    total = sum(shares)
    widths = [Mm(_WIDTH_MM * share / total) for share in shares]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for row in made.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _mark_row(row: WordRow, mark: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(mark))  # noqa: SLF001 - python-docx has no door to it


def _shade(cell: WordCell, colour: str) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - the same

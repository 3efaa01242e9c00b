"""The report as a Word document that people go on writing in: real headings, lists and tables, charts as pictures."""

from datetime import datetime
from io import BytesIO
from typing import assert_never

import docx
from docx.document import Document as WordDocument
from docx.shared import Emu, Mm, Pt

from reception_sim.reports.document import Block, Bullets, Document, Gallery, Links, Paragraph, Picture, Section, Table
from reception_sim.reports.document import unbroken as unbroken_units
from reception_sim.reports.docx_parts import (
    keep_with_next,
    page_number,
    set_alternative_text,
    set_language,
    write_link,
)
from reception_sim.reports.docx_tables import write_table
from reception_sim.reports.drawn_pictures import DrawnPictures, draw_pictures
from reception_sim.reports.links import is_web_address
from reception_sim.spreadsheets.office_files import UNDATED, undated, writable

_WIDTH = Mm(174)
_HALF = Mm(85)
_HIGHEST = Mm(190)


def docx_of(document: Document, made: datetime | None) -> bytes:
    """Return a Word document; the same document made at the same time gives the same bytes."""
    writer = _Writer(document)
    writer.write(document, made or UNDATED)
    file = BytesIO()
    writer.word.save(file)
    return undated(file.getvalue(), made or UNDATED)


class _Writer:
    """Writes one document from its title to its last section."""

    def __init__(self, document: Document) -> None:
        self.word: WordDocument = docx.Document()
        self._pictures: DrawnPictures = draw_pictures(document)

    def write(self, document: Document, made: datetime) -> None:
        self._set_up(document, made)
        self.word.add_paragraph(_text(document.title), "Title")
        self.word.add_paragraph(_text(document.subtitle), "Subtitle")
        self._facts(document.facts)
        for section in document.sections:
            self._section(section)

    def _set_up(self, document: Document, made: datetime) -> None:
        properties = self.word.core_properties
        properties.title, properties.subject = _text(document.title)[:255], _text(document.subtitle)[:255]
        properties.author = properties.last_modified_by = "Reception Sim"
        properties.comments, properties.language = "", document.language
        properties.created = properties.modified = made.replace(microsecond=0)
        normal = self.word.styles["Normal"]
        set_language(normal, document.language)
        normal.font.name, normal.font.size = "Calibri", Pt(10.5)
        paper = self.word.sections[0]
        paper.page_width, paper.page_height = Mm(210), Mm(297)
        paper.left_margin = paper.right_margin = Mm(18)
        paper.top_margin = paper.bottom_margin = Mm(20)
        page_number(paper.footer.paragraphs[0], _text(document.title))

    def _facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        for name, said in facts:
            paragraph = self.word.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(1)
            paragraph.add_run(f"{_text(name)}: ").bold = True
            paragraph.add_run(_text(said))

    def _section(self, section: Section) -> None:
        heading = self.word.add_heading(_text(section.title), level=1)
        heading.paragraph_format.page_break_before = section.starts_page
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self.word.add_paragraph(_text(block.text))
            case Bullets():
                for item in block.items:
                    self.word.add_paragraph(_text(item), "List Bullet")
            case Table():
                self._heading(block.title)
                write_table(self.word, block)
                self._note(block.note)
            case Picture():
                self._picture(block, _WIDTH)
                self._note(block.note)
            case Gallery():
                self._gallery(block)
            case Links():
                self._links(block)
            case _ as unreachable:
                assert_never(unreachable)

    def _gallery(self, gallery: Gallery) -> None:
        """Put two pictures side by side in a table without lines."""
        rows = (len(gallery.pictures) + 1) // 2
        grid = self.word.add_table(rows, 2)
        for place, picture in enumerate(gallery.pictures):
            paragraph = grid.cell(place // 2, place % 2).paragraphs[0]
            paragraph.add_run(_text(picture.title)).bold = True
            paragraph.add_run().add_break()
            drawn = paragraph.add_run().add_picture(BytesIO(self._pictures.of(picture)), width=_HALF)
            set_alternative_text(drawn, _text(picture.description))
        self._note(gallery.note)

    def _picture(self, picture: Picture, width: Mm) -> None:
        self._heading(picture.title)
        paragraph = self.word.add_paragraph()
        drawn = paragraph.add_run().add_picture(BytesIO(self._pictures.of(picture)), width=width)
        if drawn.height > _HIGHEST:
            drawn.width, drawn.height = Emu(round(drawn.width * _HIGHEST / drawn.height)), _HIGHEST
        set_alternative_text(drawn, _text(picture.description))

    def _links(self, links: Links) -> None:
        for link in links.items:
            paragraph = self.word.add_paragraph(_text(link.title), "List Number")
            paragraph.add_run(f": {_text(link.covers)}" if link.covers else "")
            if link.address:
                paragraph.add_run().add_break()
                write_link(paragraph, _text(link.address), to_web=is_web_address(link.address))

    def _heading(self, title: str) -> None:
        if title:
            keep_with_next(self.word.add_heading(_text(title), level=2))

    def _note(self, note: str) -> None:
        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(3)
        paragraph.add_run(_text(note)).font.size = Pt(8.5)


def _text(text: str) -> str:
    return writable(unbroken_units(text))

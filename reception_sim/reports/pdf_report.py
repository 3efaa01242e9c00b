"""The report as PDF, and as pictures of its pages: set by Typst, to which everything goes as data, never as markup."""

import json
import re
from dataclasses import asdict
from datetime import datetime
from importlib.resources import files
from typing import Final

import typst

from reception_sim.reports.document import Block, Document, Gallery, Links, Table, unbroken
from reception_sim.reports.links import is_web_address
from reception_sim.reports.table_widths import column_widths
from reception_sim.translation import tr

# letters beyond Latin, Greek, Cyrillic and Hebrew, and no punctuation or sign
_OTHER_SCRIPTS: Final = re.compile(r"[\u0600-\u1dff\u2c00-\uffff\U00010000-\U0010ffff]")


def pdf_of(document: Document, made: datetime | None) -> bytes:
    """Return a tagged PDF, PDF/UA-1; the same document made at the same time gives the same bytes."""
    timestamp = int(made.timestamp()) if made else 0
    try:
        pdf = _compiler(document).compile(format="pdf", pdf_standards="ua-1", timestamp=timestamp)
    except typst.TypstError:
        # no font here has every letter: without the promise of PDF/UA the rest can still be read
        pdf = _compiler(document).compile(format="pdf", timestamp=timestamp)
    assert isinstance(pdf, bytes)  # one file, whatever the number of pages
    return pdf


def page_pictures(document: Document, pixels_per_inch: float) -> tuple[bytes, ...]:
    """Return each page as PNG."""
    pages = _compiler(document).compile(format="png", ppi=pixels_per_inch)
    assert pages is not None  # no output file is named
    return (pages,) if isinstance(pages, bytes) else tuple(pages)


def _compiler(document: Document) -> typst.Compiler:
    source = (files("reception_sim.reports") / "templates" / "report.typ").read_bytes()
    report = unbroken(json.dumps(_as_data(document), ensure_ascii=False))
    # the fonts that Typst brings, so that a report looks the same on every machine, while they have all letters
    return typst.Compiler(source, ignore_system_fonts=not _OTHER_SCRIPTS.search(report), sys_inputs={"report": report})


def _as_data(document: Document) -> dict[str, object]:
    sections = [
        {
            "title": section.title,
            "starts_page": section.starts_page,
            "blocks": [_block(block) for block in section.blocks],
        }
        for section in document.sections
    ]
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "language": document.language,
        "facts": [list(fact) for fact in document.facts],
        "sections": sections,
        "page": tr("Page {{page}} of {{of}}").replace("{{", "{").replace("}}", "}"),
    }


def _block(block: Block) -> dict[str, object]:
    said: dict[str, object] = asdict(block) | {"kind": type(block).__name__}
    match block:
        case Table():
            return said | {"widths": column_widths(block)}
        case Gallery():
            return said | {"pictures": [asdict(picture) for picture in block.pictures]}
        case Links():
            return said | {"items": [asdict(link) | {"web": is_web_address(link.address)} for link in block.items]}
        case _:
            return said

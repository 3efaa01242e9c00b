"""Any document as a file of the kind that its name asks for: for browsers, to print, to write in, to reckon with."""

from datetime import datetime
from pathlib import Path
from typing import Final

from reception_sim.reports.document import Document
from reception_sim.translation import tr

SUFFIXES: Final = (".html", ".pdf", ".docx", ".xlsx")


def is_document_name(path: Path) -> bool:
    """Tell whether a file's name says which kind of document it is."""
    return path.suffix.lower() in SUFFIXES


def suffixes_in_words() -> str:
    """Return the endings that the name of a document can have."""
    return tr("{others} or {last}", others=", ".join(SUFFIXES[:-1]), last=SUFFIXES[-1])


def printed(document: Document, path: Path, made: datetime | None) -> bytes:
    """Return *document* as the bytes of a file called *path*; ValueError for a name of no known kind."""
    # each kind brings megabytes along: only who wants it pays for it
    match path.suffix.lower():
        case ".html":
            from reception_sim.reports.html_report import html_of  # noqa: PLC0415

            return html_of(document).encode()
        case ".pdf":
            from reception_sim.reports.pdf_report import pdf_of  # noqa: PLC0415

            return pdf_of(document, made)
        case ".docx":
            from reception_sim.reports.docx_report import docx_of  # noqa: PLC0415

            return docx_of(document, made)
        case ".xlsx":
            from reception_sim.reports.xlsx_report import xlsx_of  # noqa: PLC0415

            return xlsx_of(document, made)
        case _:
            kinds = suffixes_in_words()
            raise ValueError(tr('a report is a file that ends in {kinds}; found "{name}"', kinds=kinds, name=path.name))

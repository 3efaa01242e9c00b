"""Where a report goes: an HTML or PDF file, written whole or not at all, or pictures of its pages."""

from pathlib import Path
from typing import Final

from reception_sim.reports.composition import compose
from reception_sim.reports.content import ReportContent
from reception_sim.scenario import write_whole
from reception_sim.translation import tr

SUFFIXES: Final = (".html", ".pdf")
_SCREEN: Final = 96.0


def is_report_name(path: Path) -> bool:
    """Tell whether a file's name says which kind of report it is."""
    return path.suffix.lower() in SUFFIXES


def write_report(content: ReportContent, path: Path) -> None:
    """Write a report as HTML or PDF, as the file's name says; FileNotWritten if it cannot be written.

    ValueError for a name of neither kind.
    """
    write_whole(path, _made(content, path))


def preview_pages(content: ReportContent, pixels_per_inch: float = _SCREEN) -> tuple[bytes, ...]:
    """Return each page of the printed report as a PNG picture."""
    from reception_sim.reports.pdf_report import page_pictures  # noqa: PLC0415 - 34 MB, for those who print

    return page_pictures(compose(content), pixels_per_inch)


def _made(content: ReportContent, path: Path) -> bytes:
    if not is_report_name(path):
        raise ValueError(tr('a report is a file that ends in .html or .pdf; found "{name}"', name=path.name))
    document = compose(content)
    if path.suffix.lower() == ".html":
        from reception_sim.reports.html_report import html_of  # noqa: PLC0415 - only who wants HTML pays for it

        return html_of(document).encode()
    from reception_sim.reports.pdf_report import pdf_of  # noqa: PLC0415 - 34 MB, for those who print

    return pdf_of(document, content.made)

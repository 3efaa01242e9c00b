"""Where a report goes: an HTML, PDF, Word or Excel file, written whole or not at all, or pictures of its pages."""

from pathlib import Path
from typing import Final

from reception_sim.reports.composition import compose
from reception_sim.reports.content import ReportContent
from reception_sim.reports.printing import is_document_name, printed
from reception_sim.scenario import write_whole

_SCREEN: Final = 96.0


def is_report_name(path: Path) -> bool:
    """Tell whether a file's name says which kind of report it is."""
    return is_document_name(path)


def write_report(content: ReportContent, path: Path) -> None:
    """Write a report as HTML, PDF, DOCX or XLSX, as the file's name says; FileNotWritten if it cannot be written.

    ValueError for a name of no such kind.
    """
    write_whole(path, printed(compose(content), path, content.made))


def preview_pages(content: ReportContent, pixels_per_inch: float = _SCREEN) -> tuple[bytes, ...]:
    """Return each page of the printed report as a PNG picture."""
    from reception_sim.reports.pdf_report import page_pictures  # noqa: PLC0415 - 34 MB, for those who print

    return page_pictures(compose(content), pixels_per_inch)

"""Reports that are made in a process of its own: whoever has one made need not load what makes it."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reception_sim.reports.content import ReportContent


def pages_of(content: "ReportContent", pixels_per_inch: float) -> tuple[bytes, ...]:
    """Return each page of the printed report as a PNG picture."""
    from reception_sim.reports.publishing import preview_pages  # noqa: PLC0415 - loaded where the report is made

    return preview_pages(content, pixels_per_inch)


def write(content: "ReportContent", path: Path) -> None:
    """Write a report as its file's name says; FileNotWritten if it cannot be written."""
    from reception_sim.reports.publishing import write_report  # noqa: PLC0415 - as above

    write_report(content, path)

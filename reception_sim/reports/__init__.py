"""What leaves the program for people to read: reports, and the words in which figures are said."""

from reception_sim.reports.content import ReportContent
from reception_sim.reports.publishing import is_report_name, preview_pages, write_report

__all__ = ["ReportContent", "is_report_name", "preview_pages", "write_report"]

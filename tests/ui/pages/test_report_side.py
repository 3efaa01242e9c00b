"""The choice of a report's kind beside its preview."""

import pytest

from ui.pages.report_parts import ReportSide


@pytest.mark.parametrize(("kind", "suffix"), [("html", ".html"), ("pdf", ".pdf"), ("docx", ".docx"), ("xlsx", ".xlsx")])
def test_that_every_kind_of_report_can_be_chosen(kind, suffix, qtbot):
    side = ReportSide()
    qtbot.addWidget(side)
    getattr(side, kind).setChecked(True)

    assert side.suffix == suffix

"""Texts on the map are measured, never assumed to be as long as in English."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from ui.canvas.measures import Measures, fitting, wrapped

TITLES = [
    "Clinic",
    "Photograph and fingerprints",
    "Vulnerability-assessment-and-best-interests-procedure-desk of the municipality and its partners",
    "مركز الاستقبال والتسجيل وأخذ البصمات للوافدين الجدد",
    "Aufnahmeeinrichtungsverwaltung",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("size", [8.0, 11.0, 20.0])
def test_that_a_title_never_leaves_its_card(qapp: QApplication, title: str, size: float) -> None:
    measures = Measures(QFont(qapp.font().family(), round(size)))
    lines = wrapped(title, measures.title_font, measures.title.width(), 2)

    widest = max(QFontMetricsF(measures.title_font).horizontalAdvance(line) for line in lines)
    assert len(lines) <= 2
    assert widest <= measures.title.width()


def test_that_a_title_that_fits_is_told_in_full(qapp: QApplication) -> None:
    lines = wrapped("Health screening at the pier", qapp.font(), 140, 2)

    assert len(lines) == 2
    assert " ".join(lines) == "Health screening at the pier"


def test_that_what_does_not_fit_ends_in_an_ellipsis(qapp: QApplication) -> None:
    lines = wrapped("one two three four five six seven eight nine ten", qapp.font(), 60, 2)

    assert lines[-1].endswith("…")


def test_that_the_fullest_wording_that_fits_is_taken(qapp: QApplication) -> None:
    wordings = ("6 of 8 teams are at work here", "6 of 8 at work", "6/8")

    assert [fitting(wordings, qapp.font(), width) for width in (400, 110, 30)] == list(wordings)


@pytest.mark.parametrize("size", [7.0, 9.0, 16.0])
def test_that_nothing_on_a_card_overlaps_at_any_size_of_text(qapp: QApplication, size: float) -> None:
    measures = Measures(QFont(qapp.font().family(), round(size)))

    parts = [measures.title, measures.picture, measures.figures, measures.crowd]
    assert all(upper.bottom() <= lower.top() + 0.01 for upper, lower in pairwise(parts))
    assert measures.card.contains(measures.figures)

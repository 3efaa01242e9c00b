"""A tile shows the whole of its figure; the course over time beside it gives way."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.pages.indicators import TileContent, Verdict
from ui.pages.tile_strip import TileStrip
from ui.plots import Sparkline
from ui.theme import LIGHT, apply_theme

RISING = tuple(number / 50 for number in range(50))


def contents(*values):
    return [TileContent("Indicator", "Place", said, Verdict.MISSED, "at most 9", "by hand", RISING) for said in values]


@pytest.fixture
def strip(qtbot):
    """Return a strip with short figures and the courses beside them."""
    apply_theme(QApplication.instance(), LIGHT)
    made = TileStrip()
    qtbot.addWidget(made)
    made.resize(1280, 120)
    made.show()
    qtbot.waitExposed(made)
    made.show_tiles(contents(*["75 %"] * 12))
    QApplication.processEvents()
    return made


def cut(strip):
    return [tile._value.text() for tile in strip.tiles if tile._value.width() < tile._value.sizeHint().width()]


def test_that_the_course_stands_beside_a_short_figure(strip):
    assert all(tile.findChild(Sparkline).isVisible() for tile in strip.tiles)
    assert cut(strip) == []


def test_that_a_figure_that_grows_is_whole_at_once(strip):
    strip.show_tiles(contents(*["1,568 %"] * 12))

    assert cut(strip) == []
    assert not any(tile.findChild(Sparkline).isVisible() for tile in strip.tiles)

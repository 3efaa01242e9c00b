"""The small course of one figure."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.plots import Sparkline
from ui.theme import DARK, LIGHT


def drawn(qtbot: QtBot, values: list[float]) -> QImage:
    line = Sparkline()
    qtbot.addWidget(line)
    line.set_theme(LIGHT)
    line.resize(line.sizeHint())
    line.show_values(values)
    return line.grab().toImage()


def test_that_a_rising_course_ends_at_the_top_and_a_falling_one_below(qtbot: QtBot) -> None:
    rising, falling = drawn(qtbot, [0, 1, 2, 3]), drawn(qtbot, [3, 2, 1, 0])
    accent = LIGHT.colour("accent")

    assert rising.pixelColor(61, 3) == accent
    assert falling.pixelColor(61, 21) == accent


def test_that_fewer_than_two_values_show_nothing(qtbot: QtBot) -> None:
    assert drawn(qtbot, [5.0]) == drawn(qtbot, [])


def test_that_a_course_that_stands_still_is_drawn(qtbot: QtBot) -> None:
    assert drawn(qtbot, [0.0, 0.0, 0.0]) != drawn(qtbot, [])


def test_that_it_wears_the_theme_that_it_is_given(qtbot: QtBot) -> None:
    line = Sparkline()
    qtbot.addWidget(line)
    line.resize(line.sizeHint())
    line.show_values([0, 1, 2, 3])
    line.set_theme(DARK)

    assert line.grab().toImage().pixelColor(61, 3) == DARK.colour("accent")

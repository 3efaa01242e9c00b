"""The grid of what a trainer keeps ready."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reception_sim.exercise_plan import OnHand
from reception_sim.scenario.exercise_parts import InjectKind
from tests.exercise_plan.exercises import inject
from ui.forms.on_hand_grid import OnHandGrid

ALT = Qt.KeyboardModifier.AltModifier
LONG = "Coaches stand before the hall with people in them, and nobody knows for how long"


def test_that_the_longest_title_leaves_the_grid_narrow_and_stands_whole_in_the_tooltip(qtbot):
    grid = OnHandGrid()
    qtbot.addWidget(grid)
    grid.show_injects([inject(number, title=LONG, kind=InjectKind.CONTINGENCY, when=OnHand()) for number in (1, 2, 3)])
    grid.resize(300, 80)
    grid.show()

    assert grid.minimumSizeHint().width() < 300
    assert grid.buttons[1].text().startswith("1 ")
    assert grid.buttons[1].text().endswith("…")
    assert LONG in grid.buttons[1].toolTip()


@pytest.mark.parametrize("width", [300, 700])
def test_that_the_first_nine_are_sent_by_their_keys(qtbot, width):
    grid = OnHandGrid()
    qtbot.addWidget(grid)
    grid.show_injects([inject(10 + number, title=LONG, when=OnHand()) for number in range(10)])
    grid.resize(width, 400)
    with qtbot.waitActive(grid):
        grid.show()
    sent = []
    grid.sent.connect(sent.append)
    for key, number in ((Qt.Key.Key_1, 10), (Qt.Key.Key_3, 12), (Qt.Key.Key_9, 18)):
        QTest.keyClick(grid, key, ALT)
        qtbot.waitUntil(lambda expected=number: sent[-1:] == [expected])

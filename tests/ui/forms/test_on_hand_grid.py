"""The grid of what a trainer keeps ready."""

from reception_sim.exercise_plan import OnHand
from reception_sim.scenario.exercise_parts import InjectKind
from tests.exercise_plan.exercises import inject
from ui.forms.on_hand_grid import OnHandGrid

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

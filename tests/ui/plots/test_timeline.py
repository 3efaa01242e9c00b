"""The line of an exercise: what stands on it, and where a click or a key leads."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import HOUR
from tests.exercise_plan.exercises import busy_desk
from ui.plots.timeline import Mark, MarkKind, Timeline


@pytest.fixture
def line(qtbot):
    shown = Timeline()
    qtbot.addWidget(shown)
    shown.resize(1228, 80)  # 100 px an hour between the edges
    shown.show_frame(Calendar.of(busy_desk()), 12 * HOUR, 0.0, 12 * HOUR)
    shown.show_marks([Mark(4 * HOUR, MarkKind.DECISION, "A second desk"), Mark(2 * HOUR, MarkKind.INJECT, "A bus")])
    shown.show_time(5 * HOUR, 6 * HOUR)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def asked(qtbot, line, do):
    with qtbot.waitSignal(line.moment_asked) as told:
        do()
    return told.args[0]


def test_that_a_click_near_a_mark_asks_for_its_moment(qtbot, line):
    moment = asked(qtbot, line, lambda: QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(218, 30)))

    assert moment == 2 * HOUR


def test_that_nobody_is_led_beyond_what_was_reached(qtbot, line):
    moment = asked(qtbot, line, lambda: QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(1100, 30)))

    assert moment == 6 * HOUR


@pytest.mark.parametrize(
    ("key", "moment"),
    [(Qt.Key.Key_Left, 4 * HOUR), (Qt.Key.Key_Right, 6 * HOUR), (Qt.Key.Key_Home, 0.0), (Qt.Key.Key_End, 6 * HOUR)],
)
def test_that_keys_lead_from_mark_to_mark(qtbot, line, key, moment):
    assert asked(qtbot, line, lambda: QTest.keyClick(line, key)) == moment


def test_that_what_a_mark_says_can_be_read(line):
    assert line.told_at(414) == "5 Jan 04:00  A second desk"


def test_that_what_has_no_moment_is_told_where_no_mark_is(line):
    line.show_remark("Judged by the whole run: needs seen")

    assert line.told_at(414) == "5 Jan 04:00  A second desk"
    assert line.told_at(700).endswith("\nJudged by the whole run: needs seen")
    assert "needs seen" in line.accessibleDescription()

"""Fields, and how they understand people."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QStyleOptionComboBox, QToolTip, QWidget

from reception_sim.scenario import Calendar
from ui.forms.fields import (
    ChoiceField,
    DurationField,
    FactorField,
    LineField,
    MinutesField,
    MomentField,
    NumberField,
    minutes_in,
)
from ui.forms.question import Question
from ui.theme import LIGHT, apply_theme

HOUR = 3600.0


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("20 min", 20), ("0:20", 20), ("1:30", 90), ("1 h 30 min", 90), ("2 days", 2880), ("45", 45), (" 3 h ", 180)],
)
def test_that_a_length_of_time_is_understood_as_people_write_it(text, minutes) -> None:
    assert minutes_in(text) == minutes


@pytest.mark.parametrize("text", ["", "soon", "3 fortnights", "1:5", "-20"])
def test_that_what_is_no_length_of_time_is_told_from_one(text) -> None:
    assert minutes_in(text) is None


def test_that_a_typed_length_of_time_is_taken(qtbot) -> None:
    field = DurationField(30, 14 * 24 * 60)
    qtbot.addWidget(field)

    field.clear()
    qtbot.keyClicks(field, "1 h 30 min")
    field.interpretText()

    assert field.seconds == 1.5 * HOUR
    assert field.text() == "1 h 30 min"


def test_that_a_length_beyond_the_limit_is_not_taken(qtbot) -> None:
    field = DurationField(30, 60)
    qtbot.addWidget(field)
    field.setValue(45)

    field.clear()
    qtbot.keyClicks(field, "5 days")
    field.interpretText()

    assert field.seconds <= 60 * 60


@pytest.mark.parametrize("make", [lambda: NumberField(0, 99), lambda: FactorField(20), lambda: DurationField(30, 600)])
def test_that_the_wheel_over_a_number_without_focus_changes_nothing(qtbot, make) -> None:
    field = make()
    qtbot.addWidget(field)
    field.setValue(15)
    before = field.value()

    turn_wheel(field)

    assert field.value() == before


def test_that_the_wheel_over_a_choice_without_focus_changes_nothing(qtbot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    field.addItems(["now", "later", "never"])
    field.setCurrentIndex(1)

    turn_wheel(field)

    assert field.currentText() == "later"


def test_that_a_number_follows_the_run_until_the_user_puts_in_another(qtbot) -> None:
    field = NumberField(0, 99)
    qtbot.addWidget(field)
    field.follow(4)
    assert field.value() == 4

    field.setValue(7)
    field.follow(5)

    assert field.value() == 7


def test_that_a_moment_is_shown_and_read_in_the_scenarios_own_time(qtbot, scenario) -> None:
    field = MomentField()
    qtbot.addWidget(field)
    calendar = Calendar.of(scenario)
    field.bound(calendar, scenario.duration)

    field.show_moment(30 * HOUR)

    shown = calendar.local(30 * HOUR)
    assert field.seconds == 30 * HOUR
    assert field.text().endswith(f"{shown:%H:%M}")


def test_that_a_moment_beyond_the_scenario_cannot_be_chosen(qtbot, scenario) -> None:
    field = MomentField()
    qtbot.addWidget(field)
    field.bound(Calendar.of(scenario), scenario.duration)

    field.show_moment(scenario.duration + 10 * HOUR)

    assert field.seconds <= scenario.duration


def turn_wheel(widget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by its place alone
    )
    QApplication.sendEvent(widget, event)


def test_that_minutes_that_nobody_touches_stay_as_they_were_to_the_second(qtbot):
    field = MinutesField(600)
    qtbot.addWidget(field)
    field.show_length(100 / 3)

    assert field.seconds == 100 / 3
    assert field.text() == "0.56"


def test_that_minutes_are_put_in_with_their_fraction(qtbot):
    field = MinutesField(600)
    qtbot.addWidget(field)
    field.show_length(240)
    field.setValue(0.6)

    assert field.seconds == pytest.approx(36)


def test_that_a_long_line_is_seen_from_its_beginning_and_whole_as_its_tooltip(qtbot) -> None:
    field = LineField()
    qtbot.addWidget(field)
    field.resize(120, 30)
    field.show()
    field.setText("The queue before registration is longer than anybody expected")

    assert field.cursorPosition() == 0
    at = QPoint(9, 9)
    QApplication.sendEvent(field, QHelpEvent(QEvent.Type.ToolTip, at, field.mapToGlobal(at)))
    assert QToolTip.text() == field.text()
    QToolTip.hideText()


def test_that_a_question_is_as_wide_as_its_title(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    title = "Shift all that is left of a very long exercise by so many minutes"
    question = Question(title, "By how many?", window)

    assert question.minimumWidth() > question.fontMetrics().horizontalAdvance(title)


@pytest.mark.parametrize("choices", [2, 9])
def test_that_the_list_of_a_field_shows_each_choice_in_full(qapp, qtbot, choices) -> None:
    apply_theme(qapp, LIGHT)
    field = ChoiceField()
    qtbot.addWidget(field)
    field.addItems([f"Choice {number}" for number in range(choices)])
    field.setCurrentIndex(choices - 1)
    field.show()
    field.showPopup()
    view = field.view()

    rows = [view.visualRect(field.model().index(row, 0)) for row in range(choices)]

    assert all(view.viewport().rect().contains(row) for row in rows)
    assert view.window().geometry().top() >= field.mapToGlobal(field.rect().bottomLeft()).y()


def test_that_the_longest_choice_is_read_in_full_in_a_field_of_its_own_size(qapp, qtbot) -> None:
    apply_theme(qapp, LIGHT)
    field = ChoiceField()
    qtbot.addWidget(field)
    field.addItems(["1 h in a second", "10 min in a second"])
    field.setCurrentIndex(1)
    field.resize(field.sizeHint())
    drawn = QStyleOptionComboBox()

    field.initStyleOption(drawn)

    assert drawn.currentText == "10 min in a second"

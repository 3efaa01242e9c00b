"""The dialogs of the controller's page: what they ask for, and what they say it will do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from reception_sim.actions import ScaleArrivals
from reception_sim.exercise_plan import PlayersView
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import DAY, HOUR, MINUTE
from tests.exercise_plan.exercises import busy_desk
from ui.forms.difficulty import DifficultyDialog
from ui.forms.time_jump import TimeJumpDialog


def difficulty(qtbot, view=None):
    dialog = DifficultyDialog(busy_desk(), view or PlayersView(delay=600.0, error=0.1, assessed=("desk",)))
    qtbot.addWidget(dialog)
    return dialog


def jump(qtbot, coming="1  A bus, 09:00"):
    dialog = TimeJumpDialog(Calendar.of(busy_desk()), 90 * MINUTE, 12 * HOUR, coming)
    qtbot.addWidget(dialog)
    return dialog


def test_that_what_is_typed_at_once_is_how_long_time_goes_on(qtbot):
    dialog = jump(qtbot)
    dialog.show()
    qtbot.waitUntil(dialog.length.hasFocus)

    qtbot.keyClicks(dialog.length, "5 h")

    assert dialog.goal == 90 * MINUTE + 5 * HOUR


def test_that_the_surge_is_what_slider_and_field_say(qtbot):
    dialog = difficulty(qtbot)
    dialog.surge.slider.setValue(180)
    dialog.lasting.setValue(120)
    with qtbot.waitSignal(dialog.surge_asked) as asked:
        dialog.apply_surge.click()

    assert dialog.surge.field.value() == 180
    assert asked.args == [ScaleArrivals("border", 1.8, 2 * HOUR)]
    assert "180%" in dialog.told_surge.text()


def test_that_a_surge_without_an_end_lasts_until_it_is_changed(qtbot):
    dialog = difficulty(qtbot)
    with qtbot.waitSignal(dialog.surge_asked) as asked:
        dialog.apply_surge.click()

    assert asked.args[0].lasting is None


def test_that_reports_keep_what_the_dial_does_not_change(qtbot):
    dialog = difficulty(qtbot)
    dialog.delay.setValue(30)
    dialog.error.field.setValue(25)
    with qtbot.waitSignal(dialog.view_asked) as asked:
        dialog.apply_view.click()

    assert asked.args == [PlayersView(delay=1800.0, error=0.25, assessed=("desk",))]


def test_that_enter_in_a_field_of_the_dial_changes_nothing(qtbot):
    dialog = difficulty(qtbot)
    with qtbot.assertNotEmitted(dialog.surge_asked), qtbot.assertNotEmitted(dialog.view_asked):
        qtbot.keyClick(dialog.delay, Qt.Key.Key_Return)


def test_that_time_goes_on_by_what_is_put_in_and_not_beyond_the_scenario(qtbot):
    dialog = jump(qtbot)
    dialog.length.setValue(30)
    assert dialog.goal == 2 * HOUR

    dialog.moment.show_moment(2 * DAY)
    assert dialog.to.isChecked()
    assert dialog.goal == 12 * HOUR


def test_that_time_goes_on_to_the_next_inject(qtbot):
    dialog = jump(qtbot)
    dialog.next.setChecked(True)
    with qtbot.waitSignal(dialog.asked) as asked:
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()

    assert asked.args == [None]


def test_that_without_an_inject_to_come_none_is_offered(qtbot):
    assert not jump(qtbot, coming="").next.isEnabled()

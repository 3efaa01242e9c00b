"""The list of injects as a trainer writes it: by table, by form, by keys, and back again."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from reception_sim.exercise_plan import AtTime, InjectKind, OnHand
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.exercise_plan.exercises import busy_desk, exercise, inject
from ui.pages.msel_page import MselPage
from ui.state.exercise_editor import ExerciseEditor
from ui.tables.msel_table import CHECK, NUMBER, TIME


@pytest.fixture
def editor(qapp):
    return ExerciseEditor()


@pytest.fixture
def page(qtbot, editor):
    shown = MselPage(editor)
    qtbot.addWidget(shown)
    editor.open(busy_desk(), exercise())
    shown.resize(1280, 680)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def column(page, which):
    model = page.table.model()
    return [model.index(row, which).data() for row in range(model.rowCount())]


def test_that_injects_stand_in_the_order_in_which_they_come(page):
    assert column(page, NUMBER) == ["1", "3", "2", "4"]


def test_that_an_added_inject_has_a_number_of_its_own_and_waits_for_its_title(page, editor, qtbot):
    QTest.keyClick(page.table, Qt.Key.Key_Insert)

    assert editor.inject(5).when == OnHand()
    assert page.form.headline.selectedText() == editor.inject(5).title


def test_that_every_step_can_be_undone_and_done_again(page, editor):
    before = editor.exercise
    page.choose(3)
    page.remove.trigger()
    after = editor.exercise

    page.undo.trigger()
    assert editor.exercise == before
    page.redo.trigger()
    assert editor.exercise == after


def test_that_a_field_that_is_left_changes_the_inject(page, editor):
    page.choose(1)
    page.form.headline.setText("Two buses are coming")
    page.form.headline.editingFinished.emit()

    assert editor.inject(1).title == "Two buses are coming"
    assert editor.inject(1).text == "A bus is coming."


def test_that_looking_at_an_inject_changes_nothing(page, editor):
    for number in (1, 2, 3, 4):
        page.choose(number)
        page.form.headline.editingFinished.emit()

    assert editor.saved


def drop_before(page, row):
    """Drop the chosen rows before another."""
    there = page.table.visualRect(page.table.model().index(row, 0))
    page.table.dropEvent(
        QDropEvent(
            QPointF(there.left() + 5, there.top() + 2),
            Qt.DropAction.MoveAction,
            QMimeData(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_that_a_row_dropped_between_two_comes_half_way_between_their_times(page, editor):
    editor.add_inject(inject(9, AtTime(at=3 * HOUR)))
    editor.add_inject(inject(9, AtTime(at=4 * HOUR)))
    page.choose(6)
    drop_before(page, 2)

    assert editor.inject(6).when == AtTime(at=(HOUR + 20 * MINUTE + 3 * HOUR) / 2)


def test_that_a_row_that_waits_for_something_is_not_torn_from_it_by_a_drop(page, editor, qtbot):
    waits = editor.inject(4).when
    page.choose(4)
    with qtbot.waitSignal(page.said) as said:
        drop_before(page, 0)

    assert editor.inject(4).when == waits
    assert "Inject 4 comes at no fixed time" in said.args[0]


def test_that_the_first_inject_is_shown_before_one_is_chosen(page):
    assert page.table.numbers_chosen() == [1]
    assert page.form.isEnabled()


def test_that_the_next_inject_is_chosen_once_one_is_removed(page):
    page.choose(1)
    page.remove.trigger()

    assert len(page.table.numbers_chosen()) == 1


def test_that_a_copy_is_chosen_alone_while_the_keys_of_the_shortcut_are_held(page, editor):
    window, held = page.window().windowHandle(), Qt.KeyboardModifier.ControlModifier
    page.choose(1)
    QTest.keyPress(window, Qt.Key.Key_Control, held)
    page.copy.trigger()
    chosen = page.table.numbers_chosen()
    QTest.keyRelease(window, Qt.Key.Key_Control)

    assert chosen == [5]
    assert page.form.isEnabled()


def test_that_what_is_left_can_be_shifted_and_keeps_its_spacing(page, editor):
    editor.add_inject(inject(9, AtTime(at=3 * HOUR)))
    page.choose(1)
    page.shift_by(15)

    assert editor.inject(1).when == AtTime(at=HOUR + 15 * MINUTE)
    assert editor.inject(5).when == AtTime(at=3 * HOUR + 15 * MINUTE)


def test_that_an_inject_that_acts_on_a_place_that_is_not_there_is_told_in_its_row_and_its_form(page, editor):
    editor.add_inject(inject(9, OnHand(), actions=({"close_station": {"at": "deks"}},)))
    page.choose(5)

    row = column(page, NUMBER).index("5")
    assert "deks" in column(page, CHECK)[row]
    assert "deks" in page.form.wrong.text()
    assert "1 to mend" in page.count.text()


def test_that_the_list_keeps_one_kind_and_what_holds_a_text(page):
    page.kind.setCurrentIndex(page.kind.findData(InjectKind.CONTINGENCY))
    assert column(page, NUMBER) == ["4"]

    page.kind.setCurrentIndex(0)
    page.search.setText("bus is coming")
    assert column(page, NUMBER) == ["1"]


def test_that_a_time_is_told_as_local_time(page):
    assert column(page, TIME)[0] == "5 Jan 01:00"

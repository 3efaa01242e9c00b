"""A whole exercise in the real window, as a new user would lead it: by the keyboard alone, and by the mouse alone."""

from dataclasses import dataclass

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QDialogButtonBox, QFileDialog, QWidget

from reception_sim.exercise_plan import Decided, InjectSent, SentBy, TimeJumped
from reception_sim.exercise_plan.course import Phase
from reception_sim.project_file import ProjectFile
from reception_sim.scenario.library import shipped
from reception_sim.scenario.quantities import HOUR
from ui.application import Desktop
from ui.forms.action_button import ActionButton
from ui.pages.scenario_card import ScenarioCard

WAIT_MS = 60_000
CTRL, SHIFT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)
MOST_TABS = 200


@pytest.fixture
def desktop(qtbot, qapp, settings, tmp_path):
    settings.folder = tmp_path  # where the dialogs for files begin
    made = Desktop(qapp, settings)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow, timeout=WAIT_MS)
    yield made
    made.window.exercise.close_work()
    made.window.close()
    made.close()
    shiboken6.delete(made.window)


class Story:
    """What happens in either way; it waits for what each step leads to."""

    def __init__(self, desktop, qtbot):
        self.window, self.qtbot = desktop.window, qtbot

    @property
    def page(self):
        return self.window.exercise

    @property
    def lead(self):
        return self.page.lead

    @property
    def led(self):
        return self.page.led

    def until(self, holds):
        self.qtbot.waitUntil(holds, timeout=WAIT_MS)

    def dialog(self, kind=QDialog):
        """Return the dialog that has just opened."""
        self.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
        opened = QApplication.activeModalWidget()
        self.until(lambda: QApplication.focusWidget() is not None and opened.isAncestorOf(QApplication.focusWidget()))
        return opened

    def back_in_window(self):
        """Wait until no dialog is open; a platform without a window manager activates nothing by itself."""
        self.until(lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def card(self):
        number = [entry.id for entry in shipped()].index("introduction_45_minutes")
        return self.window.welcome.findChildren(ScenarioCard)[number]


class Mouse(Story):
    """Nothing but clicks and the wheel, on what can be seen."""

    def press(self, wanted: QWidget):
        self.until(wanted.isEnabled)
        self.scroll_to(wanted)
        self.click(wanted, wanted.rect().center())

    def click(self, widget, place):
        under = widget.window().childAt(widget.mapTo(widget.window(), place))
        assert under is widget or widget.isAncestorOf(under), f"{under} lies over {widget}"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, place)
        QApplication.processEvents()

    def scroll_to(self, wanted):
        """Turn the wheel until the whole widget is seen."""
        for _ in range(MOST_TABS):
            if not wanted.visibleRegion().isEmpty() and wanted.visibleRegion().boundingRect() == wanted.rect():
                return
            area = wanted.parentWidget()
            while not isinstance(area, QAbstractScrollArea):
                area = area.parentWidget()
            turn_wheel(area.viewport())

    def tab(self, bar, number):
        self.click(bar, bar.tabRect(number).center())

    def row(self, view, number):
        self.click(view.viewport(), view.visualRect(view.model().index(number, 0)).center())

    def action(self, action):
        """Press the button of an action."""
        self.press(next(one for one in self.lead.findChildren(ActionButton) if one.defaultAction() is action))

    def accept(self, dialog):
        box = dialog.findChild(QDialogButtonBox)
        accepting = (QDialogButtonBox.ButtonRole.AcceptRole, QDialogButtonBox.ButtonRole.YesRole)
        self.press(next(button for button in box.buttons() if box.buttonRole(button) in accepting))

    def choose(self, choice, number):
        self.press(choice)
        self.until(choice.view().isVisible)
        QTest.qWait(QApplication.doubleClickInterval() + 50)  # a list that has just opened takes a click for the first
        shown = choice.view()  # lies above all else
        place = shown.visualRect(choice.model().index(number, 0)).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, NONE, place)


def turn_wheel(widget):
    middle = QPointF(widget.rect().center())
    turned = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(widget, turned)
    QApplication.processEvents()


class Keyboard(Story):
    """Nothing but keys, sent to whatever has the focus."""

    def key(self, key, modifiers=NONE):
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        QApplication.processEvents()  # nobody presses the next before the window has answered

    def text(self, words):
        QTest.keyClicks(QApplication.focusWidget(), words)

    def tab_to(self, wanted: QWidget):
        """Press Tab until a widget has the focus, as somebody does who cannot use a mouse."""
        seen = []
        for _ in range(MOST_TABS):
            if QApplication.focusWidget() is wanted:
                return
            self.key(Qt.Key.Key_Tab)
            seen.append(QApplication.focusWidget())
        raise AssertionError(f"Tab never comes to {wanted.accessibleName() or wanted}, but to {seen[-30:]}")

    def press(self, wanted: QWidget):
        self.tab_to(wanted)
        self.key(Qt.Key.Key_Space)

    def accept(self):
        self.key(Qt.Key.Key_Return)


def test_that_a_whole_exercise_is_led_by_the_keyboard_alone(desktop, qtbot):
    hand = Keyboard(desktop, qtbot)
    hand.press(hand.card().lead)
    hand.dialog(QFileDialog)
    hand.accept()
    hand.back_in_window()
    hand.until(lambda: hand.page.editor.exercise is not None)
    hand.tab_to(hand.page.parts.tabBar())
    hand.key(Qt.Key.Key_Right)
    hand.until(lambda: hand.led.snapshot is not None)
    play_by_keys(hand)
    note_and_branch_by_keys(hand)
    review_by_keys(hand)

    kept = what_is_kept(hand)
    assert kept.notes == ["Good briefing"]
    assert_whole(kept)


def test_that_a_whole_exercise_is_led_by_the_mouse_alone(desktop, qtbot):
    hand = Mouse(desktop, qtbot)
    hand.press(hand.card().lead)
    hand.accept(hand.dialog(QFileDialog))
    hand.back_in_window()
    hand.until(lambda: hand.page.editor.exercise is not None)
    hand.tab(hand.page.parts.tabBar(), 1)
    hand.until(lambda: hand.led.snapshot is not None)
    play_by_mouse(hand)
    branch_by_mouse(hand)
    review_by_mouse(hand)

    assert_whole(what_is_kept(hand))


@dataclass(frozen=True)
class Kept:
    """What is in the project file afterwards: the deeds of the first course, bookmarks, notes, and how many courses."""

    deeds: list[object]
    bookmarks: list[str]
    notes: list[str]
    courses: int


def what_is_kept(hand):
    path = hand.page._project.path
    hand.page.close_work()
    with ProjectFile.open(path) as project:
        return Kept(
            [entry.deed for entry in project.exercises.log(1, 1)],
            [mark.title for mark in project.marks.bookmarks(1).values()],
            [note.text for note in project.marks.notes(1)],
            len(project.exercises.branches(1)),
        )


def assert_whole(kept):
    assert any(isinstance(deed, InjectSent) and deed.by is SentBy.HAND for deed in kept.deeds)
    assert any(isinstance(deed, Decided) for deed in kept.deeds)
    assert TimeJumped(to=2 * HOUR) in kept.deeds
    assert kept.bookmarks == ["Bookmark"]
    assert kept.courses == 2


def play_by_keys(hand):
    led, lead = hand.led, hand.lead
    hand.key(Qt.Key.Key_G, CTRL | SHIFT)
    hand.until(lambda: led.course.phase is Phase.PLAYING)
    hand.key(Qt.Key.Key_J, CTRL)
    dialog = hand.dialog()
    hand.tab_to(dialog.length)
    hand.key(Qt.Key.Key_A, CTRL)
    hand.text("2 h")
    hand.accept()
    hand.back_in_window()
    hand.until(lambda: led.time == 2 * HOUR and led.jump is None)
    hand.tab_to(lead.coming.table)
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Return, CTRL)
    hand.until(lambda: any(isinstance(entry.deed, InjectSent) and entry.deed.by is SentBy.HAND for entry in led.log))
    hand.press(lead.decisions.decide)
    hand.dialog()
    hand.accept()
    hand.back_in_window()
    hand.until(lambda: len(led.course.decisions) == 1)


def note_and_branch_by_keys(hand):
    led, lead = hand.led, hand.lead
    hand.tab_to(lead.notes.line)
    hand.text("Good briefing")
    hand.accept()
    hand.key(Qt.Key.Key_B, CTRL | SHIFT)
    hand.tab_to(lead.timeline)
    hand.key(Qt.Key.Key_Home)
    hand.until(lambda: led.is_past)
    hand.key(Qt.Key.Key_B, CTRL)
    hand.until(lambda: len(led.branches) == 2 and not led.is_past)
    hand.key(Qt.Key.Key_Period, CTRL)
    hand.until(lambda: led.time > 0)
    if led.course.phase is Phase.SETTLING:
        hand.key(Qt.Key.Key_G, CTRL | SHIFT)
        hand.until(lambda: led.course.phase is Phase.PLAYING)
    hand.key(Qt.Key.Key_E, CTRL | SHIFT)
    hand.until(lambda: led.course.phase is Phase.ENDED)


def review_by_keys(hand):
    hand.tab_to(hand.page.parts.tabBar())
    hand.key(Qt.Key.Key_Right)
    hand.until(lambda: bool(hand.page.review.hot_wash.cards))
    wash = hand.page.review.hot_wash
    name, card = next(iter(wash.cards.items()))
    hand.tab_to(card.rating)
    hand.key(Qt.Key.Key_Down)
    hand.until(lambda: hand.page._project.scores(hand.led.branch.id)[name].rating is not None)
    hand.press(wash.report)
    hand.dialog(QFileDialog)
    with hand.qtbot.waitSignal(hand.page.papers.written, timeout=WAIT_MS) as written:
        hand.accept()
    assert written.args[0].stat().st_size > 10_000


def play_by_mouse(hand):
    led, lead = hand.led, hand.lead
    hand.action(lead.commands.startex)
    hand.until(lambda: led.course.phase is Phase.PLAYING)
    hand.press(lead.bar.players)
    hand.until(lambda: hand.page.players.window is not None and hand.page.players.window.isVisible())
    hand.back_in_window()
    hand.action(lead.commands.jump)
    hand.accept(hand.dialog())
    hand.back_in_window()
    hand.until(lambda: led.time == 2 * HOUR and led.jump is None)
    hand.row(lead.coming.table, 0)
    hand.action(lead.coming.send_chosen)
    hand.until(lambda: any(isinstance(entry.deed, InjectSent) and entry.deed.by is SentBy.HAND for entry in led.log))
    hand.press(lead.decisions.decide)
    hand.accept(hand.dialog())
    hand.back_in_window()
    hand.until(lambda: len(led.course.decisions) == 1)


def branch_by_mouse(hand):
    led, lead = hand.led, hand.lead
    hand.press(lead.notes.bookmark)
    line = lead.timeline
    hand.click(line, QPoint(line.width() // 12, line.height() // 2))
    hand.until(lambda: led.is_past)
    hand.action(lead.commands.branch)
    hand.until(lambda: len(led.branches) == 2 and not led.is_past)
    hand.action(lead.commands.steps[0])
    if led.course.phase is Phase.SETTLING:
        hand.action(lead.commands.startex)
        hand.until(lambda: led.course.phase is Phase.PLAYING)
    hand.action(lead.commands.endex)
    hand.until(lambda: led.course.phase is Phase.ENDED)


def review_by_mouse(hand):
    hand.tab(hand.page.parts.tabBar(), 2)
    hand.until(lambda: bool(hand.page.review.hot_wash.cards))
    wash = hand.page.review.hot_wash
    name, card = next(iter(wash.cards.items()))
    hand.until(card.isVisible)
    hand.choose(card.rating, 1)
    hand.until(lambda: name in hand.page._project.scores(hand.led.branch.id))
    hand.press(wash.report)
    with hand.qtbot.waitSignal(hand.page.papers.written, timeout=WAIT_MS) as written:
        hand.accept(hand.dialog(QFileDialog))
    assert written.args[0].stat().st_size > 10_000

"""Where the keyboard goes when what had it cannot be used any more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.forms.layouts import empty
from ui.pages.keyboard_home import KeyboardHome


class Page(QWidget):
    """Has two buttons and a list that keeps the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.begin, self.end, self.home = QPushButton("Begin"), QPushButton("End"), QLineEdit()
        self.column = QVBoxLayout(self)
        for part in (self.begin, self.end, self.home):
            self.column.addWidget(part)
        KeyboardHome(self, self.home)


@pytest.fixture
def page(qtbot):
    shown = Page()
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.begin.setFocus()
    return shown


def test_that_a_second_press_does_not_reach_the_next_button(page, qtbot):
    ended = []
    page.begin.clicked.connect(lambda: page.begin.setEnabled(False))
    page.end.clicked.connect(lambda: ended.append(True))
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        qtbot.wait(1)

    assert page.home.hasFocus()
    assert not ended


@pytest.mark.parametrize("how", ["hidden", "taken away"])
def test_that_the_keyboard_goes_home_from_what_is(page, qtbot, how):
    if how == "hidden":
        page.begin.hide()
    else:
        empty(page.column)
        page.column.addWidget(page.home)
        page.home.show()

    qtbot.waitUntil(page.home.hasFocus)


def test_that_the_keyboard_stays_where_a_person_takes_it(page, qtbot):
    QTest.keyClick(page.begin, Qt.Key.Key_Tab)
    qtbot.wait(1)

    assert page.end.hasFocus()

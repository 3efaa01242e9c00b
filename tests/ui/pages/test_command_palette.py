"""Finding a command or a place by a few letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from ui.pages.command_palette import CommandPalette, Entry, entries_of, holds_letters


@pytest.fixture
def chosen() -> list[str]:
    return []


@pytest.fixture
def palette(qtbot, chosen):
    names = ("Play", "Full screen", "Go to Registration", "Go to Clinic")
    made = CommandPalette([Entry(name, "", lambda name=name: chosen.append(name)) for name in names])
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("letters", "found"), [("", True), ("reg", True), ("gtr", True), ("GO REG", True), ("ger", True), ("regg", False)]
)
def test_that_letters_are_found_in_their_order(letters, found) -> None:
    assert holds_letters("Go to Registration", letters) is found


def test_that_enter_chooses_the_first_that_is_found(qtbot, palette, chosen) -> None:
    qtbot.keyClicks(palette.search, "clin")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)

    assert chosen == ["Go to Clinic"]


def test_that_the_arrows_move_the_choice(qtbot, palette, chosen) -> None:
    qtbot.keyClicks(palette.search, "go")
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)

    assert chosen == ["Go to Clinic"]


def test_that_enter_does_nothing_when_nothing_is_found(qtbot, palette, chosen) -> None:
    qtbot.keyClicks(palette.search, "xyz")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)

    assert chosen == []


def test_that_only_what_can_be_done_now_is_offered(qapp) -> None:
    able, unable = QAction("&Play"), QAction("&Export…")
    able.setShortcut("Space")
    unable.setEnabled(False)

    entries = entries_of([able, unable])

    assert [(entry.name, entry.keys) for entry in entries] == [("Play", "Space")]

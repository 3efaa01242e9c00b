"""The whole window by its keys, its menus, and the names that assistive technology reads."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QWidget,
)

from ui.pages.tile_strip import Tile


def test_that_no_key_of_the_window_is_a_key_of_the_exercise_too(opened) -> None:
    lead = opened.window.exercise.lead.commands
    of_window, of_lead = (
        {sequence.toString() for action in commands.all for sequence in action.shortcuts()}
        for commands in (opened.window.commands, lead)
    )

    assert of_lead
    assert not of_window & of_lead


def test_that_no_two_actions_share_a_shortcut(opened) -> None:
    window = opened.window
    keys = [
        sequence.toString(QKeySequence.SequenceFormat.PortableText)
        for action in [*window.commands.all, *window.run_page.commands.all]
        for sequence in action.shortcuts()
    ]

    assert len(keys) == len(set(keys))
    assert {"Space", "Ctrl+O", "F1", "F11", "Ctrl+K", "Ctrl+S"} <= set(keys)


def test_that_no_two_entries_of_a_menu_share_a_mnemonic(opened) -> None:
    bar = opened.window.menuBar()

    for entries in (bar.actions(), *(action.menu().actions() for action in bar.actions())):
        letters = [letter_of(action) for action in entries if letter_of(action)]
        assert len(letters) == len(set(letters)), letters


def test_that_everything_that_can_be_used_has_a_name_for_assistive_technology(opened, qtbot) -> None:
    opened.window.run_page.show_place("admission")
    kinds = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QAbstractItemView, Tile)

    nameless = [
        widget
        for kind in kinds
        for widget in opened.window.findChildren(kind)
        if not is_part_of_another(widget) and not name_of(widget)
    ]

    assert nameless == []


def test_that_every_button_of_the_window_has_its_twin_in_a_menu(opened) -> None:
    in_menus = {action for menu in opened.window.menuBar().actions() for action in menu.menu().actions()}

    assert set(opened.window.run_page.commands.all) <= in_menus


def letter_of(action: QAction) -> str:
    _, _, after = action.text().replace("&&", "").partition("&")
    return after[:1].casefold()


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def is_part_of_another(widget: QWidget) -> bool:
    """Tell whether Qt made a widget as part of a field or table, which has the name itself."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, (QAbstractSpinBox, QComboBox, QAbstractItemView)) or widget.objectName().startswith("qt_"):
            return True
        above = above.parentWidget()
    return False

"""The rail at the window's edge: a button for each page, all as wide as the longest of their words needs."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.forms.action_button import ActionButton

_BUTTON: Final = 72
_FRAME: Final = 6
_ICON: Final = 24


class Rail(QFrame):
    """Shows the ways to the pages below each other; the one that is checked is where one is."""

    def __init__(self, ways: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "rail")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 12, 6, 12)
        column.setSpacing(8)
        buttons = [_button(way) for way in ways]
        width = max([_BUTTON, *map(_needed, buttons)])
        for button in buttons:
            button.setFixedWidth(width)
            column.addWidget(button)
        column.addStretch(1)


def _button(way: QAction) -> ActionButton:
    button = ActionButton(way, look="flat")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setIconSize(QSize(_ICON, _ICON))
    return button


def _needed(button: ActionButton) -> int:
    return button.fontMetrics().horizontalAdvance(button.text()) + 2 * _FRAME

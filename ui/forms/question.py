"""A dialog that asks for one thing: a number, or a line of text."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QInputDialog, QWidget

from ui.plain_text import keep_plain

_BESIDE_TITLE: Final = 140  # px: the buttons of a window's frame


class Question(QInputDialog):
    """Goes away once it is answered; its title can be read as well as its question."""

    def __init__(self, title: str, question: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setLabelText(question)
        keep_plain(self)
        make_room_for_title(self)

    def ask_number(self, proposed: int, least: int, most: int, then: Callable[[int], object]) -> None:
        """Ask for a whole number."""
        self.setInputMode(QInputDialog.InputMode.IntInput)
        self.setIntRange(least, most)
        self.setIntValue(proposed)
        self.intValueSelected.connect(then)
        self.open()

    def ask_text(self, proposed: str, then: Callable[[str], object]) -> None:
        """Ask for a line of text."""
        self.setTextValue(proposed)
        self.textValueSelected.connect(then)
        self.open()


def make_room_for_title(dialog: QDialog) -> None:
    """Let a dialog be as wide as its title needs."""
    wide = dialog.fontMetrics().horizontalAdvance(dialog.windowTitle()) + _BESIDE_TITLE
    dialog.setMinimumWidth(max(dialog.minimumWidth(), wide))

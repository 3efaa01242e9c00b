"""A page that has nothing to show yet: it says what belongs there and holds the button that fills it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.plain_text import PlainLabel


class EmptyPage(QWidget):
    """A sentence and a button."""

    asked = Signal()

    def __init__(self, sentence: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = PlainLabel(sentence, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        text.setProperty("look", "quiet")
        self.button = QPushButton(verb)
        self.button.setProperty("look", "main")
        self.button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

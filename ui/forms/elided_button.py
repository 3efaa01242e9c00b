"""A button that gives way: its words take two lines, and end in an ellipsis where these do not hold them."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

_LEAST_WIDTH: Final = 72
_MARGIN: Final = 28  # what the frame takes on both sides


class ElidedButton(QPushButton):
    """Shows as much of its words as fits."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - _MARGIN, _LEAST_WIDTH - _MARGIN)
        first, rest = self._first_line(room)
        lines = (line for line in (first, self._elided(rest, room)) if line)
        key = self.shortcut()  # which goes with every new text
        self.setText("\n".join(lines).replace("&", "&&"))
        self.setShortcut(key)

    def _first_line(self, room: int) -> tuple[str, str]:
        """Return the words that fit into a line, at least one of them, and the rest."""
        words = self._words.split(" ")
        fitting = [
            number
            for number in range(1, len(words) + 1)
            if self.fontMetrics().horizontalAdvance(" ".join(words[:number])) <= room
        ]
        last = max(fitting, default=1)
        return self._elided(" ".join(words[:last]), room), " ".join(words[last:])

    def _elided(self, words: str, room: int) -> str:
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)

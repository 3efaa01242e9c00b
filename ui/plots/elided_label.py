"""A line of text that gives way: where there is no room it ends in an ellipsis, and the whole is on hover."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from typing_extensions import override

from ui.plain_text import PlainLabel, tip


class ElidedLabel(PlainLabel):
    """Shows as much of its text as fits."""

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(tip(text))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, shown)
        painter.end()

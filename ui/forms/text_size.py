"""Larger and smaller text for a window that many look at from afar."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reception_sim.translation import tr

SIZES: Final = (1.0, 1.2, 1.4, 1.7, 2.0)  # times the text of the system


class TextSize(QWidget):
    """Two buttons and their keys, which work anywhere in *window*."""

    changed = Signal(float)  # times the text of the system

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.times = SIZES[0]
        self.smaller, self.larger = QPushButton(tr("A\N{MINUS SIGN}")), QPushButton(tr("A+"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for button, name, keys, step in (
            (self.smaller, tr("Smaller text"), QKeySequence.StandardKey.ZoomOut, -1),
            (self.larger, tr("Larger text"), QKeySequence.StandardKey.ZoomIn, 1),
        ):
            first = QKeySequence.keyBindings(keys)[0]
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({first.toString(QKeySequence.SequenceFormat.NativeText)})")
            button.clicked.connect(lambda _=False, by=step: self._step(by))
            QShortcut(keys, window, button.click)
            line.addWidget(button)
        QShortcut(QKeySequence("Ctrl+="), window, self.larger.click)  # the key of + without Shift on many keyboards
        QShortcut(QKeySequence("Ctrl+0"), window, lambda: self.show_times(SIZES[0]))
        self._offer()

    def show_times(self, times: float) -> None:
        """Let text be the size of the scale that is nearest to *times* the system's."""
        nearest = min(SIZES, key=lambda size: abs(size - times))
        if nearest != self.times:
            self.times = nearest
            self._offer()
            self.changed.emit(nearest)

    def _step(self, by: int) -> None:
        self.show_times(SIZES[SIZES.index(self.times) + by])

    def _offer(self) -> None:
        self.smaller.setEnabled(self.times != SIZES[0])
        self.larger.setEnabled(self.times != SIZES[-1])

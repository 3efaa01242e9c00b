"""What the trainer keeps ready: a grid of large buttons, one an inject on hand."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from reception_sim.exercise_plan import MselInject
from reception_sim.translation import tr
from ui.forms.elided_button import ElidedButton
from ui.forms.layouts import empty, label
from ui.plain_text import tip

_ACROSS: Final = 3
_HEIGHT: Final = 56


class OnHandGrid(QWidget):
    """Sends an inject with one press; the first nine have a key (Alt+1 to Alt+9)."""

    sent = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        for column in range(_ACROSS):
            self._grid.setColumnStretch(column, 1)
        self._shown: tuple[tuple[int, str], ...] | None = None
        self.buttons: dict[int, QPushButton] = {}
        self.show_injects(())

    def show_injects(self, injects: Sequence[MselInject]) -> None:
        """Offer a button for each."""
        shown = tuple((inject.number, inject.title) for inject in injects)
        if shown == self._shown:
            return
        self._shown, self.buttons = shown, {}
        empty(self._grid)
        if not injects:
            self._grid.addWidget(label(tr("Injects that come “on hand” get a button here."), "quiet", wraps=True), 0, 0)
        for place, inject in enumerate(injects):
            self._grid.addWidget(self._button(place, inject), place // _ACROSS, place % _ACROSS)

    def _button(self, place: int, inject: MselInject) -> QPushButton:
        button = ElidedButton(f"{inject.number}  {inject.title}")
        button.setMinimumHeight(_HEIGHT)
        button.setAccessibleName(tr("Send inject {number}: {title}", number=inject.number, title=inject.title))
        keys = f"Alt+{place + 1}" if place < 9 else ""
        if keys:
            button.setShortcut(keys)
        told = f"{inject.title}\n{inject.text}".strip()
        button.setToolTip(tip(f"{told} ({keys})" if keys else told))
        button.clicked.connect(partial(self._send, inject.number))
        self.buttons[inject.number] = button
        return button

    def _send(self, number: int) -> None:
        self.sent.emit(number)

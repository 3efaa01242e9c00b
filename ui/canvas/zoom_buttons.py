"""Buttons over the map: its layer of protection risk, and for those who have no wheel nearer, farther, all of it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reception_sim.translation import tr
from ui.theme import Theme, icon

_ICON: Final = QSize(16, 16)


class ZoomButtons(QWidget):
    """Four buttons side by side."""

    zoom_in_asked = Signal()
    zoom_out_asked = Signal()
    fit_asked = Signal()
    risks_asked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: Mapping[str, QToolButton] = {
            "zoom-in": self._button(tr("Zoom in")),
            "zoom-out": self._button(tr("Zoom out")),
            "fit": self._button(tr("Show the whole map")),
            "shield": self._button(tr("Show the protection risk at each site")),
        }
        self._lay_out()
        self.set_theme(theme)
        for name, asked in (
            ("zoom-in", self.zoom_in_asked),
            ("zoom-out", self.zoom_out_asked),
            ("fit", self.fit_asked),
        ):
            self.buttons[name].clicked.connect(asked)

        self.buttons["shield"].setCheckable(True)
        self.buttons["shield"].toggled.connect(self.risks_asked)

    def show_risks(self, *, shown: bool) -> None:
        """Show whether the layer of protection risk lies over the map."""
        self.buttons["shield"].setChecked(shown)

    def set_theme(self, theme: Theme) -> None:
        for name, button in self.buttons.items():
            button.setIcon(icon(name, theme))

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(_ICON)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the map's own keys do the same
        button.setProperty("look", "over")
        return button

    def _lay_out(self) -> None:
        self.setCursor(Qt.CursorShape.ArrowCursor)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for button in self.buttons.values():
            line.addWidget(button)

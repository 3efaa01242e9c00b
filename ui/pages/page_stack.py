"""The pages of the window, one shown at a time; the way to the one that is shown is checked."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """A page may be added late: it need not be there before somebody wants to see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways: dict[QWidget, QAction] = {}
        self._when_shown: dict[QWidget, Callable[[], None]] = {}

    def add(self, page: QWidget, way: QAction, when_shown: Callable[[], None] | None = None) -> None:
        """Add a page with the action that leads to it, and what is to be done whenever it comes to the front."""
        self.addWidget(page)
        self._ways[page] = way
        if when_shown is not None:
            self._when_shown[page] = when_shown

    def bring_forward(self, page: QWidget) -> None:
        """Show one of the pages."""
        self.setCurrentWidget(page)
        self._ways[page].setChecked(True)
        if page in self._when_shown:
            self._when_shown[page]()

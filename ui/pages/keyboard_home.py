"""Where the keyboard goes when what had it cannot be used any more."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class KeyboardHome(QObject):
    """Gives the keyboard to *home* when a part of *page* that had it is switched off, hidden or taken away.

    Qt would pass it to whatever comes next, where a second press of the same key does something that nobody meant.
    """

    def __init__(self, page: QWidget, home: QWidget) -> None:
        super().__init__(page)
        self._page, self._home = page, home
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # a widget exists
        app.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, after: QWidget | None) -> None:
        if before is not None and self._page.isAncestorOf(before):
            # Qt passes the keyboard on before it switches a widget off
            QTimer.singleShot(0, self, lambda: self._take_over(before, after))

    def _take_over(self, before: QWidget, after: QWidget | None) -> None:
        usable = isValid(before) and before.isEnabled() and before.isVisible()
        moved = QApplication.focusWidget() is not after
        if not usable and not moved and self._page.isVisible() and self._page.isActiveWindow():
            self._home.setFocus()

"""Where the window is and how its panels share it, kept from one start to the next."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStyle

from ui.pages.run_page import RunPage
from ui.state.settings import Settings

_FIRST_SIZE: Final = QSize(1366, 768)


class WindowLayout:
    """Keeps, restores and resets; a window is never left where no screen is."""

    def __init__(self, window: QMainWindow, page: RunPage, settings: Settings) -> None:
        self._window, self._page, self._settings = window, page, settings

    def restore(self) -> None:
        """Put everything where it was when the program ended."""
        self._window.resize(_FIRST_SIZE)
        self._window.restoreGeometry(self._settings.layout("window"))
        self._page.across.restoreState(self._settings.layout("across"))
        self._page.down.restoreState(self._settings.layout("down"))
        frame = self._window.frameGeometry()
        if not any(screen.availableGeometry().intersects(frame) for screen in QGuiApplication.screens()):
            self._window.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())
        self._fit_on_screen()

    def keep(self) -> None:
        """Remember where everything is."""
        self._settings.keep_layout("window", self._window.saveGeometry())
        self._settings.keep_layout("across", self._page.across.saveState())
        self._settings.keep_layout("down", self._page.down.saveState())

    def reset(self) -> None:
        """Put everything where it was at the very first start."""
        self._settings.forget_layout()
        self._page.reset_layout()
        self._window.showNormal()
        self._window.resize(_FIRST_SIZE)
        self._fit_on_screen()

    def _fit_on_screen(self) -> None:
        """Fill the screen if the window would not fit on it with its frame, so that no edge lies outside.

        A screen that is narrower than the window can be is left to whoever has it.
        """
        title = QSize(0, self._window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight))
        room = self._window.screen().availableGeometry().size() - title
        fitting = self._window.size().boundedTo(room)
        if fitting != self._window.size() and room.width() >= self._window.minimumSizeHint().width():
            self._window.resize(fitting)
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowMaximized)

    def fill_screen(self, wanted: bool) -> None:  # noqa: FBT001 - a checkable action's own signature
        """Give the window the whole screen, or take it back."""
        state, whole = self._window.windowState(), Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | whole if wanted else state & ~whole)

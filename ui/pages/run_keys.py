"""Keeps the keys of the run to its page: on another page nobody sees what they would do."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.pages.run_actions import RunActions


class RunKeys(QObject):
    """Watches a window: while the page of the run is not seen, Space presses the button that has the focus."""

    def __init__(self, window: QWidget, commands: RunActions) -> None:
        super().__init__(window)
        page = commands.parent()
        assert isinstance(page, QWidget)  # the page of the run
        self._commands, self._page = commands, page
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and not self._page.isVisible()
            and self._is_of_run(event)
        ):
            event.accept()  # it is no shortcut here, but what the widget with the focus makes of it
            return True
        return super().eventFilter(watched, event)

    def _is_of_run(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        return any(action.shortcut() == pressed for action in self._commands.all)

"""A place on a page whose contents are made when it is looked at first, so that nobody waits for what nobody sees."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

W = TypeVar("W", bound=QWidget)


class MadeWhenShown(QWidget, Generic[W]):
    """Holds a widget that *make* returns once."""

    def __init__(self, make: Callable[[], W], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._made: W | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def inside(self) -> W:
        """Return the widget; it is made now if nobody has looked at it yet."""
        if self._made is None:
            self._made = self._make()
            self._column.addWidget(self._made)
        return self._made

    @property
    def made(self) -> W | None:
        """Return the widget if somebody has looked at it."""
        return self._made

    @override
    def showEvent(self, event: QShowEvent) -> None:
        assert self.inside is not None
        super().showEvent(event)

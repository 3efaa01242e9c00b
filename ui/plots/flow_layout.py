"""A layout of lines of words: what does not fit into a line goes on in the next."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Sets its items side by side, each as wide as it wants to be, in as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    @override
    def addItem(self, arg__1: QLayoutItem) -> None:
        self._items.append(arg__1)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return self._arrange(QRect(0, 0, arg__1, 0), moved=False)

    @override
    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        self._arrange(arg__1, moved=True)

    @override
    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints)
        return self._framed(QSize(width, max((hint.height() for hint in hints), default=0)))

    @override
    def minimumSize(self) -> QSize:
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return self._framed(least)

    def _framed(self, inside: QSize) -> QSize:
        margins = self.contentsMargins()
        return inside + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, frame: QRect, *, moved: bool) -> int:
        """Return how high the lines are in the width of a *frame*; set the items there if they are to be *moved*."""
        room = frame.marginsRemoved(self.contentsMargins())
        x, y, line = room.x(), room.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            if x > room.x() and x + hint.width() > room.x() + room.width():
                x, y, line = room.x(), y + line, 0
            if moved:
                width = min(hint.width(), room.width())
                item.setGeometry(QRect(QPoint(x, y), QSize(width, hint.height())))
            x, line = x + hint.width(), max(line, hint.height())
        return y + line - frame.y() + self.contentsMargins().bottom()

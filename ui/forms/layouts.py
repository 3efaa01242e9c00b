"""Pieces of layout that several views need: labels with a look, a column that scrolls, a layout emptied."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QLineEdit, QScrollArea, QToolButton, QWidget
from typing_extensions import override

from ui.plain_text import PlainLabel


class ColumnScroll(QScrollArea):
    """Is never narrower than what it holds, nor than what it has held: else all beside it would move to and fro."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self._inside, self._widest = inside, 0
        inside.installEventFilter(self)

    @override
    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        self._widest = max(self._widest, self._inside.minimumSizeHint().width() + bar)
        return QSize(self._widest, 0)

    @override
    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        if arg__2.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(arg__1, arg__2)


def label(text: str, look: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label; *look* is a name of the style sheet."""
    made = PlainLabel(text, wordWrap=wraps)
    made.setProperty("look", look)
    return made


def name_clearing(field: QLineEdit, name: str) -> None:
    """Give the button that clears a field a *name* for assistive technology; Qt gives it none."""
    for clear in field.findChildren(QToolButton):
        clear.setAccessibleName(name)


def empty(layout: QLayout) -> None:
    """Take every widget out of *layout*, and end it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

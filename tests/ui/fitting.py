"""What does not fit on the screen: windows that want to be wider than it, and words that are cut off."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QTabBar,
    QToolButton,
    QWidget,
)

from ui.forms.elided_button import ElidedButton
from ui.plots.elided_label import ElidedLabel

GIVES_WAY = (ElidedButton, ElidedLabel)  # end in an ellipsis, and tell the whole on hover

_FRAME = 12  # what the style keeps free around words below an icon


def cut_in(window: QWidget) -> list[str]:
    """Return the words of labels, buttons and tabs that can be seen in part only, with where each is."""
    return [f"{path_of(widget)}: {why}" for widget in window.findChildren(QWidget) for why in reasons(widget)]


def reasons(widget: QWidget) -> Iterator[str]:
    """Yield why the words of a widget cannot be read in full."""
    if not widget.isVisible() or isinstance(widget, GIVES_WAY):
        return
    text = words_of(widget)
    if not text:
        return
    if widget.width() < needed_width(widget):
        yield f"{text!r} has {widget.width()} px of {needed_width(widget)}"
    elif widget.height() < needed_height(widget):
        yield f"{text!r} has {widget.height()} px of {needed_height(widget)} in height"
    elif is_clipped(widget):
        yield f"{text!r} reaches beyond what can be seen"


def words_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return str(widget.text())
    if isinstance(widget, QTabBar):
        return " | ".join(widget.tabText(number) for number in range(widget.count()))
    return ""


def needed_width(widget: QWidget) -> int:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return 0
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextUnderIcon:
        return widget.fontMetrics().horizontalAdvance(widget.text()) + _FRAME
    return int(widget.minimumSizeHint().width() if isinstance(widget, QTabBar) else widget.sizeHint().width())


def needed_height(widget: QWidget) -> int:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width())
    return 0


def is_clipped(widget: QWidget) -> bool:
    """Tell whether something around a widget hides a part of its width; what is scrolled down is not cut."""
    left, right = 0, widget.width()
    inside, above = widget, widget.parentWidget()
    while above is not None and not inside.isWindow():
        left, right = max(left, -shift(widget, above)), min(right, above.width() - shift(widget, above))
        if isinstance(above, QAbstractScrollArea) and above.horizontalScrollBar().isVisible():
            return False
        inside, above = above, above.parentWidget()
    return right - left < widget.width()


def shift(widget: QWidget, above: QWidget) -> int:
    return widget.mapTo(above, widget.rect().topLeft()).x()


def path_of(widget: QWidget) -> str:
    """Return the classes that hold a widget, the outermost first."""
    names: list[str] = []
    above: QWidget | None = widget
    while above is not None and not above.isWindow():
        names.append(type(above).__name__)
        above = above.parentWidget()
    return " > ".join(name for name in reversed(names) if not name.startswith("Q") or name == type(widget).__name__)

"""A button for an action: it always tells its shortcut and has a name for assistive technology."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from ui.theme import Theme, current_theme, icon


class ActionButton(QToolButton):
    """Shows an action's text and, if it has one, its icon; *look* is a name of the style sheet."""

    def __init__(self, action: QAction, look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.setDefaultAction(action)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        action.changed.connect(self._explain)
        self._explain()

    def _explain(self) -> None:
        action = self.defaultAction()
        self.setToolTip(explained(action))
        self.setAccessibleName(plain_text(action))
        if self.property("look") == "main":
            self.setIcon(icon_of(action, current_theme(), "on_accent"))  # the menu has the same on its own ground


def show_icon(action: QAction, theme: Theme) -> None:
    """Draw an action's icon, if it names one, in the colours of *theme*."""
    action.setIcon(icon_of(action, theme))


def icon_of(action: QAction, theme: Theme, colour: str = "text") -> QIcon:
    """Return the icon that an action names, or an empty one."""
    name = action.property("icon_name")
    return icon(str(name), theme, colour) if name else QIcon()


def plain_text(action: QAction) -> str:
    """Return an action's text without its mnemonic."""
    return action.text().replace("&", "").removesuffix("…")


def explained(action: QAction) -> str:
    """Return an action's text with its shortcut: Play (Space)."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain_text(action)} ({keys})" if keys else plain_text(action)

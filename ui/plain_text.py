"""Text that people wrote is shown as it stands, never as HTML.

Qt takes what looks like HTML for HTML, wherever it shows text, and HTML can name pictures: of files of this computer,
and on Windows of another one that then learns who asks. A scenario, a list or a project may come from anybody.
"""

from html import escape
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that shows its text as it stands; *properties* are those of a QLabel."""

    def __init__(self, text: str = "", parent: QWidget | None = None, **properties: Any) -> None:  # noqa: ANN401 - Qt's
        super().__init__(parent, **properties)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def tip(text: str) -> str:
    """Return *text* so that a tooltip shows it as it stands."""
    return escape(text).replace("\n", "<br>") if QtText.mightBeRichText(text) else text


def keep_plain(dialog: QWidget) -> None:
    """Have the labels that a dialog of Qt made for itself show their text as it stands."""
    for made in dialog.findChildren(QLabel):
        made.setTextFormat(Qt.TextFormat.PlainText)

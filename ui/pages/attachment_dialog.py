"""A file of an inject, looked at here: pictures and plain text; nothing is ever handed to another program."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from reception_sim.exercise_plan.attachments import ShownAs, shown_as, text_in
from reception_sim.translation import tr
from ui.plain_text import PlainLabel

_SIZE = (760, 560)


class AttachmentDialog(QDialog):
    """Shows one file, or says why it is not shown here."""

    def __init__(self, name: str, content: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self.resize(*_SIZE)
        self.body = _body(name, content)
        self.body.setAccessibleName(name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.body, 1)
        column.addWidget(buttons)


def _body(name: str, content: bytes) -> QWidget:
    match shown_as(name, content):
        case ShownAs.PICTURE:
            return _picture(content)
        case ShownAs.TEXT:
            text = QPlainTextEdit(text_in(content), readOnly=True)
            text.setTabChangesFocus(True)
            return text
        case ShownAs.NOT_HERE:
            return _told(
                tr(
                    "This kind of file is not opened here, for it could do something on this computer. "
                    "Save a copy, and open it yourself if you know whom it comes from."
                )
            )


def _picture(content: bytes) -> QWidget:
    image = _image(content)
    if image.isNull():
        return _told(tr("This picture is damaged, or too large to be shown."))
    shown = PlainLabel()
    shown.setPixmap(QPixmap.fromImage(image))
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    area = QScrollArea(widgetResizable=True)
    area.setWidget(shown)
    return area


def _image(content: bytes) -> QImage:
    """Return a picture, read as what its first bytes say that it is."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    kind = QByteArray(b"png") if content.startswith(b"\x89PNG") else QByteArray(b"jpeg")
    reader = QImageReader(buffer, kind)
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    return reader.read()


def _told(words: str) -> QLabel:
    told = PlainLabel(words, wordWrap=True)
    told.setAlignment(Qt.AlignmentFlag.AlignCenter)
    told.setMargin(24)
    return told

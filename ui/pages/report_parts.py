"""The parts of the report page: what it is about, its pages as pictures, and what came of an export."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception_sim.translation import tr
from ui.forms.layouts import empty, label
from ui.plain_text import PlainLabel

PIXELS_PER_INCH: Final = 96.0
SIDE_WIDTH: Final = 340


class ReportSide(QFrame):
    """What the report is about, and how to take it home."""

    export_asked = Signal()
    preview_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = PlainLabel(wordWrap=True)
        self._as_of = PlainLabel(wordWrap=True)
        self.refresh = QPushButton(tr("Bring up to date"))
        self.html = QRadioButton(tr("HTML: one file for any browser"))
        self.pdf = QRadioButton(tr("PDF: to print or to send"))
        self.docx = QRadioButton(tr("Word: to go on writing in"))
        self.xlsx = QRadioButton(tr("Excel: the tables, to reckon with"))
        self.kinds = (self.html, self.pdf, self.docx, self.xlsx)
        self.export = QPushButton(tr("Export…"))
        self._progress = QProgressBar(maximum=0, textVisible=False)
        self._cancel = QPushButton(tr("Cancel"))
        self._outcome = Outcome()
        self._lay_out()
        self.refresh.clicked.connect(self.preview_asked)
        self.export.clicked.connect(self.export_asked)
        self._cancel.clicked.connect(self.cancel_asked)

    @property
    def suffix(self) -> str:
        """Return the suffix of the kind of file that is chosen."""
        kinds = {".pdf": self.pdf, ".docx": self.docx, ".xlsx": self.xlsx}
        return next((suffix for suffix, button in kinds.items() if button.isChecked()), ".html")

    def show_subject(self, about: str, as_of: str) -> None:
        """Say what the report is about, and which moment its figures are of; no moment: nothing to report yet."""
        self._about.setText(about)
        self._as_of.setText(as_of)
        self.export.setEnabled(bool(as_of))

    def show_outdated(self, *, outdated: bool) -> None:
        """Say whether the run has gone on since the pages were made."""
        self.refresh.setVisible(outdated)

    def show_busy(self, *, previewing: bool, exporting: bool) -> None:
        """Show that work is under way; an export can be cancelled."""
        self._progress.setVisible(previewing or exporting)
        self._progress.setAccessibleName(tr("Making the report") if exporting else tr("Making the preview"))
        self._cancel.setVisible(exporting)
        self.export.setEnabled(bool(self._as_of.text()) and not exporting)
        if exporting:
            self._outcome.clear()

    def show_exported(self, path: Path) -> None:
        self._outcome.show_file(path)

    def show_failure(self, sentence: str) -> None:
        self._outcome.show_failure(sentence)

    def _lay_out(self) -> None:
        self.setProperty("look", "side")
        self.setFixedWidth(SIDE_WIDTH)
        self._as_of.setProperty("look", "quiet")
        self.export.setProperty("look", "main")
        self.html.setChecked(True)
        self._progress.hide()
        self._cancel.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(10)
        column.addWidget(label(tr("Report"), "heading"))
        subject: tuple[QWidget, ...] = (self._about, self._as_of, self.refresh)
        for part in subject:
            column.addWidget(part)
        column.addSpacing(12)
        column.addWidget(label(tr("Take it home"), "heading"))
        export: tuple[QWidget, ...] = (*self.kinds, self.export, self._progress, self._cancel, self._outcome)
        for part in export:
            column.addWidget(part)
        column.addStretch(1)


class Outcome(QWidget):
    """What came of an export: the file with a way to open it, or what went wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._text = PlainLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self._open_file = QPushButton(tr("Open file"))
        self._open_folder = QPushButton(tr("Open folder"))
        self._lay_out()
        self._open_file.clicked.connect(lambda: _open(self._path))
        self._open_folder.clicked.connect(lambda: _open(self._path.parent))
        self.clear()

    def show_file(self, path: Path) -> None:
        self._path = path
        self._say(tr("Written: {file}", file=path.name), is_file=True)

    def show_failure(self, sentence: str) -> None:
        self._say(sentence, is_file=False)

    def clear(self) -> None:
        self._say("", is_file=False)

    def _say(self, text: str, *, is_file: bool) -> None:
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._open_file.setVisible(is_file)
        self._open_folder.setVisible(is_file)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._open_file)
        line.addWidget(self._open_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        column.addLayout(line)


class PagePictures(QScrollArea):
    """Pages under one another, as they will be printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Preview of the report"))
        self._column = QVBoxLayout()
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(24)
        inside = QWidget()
        inside.setProperty("look", "desk")
        inside.setLayout(self._column)
        self.setWidget(inside)

    @property
    def count(self) -> int:
        """Return how many pages are shown."""
        return len(self.findChildren(Sheet))

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show pages, each a PNG; the reader stays at the same height of the paper."""
        at = self.verticalScrollBar().value()
        empty(self._column)
        for number, page in enumerate(pages, start=1):
            self._column.addWidget(self._picture(page, number), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(at)

    def _picture(self, page: bytes, number: int) -> "Sheet":
        picture = QPixmap()
        picture.loadFromData(page)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        return Sheet(picture, number)


class Sheet(QLabel):
    """One page."""

    def __init__(self, picture: QPixmap, number: int) -> None:
        super().__init__()
        self.setPixmap(picture)
        self.setProperty("look", "sheet")
        self.setAccessibleName(tr("Page {n}", n=number))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

"""The few dialogs of the window: what is wrong with a file, the guide, and what the program is made of."""

import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QPixmap, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListView,
    QListWidget,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reception_sim import __version__
from reception_sim.scenario import ScenarioError
from reception_sim.translation import tr
from ui.plain_text import PlainLabel

_LONGEST_LICENCE: Final = 60
_PAGE_MARGIN: Final = 16
PARTS: Final = (
    "PySide6-Essentials",
    "pyqtgraph",
    "simpy",
    "numpy",
    "scipy",
    "pydantic",
    "tomlkit",
    "typst",
    "jinja2",
    "typer",
    "rich",
)


class ProblemDialog(QDialog):
    """Lists everything that is wrong with a file; the program goes on with what was open."""

    def __init__(self, error: ScenarioError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("This scenario cannot be used"))
        number = len(error.problems)
        told = tr("{file} cannot be opened: {n} things are wrong with it.", file=Path(error.file).name, n=number)
        if number == 1:
            told = tr("{file} cannot be opened: one thing is wrong with it.", file=Path(error.file).name)
        sentence = PlainLabel(told, wordWrap=True)
        kept = PlainLabel(tr("Nothing was changed. Mend the file in a text editor and open it again."), wordWrap=True)
        self.problems = QListWidget()
        self.problems.setWordWrap(True)
        self.problems.setAlternatingRowColors(True)
        self.problems.setResizeMode(QListView.ResizeMode.Adjust)
        self.problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problems.addItems([str(problem) for problem in error.problems])
        self.problems.setAccessibleName(tr("What is wrong"))
        copy = QPushButton(tr("Copy the list"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(error)))
        buttons = closing_buttons(self)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        _stack(self, sentence, self.problems, kept, buttons)
        self.resize(680, 380)


class FailureDialog(QDialog):
    """An error of the program itself, in plain words, with details to copy."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        sentence = PlainLabel(
            tr(
                "The program met an error that it did not expect. The run goes on in its own process, and what you "
                "changed is in its journal. Save the journal, and send the details below to whoever looks after the "
                "program."
            ),
            wordWrap=True,
        )
        self.details = QTextBrowser()
        self.details.setPlainText(details)
        self.details.setAccessibleName(tr("Details"))
        copy = QPushButton(tr("Copy details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        buttons = closing_buttons(self)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        _stack(self, sentence, self.details, buttons)
        self.resize(640, 380)


class GuideDialog(QDialog):
    """The user guide, shown without a network."""

    def __init__(self, guide: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("User guide"))
        self.text = GuideBrowser()
        self.text.setAccessibleName(tr("User guide"))
        if guide.is_file():
            self.text.setSource(QUrl.fromLocalFile(str(guide)), QTextDocument.ResourceType.MarkdownResource)
        else:
            self.text.setPlainText(tr("The guide is not installed here; it comes with the project, in docs."))
        buttons = closing_buttons(self)
        back = buttons.addButton(tr("Back"), QDialogButtonBox.ButtonRole.ActionRole)
        back.setEnabled(False)
        back.clicked.connect(self.text.backward)
        self.text.backwardAvailable.connect(back.setEnabled)
        _stack(self, self.text, buttons)
        self.resize(880, 660)


class GuideBrowser(QTextBrowser):
    """Shows Markdown with its pictures, which are made as wide as the page at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(_PAGE_MARGIN)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        found = super().loadResource(type, name)
        if type != QTextDocument.ResourceType.ImageResource:
            return found
        picture = QPixmap(self.source().resolved(QUrl(name)).toLocalFile())
        room = self.viewport().width() - 3 * _PAGE_MARGIN
        if picture.width() <= room:
            return picture
        ratio = self.devicePixelRatioF()
        smaller = picture.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
        smaller.setDevicePixelRatio(ratio)
        return smaller


class AboutDialog(QDialog):
    """Version, licence, how to cite, and the parts with theirs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Reception Sim"))
        self.text = QTextBrowser(openExternalLinks=True)
        self.text.setAccessibleName(tr("About Reception Sim"))
        self.text.setHtml(about_text())
        _stack(self, self.text, closing_buttons(self))
        self.resize(620, 560)


def about_text() -> str:
    """Say what the program is, how to cite it, and what it is made of."""
    rows = "".join(
        f"<tr><td>{name}</td><td>{version}</td><td>{licence}</td></tr>" for name, version, licence in parts()
    )
    heading = tr("Part"), tr("Version"), tr("Licence")
    return (
        f"<h2>Reception Sim {__version__}</h2>"
        f"<p>{tr('Simulates the reception of refugees and migrants at borders, for training and planning.')}</p>"
        f"<p>{tr('MIT licence. It sends nothing over the network.')}</p>"
        f"<h3>{tr('How to cite')}</h3>"
        f"<p>Reception Sim, {tr('version {version}', version=__version__)}. "
        f"{tr('Name the scenario and its seed too: with them anybody can compute the same run.')}</p>"
        f"<h3>{tr('Made with')}</h3>"
        f"<table cellspacing='4'><tr><th align='left'>{'</th><th align=left>'.join(heading)}</th></tr>{rows}</table>"
    )


def parts() -> list[tuple[str, str, str]]:
    """Return the name, version and licence of Python and of each part that is installed."""
    python = ("Python", sys.version.split()[0], "PSF-2.0")
    return [python, *(found for name in PARTS if (found := _part(name)) is not None)]


def closing_buttons(dialog: QDialog) -> QDialogButtonBox:
    """Return a row with a button that closes *dialog*."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    return buttons


def show_once(dialog: QDialog) -> None:
    """Open a dialog beside the window's work; it is gone when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _part(name: str) -> tuple[str, str, str] | None:
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return None
    said = [*(about.get_all("License-Expression") or []), *(about.get_all("License") or [])]
    short = [text for text in said if len(text) < _LONGEST_LICENCE]  # some put the whole text there
    classified = [text.rpartition(" :: ")[2] for text in about.get_all("Classifier") or [] if "License ::" in text]
    return about["Name"], about["Version"], ", ".join(short[:1] or classified)


def _stack(dialog: QDialog, *parts_of_dialog: QWidget) -> None:
    column = QVBoxLayout(dialog)
    column.setSpacing(12)
    for part in parts_of_dialog:
        column.addWidget(part)

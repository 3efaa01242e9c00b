"""What the window asks: before something is lost, when something can be gone on with, and which file to open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from reception_sim.project_file import SUFFIX
from reception_sim.translation import tr, tr_plural
from ui.file_dialogs import ask_where
from ui.plain_text import keep_plain


def ask_before_losing(
    window: QWidget, verb: str, changes: int, save: Callable[[], object], go_on: Callable[[], object]
) -> None:
    """Ask whether to *go_on*, as *verb* says, although the journal with so many *changes* is not saved."""
    told = tr_plural("{count} change", "{count} changes", changes)
    text = tr("The journal of this run is not saved. It holds {changes}.", changes=told)
    more = tr("With a saved journal the run can be computed again at any time.")
    box = message_box(window, tr("The journal is not saved"), text, more)
    saving = box.addButton(tr("Save the journal…"), QMessageBox.ButtonRole.ActionRole)
    discarding = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(saving)
    saving.clicked.connect(lambda: save())  # noqa: PLW0108 - else Qt passes on whether it is checked
    discarding.clicked.connect(lambda: go_on())  # noqa: PLW0108 - as above
    box.open()


def ask_to_go_on(window: QWidget, path: Path, go_on: Callable[[], object]) -> None:
    """Ask whether to go on with the exercise of a project that was open when the program ended."""
    text = tr("{file} was open when the program ended.", file=path.name)
    more = tr("Everything that was done is in it. The exercise is offered where it was.")
    box = message_box(window, tr("Go on with the exercise?"), text, more)
    going_on = box.addButton(tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Not now"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(going_on)
    going_on.clicked.connect(lambda: go_on())  # noqa: PLW0108 - as above
    box.open()


def ask_before_losing_answers(
    window: QWidget, working: int, unkept: int, keep: Callable[[], object], go_on: Callable[[], object]
) -> None:
    """Ask whether to close although questions are being worked out, or answers are in no file."""
    told = []
    if working:
        told.append(
            tr_plural("{count} question is being worked out.", "{count} questions are being worked out.", working)
        )
    if unkept:
        told.append(tr_plural("{count} answer is in no file.", "{count} answers are in no file.", unkept))
    more = tr("In a project they are there again, with the scenarios that made them.")
    box = message_box(window, tr("Answers are in no file"), " ".join(told), more)
    keeping = box.addButton(tr("Keep in a project…"), QMessageBox.ButtonRole.ActionRole)
    discarding = box.addButton(tr("Close without keeping"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(keeping)
    keeping.clicked.connect(lambda: keep())  # noqa: PLW0108 - as above
    discarding.clicked.connect(lambda: go_on())  # noqa: PLW0108 - as above
    box.open()


def ask_before_stopping(window: QWidget, working: int, go_on: Callable[[], object]) -> None:
    """Ask whether to *go_on* and open another scenario although so many questions are being worked out."""
    text = tr_plural(
        "{count} question about this scenario is still being worked out.",
        "{count} questions about this scenario are still being worked out.",
        working,
    )
    more = tr("Another scenario ends the work. What is known so far is kept under Kept answers.")
    box = message_box(window, tr("A question is being worked out"), text, more)
    ending = box.addButton(tr("End the work and open"), QMessageBox.ButtonRole.DestructiveRole)
    staying = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(staying)
    ending.clicked.connect(lambda: go_on())  # noqa: PLW0108 - as above
    box.open()


def message_box(window: QWidget, title: str, text: str, more: str) -> QMessageBox:
    """Return a box that goes away once it is answered: what is so, and below it what that means."""
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(more)
    keep_plain(box)
    return box


def ask_for_new_project(window: QWidget, title: str, name: str, chosen: Callable[[Path], object]) -> None:
    """Ask where a new project file goes; nothing is overwritten."""
    ask_where(window, title, f"Reception Sim (*{SUFFIX})", f"{name}{SUFFIX}", chosen, replaces=False)

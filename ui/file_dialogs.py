"""Dialogs for files: each begins in the folder that the last one ended in, also after a new start of the program."""

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import ClassVar, Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_ENDING: Final = re.compile(r"\*(\.\w+)")  # of a kind of files: "Excel (*.xlsx)"


class KeepsFolder(Protocol):
    """Remembers a folder from one start of the program to the next."""

    folder: Path


class FileDialog(QFileDialog):
    """Asks for a file of one of *kinds* ("Excel (*.xlsx);;CSV (*.csv)")."""

    kept_in: ClassVar[KeepsFolder | None] = None
    """Where the folder is remembered; without it Qt says where a dialog begins."""

    def __init__(self, window: QWidget | None, title: str, kinds: str = "") -> None:
        super().__init__(window, title, str(self.kept_in.folder) if self.kept_in else "", kinds)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.filesSelected.connect(self._remember)

    def propose(self, name: str, *, replaces: bool) -> None:
        """Ask where *name* is to be written; a file that is there is replaced after a question, or not at all."""
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setOption(QFileDialog.Option.DontConfirmOverwrite, not replaces)
        if not replaces:
            name = free_name(Path(self.directory().absolutePath()), name)
        self.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        self.selectFile(name)
        self.filterSelected.connect(self._take_ending)

    def _take_ending(self, kind: str) -> None:
        """Give the file the ending of the kind that was chosen, which says what is written."""
        ending = _ENDING.search(kind)
        if ending:
            self.setDefaultSuffix(ending[1].removeprefix("."))
            self.selectFile(Path(self.selectedFiles()[0]).with_suffix(ending[1]).name)

    def _remember(self, chosen: list[str]) -> None:
        if self.kept_in and chosen:
            path = Path(chosen[0])
            self.kept_in.folder = path if path.is_dir() else path.parent


def ask_for_file(window: QWidget | None, title: str, kinds: str, chosen: Callable[[Path], object]) -> None:
    """Ask for a file that is there."""
    _ask_for_one(FileDialog(window, title, kinds), QFileDialog.FileMode.ExistingFile, chosen)


def ask_for_files(window: QWidget | None, title: str, kinds: str, chosen: Callable[[list[Path]], object]) -> None:
    """Ask for files that are there."""
    dialog = FileDialog(window, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda paths: chosen([Path(path) for path in paths]))
    dialog.open()


def ask_for_folder(window: QWidget | None, title: str, chosen: Callable[[Path], object]) -> None:
    """Ask for a folder."""
    _ask_for_one(FileDialog(window, title), QFileDialog.FileMode.Directory, chosen)


def ask_where(
    window: QWidget | None,
    title: str,
    kinds: str,
    name: str,
    chosen: Callable[[Path], object],
    *,
    replaces: bool = True,
) -> None:
    """Ask where a file goes, for which *name* is proposed; unless it *replaces* another, a name that is free."""
    dialog = FileDialog(window, title, kinds)
    dialog.propose(name, replaces=replaces)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()


def named_after(title: str, *words: str) -> str:
    """Return a name for a file about something with a *title*: "lampedusa_september_2023_report".

    A word with which the title ends already is not said twice.
    """
    name = re.findall(r"\w+", title.casefold())
    return "_".join([*name, *words] if name[-len(words) :] != list(words) else name)


def free_name(folder: Path, name: str) -> str:
    """Return *name*, or with a number behind it if the folder has a file of that name."""
    path = Path(name)
    names = (name if number == 1 else f"{path.stem}_{number}{path.suffix}" for number in count(1))
    return next(one for one in names if not (folder / one).exists())


def _ask_for_one(dialog: FileDialog, mode: QFileDialog.FileMode, chosen: Callable[[Path], object]) -> None:
    dialog.setFileMode(mode)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()

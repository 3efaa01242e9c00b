"""Finds every command and every place by a few letters of its name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from reception_sim.translation import tr
from ui.forms.action_button import plain_text

_MOVES: Final[dict[int, int]] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True)
class Entry:
    """One line of the palette."""

    name: str
    keys: str
    choose: Callable[[], object]


class CommandPalette(QDialog):
    """Type, then Enter; the arrows move the choice, Esc closes."""

    def __init__(self, entries: Iterable[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._entries = list(entries)
        self.search = QLineEdit(placeholderText=tr("Find a command or a place"))
        self.found = QListWidget()
        self._lay_out()
        self.search.textChanged.connect(self._show_found)
        self.search.returnPressed.connect(self._choose)
        self.search.installEventFilter(self)
        self.found.itemActivated.connect(lambda _: self._choose())
        self.found.itemClicked.connect(lambda _: self._choose())
        self._show_found("")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move the choice while the text keeps the focus."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            row = self.found.currentRow() + _MOVES[event.key()]
            self.found.setCurrentRow(max(0, min(self.found.count() - 1, row)))
            return True
        return super().eventFilter(watched, event)

    def _show_found(self, text: str) -> None:
        self.found.clear()
        for entry in self._entries:
            if holds_letters(entry.name, text):
                item = QListWidgetItem(f"{entry.name}    {entry.keys}".rstrip())
                item.setData(Qt.ItemDataRole.UserRole, self._entries.index(entry))
                self.found.addItem(item)
        self.found.setCurrentRow(0)

    def _choose(self) -> None:
        if self.found.currentRow() < 0:
            return
        entry = self._entries[self.found.currentItem().data(Qt.ItemDataRole.UserRole)]
        self.accept()
        entry.choose()

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Commands"))
        self.search.setAccessibleName(tr("Find a command or a place"))
        self.found.setAccessibleName(tr("Commands and places found"))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.search)
        column.addWidget(self.found)
        self.resize(520, 380)
        self.setFocusProxy(self.search)


def entries_of(actions: Iterable[QAction]) -> list[Entry]:
    """Return a line for each action that can be chosen now."""
    return [
        Entry(plain_text(action), action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action.trigger)
        for action in actions
        if action.isEnabled() and plain_text(action) and action.menu() is None
    ]


def holds_letters(name: str, letters: str) -> bool:
    """Return whether *name* holds *letters* in their order, with anything between them."""
    rest = iter(name.casefold())
    return all(letter in rest for letter in letters.casefold() if not letter.isspace())

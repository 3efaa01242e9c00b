"""Finds every command and every place by a few letters of its name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr
from ui.forms.action_button import plain_text

_BELOW_MENU: Final = 80  # px
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
        self._shown: list[Entry] = []
        self.search = QLineEdit(placeholderText=tr("Find a command or a place"))
        self.found = QTreeWidget()
        self._lay_out()
        self.search.textChanged.connect(self._show_found)
        self.search.returnPressed.connect(self._choose)
        self.search.installEventFilter(self)
        self.found.itemClicked.connect(lambda _: self._choose())
        self._show_found("")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move the choice while the text keeps the focus."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self._choose_row(self._row + _MOVES[event.key()])
            return True
        return super().eventFilter(watched, event)

    def _show_found(self, text: str) -> None:
        self._shown = [entry for entry in self._entries if holds_letters(entry.name, text)]
        self.found.clear()
        self.found.addTopLevelItems([QTreeWidgetItem([entry.name, entry.keys]) for entry in self._shown])
        self._choose_row(0)

    def open_over(self, window: QWidget) -> None:
        """Open near the top of *window*, and be gone once something is chosen."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.move(window.mapToGlobal(QRect(0, _BELOW_MENU, window.width() - self.width(), 0).center()))
        self.search.setFocus()  # before it opens: a popup takes keys only for what has the focus in it by then
        self.open()

    @property
    def _row(self) -> int:
        return self.found.currentIndex().row()

    def _choose_row(self, row: int) -> None:
        within = max(0, min(len(self._shown) - 1, row))
        self.found.setCurrentIndex(self.found.model().index(within, 0))

    def _choose(self) -> None:
        if not self._shown:
            return
        entry = self._shown[self._row]
        self.accept()
        entry.choose()

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Commands"))
        self.search.setAccessibleName(tr("Find a command or a place"))
        self.found.setAccessibleName(tr("Commands and places found"))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setColumnCount(2)
        self.found.setHeaderHidden(True)
        self.found.setRootIsDecorated(False)
        self.found.header().setStretchLastSection(False)
        self.found.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.found.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
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


def places_of(scenario: ScenarioPlan | None, go_to: Callable[[str], object]) -> list[Entry]:
    """Return a line for each place that can be looked at."""
    if scenario is None:
        return []
    return [
        Entry(tr("Go to {place}", place=scenario.title_of(place)), "", partial(go_to, place))
        for place, _ in scenario.places()
    ]


def holds_letters(name: str, letters: str) -> bool:
    """Return whether *name* holds *letters* in their order, with anything between them."""
    rest = iter(name.casefold())
    return all(letter in rest for letter in letters.casefold() if not letter.isspace())

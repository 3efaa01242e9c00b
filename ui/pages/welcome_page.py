"""The first page: scenarios to start with, files that were opened last, and a way to open another."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reception_sim.scenario.library import LibraryEntry, Shelf
from reception_sim.translation import tr
from ui.forms.layouts import ColumnScroll, empty, label
from ui.pages.scenario_card import ScenarioCard
from ui.plain_text import tip

COLUMNS: Final = 2
_HEADINGS: Final[Mapping[Shelf, str]] = {
    Shelf.FIRST_STEPS: "Start here",
    Shelf.EXERCISES: "Exercises to lead before a class",
    Shelf.CASES: "Cases from the field",
    Shelf.LESSONS: "Short lessons, one idea each",
}


class WelcomePage(QWidget):
    """Something to do from the first minute on."""

    scenario_asked = Signal(str)  # an id of the library
    file_asked = Signal(object)  # Path of a scenario or a project
    open_asked = Signal()
    project_asked = Signal()
    exercise_asked = Signal(str)  # an id of the library
    hint_put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = Hint(self)
        self._shelves = QVBoxLayout()
        self._recent = QVBoxLayout()
        self._open = QPushButton(tr("Open a scenario file…"))
        self._open_project = QPushButton(tr("Open a project…"))
        self._lay_out()
        self._open.clicked.connect(self.open_asked)
        self._open_project.clicked.connect(self.project_asked)
        self._hint.put_away.connect(self.hint_put_away)

    def show_library(self, entries: Sequence[LibraryEntry]) -> None:
        """Show a card for each scenario that comes with the program, under the heading of its shelf."""
        for shelf, cards in groupby(entries, lambda entry: entry.shelf):
            self._shelves.addWidget(label(tr(_HEADINGS[shelf]), "heading"))
            grid = QGridLayout()
            grid.setSpacing(16)
            for number, entry in enumerate(cards):
                grid.addWidget(self._card(entry), number // COLUMNS, number % COLUMNS)
            for column in range(COLUMNS):
                grid.setColumnStretch(column, 1)
            self._shelves.addLayout(grid)

    def _card(self, entry: LibraryEntry) -> ScenarioCard:
        card = ScenarioCard(entry)
        card.chosen.connect(self.scenario_asked)
        card.exercise_asked.connect(self.exercise_asked)
        return card

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the files opened last."""
        empty(self._recent)
        if not paths:
            belongs = tr(
                "Files that you open appear here; you may also drop one onto this window. To plan for a place of your "
                "own, open the scenario that is nearest to it and choose File, Save the scenario as."
            )
            self._recent.addWidget(label(belongs, "quiet", wraps=True))
        for path in paths:
            self._recent.addWidget(self._recent_button(path))

    def show_hint(self, *, wanted: bool) -> None:
        self._hint.setVisible(wanted)

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton(path.name)
        button.setToolTip(tip(str(path)))
        button.setProperty("look", "link")
        button.setAccessibleName(tr("Open {file}", file=path.name))
        button.clicked.connect(lambda: self.file_asked.emit(path))
        return button

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(label(tr("Reception Sim"), "title"))
        column.addWidget(label(tr("Rehearse the reception of people before they arrive."), "quiet"))
        column.addWidget(self._hint)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addLayout(self._library_column(), 3)
        line.addLayout(self._file_column(), 1)
        column.addLayout(line)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ColumnScroll(inside))

    def _library_column(self) -> QVBoxLayout:
        self._shelves.setSpacing(12)
        column = QVBoxLayout()
        column.addLayout(self._shelves)
        column.addStretch(1)
        return column

    def _file_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(label(tr("Your own files"), "heading"))
        column.addWidget(self._open)
        column.addWidget(self._open_project)
        column.addLayout(self._recent)
        column.addStretch(1)
        return column


class Hint(QFrame):
    """What to do first, until it is put away."""

    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "hint")
        text = QLabel(
            tr(
                "<b>New here?</b> Open a scenario, press <b>Space</b> to let time pass, and click a place on the map "
                "to see how it stands and to change what happens there. <b>Ctrl+K</b> finds every command, <b>F1</b> "
                "opens the guide. Nothing you do here leaves this computer."
            ),
            wordWrap=True,
        )
        button = QPushButton(tr("Got it"))
        button.clicked.connect(self.hide)
        button.clicked.connect(self.put_away)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 12, 10)
        line.addWidget(text, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

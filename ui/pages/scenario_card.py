"""A scenario of the library as a card: what it is, where, how large, how long, what it teaches, where it is from."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from reception_sim.scenario.library import LibraryEntry, Shelf
from reception_sim.translation import tr
from ui import wording
from ui.plain_text import PlainLabel

WIDTH = 372


class ScenarioCard(QFrame):
    """One scenario; a click anywhere on it, Enter or Space opens it."""

    chosen = Signal(str)  # the scenario's id
    exercise_asked = Signal(str)  # the id of a scenario that is made to be led as an exercise

    def __init__(self, entry: LibraryEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._title = PlainLabel(entry.title, wordWrap=True)
        self._figures = PlainLabel(figures_of(entry), wordWrap=True)
        self._summary = PlainLabel(entry.summary, wordWrap=True)
        self._teaches = QLabel(tr("<b>Teaches:</b> {what}", what=escape(entry.teaches)), wordWrap=True)
        self._sources = QLabel(links_of(entry), wordWrap=True, openExternalLinks=True)
        self.open = QPushButton(tr("Open"))
        self.lead = QPushButton(tr("Lead as exercise"))
        self._lay_out()
        self.open.clicked.connect(self._choose)
        self.lead.clicked.connect(lambda: self.exercise_asked.emit(entry.id))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._choose()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self.chosen.emit(self._entry.id)

    def _lay_out(self) -> None:
        self.setProperty("look", "card")
        self.setAccessibleName(self._entry.title)
        self.setAccessibleDescription(self._entry.summary)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._title.setProperty("look", "heading")
        self._figures.setProperty("look", "quiet")
        self._sources.setProperty("look", "quiet")
        self._teaches.setVisible(bool(self._entry.teaches))
        self.open.setProperty("look", "main")
        self.open.setAccessibleName(tr("Open {title}", title=self._entry.title))
        foot = QHBoxLayout()
        foot.addWidget(self._sources, 1)
        self.lead.setVisible(self._entry.shelf is Shelf.EXERCISES)
        self.lead.setToolTip(tr("Lead it before a class: injects, decisions, rewind, after-action review"))
        self.lead.setAccessibleName(tr("Lead {title} as an exercise", title=self._entry.title))
        foot.addWidget(self.lead, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.open, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for part in (self._title, self._figures, self._summary, self._teaches):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(foot)


def figures_of(entry: LibraryEntry) -> str:
    """Say where, how many and how long: Lampedusa, Italy · about 11,000 people · 7 days."""
    parts = (entry.place, wording.about_people(entry.persons), wording.length_of_days(entry.duration_s))
    return " · ".join(part for part in parts if part)


def links_of(entry: LibraryEntry) -> str:
    """Return the scenario's sources as links; at most two, the file names them all."""
    if not entry.sources:
        return tr("Made for teaching; every figure is a planning assumption.")
    links = [_link(source.title, source.url) for source in entry.sources[:2]]
    return tr("Source: {links}", links="; ".join(links))


def _link(title: str, url: str) -> str:
    return f'<a href="{escape(url)}">{escape(title)}</a>' if url else escape(title)

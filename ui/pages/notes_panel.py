"""Notes of evaluators: one line and Enter, pinned to the moment, and to a place, an inject, an objective if chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from reception_sim.exercise_plan import Exercise, Note
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.translation import tr
from ui import wording
from ui.forms.fields import ChoiceField


@dataclass(frozen=True)
class Pinned:
    """A note as it is put in; the moment is the run's."""

    text: str
    place: str | None = None
    inject: int | None = None
    objective: str | None = None


class NotesPanel(QWidget):
    """Takes notes and shows them; none can be changed afterwards."""

    noted = Signal(object)  # Pinned
    bookmark_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(placeholderText=tr("What did you see? Enter keeps it, with the moment."))
        self.place, self.inject, self.objective = ChoiceField(), ChoiceField(), ChoiceField()
        self.keep = QPushButton(tr("Keep note"))
        self.bookmark = QPushButton(tr("Bookmark"))
        self.list = QListWidget()
        self._lay_out()
        self.line.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.bookmark.clicked.connect(self.bookmark_asked)

    def show_exercise(self, scenario: ScenarioPlan, exercise: Exercise) -> None:
        """Offer the places, injects and objectives to pin a note to."""
        _offer(self.place, tr("Place"), ((scenario.title_of(name), name) for name, _ in scenario.places()))
        _offer(self.inject, tr("Inject"), ((f"{one.number}  {one.title}", one.number) for one in exercise.injects))
        _offer(self.objective, tr("Objective"), ((one.title, name) for name, one in exercise.objectives.items()))
        self.list.clear()

    def show_notes(self, notes: Sequence[Note], scenario: ScenarioPlan) -> None:
        """Show all that was noted, the newest first."""
        self.list.clear()
        calendar = Calendar.of(scenario)
        for note in reversed(notes):
            self.list.addItem(told(note, scenario, calendar))

    def _keep(self) -> None:
        text = self.line.text().strip()
        if text:
            pinned = Pinned(text, self.place.currentData(), self.inject.currentData(), self.objective.currentData())
            self.line.clear()
            self.noted.emit(pinned)

    def _lay_out(self) -> None:
        self.line.setAccessibleName(tr("Note"))
        self.line.setToolTip(tr("Ctrl+I comes here from anywhere on the page"))
        self.list.setAccessibleName(tr("Notes"))
        self.list.setWordWrap(True)
        pins, keep = QHBoxLayout(), QHBoxLayout()
        for choice, name in ((self.place, tr("Place")), (self.inject, tr("Inject")), (self.objective, tr("Objective"))):
            choice.setAccessibleName(name)
            choice.setMinimumWidth(70)
            pins.addWidget(choice, 1)
        keep.addStretch(1)
        keep.addWidget(self.keep)
        keep.addWidget(self.bookmark)
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addLayout(pins)
        column.addLayout(keep)
        column.addWidget(self.list, 1)


def told(note: Note, scenario: ScenarioPlan, calendar: Calendar) -> str:
    """Say a note in a line: when, who, what, and what it is pinned to."""
    pins = [scenario.title_of(note.place)] if note.place else []
    if note.inject is not None:
        pins.append(tr("inject {number}", number=note.inject))
    moment = wording.short_moment(calendar, note.time)
    where = f" ({', '.join(pins)})" if pins else ""
    author = f"{note.author}: " if note.author else ""
    return f"{moment}  {author}{note.text}{where}"


def _offer(choice: ChoiceField, name: str, offered: Iterable[tuple[str, object]]) -> None:
    choice.clear()
    choice.addItem(tr("{kind}: none", kind=name), None)
    for title, meant in offered:
        choice.addItem(title, meant)

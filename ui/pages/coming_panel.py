"""What comes next in an exercise, and what the trainer does with it: send, skip, postpone, tick, write a new one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reception_sim.exercise_plan import (
    AtTime,
    ExpectedMet,
    ExpectedNotMet,
    InjectKind,
    InjectPostponed,
    InjectSent,
    InjectSkipped,
    InjectsShifted,
    InjectWritten,
    MselInject,
    OnHand,
    SentBy,
)
from reception_sim.exercise_plan.course import InjectState, InjectStatus
from reception_sim.scenario.quantities import MINUTE
from reception_sim.translation import tr
from ui.forms.action_button import ActionButton
from ui.forms.layouts import label
from ui.forms.question import Question
from ui.plain_text import PlainLabel
from ui.state.led_exercise import LedExercise
from ui.tables.coming_table import NUMBER_ROLE, ComingModel
from ui.tables.copyable_table import CopyableTable

_MOST_MIN = 24 * 60


class ComingPanel(QWidget):
    """The list of injects while it is played."""

    said = Signal(str)

    def __init__(self, led: LedExercise, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._led = led
        self._model = ComingModel(self)
        self.table = CopyableTable(
            tr("Injects"), tr("This exercise has no injects. Write one: it comes when you send it.")
        )
        self.table.setSortingEnabled(False)
        self.table.setModel(self._model)
        self.proposed = PlainLabel(wordWrap=True)
        self.send_chosen = self._action(tr("Se&nd now"), "Ctrl+Return", lambda: self._with_chosen(self.send))
        self.skip = self._action(tr("S&kip"), "Ctrl+Shift+K", lambda: self._with_chosen(self._skip))
        self.postpone = self._action(tr("P&ostpone…"), "Ctrl+P", lambda: self._with_chosen(self._ask_to_postpone))
        self.tick = self._action(tr("✓ Seen"), "Ctrl+Y", lambda: self._with_chosen(self._tick))
        self.miss = self._action(tr("✕ Not seen"), "Ctrl+Shift+Y", lambda: self._with_chosen(self._miss))
        self.write = self._action(tr("&New…"), "Ctrl+N", self._ask_for_new)
        self.shift = self._action(tr("S&hift all…"), "Ctrl+Shift+T", self._ask_to_shift)
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())

    @staticmethod
    def is_on_hand(status: InjectStatus) -> bool:
        """Tell whether an inject waits for its button."""
        return status.state is InjectState.WAITING and isinstance(status.inject.when, OnHand)

    def show_course(self) -> None:
        """Show how the list stands now."""
        course, scenario = self._led.course, self._led.scenario
        if course is None or scenario is None:
            return
        chosen = self._chosen()
        self._model.show_course(course, scenario, self._led.time)
        row = self._model.row_of(chosen) if chosen is not None else None
        if row is not None and self._chosen() != chosen:
            self.table.selectRow(row)
        proposed = course.proposals(self._led.time)
        titles = ", ".join(f"{number} {course.injects[number].inject.title}" for number in proposed)
        self.proposed.setText(tr("Not done in time. Proposed: {injects}", injects=titles))
        self.proposed.setVisible(bool(proposed))
        self._offer()

    def choose(self, number: int) -> None:
        """Choose the inject with a number."""
        row = self._model.row_of(number)
        if row is not None:
            self.table.selectRow(row)

    def send(self, number: int) -> None:
        """Send an inject now, once more if it was sent before."""
        self._led.do(InjectSent(number=number, by=SentBy.HAND))
        self.said.emit(tr("✓ Inject {number} sent", number=number))

    def write_new(self, title: str) -> None:
        """Add an inject in seconds: its title is its text, and it comes when it is sent."""
        course = self._led.course
        if course is None or not title.strip():
            return
        number = 1 + max(course.injects, default=0)
        said = title.strip()
        inject = MselInject(number=number, title=said[:80], text=said, kind=InjectKind.CONTEXTUAL, when=OnHand())
        self._led.do(InjectWritten(inject=inject))

    def _skip(self, number: int) -> None:
        self._led.do(InjectSkipped(number=number))

    def _tick(self, number: int) -> None:
        self._led.do(ExpectedMet(number=number, measured=False))

    def _miss(self, number: int) -> None:
        self._led.do(ExpectedNotMet(number=number, measured=False))

    def _ask_to_postpone(self, number: int) -> None:
        def postpone(minutes: int) -> None:
            self._led.do(InjectPostponed(number=number, to=self._later(number) + minutes * MINUTE))

        self._ask_minutes(tr("Postpone inject {number}", number=number), tr("By how many minutes?"), 1, postpone)

    def _later(self, number: int) -> float:
        """Return from when an inject is postponed: its time, or now if it has none."""
        when = self._led.course.injects[number].inject.when if self._led.course else None
        return max(when.at, self._led.time) if isinstance(when, AtTime) else self._led.time

    def _ask_to_shift(self) -> None:
        question = tr("By how many minutes? All that is left keeps its spacing.")
        self._ask_minutes(
            tr("Shift all that is left"), question, -_MOST_MIN, lambda by: self._led.do(InjectsShifted(by=by * MINUTE))
        )

    def _ask_minutes(self, title: str, question: str, least: int, then: Callable[[int], None]) -> None:
        Question(title, question, self).ask_number(10, least, _MOST_MIN, then)

    def _ask_for_new(self) -> None:
        question = tr("What are the players told? It waits on hand until you send it.")
        Question(tr("New inject"), question, self).ask_text("", self.write_new)

    def _chosen(self) -> int | None:
        rows = self.table.selectionModel().selectedRows()
        number = rows[0].data(NUMBER_ROLE) if rows else None
        return number if isinstance(number, int) else None

    def _with_chosen(self, act: Callable[[int], None]) -> None:
        number = self._chosen()
        if number is not None:
            act(number)

    def _offer(self) -> None:
        """Offer what can be done with the chosen inject."""
        number, course = self._chosen(), self._led.course
        status = course.injects.get(number) if course is not None and number is not None else None
        stands = self._led.alive and not self._led.is_past
        waits = status is not None and status.state is InjectState.WAITING
        judged = status is not None and status.expected is not None and bool(status.sent)
        self.send_chosen.setEnabled(stands and status is not None)
        self.send_chosen.setText(tr("Se&nd again") if status is not None and status.sent else tr("Se&nd now"))
        for action in (self.skip, self.postpone):
            action.setEnabled(stands and waits)
        for action in (self.tick, self.miss):
            action.setEnabled(stands and judged)
        for action in (self.write, self.shift):
            action.setEnabled(stands)

    def _action(self, text: str, keys: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - else Qt passes on whether it is checked
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        self.proposed.setProperty("verdict", "close")
        self.proposed.hide()
        for column, width in enumerate((36, 110, 150, 60)):
            self.table.setColumnWidth(column, width)
        buttons = QGridLayout()
        actions = (self.send_chosen, self.skip, self.postpone, self.tick, self.miss, self.write, self.shift)
        for place, action in enumerate(actions):
            buttons.addWidget(ActionButton(action), place // 4, place % 4)
        column_of_parts = QVBoxLayout(self)
        column_of_parts.setContentsMargins(0, 0, 0, 0)
        column_of_parts.addWidget(label(tr("Injects"), "heading"))
        column_of_parts.addWidget(self.proposed)
        column_of_parts.addWidget(self.table, 1)
        column_of_parts.addLayout(buttons)

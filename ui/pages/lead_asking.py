"""What the controller's page asks in a dialog before it is done: how far to go on, and how difficult it is to be."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reception_sim.actions import Action, HoldClocks, LetClocksRun, Origin
from reception_sim.exercise_plan import PlayersView, ViewChanged
from reception_sim.translation import tr
from ui import wording
from ui.forms.difficulty import DifficultyDialog
from ui.forms.question import Question
from ui.forms.time_jump import TimeJumpDialog
from ui.forms.transfers import TransfersDialog
from ui.pages.dialogs import show_once
from ui.state.led_exercise import LedExercise


class LeadAsking(QObject):
    """Opens the dialogs over the page, and has the exercise do what they say."""

    renamed = Signal(int, str)  # branch, its new title

    def __init__(self, led: LedExercise, page: QWidget) -> None:
        super().__init__(page)
        self._led, self._page = led, page

    def go_on(self) -> None:
        """Ask how far time goes on at once."""
        led = self._led
        if led.scenario is None:
            return
        dialog = TimeJumpDialog(led.calendar, led.time, led.scenario.duration, self._coming(), self._page)
        dialog.asked.connect(led.go_on_to)
        show_once(dialog)

    def difficulty(self) -> None:
        """Show the dial of difficulty."""
        if self._led.scenario is None or self._led.course is None:
            return
        dialog = DifficultyDialog(self._led.scenario, self._led.course.view, self._page)
        dialog.surge_asked.connect(self.take)
        dialog.view_asked.connect(self._change_view)
        show_once(dialog)

    def transfers(self) -> None:
        """Show which vehicles ride where, as long as the dialog is open."""
        if self._led.scenario is None or self._led.snapshot is None:
            return
        dialog = TransfersDialog(self._led.scenario, self._page)
        dialog.show_snapshot(self._led.snapshot)
        dialog.asked.connect(self.take)
        connection = self._led.frame.connect(lambda passed: dialog.show_snapshot(passed.snapshot))
        dialog.finished.connect(lambda _: self._led.frame.disconnect(connection))
        show_once(dialog)

    def rename_branch(self) -> None:
        """Ask what the course that is shown is to be called."""
        branch = self._led.branch
        if branch is None:
            return
        dialog = Question(tr("Rename branch"), tr("What is this course of the exercise called?"), self._page)
        dialog.ask_text(branch.title, lambda title: self.renamed.emit(branch.id, title.strip()[:80]))

    def hold_clocks(self) -> None:
        """Hold the clocks of people, or let them run again."""
        self.take(LetClocksRun() if self._led.clocks_held else HoldClocks())

    def take(self, action: Action) -> None:
        """Take an action as the trainer: at once, and for nothing."""
        self._led.decide(action, "", "", Origin.TRAINER)

    def _change_view(self, view: PlayersView) -> None:
        self._led.do(ViewChanged(view=view))

    def _coming(self) -> str:
        """Say which inject comes next; "" if none does by itself."""
        course = self._led.course
        if course is None:
            return ""
        due = [(time, status.inject) for status in course.injects.values() if (time := course.due(status)) is not None]
        if due:
            time, inject = min(due, key=lambda one: (one[0], one[1].number))
            moment = wording.short_moment(self._led.calendar, time)
            return tr("{number}  {title}, {moment}", number=inject.number, title=inject.title, moment=moment)
        return tr("when a condition holds") if any(course.waiting_for_condition()) else ""

"""What is asked before a scenario or the window is left, so that no journal, no answer and no work is lost."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from reception_sim.translation import tr
from ui.pages.asking import ask_before_losing, ask_before_losing_answers, ask_before_stopping
from ui.state.live_run import LiveRun


class Answers(Protocol):
    """The page of the questions, as far as something of it could be lost."""

    @property
    def working(self) -> int:
        """Return how many questions are being worked out."""

    @property
    def unkept(self) -> int:
        """Return how many answers are in no file."""

    def ask_to_keep(self) -> None:
        """Ask in which file the answers are to be kept, or keep them in the one that is open."""

    def let_go(self) -> None:
        """End the work, and let go of what is in no file."""


class Leaving:
    """Goes on at once where nothing would be lost; there are no *answers* before their page was wanted."""

    def __init__(
        self, window: QWidget, run: LiveRun, save_journal: Callable[[], object], answers: Callable[[], Answers | None]
    ) -> None:
        self._window, self._run, self._save_journal, self._answers = window, run, save_journal, answers

    def may_close(self, close: Callable[[], object]) -> bool:
        """Return whether the window can close; if something would be lost, say what and *close* once it is wanted."""
        if self._run.unsaved:
            self.ask_about_journal(tr("Close without saving"), close)
            return False
        answers = self._answers()
        if answers is None or not (answers.working or answers.unkept):
            return True

        def let_go() -> None:
            answers.let_go()
            close()

        ask_before_losing_answers(self._window, answers.working, answers.unkept, answers.ask_to_keep, let_go)
        return False

    def unless_lost(self, go_on: Callable[[], object]) -> None:
        """Go on to another scenario, once nothing is lost by it or the user wants it nevertheless."""
        if self._run.unsaved:
            self.ask_about_journal(tr("Open without saving"), partial(self._unless_stopped, go_on))
        else:
            self._unless_stopped(go_on)

    def ask_about_journal(self, verb: str, go_on: Callable[[], object]) -> None:
        """Ask whether to *go_on*, as *verb* says, although the journal is not saved."""
        discard = self._run.discard_journal
        ask_before_losing(self._window, verb, len(self._run.journal), self._save_journal, lambda: (discard(), go_on()))

    def _unless_stopped(self, go_on: Callable[[], object]) -> None:
        answers = self._answers()
        working = 0 if answers is None else answers.working
        if working:
            ask_before_stopping(self._window, working, go_on)
        else:
            go_on()

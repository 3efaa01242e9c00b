"""What is asked before the scenario that is open is left, so that neither a journal nor work on a question is lost."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from reception_sim.translation import tr
from ui.pages.asking import ask_before_losing, ask_before_stopping
from ui.state.live_run import LiveRun


class Leaving:
    """Goes on at once where nothing would be lost; *working* tells how many questions are being worked out."""

    def __init__(
        self, window: QWidget, run: LiveRun, save_journal: Callable[[], object], working: Callable[[], int]
    ) -> None:
        self._window, self._run, self._save_journal, self._working = window, run, save_journal, working

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
        working = self._working()
        if working:
            ask_before_stopping(self._window, working, go_on)
        else:
            go_on()

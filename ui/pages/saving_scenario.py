"""Saves what is open to a file of one's own: the way from a scenario that was shipped to one for one's border."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reception_sim.scenario import FileNotWritten
from reception_sim.translation import tr
from ui.file_dialogs import ask_where
from ui.state.live_run import LiveRun
from ui.state.scenario_file import ScenarioFile


class SavingScenario(QObject):
    """Saves what is open, also a roster that was applied or an alternative that was opened, as a scenario file."""

    said = Signal(str)

    def __init__(self, action: QAction, run: LiveRun, file: ScenarioFile, window: QWidget) -> None:
        """Follow the *action* that asks for it, which is there as soon as a scenario is open."""
        super().__init__(window)
        self._window, self._run, self._file = window, run, file
        action.setEnabled(run.scenario is not None)
        file.saved.connect(self._tell_saved)
        file.not_saved.connect(self._tell_why_not)
        run.opened.connect(lambda: action.setEnabled(True))
        action.triggered.connect(lambda: self.ask())  # noqa: PLW0108 - without it Qt would pass on whether it is checked

    def ask(self) -> None:
        """Ask where the scenario goes."""
        if self._run.scenario is None:
            return
        title, kinds = tr("Save the scenario as"), tr("Scenario (*.toml)")
        ask_where(self._window, title, kinds, tr("my_scenario.toml"), self.save)

    def save(self, path: Path) -> None:
        """Save the scenario; what came of it is said once it is known."""
        assert self._run.scenario is not None  # else nothing is asked
        self.said.emit(tr("Saving {file}…", file=path.name))
        self._file.save_as(self._run.scenario, path)

    def _tell_saved(self, path: Path) -> None:
        self.said.emit(tr("✓ Saved: {file}. Change it in any text editor, and open it again.", file=path.name))

    def _tell_why_not(self, why: FileNotWritten) -> None:
        self.said.emit(tr("✕ The scenario is not saved. {why}", why=why))

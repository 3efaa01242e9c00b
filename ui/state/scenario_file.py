"""Opening and saving a scenario: what takes long is done in a child process, so that the window never waits for it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from reception_sim.actions.opening import open_scenario
from reception_sim.scenario import FileNotWritten, ScenarioError, ScenarioPlan, write_scenario
from reception_sim.scenario.library import find_scenario
from reception_sim.scenario.shipped_files import shipped_files
from reception_sim.translation import tr
from ui.state.child_work import ChildWork

_QUICK_BYTES: Final = 200_000


class ScenarioFile(QObject):
    """Opens scenario files; one that cannot be used is told with every problem found in it."""

    reading = Signal(str)  # the file's name, when it takes a while
    opened = Signal(object)  # ScenarioPlan
    refused = Signal(object)  # ScenarioError
    saved = Signal(Path)
    not_saved = Signal(object)  # FileNotWritten

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self._title = ""  # of the scenario in that file
        self._asked: Path = Path()
        self._work = ChildWork(self)
        self._work.done.connect(self._accept)
        self._work.failed.connect(self._fail)
        self._saving = ChildWork(self)
        self._saving.done.connect(lambda _: self._have_saved())
        self._saving.failed.connect(self._fail_to_save)
        self._target, self._saved_title = Path(), ""

    @property
    def is_shipped(self) -> bool:
        """Return whether the open scenario came with the program."""
        return self.path in shipped_files().values()

    def open(self, name_or_path: str) -> None:
        """Open a file, or a scenario of the library by its id."""
        try:
            self._asked = find_scenario(name_or_path)
        except ScenarioError as error:
            self.refused.emit(error)
            return
        if self._asked.is_file() and self._asked.stat().st_size > _QUICK_BYTES:
            self.reading.emit(self._asked.name)
            self._work.start(open_scenario, str(self._asked))
        else:
            self._open_at_once()

    def save_as(self, scenario: ScenarioPlan, path: Path) -> None:
        """Write *scenario* to a file of the user's own, with the comments of the file that it was opened from.

        `saved` tells when that is done, and `not_saved` why it did not go; no file that came with the program is
        written over.
        """
        if path.resolve() in {shipped.resolve() for shipped in shipped_files().values()}:
            said = tr("this scenario comes with the program")
            self.not_saved.emit(FileNotWritten(path, said, tr("Choose another name or folder.")))
            return
        self._target, self._saved_title = path, scenario.title
        like = self.path if scenario.title == self._title else None
        self._saving.start(write_scenario, scenario, path, like)

    def cancel(self) -> None:
        self._work.cancel()

    def close(self) -> None:
        self._work.close()
        self._saving.close()

    def _open_at_once(self) -> None:
        try:
            scenario = open_scenario(str(self._asked))
        except ScenarioError as error:
            self.refused.emit(error)
            return
        self._accept(scenario)

    def _accept(self, scenario: object) -> None:
        assert isinstance(scenario, ScenarioPlan)  # open_scenario
        self.path, self._title = self._asked, scenario.title
        self.opened.emit(scenario)

    def _have_saved(self) -> None:
        self.path, self._title = self._target, self._saved_title
        self.saved.emit(self._target)

    def _fail_to_save(self, error: Exception) -> None:
        if not isinstance(error, FileNotWritten):
            raise error
        self.not_saved.emit(error)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ScenarioError):
            self.refused.emit(error)
            return
        raise error

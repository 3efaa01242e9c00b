"""The list of injects read from and written to spreadsheets in a child process, so that the window never waits."""

from collections.abc import Mapping
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reception_sim.exercise_plan import Exercise
from reception_sim.scenario import ScenarioPlan
from reception_sim.spreadsheets import Grid, MselColumn, read_grids, take_msel, write_msel
from reception_sim.translation import tr
from ui.state.child_work import ChildWork


class MselExchange(QObject):
    """Reads a spreadsheet, tries which of its rows can be taken, and writes one; each is told when it is there."""

    grids_read = Signal(object)  # tuple[Grid, ...]
    rows_tried = Signal(object)  # TakenList
    written = Signal(Path)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._target = Path()
        self._reading, self._trying, self._writing = ChildWork(self), ChildWork(self), ChildWork(self)
        self._works = (self._reading, self._trying, self._writing)
        self._reading.done.connect(self.grids_read)
        self._trying.done.connect(self.rows_tried)
        self._writing.done.connect(lambda _: self.written.emit(self._target))
        for work in self._works:
            work.failed.connect(self._fail)

    def read(self, path: Path) -> None:
        """Read the sheets of a file."""
        self._reading.start(read_grids, path)

    def try_rows(
        self, exercise: Exercise, scenario: ScenarioPlan, grid: Grid, mapping: Mapping[MselColumn, int], heading: int
    ) -> None:
        """Find which rows below line *heading* can be taken; what was asked before and is not told yet is given up."""
        self._trying.start(take_msel, exercise, scenario, grid, dict(mapping), heading)

    def write(self, exercise: Exercise, path: Path) -> None:
        """Write the injects of an exercise to a file."""
        self._target = path
        self._writing.start(write_msel, exercise, path)

    def close(self) -> None:
        for work in self._works:
            work.close()

    def _fail(self, error: Exception) -> None:
        ended = isinstance(error, BrokenProcessPool)
        self.failed.emit(tr("The process that did it ended unexpectedly; try again.") if ended else str(error))

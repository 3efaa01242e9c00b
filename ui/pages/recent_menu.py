"""The menu of the files that were opened last."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from reception_sim.translation import tr


class RecentMenu(QMenu):
    """Offers each file by its name, and to forget them all."""

    def __init__(self, open_file: Callable[[Path], None], forget: Callable[[], None], parent: QWidget) -> None:
        super().__init__(tr("Open re&cent"), parent)
        self._open_file, self._forget = open_file, forget

    def show_paths(self, paths: Sequence[Path]) -> None:
        """Offer these files; with none there is nothing to open the menu for."""
        self.clear()
        for path in paths:
            self.addAction(path.name, partial(self._open_file, path))
        self.addSeparator()
        self.addAction(tr("Clear list"), self._forget)
        self.setEnabled(bool(paths))

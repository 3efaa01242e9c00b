"""What can be done with a chart: save or copy it as a picture or as figures, and see all of its time again."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from reception_sim.scenario import FileNotWritten, write_whole
from reception_sim.translation import tr
from ui.file_dialogs import ask_where
from ui.plots.picture import Picture

_SVG: Final = ".svg"


class ChartMenu(QMenu):
    """The menu of one chart; it asks the chart for its picture and its figures when they are wanted."""

    all_time_asked = Signal()
    saved = Signal(object)  # Path
    failed = Signal(str)

    def __init__(self, picture: Callable[[], Picture], figures: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._picture, self._figures = picture, figures
        self._lay_out()

    def offer_all_time(self) -> None:
        """Offer to leave the part of the time that was zoomed into."""
        self.addSeparator()
        self.addAction(tr("Show &all time"), self.all_time_asked.emit)

    def save_picture(self, path: Path) -> None:
        """Write the chart as it is seen; the suffix says how: .svg, or else PNG."""
        picture = self._picture()
        self._write(path, picture.svg() if path.suffix.lower() == _SVG else picture.png())

    def save_figures(self, path: Path) -> None:
        """Write the figures of the chart as CSV."""
        self._write(path, self._figures(",").encode())

    def copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(self._picture().image())

    def copy_figures(self) -> None:
        """Copy the figures as a spreadsheet reads them."""
        QGuiApplication.clipboard().setText(self._figures("\t"))

    def _write(self, path: Path, content: bytes) -> None:
        try:
            write_whole(path, content)
        except FileNotWritten as problem:
            self.failed.emit(str(problem))
        else:
            self.saved.emit(path)

    def _ask_for_picture(self) -> None:
        kinds = f"{tr('Drawing ({files})', files='*.svg')};;{tr('Picture ({files})', files='*.png')}"
        ask_where(self.parentWidget(), tr("Save picture"), kinds, "chart.svg", self.save_picture)

    def _ask_for_figures(self) -> None:
        kinds = tr("Figures ({files})", files="*.csv")
        ask_where(self.parentWidget(), tr("Save figures"), kinds, "figures.csv", self.save_figures)

    def _lay_out(self) -> None:
        self.addAction(tr("Save &picture (SVG, PNG)…"), self._ask_for_picture)
        self.addAction(tr("Save &figures (CSV)…"), self._ask_for_figures)
        self.addSeparator()
        self.addAction(tr("&Copy picture"), self.copy_picture)
        self.addAction(tr("C&opy figures"), self.copy_figures)

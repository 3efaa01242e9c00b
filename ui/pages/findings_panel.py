"""What each part of the reception system has to tell so far: one table a part, the same as in the report."""

from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reception_sim.reports.part_words import part_words
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import Part, PartFigure, RunFigures
from reception_sim.translation import tr
from ui.plain_text import PlainLabel
from ui.plots.sector_wheel import SectorWheel
from ui.tables.copyable_table import CopyableTable
from ui.tables.part_table import PartTableModel
from ui.theme import Theme

_CHOICE_WIDTH: Final = 208
_WIDEST: Final = 240


class FindingsPanel(QWidget):
    """The parts that the scenario has, in a list, and the table of the chosen one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wheel = SectorWheel(theme)
        self._scenario: ScenarioPlan | None = None
        self._figures: dict[Part, tuple[PartFigure, ...]] = {}
        self._model = PartTableModel(self)
        self._note = PlainLabel(wordWrap=True)
        self.choice = QListWidget()
        self.table = CopyableTable(
            tr("Figures of the chosen part"), tr("Let time pass: the figures of each part of the scenario appear here.")
        )
        self._lay_out()
        self.choice.currentRowChanged.connect(lambda _: self._show_chosen())

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Start anew, for a run of *scenario*."""
        self._scenario, self._figures = scenario, {}
        self.choice.clear()
        self._model.clear()
        self._note.clear()

    def show_figures(self, figures: RunFigures) -> None:
        """Show the figures as they were last measured."""
        parts = groupby(figures.parts, key=lambda figure: figure.part)
        self._figures = {part: tuple(of_part) for part, of_part in parts}
        if list(self._figures) != self._offered():
            self._offer()
        if self.isVisible():
            self._show_chosen()

    def set_theme(self, theme: Theme) -> None:
        self._wheel.set_theme(theme)

    def catch_up(self) -> None:
        """Show what was measured while the panel was out of sight."""
        self._show_chosen()

    def _offered(self) -> list[Part]:
        items = (self.choice.item(row) for row in range(self.choice.count()))
        return [Part(item.data(Qt.ItemDataRole.UserRole)) for item in items]

    def _offer(self) -> None:
        """List the parts there are; the one that was chosen stays chosen."""
        chosen = self._chosen()
        self.choice.clear()
        for part in self._figures:
            item = QListWidgetItem(part_words(part).title)
            item.setToolTip(part_words(part).note)
            item.setData(Qt.ItemDataRole.UserRole, part.value)
            self.choice.addItem(item)
        self.choice.setCurrentRow(list(self._figures).index(chosen) if chosen in self._figures else 0)

    def _chosen(self) -> Part | None:
        row = self.choice.currentRow()
        return None if row < 0 else self._offered()[row]

    def _show_chosen(self) -> None:
        part = self._chosen()
        if part is None or self._scenario is None or part not in self._figures:
            return
        self._model.show_part(part, self._figures[part], self._scenario)
        self._note.setText(part_words(part).note)
        self._wheel.setVisible(part is Part.SECTORS)
        if part is Part.SECTORS:
            self._wheel.show_figures(self._figures[part])
        self.table.resizeColumnsToContents()

    def _lay_out(self) -> None:
        self.choice.setFixedWidth(_CHOICE_WIDTH)
        self.choice.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choice.setAccessibleName(tr("Parts of the reception system"))
        self.table.setModel(self._model)
        self.table.setSortingEnabled(False)
        self.table.horizontalHeader().setMaximumSectionSize(_WIDEST)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._note.setProperty("look", "quiet")
        right = QVBoxLayout()
        right.addWidget(self.table, 1)
        right.addWidget(self._note)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 8, 8, 8)
        line.addWidget(self.choice)
        line.addLayout(right, 1)
        line.addWidget(self._wheel)
        self._wheel.hide()

"""Groups that played the same exercise on other laptops: their files are picked, and they are set side by side."""

from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reception_sim.papers.curves import curve_kinds
from reception_sim.papers.groups_files import GroupsSeen
from reception_sim.project_file import SUFFIX
from reception_sim.reports.document import Table
from reception_sim.scenario import Calendar
from reception_sim.translation import tr
from ui.file_dialogs import ask_for_files, ask_where
from ui.forms.fields import ChoiceField
from ui.forms.layouts import label
from ui.plain_text import tip
from ui.plots.content import ChartSeries
from ui.plots.time_chart import TimeChart
from ui.plots.wall_clock import wall_clock
from ui.state.groups_work import GroupsWork
from ui.tables.copyable_table import CopyableTable
from ui.tables.document_table import DocumentTableModel
from ui.theme import Theme

_REPORTS: Final = "PDF (*.pdf);;Word (*.docx);;HTML (*.html);;Excel (*.xlsx)"
_FIRST_COLUMN: Final = 320
_COLUMN: Final = 210


class GroupsPanel(QWidget):
    """Compares two groups at least, decision by decision."""

    said = Signal(str)

    def __init__(self, work: GroupsWork, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._shown: GroupsSeen | None = None
        self.add_files, self.remove = QPushButton(tr("&Add played files…")), QPushButton(tr("Re&move"))
        self.export, self.cancel = QPushButton(tr("&Export…")), QPushButton(tr("&Cancel"))
        self.bar = QProgressBar(textVisible=False)
        self.files = QListWidget()
        self.problem = label("", "problem", wraps=True)
        self.how = _how_groups_play()
        self.parts = QTabWidget()
        self.kind = ChoiceField()
        self.chart = TimeChart(theme)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def tables(self) -> dict[str, CopyableTable]:
        """Return the tables that are shown, by their titles."""
        places = (self.parts.widget(place) for place in range(1, self.parts.count()))
        return {table.accessibleName(): table for table in places if isinstance(table, CopyableTable)}

    def set_theme(self, theme: Theme) -> None:
        self.chart.set_theme(theme)

    def _show(self) -> None:
        """Show which files are compared, and what came of it."""
        if [self.files.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.files.count())] != list(
            map(str, self._work.paths)
        ):
            self._list_files()
        seen = self._work.seen
        for part in (self.bar, self.cancel):
            part.setVisible(self._work.busy)
        self.export.setEnabled(seen is not None)
        self.remove.setEnabled(bool(self._work.paths))
        self.parts.setVisible(seen is not None)
        self.how.setVisible(seen is None)
        if seen is not None:
            self.problem.setText("")
            self._show_groups(seen)

    def _list_files(self) -> None:
        self.files.clear()
        for path in self._work.paths:
            item = QListWidgetItem(path.name)
            item.setToolTip(tip(str(path)))
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            self.files.addItem(item)

    def _show_groups(self, seen: GroupsSeen) -> None:
        if seen is self._shown:
            return
        self._shown = seen
        while self.parts.count() > 1:
            table = self.parts.widget(1)
            self.parts.removeTab(1)
            if table is not None:
                table.deleteLater()
        for section in seen.document.sections:
            for block in section.blocks:
                if isinstance(block, Table) and block.rows:
                    self.parts.addTab(_table(block), section.title)
        chosen = max(self.kind.currentIndex(), 0)
        self.kind.clear()
        self.kind.addItems([kind.title for kind in curve_kinds(seen.scenario)])
        self.kind.setCurrentIndex(min(chosen, self.kind.count() - 1))
        self._draw()

    def _draw(self) -> None:
        seen = self._work.seen
        if seen is None:
            return
        kind = curve_kinds(seen.scenario)[max(self.kind.currentIndex(), 0)]
        drawn = tuple(ChartSeries(name, place, dash=place > 0) for place, name in enumerate(seen.curves))
        self.chart.show_chart(kind.title, tr("people"), drawn)
        longest = max((series.time for series in seen.curves.values()), key=len)
        values = {}
        for name, series in seen.curves.items():
            curve = kind.of(series).astype(float)
            values[name] = np.concatenate((curve, np.full(len(longest) - len(curve), np.nan)))
        self.chart.append(wall_clock(Calendar.of(seen.scenario), longest), values)

    def _ask_for_files(self) -> None:
        kinds = f"Reception Sim (*{SUFFIX})"
        ask_for_files(self, tr("Played files of groups"), kinds, lambda paths: self._work.add(*paths))

    def _remove(self) -> None:
        item = self.files.currentItem()
        if item is not None:
            self.problem.setText("")
            self._work.remove(Path(item.data(Qt.ItemDataRole.UserRole)))

    def _ask_where(self) -> None:
        ask_where(self, tr("Write the comparison of the groups"), _REPORTS, "groups.pdf", self._work.write)

    def _connect(self) -> None:
        self.add_files.clicked.connect(self._ask_for_files)
        self.remove.clicked.connect(self._remove)
        self.export.clicked.connect(self._ask_where)
        self.cancel.clicked.connect(self._work.cancel)
        self.kind.activated.connect(lambda _: self._draw())
        self._work.changed.connect(self._show)
        self._work.failed.connect(lambda why: self.problem.setText(f"✕ {why}"))
        self._work.written.connect(lambda path: self.said.emit(tr("✓ Written: {file}", file=path.name)))

    def _lay_out(self) -> None:
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(tr("The groups are being compared"))
        self.files.setAccessibleName(tr("Played files"))
        self.files.setMaximumHeight(6 * (self.fontMetrics().height() + 4))
        self.kind.setAccessibleName(tr("Indicator"))
        told = tr("Groups that played the same exercise, side by side")
        line = QHBoxLayout()
        line.addWidget(label(told, "quiet", wraps=True), 1)
        for part in (self.bar, self.cancel, self.add_files, self.remove, self.export):
            line.addWidget(part)
        curves = QWidget()
        column = QVBoxLayout(curves)
        column.addWidget(self.kind)
        column.addWidget(self.chart, 1)
        self.parts.setDocumentMode(True)
        self.parts.addTab(curves, tr("Curves"))
        whole = QVBoxLayout(self)
        whole.addLayout(line)
        whole.addWidget(self.files)
        whole.addWidget(self.problem)
        whole.addWidget(self.how, 1)
        whole.addWidget(self.parts, 1)
        whole.addStretch(0)


def _how_groups_play() -> QWidget:
    """Return what to do, in the order in which it is done, until there is something to compare."""
    steps = (
        tr("Template for a group… (above) writes this exercise into one file, with nothing of what was played here."),
        tr(
            "Give it to each group, on a stick for example: they open it on their laptop and play it without a network."
        ),
        tr("Add the files that come back, two at least: their curves and decisions are shown here side by side."),
    )
    told = QWidget()
    column = QVBoxLayout(told)
    column.addWidget(label(tr("How several groups play the same exercise"), "heading"))
    for number, step in enumerate(steps, 1):
        column.addWidget(label(f"{number}.  {step}", wraps=True))
    column.addStretch(1)
    return told


def _table(block: Table) -> CopyableTable:
    table = CopyableTable(block.title, tr("There is nothing to compare."))
    table.setModel(DocumentTableModel(block, table))
    table.setWordWrap(True)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    for column in range(len(block.columns)):
        table.setColumnWidth(column, _COLUMN if column else _FIRST_COLUMN)
    return table

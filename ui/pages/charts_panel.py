"""The charts of a run: the whole system, each site and each station, as far as they are chosen."""

from dataclasses import dataclass, field
from typing import Final, TypeAlias

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QWidget
from typing_extensions import override

from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import Series
from reception_sim.translation import tr
from ui.plots import SiteChart, StationChart, SystemChart
from ui.state.frames import joined_series
from ui.theme import Theme

CHART: Final = QSize(330, 170)
_CHOICE_WIDTH: Final = 168
_STATIONS_AT_FIRST: Final = 2

Chart: TypeAlias = SystemChart | SiteChart | StationChart


@dataclass
class OfferedChart:
    """A chart that can be chosen: made once it is, with what the run has told and it has not drawn yet."""

    place: str
    waiting: list[Series] = field(default_factory=list)
    chart: Chart | None = None


class ChartsPanel(QWidget):
    """Charts side by side, chosen in a list; while the run goes on one of them is drawn a frame, in turn.

    A chart takes 50 ms to make, so one is made a turn of the event loop: the window answers in between.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scenario: ScenarioPlan | None = None
        self._offered: list[OfferedChart] = []
        self._marks: list[tuple[float, str]] = []
        self._turn = 0
        self._making = QTimer(self)
        self._making.setSingleShot(True)
        self.choice = QListWidget()
        self._grid = ChartGrid()
        self._lay_out()
        self._making.timeout.connect(self._make_next)
        self.choice.itemChanged.connect(lambda _: self._making.start())

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Start empty charts for a new run of *scenario*."""
        self._grid.show_charts([])
        for offered in self._offered:
            if offered.chart is not None:
                offered.chart.deleteLater()
        self._scenario, self._offered, self._marks = scenario, [], []
        self.choice.clear()
        for place, is_chosen in _offers(scenario):
            self._offer(scenario, place, is_chosen=is_chosen)
        self._making.start()

    def append(self, series: Series) -> None:
        """Take what is new of the run; one chart is drawn at once, the others when it is their turn."""
        if not len(series.time):
            return
        for offered in self._offered:
            offered.waiting.append(series)
        if self.isVisible():
            self._draw_next()

    def mark(self, time: float, label: str) -> None:
        """Mark on every chart the moment (s) at which something was changed."""
        self._marks.append((time, label))
        for offered in self._offered:
            if offered.chart is not None:
                offered.chart.mark(time, label)

    def catch_up(self) -> None:
        """Draw everything that waits, one chart a turn: when the run pauses, or the panel comes into view."""
        behind = next((one for one in self._offered if one.chart is not None and one.waiting), None)
        if behind is not None:
            _draw(behind)
            QTimer.singleShot(0, self, self.catch_up)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for offered in self._offered:
            if offered.chart is not None:
                offered.chart.set_theme(theme)

    def _draw_next(self) -> None:
        shown = [offered for offered in self._chosen() if offered.chart is not None]
        if shown:
            self._turn += 1
            _draw(shown[self._turn % len(shown)])

    def _chosen(self) -> list[OfferedChart]:
        return [
            offered
            for number, offered in enumerate(self._offered)
            if self.choice.item(number).checkState() is Qt.CheckState.Checked
        ]

    def _offer(self, scenario: ScenarioPlan, place: str, *, is_chosen: bool) -> None:
        self._offered.append(OfferedChart(place))
        item = QListWidgetItem(scenario.title_of(place) if place else tr("Whole system"))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        self.choice.addItem(item)

    def _make_next(self) -> None:
        """Make one chart that is chosen and missing; show those that are there when none is missing."""
        missing = next((offered for offered in self._chosen() if offered.chart is None), None)
        if missing is not None and self._scenario is not None:
            missing.chart = chart_of(self._scenario, missing.place, self._theme)
            missing.chart.hide()
            for time, label in self._marks:
                missing.chart.mark(time, label)
            _draw(missing)
            self._making.start()
            return
        chosen = [offered.chart for offered in self._chosen() if offered.chart is not None]
        self._grid.show_charts(chosen)
        for offered in self._offered:
            if offered.chart is not None:
                offered.chart.setVisible(offered.chart in chosen)

    def _lay_out(self) -> None:
        self.choice.setFixedWidth(_CHOICE_WIDTH)
        self.choice.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choice.setAccessibleName(tr("Charts to show"))
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 8, 8, 8)
        line.addWidget(self.choice)
        line.addWidget(self._grid, 1)


class ChartGrid(QScrollArea):
    """Charts in rows of as many as fit side by side; scrolls downwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._charts: list[Chart] = []
        self._cells = QGridLayout()
        self._cells.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setLayout(self._cells)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_charts(self, charts: list[Chart]) -> None:
        """Show *charts*, in this order."""
        for chart in self._charts:
            self._cells.removeWidget(chart)
        self._charts = charts
        self._arrange()

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._arrange()

    def _arrange(self) -> None:
        widest = max([CHART.width(), *(chart.minimumSizeHint().width() for chart in self._charts)])
        columns = max(1, self.viewport().width() // (widest + self._cells.spacing()))
        rows = -(-len(self._charts) // columns)
        height = max(CHART.height(), self.viewport().height() // max(rows, 1) - self._cells.spacing())
        for number, chart in enumerate(self._charts):
            chart.setFixedHeight(height)
            self._cells.addWidget(chart, number // columns, number % columns)


def chart_of(scenario: ScenarioPlan, place: str, theme: Theme) -> Chart:
    """Return the chart of a site, a station or, for any other place, of the whole system."""
    if place in scenario.sites:
        return SiteChart(scenario, place, theme)
    if place in scenario.stations:
        return StationChart(scenario, place, theme)
    return SystemChart(scenario, theme)


def _draw(offered: OfferedChart) -> None:
    if offered.chart is not None and offered.waiting:
        offered.chart.append(joined_series(offered.waiting))
        offered.waiting.clear()


def _offers(scenario: ScenarioPlan) -> list[tuple[str, bool]]:
    """Return what can be drawn, and whether it is drawn from the start."""
    stations = [(station, number < _STATIONS_AT_FIRST) for number, station in enumerate(scenario.stations)]
    return [("", True), *((site, True) for site in scenario.sites), *stations]

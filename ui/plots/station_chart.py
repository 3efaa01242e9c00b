"""A station over time: how many people wait, and how many of its teams are at work."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.statistics import Series
from reception_sim.translation import tr
from ui.plots.content import ChartContent, ChartPanel, ChartSeries
from ui.plots.time_chart import TimeChart
from ui.plots.wall_clock import wall_clock, wall_clock_of
from ui.theme import Theme

WAITING: Final = "Waiting"
BUSY: Final = "Teams at work"
STAFFED: Final = "Teams staffed"


class StationChart(QWidget):
    """Takes the run's series as they come."""

    def __init__(self, scenario: ScenarioPlan, station: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._station, self._calendar = station, Calendar.of(scenario)
        self.chart = TimeChart(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart)
        self.chart.show_content(content_of(scenario.title_of(station)))

    def append(self, series: Series) -> None:
        """Add what is new of the run."""
        station = next(station for station in series.stations if station.id == self._station)
        values = {tr(WAITING): station.queue, tr(BUSY): station.busy, tr(STAFFED): station.staffed}
        self.chart.append(wall_clock(self._calendar, series.time), values)

    def mark(self, time: float, label: str) -> None:
        """Mark a moment (s since the start) at which something was done."""
        self.chart.mark(wall_clock_of(self._calendar.local(time)), label)

    def set_theme(self, theme: Theme) -> None:
        self.chart.set_theme(theme)


def content_of(title: str) -> ChartContent:
    """Return an empty chart: people above, teams below, for they have different units."""
    teams = (ChartSeries(tr(BUSY), colour=1, filled=True), ChartSeries(tr(STAFFED), colour=2, dash=True))
    return ChartContent(
        title,
        (
            ChartPanel(tr("people"), (ChartSeries(tr(WAITING), colour=0),), height=3),
            ChartPanel(tr("teams"), teams, height=2),
        ),
    )

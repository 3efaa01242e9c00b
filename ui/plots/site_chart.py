"""A site over time: how many people stay, against its places, and how many of them have no shelter."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.statistics import Series
from reception_sim.translation import tr
from ui.plots.content import ChartSeries, ReferenceLine
from ui.plots.time_chart import TimeChart
from ui.plots.wall_clock import wall_clock, wall_clock_of
from ui.theme import Theme

STAYING: Final = "People here"
WITHOUT_SHELTER: Final = "Without shelter"


class SiteChart(QWidget):
    """Takes the run's series as they come."""

    def __init__(self, scenario: ScenarioPlan, site: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._site, self._calendar = site, Calendar.of(scenario)
        self.chart = TimeChart(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart)
        self.chart.show_chart(
            scenario.title_of(site),
            tr("people"),
            (ChartSeries(tr(STAYING), colour=0), ChartSeries(tr(WITHOUT_SHELTER), colour=1, dash=True)),
            (ReferenceLine(tr("Places"), scenario.sites[site].capacity),),
        )

    def append(self, series: Series) -> None:
        """Add what is new of the run."""
        site = next(site for site in series.sites if site.id == self._site)
        values = {tr(STAYING): site.occupancy, tr(WITHOUT_SHELTER): site.without_shelter}
        self.chart.append(wall_clock(self._calendar, series.time), values)

    def mark(self, time: float, label: str) -> None:
        """Mark a moment (s since the start) at which something was done."""
        self.chart.mark(wall_clock_of(self._calendar.local(time)), label)

    def set_theme(self, theme: Theme) -> None:
        self.chart.set_theme(theme)

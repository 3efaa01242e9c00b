"""The whole reception system over time: who has arrived, who has left it, who is in it."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.statistics import Series
from reception_sim.translation import tr
from ui.plots.content import ChartSeries
from ui.plots.time_chart import TimeChart
from ui.plots.wall_clock import wall_clock, wall_clock_of
from ui.theme import Theme

IN_SYSTEM: Final = "In the system"
ARRIVED: Final = "Arrived so far"
DEPARTED: Final = "Left so far"


class SystemChart(QWidget):
    """Takes the run's series as they come."""

    def __init__(self, scenario: ScenarioPlan, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar = Calendar.of(scenario)
        self.chart = TimeChart(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart)
        self.chart.show_chart(
            tr("Whole system"),
            tr("people"),
            (
                ChartSeries(tr(IN_SYSTEM), colour=0),
                ChartSeries(tr(ARRIVED), colour=1, dash=True),
                ChartSeries(tr(DEPARTED), colour=2, dash=True),
            ),
        )

    def append(self, series: Series) -> None:
        """Add what is new of the run."""
        values = {tr(IN_SYSTEM): series.in_system, tr(ARRIVED): series.arrived, tr(DEPARTED): series.departed}
        self.chart.append(wall_clock(self._calendar, series.time), values)

    def mark(self, time: float, label: str) -> None:
        """Mark a moment (s since the start) at which something was done."""
        self.chart.mark(wall_clock_of(self._calendar.local(time)), label)

    def set_theme(self, theme: Theme) -> None:
        self.chart.set_theme(theme)

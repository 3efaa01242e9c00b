"""Charts of figures over calendar time: views that show what they are given."""

from ui.plots.content import ChartContent, ChartPanel, ChartSeries, ReferenceLine
from ui.plots.site_chart import SiteChart
from ui.plots.sparkline import Sparkline
from ui.plots.station_chart import StationChart
from ui.plots.system_chart import SystemChart
from ui.plots.time_chart import TimeChart

__all__ = [
    "ChartContent",
    "ChartPanel",
    "ChartSeries",
    "ReferenceLine",
    "SiteChart",
    "Sparkline",
    "StationChart",
    "SystemChart",
    "TimeChart",
]

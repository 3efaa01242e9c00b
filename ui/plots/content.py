"""What a chart shows: panels one above another over the same time, each with its unit, series and named lines."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ChartSeries:
    """A curve: *colour* is its place among the theme's series colours.

    A dash, or an area *filled* down to zero, tells curves apart without colour.
    """

    name: str
    colour: int = 0
    dash: bool = False
    filled: bool = False


@dataclass(frozen=True)
class ReferenceLine:
    """A level with a name, such as a capacity or a standard."""

    name: str
    value: float


@dataclass(frozen=True)
class ChartPanel:
    """Curves that share a unit; *height* is its part of the chart's height, relative to the other panels."""

    unit: str
    series: tuple[ChartSeries, ...]
    lines: tuple[ReferenceLine, ...] = ()
    height: int = 1


@dataclass(frozen=True)
class ChartMark:
    """A moment at which something was done (wall-clock seconds)."""

    time: float
    label: str


@dataclass(frozen=True)
class ChartContent:
    """A whole chart; the names of its series and lines are all different."""

    title: str = ""
    panels: tuple[ChartPanel, ...] = ()

    @property
    def lines(self) -> tuple[ReferenceLine, ...]:
        return tuple(line for panel in self.panels for line in panel.lines)

    @property
    def series(self) -> tuple[ChartSeries, ...]:
        return tuple(series for panel in self.panels for series in panel.series)

    def unit_of(self, name: str) -> str:
        """Return the unit of the series called *name*."""
        return next(panel.unit for panel in self.panels if any(series.name == name for series in panel.series))

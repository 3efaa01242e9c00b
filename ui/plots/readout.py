"""What the cross-hair of a chart reads out: the moment, the value of each series, what was done then."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from reception_sim.translation import tr
from ui import wording
from ui.plots.chart_columns import ChartColumns
from ui.plots.content import ChartContent, ChartSeries
from ui.plots.wall_clock import moment_text
from ui.theme import GRID, Theme


@dataclass(frozen=True)
class Reading:
    """The values of the shown series at a moment (wall-clock seconds)."""

    time: float
    values: tuple[tuple[ChartSeries, str, float], ...]  # with the unit
    done: tuple[str, ...]


def reading(content: ChartContent, columns: ChartColumns, row: int, hidden: set[str], done: Sequence[str]) -> Reading:
    """Read a row of the columns."""
    values = tuple(
        (series, panel.unit, float(columns.values(series.name)[row]))
        for panel in content.panels
        for series in panel.series
        if series.name not in hidden
    )
    return Reading(float(columns.time[row]), values, tuple(done))


class Readout(QLabel):
    """Lies over a chart, beside the cross-hair."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.plain_text = ""
        self.setProperty("look", "readout")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_reading(self, told: Reading, theme: Theme, x: float, y: float) -> None:
        """Show a reading beside the point *x*, *y* of the chart, on the side where there is room."""
        self.plain_text = "\n".join(_lines(told))
        self.setText(_rich(told, theme))
        self.adjustSize()
        right = x + GRID
        room = self._over.width() - self.width()
        self.move(round(right if right <= room else max(0.0, x - GRID - self.width())), round(y))
        self.show()
        self.raise_()

    def hide_reading(self) -> None:
        self.plain_text = ""
        self.hide()


def _lines(told: Reading) -> list[str]:
    values = (
        tr("{series}: {n} {unit}", series=series.name, n=wording.count(value), unit=unit)
        for series, unit, value in told.values
    )
    return [moment_text(told.time), *values, *told.done]


def _rich(told: Reading, theme: Theme) -> str:
    rows = "".join(
        _row(theme.series_colour(series.colour).name(), series.name, value) for series, _, value in told.values
    )
    done = "".join(f"<br>▼ {escape(label)}" for label in told.done)
    return f"<b>{moment_text(told.time)}</b><table cellspacing=0 cellpadding=0>{rows}</table>{done}"


def _row(colour: str, name: str, value: float) -> str:
    label = f'<td><span style="color:{colour}">■</span>&nbsp;{escape(name)}</td>'
    return f'<tr>{label}<td align="right">&nbsp;&nbsp;<b>{wording.count(value)}</b></td></tr>'

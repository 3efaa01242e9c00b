"""The legend of a chart: a button for each series and named line, which shows how it is drawn and switches it."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from reception_sim.translation import tr
from ui import wording
from ui.plain_text import tip
from ui.plots.content import ChartContent, ChartSeries, ReferenceLine
from ui.plots.flow_layout import FlowLayout
from ui.plots.pens import area_colour, curve_pen, line_pen
from ui.theme import GRID, Theme

SWATCH: Final = QSize(22, 10)
_SCALES: Final = (1, 2, 3)


class LegendButton(QToolButton):
    """Shows how a series or a line is drawn and what it is; pressed it is shown, else it is not."""

    def __init__(self, text: str, icon: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setIcon(icon)
        self.setIconSize(SWATCH)
        self.setCheckable(True)
        self.setProperty("look", "legend")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(tip(tr("Show or hide: {series}", series=text)))
        self.setAccessibleName(tr("Show {series}", series=text))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class Legend(QWidget):
    """Names what is drawn."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: Mapping[str, LegendButton] = {}
        self._line = FlowLayout(self)
        self._line.setContentsMargins(GRID // 2, 0, GRID // 2, 0)

    @property
    def hidden(self) -> set[str]:
        """Return the names of what is switched off."""
        return {name for name, button in self.buttons.items() if not button.isChecked()}

    def show_content(self, content: ChartContent, theme: Theme) -> None:
        """Show a button for each series and line; what is switched off stays so, if it is there again."""
        hidden = self.hidden
        for button in self.buttons.values():
            self._line.removeWidget(button)
            button.deleteLater()
        self.buttons = dict(self._buttons(content, theme))
        for name, button in self.buttons.items():
            button.setChecked(name not in hidden)
            button.toggled.connect(lambda _: self.changed.emit())
            self._line.addWidget(button)

    def _buttons(self, content: ChartContent, theme: Theme) -> Iterable[tuple[str, LegendButton]]:
        for series in content.series:
            yield series.name, LegendButton(series.name, swatch(series, theme))
        for line in content.lines:
            yield line.name, LegendButton(line_text(line), swatch(line, theme))


def line_text(line: ReferenceLine) -> str:
    """Write a named line with its level: Places: 400."""
    return tr("{name}: {n}", name=line.name, n=wording.count(line.value))


def swatch(drawn: ChartSeries | ReferenceLine, theme: Theme) -> QIcon:
    """Draw a short piece of a series or a line; faint while it is switched off."""
    icon = QIcon()
    for scale in _SCALES:
        for state, opacity in ((QIcon.State.On, 1.0), (QIcon.State.Off, 0.25)):
            picture = QPixmap(SWATCH * scale)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setOpacity(opacity)
            painter.scale(scale, scale)
            draw_swatch(painter, drawn, theme)
            painter.end()
            icon.addPixmap(picture, QIcon.Mode.Normal, state)
    return icon


def draw_swatch(painter: QPainter, drawn: ChartSeries | ReferenceLine, theme: Theme) -> None:
    """Draw a piece of a series or a line where the painter stands, as large as SWATCH."""
    pen = line_pen(theme) if isinstance(drawn, ReferenceLine) else curve_pen(drawn, theme)
    pen.setCosmetic(False)
    painter.setPen(pen)
    if isinstance(drawn, ChartSeries) and drawn.filled:
        painter.setBrush(area_colour(drawn, theme))
        painter.drawRect(QRectF(1, 1, SWATCH.width() - 2, SWATCH.height() - 2))
        return
    middle = SWATCH.height() / 2
    painter.drawLine(QPointF(0, middle), QPointF(SWATCH.width(), middle))

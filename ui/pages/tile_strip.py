"""Is it going well? A row of tiles: each an indicator in words, held against its standard in word and shape."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reception_sim.translation import tr
from ui.pages.indicators import TileContent, Verdict
from ui.plain_text import tip
from ui.plots import Sparkline
from ui.plots.elided_label import ElidedLabel

GLYPHS: Final = {
    Verdict.MET: "✓",
    Verdict.CLOSE: "!",
    Verdict.MISSED: "✕",
    Verdict.OPEN: "·",
    Verdict.PLAIN: "",
}
_NARROWEST: Final = 160
_WIDEST: Final = 260
_MARGIN: Final = 12
_SHARE: Final = 100  # of the width that is left, before the empty end of the line has any


class Tile(QFrame):
    """One indicator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._place, self._standard = ElidedLabel(), ElidedLabel(), ElidedLabel()
        self._value, self._verdict = ElidedLabel(), ElidedLabel()
        self._trend = Sparkline()
        self._lines = QVBoxLayout(self)
        self._shown: TileContent | None = None
        self._lay_out()

    def show_content(self, content: TileContent) -> None:
        """Show an indicator; assistive technology gets the same in one sentence."""
        if content == self._shown:
            return
        self._shown = content
        self._name.setText(content.name)
        self._place.setText(content.place)
        self._value.setText(content.value)
        self._standard.setText(content.standard)
        self._show_verdict(content.verdict)
        self._trend.show_values(content.trend)
        self._fit_trend()
        sentence = tr("{name}, {place}: {value}", name=content.name, place=content.place, value=content.value)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(f"{content.verdict} {content.standard}".strip())
        for part in (self, self._name, self._place, self._value, self._verdict, self._standard):
            part.setToolTip(tip(f"{sentence}\n{content.standard}\n{content.source}".strip()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_trend()

    def _fit_trend(self) -> None:
        """Show the course over time where there is one, and room for it beside the value."""
        room = self.contentsRect().width() - 2 * _MARGIN - self._value.sizeHint().width()
        is_known = self._shown is not None and len(self._shown.trend) > 1
        fits = is_known and room >= self._trend.sizeHint().width()
        if fits is self._trend.isHidden():
            self._trend.setVisible(fits)
            self._lines.activate()  # else the figure would be cut until the next turn of events

    def _show_verdict(self, verdict: Verdict) -> None:
        words = f"{GLYPHS[verdict]} {tr(str(verdict))}".strip()
        self._verdict.setText(words)
        self._verdict.setVisible(bool(words))
        self._verdict.setProperty("verdict", verdict.name.lower())
        self.setProperty("verdict", verdict.name.lower())
        for widget in (self, self._verdict):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _lay_out(self) -> None:
        self.setProperty("look", "tile")
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._value.setProperty("look", "figure")
        for label in (self._place, self._standard):
            label.setProperty("look", "quiet")
        figure = QHBoxLayout()
        figure.addWidget(self._value, 1)
        figure.addWidget(self._trend)
        judged = QHBoxLayout()
        judged.setSpacing(6)
        judged.addWidget(self._verdict)
        judged.addWidget(self._standard, 1)
        column = self._lines
        column.setContentsMargins(_MARGIN, 6, _MARGIN, 6)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addLayout(figure)
        column.addLayout(judged)
        column.addWidget(self._place)


class TileStrip(QScrollArea):
    """Tiles side by side; scrolls sideways when there are more than fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[Tile] = []
        self._line = QHBoxLayout()
        self._line.setContentsMargins(12, 4, 12, 8)
        self._line.setSpacing(8)
        self._line.addStretch(1)
        self._inside = QWidget()
        self._inside.setLayout(self._line)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Indicators"))

    def show_tiles(self, contents: Sequence[TileContent]) -> None:
        """Show one tile for each of *contents*; those that stand already are kept."""
        while len(self._tiles) > len(contents):
            self._tiles.pop().deleteLater()
        while len(self._tiles) < len(contents):
            self._tiles.append(Tile())
            self._line.insertWidget(len(self._tiles) - 1, self._tiles[-1], _SHARE)
        for tile, content in zip(self._tiles, contents, strict=True):
            tile.show_content(content)
        self.setVisible(bool(contents))
        self.updateGeometry()

    @property
    def tiles(self) -> tuple[Tile, ...]:
        return tuple(self._tiles)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self._height())

    def _height(self) -> int:
        """Return room for the tiles, and for the bar that scrolls them where they do not fit."""
        needed = self._inside.minimumSizeHint()
        bar = self.horizontalScrollBar().sizeHint().height() if needed.width() > self.width() else 0
        return needed.height() + bar

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self.updateGeometry()

"""The sector wheel: fifteen sectors around, three phases from the middle outwards, coloured by how each performed."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from reception_sim.reports.wording import count, sentence
from reception_sim.scenario.sector_names import Sector
from reception_sim.statistics import Part, PartFigure
from reception_sim.translation import tr
from ui.plain_text import tip
from ui.theme import Theme

RINGS: Final = ("before", "emergency", "recovery")
_HOLE: Final = 0.22  # of the radius
_FULL: Final = 5760  # a whole circle, in sixteenths of a degree
_SIDE: Final = 190
_GOOD: Final = 99.5  # % of standards
_FAIR: Final = 50.0


@dataclass(frozen=True)
class Segment:
    """What a sector has: parts in each phase, and standards kept (%), NaN where none is set."""

    parts: tuple[int, ...]
    kept: float


class SectorWheel(QWidget):
    """Draws the wheel; a filled field is covered, an empty one is not, and a tooltip names it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments: dict[Sector, Segment] = {}
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Sector wheel"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_figures(self, figures: tuple[PartFigure, ...]) -> None:
        """Show the figures of the part "sectors"."""
        rows: dict[str, dict[str, float]] = {}
        for figure in figures:
            if figure.part is Part.SECTORS:
                rows.setdefault(figure.subject, {})[figure.measure] = figure.value
        self._segments = {Sector(subject): _segment(row) for subject, row in rows.items()}
        covered = [_in_words(sector, self._segments.get(sector)) for sector in Sector if sector in self._segments]
        self.setAccessibleDescription("; ".join(covered))
        self.update()

    def text_at(self, position: QPointF) -> str:
        """Return what the field at a point of the widget says, "" outside of the wheel."""
        circle = self._circle()
        across = position - circle.center()
        distance = math.hypot(across.x(), across.y()) / (circle.width() / 2)
        if not _HOLE < distance <= 1:
            return ""
        turn = math.atan2(across.x(), -across.y()) / math.tau % 1  # clockwise, from above
        sector = tuple(Sector)[int(turn * len(Sector))]
        return _in_words(sector, self._segments.get(sector))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ring in reversed(range(len(RINGS))):
            for number, sector in enumerate(Sector):
                self._paint_field(painter, ring, number, self._segments.get(sector))
        self._paint_hole(painter)
        painter.end()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self.text_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def _paint_field(self, painter: QPainter, ring: int, number: int, segment: Segment | None) -> None:
        outer = _HOLE + (1 - _HOLE) * (ring + 1) / len(RINGS)
        circle = self._circle()
        radius = circle.width() / 2 * outer
        frame = QRectF(circle.center().x() - radius, circle.center().y() - radius, 2 * radius, 2 * radius)
        is_covered = segment is not None and segment.parts[ring] > 0
        painter.setPen(QPen(self._theme.colour("outline"), 1))
        painter.setBrush(self._fill(segment) if is_covered and segment is not None else self._theme.colour("surface"))
        step = _FULL // len(Sector)
        painter.drawPie(frame, 90 * 16 - (number + 1) * step, step)

    def _paint_hole(self, painter: QPainter) -> None:
        circle = self._circle()
        radius = circle.width() / 2 * _HOLE
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(circle.center(), radius, radius)
        painter.setPen(self._theme.colour("text"))
        covered = sum(any(segment.parts) for segment in self._segments.values())
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, f"{covered}/{len(Sector)}")

    def _fill(self, segment: Segment) -> QColor:
        if math.isnan(segment.kept):
            return self._theme.colour("accent")
        if segment.kept >= _GOOD:
            return self._theme.colour("good")
        return self._theme.colour("warning" if segment.kept >= _FAIR else "bad")

    def _circle(self) -> QRectF:
        side = min(self.width(), self.height()) - 4
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)


def _segment(row: Mapping[str, float]) -> Segment:
    return Segment(tuple(int(row[ring]) for ring in RINGS), row["kept"])


def _in_words(sector: Sector, segment: Segment | None) -> str:
    title = sentence(tr(sector.value))
    if segment is None:
        return tr("{sector}: not in this scenario", sector=title)
    before, emergency, recovery = segment.parts
    parts = tr(
        "{sector}: {before} before, {emergency} in the emergency, {recovery} in recovery",
        sector=title,
        before=before,
        emergency=emergency,
        recovery=recovery,
    )
    if math.isnan(segment.kept):
        return parts
    return tr("{parts}; {kept} % of standards kept", parts=parts, kept=count(segment.kept))

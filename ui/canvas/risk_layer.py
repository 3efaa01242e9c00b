"""Protection risk on the map: a ring around each site and a plate that says how high it is, never by colour alone."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from reception_sim.protection import HIGH, SiteRisk
from reception_sim.translation import tr
from ui import wording
from ui.canvas.measures import Measures, fitting
from ui.theme import Theme

_AWAY: Final = 3.5  # px from the outline
_PAD: Final = 5.0
_DRAWING: Final = 12.0


class RiskLevel(StrEnum):
    """How high a risk is."""

    NONE = "no risk seen"
    SOME = "some risk"
    HIGH = "high risk"


@dataclass(frozen=True)
class _Ring:
    """How the ring of a level is drawn: told by its width and dashes, and by its colour."""

    colour: str
    width: float
    line: Qt.PenStyle


_RINGS: Final = {
    RiskLevel.NONE: _Ring("good", 1.4, Qt.PenStyle.SolidLine),
    RiskLevel.SOME: _Ring("warning", 2.4, Qt.PenStyle.DashLine),
    RiskLevel.HIGH: _Ring("bad", 4.0, Qt.PenStyle.SolidLine),
}


def level_of(risk: SiteRisk) -> RiskLevel:
    """Return how high the highest of a site's risks is."""
    if risk.worst >= HIGH:
        return RiskLevel.HIGH
    return RiskLevel.SOME if risk.worst > 0 else RiskLevel.NONE


def told_risk(risk: SiteRisk) -> str:
    """Say each risk at a site, and what makes it so."""
    shares = [
        tr("{risk} {share}", risk=tr(str(one)), share=wording.format_value(share, "%")) for one, share in risk.risks
    ]
    lines = [tr("Protection risk: {level}. {shares}.", level=tr(str(level_of(risk))), shares=", ".join(shares))]
    if risk.conditions:
        lines.append(tr("Because of: {conditions}.", conditions=", ".join(tr(one) for one in risk.conditions)))
    return "\n".join(lines)


def paint_risk(painter: QPainter, outline: QPainterPath, risk: SiteRisk, measures: Measures, theme: Theme) -> None:
    """Draw the ring and the plate of a site."""
    level = level_of(risk)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(level, theme))
    painter.drawPath(outline)
    _paint_plate(painter, level, risk, measures, theme)


def paint_key(painter: QPainter, at: QPointF, level: RiskLevel, theme: Theme) -> None:
    """Draw a short piece of a ring, for the key of the map."""
    painter.setPen(_pen(level, theme))
    painter.drawLine(at, at + QPointF(_DRAWING, 0))


def _pen(level: RiskLevel, theme: Theme) -> QPen:
    ring = _RINGS[level]
    return QPen(theme.colour(ring.colour), ring.width, ring.line, j=Qt.PenJoinStyle.RoundJoin)


def _paint_plate(painter: QPainter, level: RiskLevel, risk: SiteRisk, measures: Measures, theme: Theme) -> None:
    share = wording.format_value(risk.worst, "%")
    wordings = (tr("{level} {share}", level=tr(str(level)), share=share), share)
    words = fitting(wordings, measures.strong_font, measures.card.width() - 2 * _PAD)
    metrics = QFontMetricsF(measures.strong_font)
    plate = QRectF(0, 0, metrics.horizontalAdvance(words) + 2 * _PAD, metrics.height())
    plate.moveTopRight(QPointF(measures.card.right() + _AWAY, 0))
    painter.setPen(QPen(theme.colour(_RINGS[level].colour), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(plate, 3, 3)
    painter.setFont(measures.strong_font)
    painter.setPen(theme.colour("text"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)

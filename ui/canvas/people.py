"""People drawn one by one, in rows, as far as there is room; the number of the others in figures."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath

from reception_sim.translation import tr
from ui import wording
from ui.canvas.measures import PAD, PERSON_HEIGHT, PERSON_ROWS, PERSON_STEP, Measures, fitting
from ui.canvas.place_words import Crowd
from ui.theme import Theme

_LABEL_AT_MOST = 0.45  # of the width


@dataclass(frozen=True)
class Rows:
    """How a crowd is drawn: so many persons, so many a row, and the others in words."""

    shown: int
    a_row: int
    others: str


def rows_of(persons: int, a_row: int, cells: int) -> Rows:
    """Draw as many *persons* as fit; the words for the others take the place of the last *cells* persons."""
    room = PERSON_ROWS * a_row
    if persons <= room:
        return Rows(persons, a_row, "")
    shown = max(room - cells, 0)
    return Rows(shown, a_row, tr("+ {n}", n=wording.count(persons - shown)))


def paint_crowd(painter: QPainter, frame: QRectF, crowd: Crowd, measures: Measures, theme: Theme) -> None:
    """Draw a crowd: its number and what it waits for, then its people."""
    if not crowd.persons:
        return
    painter.fillRect(frame, theme.colour("background"))  # a line that leaves the card goes on behind them
    label = fitting((crowd.label,), measures.small_font, frame.width() * _LABEL_AT_MOST)
    left = frame.left() + _paint_label(painter, frame, wording.count(crowd.persons), label, (measures, theme)) + PAD
    metrics = QFontMetricsF(measures.small_font)
    a_row = max(int((frame.right() - left) / PERSON_STEP), 1)
    cells = ceil(metrics.horizontalAdvance(tr("+ {n}", n=wording.count(crowd.persons))) / PERSON_STEP)
    rows = rows_of(crowd.persons, a_row, cells)
    painter.save()
    painter.translate(left, frame.top())
    painter.fillPath(people_path(rows.shown, rows.a_row), theme.colour("person"))
    painter.restore()
    painter.setPen(theme.colour("muted"))
    painter.setFont(measures.small_font)
    last_row = QRectF(left, frame.top() + PERSON_HEIGHT, frame.right() - left, PERSON_HEIGHT)
    painter.drawText(last_row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, rows.others)


@lru_cache(maxsize=256)
def people_path(persons: int, a_row: int) -> QPainterPath:
    """Return *persons* in rows of *a_row*, from the upper left."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for number in range(persons):
        row, column = divmod(number, a_row)
        x, y = column * PERSON_STEP, row * PERSON_HEIGHT
        path.addEllipse(QPointF(x + 2.8, y + 2.2), 1.9, 1.9)
        path.addRoundedRect(QRectF(x + 0.4, y + 4.6, 4.8, 6.4), 2.2, 2.2)
    return path


def _paint_label(painter: QPainter, frame: QRectF, number: str, label: str, looks: tuple[Measures, Theme]) -> float:
    """Write the number above its label, and return the width of both."""
    measures, theme = looks
    upper = QRectF(frame.left(), frame.top() - 1, frame.width(), frame.height() / 2)
    painter.setFont(measures.number_font)
    painter.setPen(theme.colour("text"))
    painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number)
    painter.setFont(measures.small_font)
    painter.setPen(theme.colour("muted"))
    lower = upper.translated(0, frame.height() / 2)
    painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
    number_width = QFontMetricsF(measures.number_font).horizontalAdvance(number)
    return max(number_width, QFontMetricsF(measures.small_font).horizontalAdvance(label))

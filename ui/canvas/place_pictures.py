"""What is drawn on the card of a place: posts, a bar against the places there are, or a number."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen

from reception_sim.state import EntryState, ExitState, SiteState, StationState
from ui import wording
from ui.canvas.measures import PAD, PERSON_HEIGHT, PERSON_STEP, Measures
from ui.canvas.people import people_path
from ui.canvas.place_states import PlaceState, ReportedState
from ui.canvas.posts import paint_posts
from ui.theme import Theme

_BAR_HEIGHT = 10.0


def paint_picture(painter: QPainter, state: PlaceState, measures: Measures, theme: Theme) -> None:
    """Draw the picture of a place on its card."""
    match state:
        case EntryState():
            _paint_number(painter, state.arrived, measures, theme)
        case StationState() if measures.dense and state.queue_persons:
            _paint_waiting(painter, state.queue_persons, measures, theme)
        case StationState():
            paint_posts(painter, measures.picture, state, theme)
        case SiteState():
            _paint_bar(painter, measures.picture, state, theme)
        case ExitState():
            _paint_number(painter, state.persons, measures, theme)
        case ReportedState(persons=persons) if persons is not None:
            _paint_number(painter, persons, measures, theme)
        case ReportedState():
            pass


def _paint_number(painter: QPainter, persons: int, measures: Measures, theme: Theme) -> None:
    painter.setFont(measures.large_font)
    painter.setPen(theme.colour("text"))
    painter.drawText(measures.picture, Qt.AlignmentFlag.AlignCenter, wording.count(persons))


def _paint_waiting(painter: QPainter, persons: int, measures: Measures, theme: Theme) -> None:
    """Draw how many wait, with one of them beside the number."""
    frame, number = measures.picture, wording.count(persons)
    width = QFontMetricsF(measures.large_font).horizontalAdvance(number) + PERSON_STEP + PAD / 2
    painter.save()
    painter.translate(frame.center().x() - width / 2, frame.center().y() - PERSON_HEIGHT / 2)
    painter.fillPath(people_path(1, 1), theme.colour("person"))
    painter.restore()
    painter.setFont(measures.large_font)
    painter.setPen(theme.colour("text"))
    beside = frame.adjusted(0, 0, (width - frame.width()) / 2, 0)
    painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)


def _paint_bar(painter: QPainter, frame: QRectF, state: SiteState, theme: Theme) -> None:
    """Draw who is here against the places; beyond the wall of the places the bar is hatched."""
    bar = QRectF(frame.left(), frame.center().y() - _BAR_HEIGHT / 2, frame.width(), _BAR_HEIGHT)
    pixels = bar.width() / max(state.occupancy, state.capacity, 1)
    within = QRectF(bar.left(), bar.top(), min(state.occupancy, state.capacity) * pixels, bar.height())
    beyond = QRectF(within.right(), bar.top(), max(state.occupancy - state.capacity, 0) * pixels, bar.height())
    painter.fillRect(bar, theme.colour("sunken"))
    painter.fillRect(within, theme.colour("person"))
    painter.fillRect(beyond, QBrush(theme.colour("bad"), Qt.BrushStyle.BDiagPattern))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("bad" if state.occupancy > state.capacity else "outline"), 1))
    painter.drawRect(bar)
    painter.setPen(QPen(theme.colour("text"), 2.5))
    wall = bar.left() + state.capacity * pixels
    painter.drawLine(QLineF(wall, bar.top() - 3, wall, bar.bottom() + 3))

"""The posts of a station as small squares: each state has a shape of its own, so that colour is not needed."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reception_sim.state import StationState
from ui.theme import Theme

SIDE: Final = 8.0
STEP: Final = 10.0


class PostState(Enum):
    """What a post is doing: full square, crossed square, empty square, dot."""

    BUSY = "busy"
    HELD = "held"
    FREE = "free"
    UNSTAFFED = "unstaffed"


@dataclass(frozen=True)
class PostCounts:
    """How many posts are in each state; together they are all posts of the station, or more when it is overstaffed."""

    busy: int
    held: int
    free: int
    unstaffed: int

    @classmethod
    def of(cls, state: StationState) -> "PostCounts":
        held = min(state.held_teams, state.busy_teams)
        working = max(state.staffed_teams, state.busy_teams)
        free = working - state.busy_teams if state.open else 0
        unstaffed = max(state.posts - state.busy_teams - free, 0)
        return cls(state.busy_teams - held, held, free, unstaffed)

    @property
    def total(self) -> int:
        return self.busy + self.held + self.free + self.unstaffed

    def in_order(self) -> list[PostState]:
        """Return the state of each post, those at work first."""
        counts = (self.busy, self.held, self.free, self.unstaffed)
        return [state for state, count in zip(PostState, counts, strict=True) for _ in range(count)]

    def scaled_to(self, squares: int) -> "PostCounts":
        """Return the same shares of fewer squares; who is there at all keeps at least one."""
        if self.total <= squares:
            return self
        counts = (self.busy, self.held, self.free)
        busy, held, free = (round(count * squares / self.total) or min(count, 1) for count in counts)
        return PostCounts(busy, held, free, max(squares - busy - held - free, min(self.unstaffed, 1)))


def paint_posts(painter: QPainter, frame: QRectF, state: StationState, theme: Theme) -> None:
    """Draw the posts in rows; where there are more than fit, a square stands for several."""
    a_row = max(int((frame.width() + STEP - SIDE) / STEP), 1)
    rows = max(int((frame.height() + STEP - SIDE) / STEP), 1)
    posts = PostCounts.of(state).scaled_to(a_row * rows).in_order()
    used = max(-(-len(posts) // a_row), 1)
    a_row = -(-len(posts) // used)
    across = min(len(posts), a_row) * STEP - (STEP - SIDE)
    corner = QPointF(frame.center().x() - across / 2, frame.center().y() - (used * STEP - (STEP - SIDE)) / 2)
    for number, post in enumerate(posts):
        row, column = divmod(number, a_row)
        square = QRectF(corner.x() + column * STEP, corner.y() + row * STEP, SIDE, SIDE)
        paint_post(painter, square, post, theme)


def paint_post(painter: QPainter, square: QRectF, post: PostState, theme: Theme) -> None:
    """Draw one post."""
    match post:
        case PostState.BUSY:
            painter.fillRect(square, theme.colour("person"))
        case PostState.HELD:
            painter.fillRect(square, theme.colour("warning"))
            painter.setPen(QPen(theme.colour("surface"), 1.4))
            painter.drawLines(
                [QLineF(square.topLeft(), square.bottomRight()), QLineF(square.topRight(), square.bottomLeft())]
            )
        case PostState.FREE:
            painter.setPen(QPen(theme.colour("person"), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(square.adjusted(0.6, 0.6, -0.6, -0.6))
        case PostState.UNSTAFFED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("outline"))
            painter.drawEllipse(square.center(), 1.3, 1.3)

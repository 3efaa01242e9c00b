"""The exercise on one line: injects, decisions, bookmarks, standards missed; a click or a key goes to a moment."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QMenu, QToolTip, QWidget
from typing_extensions import override

from reception_sim.scenario.calendar import Calendar
from reception_sim.translation import tr
from ui import wording
from ui.plain_text import tip
from ui.theme import Theme, current_theme

_HEIGHT: Final = 76
_EDGE: Final = 14.0
_NEAR_PX: Final = 7.0
_TEXT_ROW: Final = 18.0


class MarkKind(StrEnum):
    """What stands on the line."""

    INJECT = "inject"
    DECISION = "decision"
    BOOKMARK = "bookmark"
    BREACH = "standard missed"
    NOTE = "note"


# Each kind in a row and a shape of its own, so that no colour is needed to tell them apart.
_ROWS: Final = {
    MarkKind.INJECT: 0,
    MarkKind.DECISION: 1,
    MarkKind.BREACH: 2,
    MarkKind.BOOKMARK: 0,
    MarkKind.NOTE: 2,
}
_COLOURS: Final = {
    MarkKind.INJECT: "accent",
    MarkKind.DECISION: "good",
    MarkKind.BREACH: "bad",
    MarkKind.BOOKMARK: "warning",
    MarkKind.NOTE: "muted",
}


@dataclass(frozen=True)
class Mark:
    """Something at a moment (s), and what it says."""

    time: float
    kind: MarkKind
    text: str


class Timeline(QWidget):
    """Shows where the exercise stands, how far it had come, and what happened when."""

    moment_asked = Signal(float)  # s
    courses_asked = Signal()  # to see courses of the exercise side by side

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar: Calendar | None = None
        self._duration = 1.0
        self._now = self._reached = 0.0
        self._limits: tuple[float, float] = (0.0, 1.0)
        self._marks: list[Mark] = []
        self._remark = ""
        self._theme: Theme | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(_HEIGHT)
        self.setAccessibleName(tr("Timeline of the exercise"))
        self.show_remark("")

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(self._marks)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_frame(self, calendar: Calendar, duration: float, startex: float, endex: float) -> None:
        """Get ready for a scenario of *duration* (s) in which play goes from *startex* to *endex*."""
        self._calendar, self._duration, self._limits = calendar, duration, (startex, endex)
        self._marks = []
        self.show_time(0.0, 0.0)

    def show_time(self, now: float, reached: float) -> None:
        """Show where the exercise stands (s), and how far it had come before somebody went back."""
        self._now, self._reached = now, max(now, reached)
        self.update()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.time)
        self.update()

    def show_remark(self, remark: str) -> None:
        """Have something told of the line as a whole: on hover where no mark is, and to assistive technology."""
        self._remark = remark
        keys = tr("Left and Right go from mark to mark, Home to STARTEX, End to where it had come.")
        self.setAccessibleDescription(f"{keys} {remark}".strip())

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, _HEIGHT)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.moment_asked.emit(self._asked(event.position().x()))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        moment = self._asked(event.pos().x())
        menu.addAction(tr("&Go to this moment"), lambda: self.moment_asked.emit(moment))
        menu.addAction(tr("&Courses side by side"), self.courses_asked.emit)
        menu.popup(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        moments = sorted({mark.time for mark in self._marks if mark.time <= self._reached})
        match event.key():
            case Qt.Key.Key_Left:
                row = bisect_left(moments, self._now) - 1
                self.moment_asked.emit(moments[row] if row >= 0 else 0.0)
            case Qt.Key.Key_Right:
                row = bisect_right(moments, self._now)
                self.moment_asked.emit(moments[row] if row < len(moments) else self._reached)
            case Qt.Key.Key_Home:
                self.moment_asked.emit(min(self._limits[0], self._reached))
            case Qt.Key.Key_End:
                self.moment_asked.emit(self._reached)
            case _:
                super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self.told_at(event.pos().x())), self)
            return True
        return super().event(event)

    def told_at(self, x: float) -> str:
        """Return what is told of a place on the line: the marks near it, else its moment."""
        near = [mark for mark in self._marks if abs(self._x(mark.time) - x) <= _NEAR_PX]
        if near:
            return "\n".join(f"{self._moment(mark.time)}  {mark.text}" for mark in near)
        return f"{self._moment(self._time(x))}\n{self._remark}".strip()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme or current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter, theme)
        for mark in self._marks:
            self._paint_mark(painter, mark, theme)
        self._paint_now(painter, theme)
        painter.end()

    def _paint_line(self, painter: QPainter, theme: Theme) -> None:
        middle = self._row_y(1)
        for until, colour, width in (
            (self._duration, "line", 6.0),
            (self._reached, "outline", 6.0),
            (self._now, "accent", 6.0),
        ):
            pen = QPen(theme.colour(colour), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(self._x(0.0), middle), QPointF(self._x(until), middle))
        painter.setPen(theme.colour("muted"))
        for time, word in zip(self._limits, (tr("STARTEX"), tr("ENDEX")), strict=True):
            painter.drawLine(QPointF(self._x(time), self._row_y(0) - 8), QPointF(self._x(time), self._row_y(2) + 8))
            painter.drawText(self._text_box(time, word), Qt.AlignmentFlag.AlignCenter, word)

    def _paint_mark(self, painter: QPainter, mark: Mark, theme: Theme) -> None:
        x, y = self._x(mark.time), self._row_y(_ROWS[mark.kind])
        colour = theme.colour(_COLOURS[mark.kind])
        painter.setPen(QPen(theme.colour("surface"), 1.0))
        painter.setBrush(colour)
        match mark.kind:
            case MarkKind.INJECT:
                painter.drawPolygon(QPolygonF([QPointF(x - 5, y - 5), QPointF(x + 5, y - 5), QPointF(x, y + 5)]))
            case MarkKind.DECISION:
                painter.drawEllipse(QPointF(x, y), 5.0, 5.0)
            case MarkKind.BREACH:
                painter.drawPolygon(QPolygonF([QPointF(x - 5, y + 5), QPointF(x + 5, y + 5), QPointF(x, y - 5)]))
            case MarkKind.BOOKMARK:
                painter.drawRect(QRectF(x - 2, y - 7, 4, 12))
            case MarkKind.NOTE:
                painter.drawRect(QRectF(x - 4, y - 4, 8, 8))

    def _paint_now(self, painter: QPainter, theme: Theme) -> None:
        x = self._x(self._now)
        painter.setPen(QPen(theme.colour("text"), 2.0))
        painter.drawLine(QPointF(x, self._row_y(0) - 8), QPointF(x, self._row_y(2) + 8))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1.0, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _text_box(self, time: float, word: str) -> QRectF:
        width = self.fontMetrics().horizontalAdvance(word) + 4.0
        left = min(max(self._x(time) - width / 2, 0.0), self.width() - width)
        return QRectF(left, self.height() - _TEXT_ROW, width, _TEXT_ROW)

    def _row_y(self, row: int) -> float:
        return 14.0 + row * (self.height() - _TEXT_ROW - 28.0) / 2

    def _x(self, time: float) -> float:
        return _EDGE + (self.width() - 2 * _EDGE) * min(time / self._duration, 1.0)

    def _time(self, x: float) -> float:
        share = (x - _EDGE) / max(1.0, self.width() - 2 * _EDGE)
        return min(1.0, max(0.0, share)) * self._duration

    def _asked(self, x: float) -> float:
        """Return the moment of the nearest mark, or of the place itself; never beyond what was reached."""
        near = min(self._marks, key=lambda mark: abs(self._x(mark.time) - x), default=None)
        is_near = near is not None and abs(self._x(near.time) - x) <= _NEAR_PX
        return min(near.time if near is not None and is_near else self._time(x), self._reached)

    def _moment(self, time: float) -> str:
        return wording.short_moment(self._calendar, time) if self._calendar else ""

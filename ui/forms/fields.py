"""Fields that behave: the wheel changes only one that has the focus, and lengths of time are read as people write."""

import re
from datetime import date
from typing import Final

from PySide6.QtCore import QDateTime, QEvent, QSize, Qt, QTimeZone
from PySide6.QtGui import QFocusEvent, QHelpEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import MINUTE, parse_duration
from ui import wording
from ui.plain_text import tip

_LIST_MARGIN: Final = 12
_DRAWN_WITHIN: Final = 4  # px of the field's text area that the style keeps free
_CHOICES_AT_ONCE: Final = 16
_CLOCKLIKE: Final = re.compile(r"\s*(\d{1,3}):(\d{2})\s*")


class LineField(QLineEdit):
    """One line of text: what is longer than the field is seen from its beginning, and whole as its tooltip."""

    @override
    def setText(self, arg__1: str | None) -> None:
        super().setText(arg__1)
        self.setCursorPosition(0)

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        self.setCursorPosition(0)

    @override
    def event(self, arg__1: QEvent) -> bool:
        if isinstance(arg__1, QHelpEvent) and self._is_cut():
            QToolTip.showText(arg__1.globalPos(), tip(self.text()), self)
            return True
        return super().event(arg__1)

    def _is_cut(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width() - _LIST_MARGIN


class NumberField(QSpinBox):
    """A whole number."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setGroupSeparatorShown(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._followed = self.value()

    def follow(self, number: int) -> None:
        """Show *number*, unless the user has put in another one and has not asked for it yet."""
        if self.value() == self._followed and not self.hasFocus():
            self.setValue(number)
        self._followed = number

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class DecimalField(QDoubleSpinBox):
    """A number with two decimals."""

    def __init__(self, least: float, most: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(2)
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class MinutesField(DecimalField):
    """A length of time in minutes, to the second and never nothing; one that nobody touches stays as it was."""

    def __init__(self, most_min: int, parent: QWidget | None = None) -> None:
        super().__init__(0.01, most_min, parent)
        self._shown = MINUTE

    @property
    def seconds(self) -> float:
        unchanged = abs(self._shown / MINUTE - self.value()) <= 10 ** -self.decimals() / 2
        return self._shown if unchanged else self.value() * MINUTE

    def show_length(self, seconds: float) -> None:
        self._shown = seconds
        self.setValue(seconds / MINUTE)

    @override
    def textFromValue(self, val: float) -> str:
        return self.locale().toString(val, "g", 6)


class FactorField(DecimalField):
    """A factor, such as 1.5 times the plan."""

    def __init__(self, most: float, parent: QWidget | None = None) -> None:
        super().__init__(0.0, most, parent)
        self.setSingleStep(0.25)
        self.setPrefix("\N{MULTIPLICATION SIGN} ")


class DurationField(NumberField):
    """A length of time in whole minutes; "90 min", "1 h 30 min", "1:30" and "2 days" are all understood."""

    def __init__(self, least_min: int, most_min: int, parent: QWidget | None = None) -> None:
        super().__init__(least_min, most_min, parent)
        self.setSingleStep(30)

    @property
    def seconds(self) -> float:
        return self.value() * MINUTE

    @override
    def textFromValue(self, val: int) -> str:
        return wording.duration(val * MINUTE)

    @override
    def valueFromText(self, text: str) -> int:
        minutes = minutes_in(text)
        return self.value() if minutes is None else minutes

    @override
    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:
        minutes = minutes_in(input)
        fits = minutes is not None and self.minimum() <= minutes <= self.maximum()
        return (QValidator.State.Acceptable if fits else QValidator.State.Intermediate, input, pos)


class ChoiceField(QComboBox):
    """One of a few choices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(_CHOICES_AT_ONCE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Say with dots that a choice is longer than the field; the list that opens has all of it."""
        super().initStyleOption(option)
        style, part = self.style(), QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        dots = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, dots, room - _DRAWN_WITHIN)

    @override
    def sizeHint(self) -> QSize:
        """Leave room for the longest choice as it is drawn: with less it would end in dots."""
        wanted = super().sizeHint()
        return QSize(wanted.width() + _DRAWN_WITHIN, wanted.height())

    @override
    def showPopup(self) -> None:
        """Open a list as wide as its longest choice."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 2 * _LIST_MARGIN)
        super().showPopup()

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            e.ignore()


class MomentField(QDateTimeEdit):
    """A local date and time within a scenario."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar: Calendar | None = None
        self.setTimeZone(QTimeZone.utc())  # shows the scenario's local time, whatever the computer's zone does
        self.setDisplayFormat("ddd d MMM HH:mm")
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def bound(self, calendar: Calendar, last: float) -> None:
        """Allow moments from the start of *calendar* to *last* seconds after it."""
        self._calendar = calendar
        self.setDateTimeRange(self._shown(0.0), self._shown(last))

    def show_moment(self, seconds: float) -> None:
        if self._calendar is not None:
            self.setDateTime(self._shown(seconds))

    @property
    def seconds(self) -> float:
        """Return the chosen moment, in seconds since the scenario's start."""
        assert self._calendar is not None  # asked only once a scenario is open
        day, clock = self.date(), self.time()
        shown = date(day.year(), day.month(), day.day())
        return self._calendar.seconds_on(shown, clock.msecsSinceStartOfDay() / 1000)

    def _shown(self, seconds: float) -> QDateTime:
        assert self._calendar is not None  # as above
        moment = self._calendar.local(seconds)
        return QDateTime.fromString(f"{moment:%Y-%m-%dT%H:%M:%S}Z", Qt.DateFormat.ISODate)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def minutes_in(text: str) -> int | None:
    """Return the whole minutes in a length of time as people write it; None if it is not one. A number is minutes."""
    clocklike = _CLOCKLIKE.fullmatch(text)
    if clocklike:
        return int(clocklike[1]) * 60 + int(clocklike[2])
    if text.strip().isdigit():
        return int(text)
    try:
        return round(parse_duration(text) / MINUTE)
    except ValueError:
        return None

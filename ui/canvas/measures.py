"""How large things on the map are: all of it follows from the size of the text, and texts are measured."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from ui.canvas.layout import Room

TITLE_LINES: Final = 2
PAD: Final = 8.0
PERSON_ROWS: Final = 2
PERSON_STEP: Final = 7.0
PERSON_HEIGHT: Final = 12.0
LETTERS_A_LINE: Final = (21, 18, 15)  # on the widest card, and on narrower ones
_SMALL: Final = 0.86
_LARGE: Final = 1.3
_GAPS: Final = (44.0, 22.0)  # between columns and between rows
_DENSE_GAPS: Final = (26.0, 10.0)


@dataclass(frozen=True)
class Measures:
    """Sizes in pixels at the scale of 100 %, for texts in *font*.

    *dense* is for maps with so many places that their text would be too small to read: cards nearer to each other, for
    fewer *letters* a line, with those who wait as a number instead of a row of people.
    """

    font: QFont
    dense: bool = False
    letters: int = LETTERS_A_LINE[0]

    @cached_property
    def title_font(self) -> QFont:
        return _varied(self.font, 1.0, QFont.Weight.DemiBold)

    @cached_property
    def small_font(self) -> QFont:
        return _varied(self.font, _SMALL, QFont.Weight.Normal)

    @cached_property
    def strong_font(self) -> QFont:
        return _varied(self.font, _SMALL, QFont.Weight.Bold)

    @cached_property
    def number_font(self) -> QFont:
        return _varied(self.font, 1.0, QFont.Weight.Bold)

    @cached_property
    def large_font(self) -> QFont:
        return _varied(self.font, _LARGE, QFont.Weight.DemiBold)

    @cached_property
    def line(self) -> float:
        """Return the height of a line of a title."""
        return QFontMetricsF(self.title_font).height()

    @cached_property
    def small_line(self) -> float:
        return QFontMetricsF(self.small_font).height()

    @cached_property
    def width(self) -> float:
        return QFontMetricsF(self.font).averageCharWidth() * self.letters + 2 * PAD

    @cached_property
    def roof(self) -> float:
        """Return how far a site's roof stands above its walls."""
        return round(self.line * 0.7)

    @cached_property
    def picture_height(self) -> float:
        """Return the height of what is drawn between the title and the line of figures."""
        return round(self.line * 1.3)

    @cached_property
    def card(self) -> QRectF:
        """Return where the card stands within its place."""
        height = TITLE_LINES * self.line + self.picture_height + self.small_line + 2 * PAD
        return QRectF(0, self.roof, self.width, height)

    @cached_property
    def title(self) -> QRectF:
        card = self.card
        return QRectF(card.left() + PAD, card.top() + PAD * 0.6, card.width() - 2 * PAD, TITLE_LINES * self.line)

    @cached_property
    def picture(self) -> QRectF:
        top = self.title.bottom() + PAD * 0.4
        return QRectF(self.title.left(), top, self.title.width(), self.picture_height)

    @cached_property
    def figures(self) -> QRectF:
        return QRectF(self.title.left(), self.picture.bottom(), self.title.width(), self.small_line)

    @cached_property
    def crowd(self) -> QRectF:
        """Return where those who wait stand: below the card; dense places have no room for them."""
        if self.dense:
            return QRectF(0, self.card.bottom(), self.width, 0)
        height = max(PERSON_ROWS * PERSON_HEIGHT, 2 * self.small_line)
        return QRectF(0, self.card.bottom() + PAD * 0.5, self.width, height)

    @cached_property
    def place(self) -> QRectF:
        """Return all that belongs to a place."""
        return QRectF(0, 0, self.width, self.crowd.bottom())

    @cached_property
    def room(self) -> Room:
        size = (self.place.width(), self.place.height())
        gaps = _DENSE_GAPS if self.dense else _GAPS
        return Room(place=size, apart=(size[0] + gaps[0], size[1] + gaps[1]))


def wrapped(text: str, font: QFont, width: float, lines: int) -> tuple[str, ...]:
    """Return *text* in at most so many *lines*; what does not fit ends in an ellipsis."""
    metrics = QFontMetricsF(font)
    told: list[str] = []
    rest = text.split()
    while rest and len(told) < lines - 1:
        fitting = 1
        while fitting < len(rest) and metrics.horizontalAdvance(" ".join(rest[: fitting + 1])) <= width:
            fitting += 1
        told.append(metrics.elidedText(" ".join(rest[:fitting]), Qt.TextElideMode.ElideRight, width))
        rest = rest[fitting:]
    if rest:
        told.append(metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width))
    return tuple(told)


def fitting(wordings: tuple[str, ...], font: QFont, width: float) -> str:
    """Return the first of *wordings*, from the fullest to the shortest, that fits; the last may end in an ellipsis."""
    metrics = QFontMetricsF(font)
    for words in wordings:
        if metrics.horizontalAdvance(words) <= width:
            return words
    return metrics.elidedText(wordings[-1], Qt.TextElideMode.ElideRight, width)


def _varied(font: QFont, size: float, weight: QFont.Weight) -> QFont:
    varied = QFont(font)
    varied.setPointSizeF(font.pointSizeF() * size)
    varied.setWeight(weight)
    return varied

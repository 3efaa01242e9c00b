"""What a report consists of, wherever it is shown: sections of paragraphs, lists, tables and pictures."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

_BEFORE_UNIT: Final = re.compile(r"(?<=\d) (?=(?:%|m²|h|min|s|l|days?)(?!\w))|(?<=\d h) (?=\d+ min)")


class Tone(StrEnum):
    """What a table's cell says beside its text, shown by a mark and a colour."""

    PLAIN = "plain"
    GOOD = "good"
    BAD = "bad"
    QUIET = "quiet"


@dataclass(frozen=True)
class Cell:
    """The text of one cell of a table."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Column:
    """A column's heading; the cells of a *number* column stand to the right."""

    title: str
    number: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of plain text."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table; the first cell of each row is the row's heading. *note* stands below."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture in SVG; *description* says the same to those who cannot see it."""

    title: str
    svg: str
    description: str
    note: str = ""


@dataclass(frozen=True)
class Gallery:
    """Small pictures, two in a row; *note* stands below them all."""

    pictures: tuple[Picture, ...]
    note: str = ""


@dataclass(frozen=True)
class Link:
    """A published source: its title, what it supports, and its address ("" if it has none)."""

    title: str
    covers: str
    address: str


@dataclass(frozen=True)
class Links:
    """A list of sources."""

    items: tuple[Link, ...]


Block: TypeAlias = Paragraph | Bullets | Table | Picture | Gallery | Links


@dataclass(frozen=True)
class Section:
    """A part of the report with a heading of its own; one that *starts_page* is printed apart from the part before."""

    title: str
    blocks: tuple[Block, ...]
    starts_page: bool = False


@dataclass(frozen=True)
class Document:
    """A whole report. *language* is its ISO 639 code; *facts* are told in two columns below the title."""

    title: str
    subtitle: str
    language: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


def unbroken(text: str) -> str:
    """Keep a number and its unit on one line."""
    return _BEFORE_UNIT.sub("\N{NO-BREAK SPACE}", text)


def row(heading: str, *texts: str | Cell) -> tuple[Cell, ...]:
    """Return a table's row of plain texts or cells."""
    return (Cell(heading), *(text if isinstance(text, Cell) else Cell(text) for text in texts))


def columns(*titles: str, words: int = 1) -> tuple[Column, ...]:
    """Return columns of which the first *words* hold words, the others numbers."""
    return tuple(Column(title, number=place >= words) for place, title in enumerate(titles))

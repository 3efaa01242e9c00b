"""Any table that a person gave, as rows of cells. Nothing in it is evaluated or followed: a formula stays a formula."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, TypeAlias

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 200


class GridError(Exception):
    """A file that is no table, in words for the user."""


@dataclass(frozen=True)
class Formula:
    """A formula as it stands in a cell; it is never evaluated."""

    text: str


CellValue: TypeAlias = str | int | float | bool | datetime | date | time | timedelta | Formula | None


def text_of(value: CellValue) -> str:
    """Return what stands in a cell, to show it; nothing for an empty one."""
    if isinstance(value, Formula):
        return value.text
    return "" if value is None else str(value)


@dataclass(frozen=True)
class GridRow:
    """One row, with its number in the file, counted from 1."""

    line: int
    cells: tuple[CellValue, ...]


@dataclass(frozen=True)
class Grid:
    """One sheet: its name ("" for CSV) and its rows that hold anything."""

    name: str
    rows: tuple[GridRow, ...]

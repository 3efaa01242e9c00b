"""A file of counts: how many persons came on each date, or from each moment to the next one."""

import contextlib
import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeAlias

from reception_sim.scenario.text_files import read_text
from reception_sim.translation import tr

CountRow: TypeAlias = tuple[date, int]  # the date of a day, or a datetime

_MOMENT_WORDS: Final = ("date", "datetime", "day", "time", "moment")
_PERSONS_WORDS: Final = ("persons", "people", "count", "arrivals", "individuals", "daily")
_MOMENT_TAGS: Final = ("#date",)
_PERSONS_TAGS: Final = ("#affected", "#population", "#inneed", "#reached")
_WHOLE: Final = re.compile(r"\d{1,8}")
_MOST_FAULTS: Final = 20


class CountsError(ValueError):
    """A file of counts that cannot be used; each argument says what is wrong with one row."""


@dataclass(frozen=True)
class _Columns:
    moment: int
    persons: int
    first_row: int


def read_counts(path: Path) -> tuple[CountRow, ...]:
    """Return (date or local datetime, persons) of each row, in the order of time.

    The columns are named by the first row, or by a row of HXL tags (#date, #affected). CountsError tells
    every row that is wrong; `FileError` that the file cannot be read.
    """
    rows = _rows(read_text(path))
    columns = _columns(rows)
    faults: list[str] = []
    counts: list[CountRow] = []
    for number, row in enumerate(rows[columns.first_row :], start=columns.first_row + 1):
        if not any(cell.strip() for cell in row):
            continue
        try:
            counts.append(_read_row(row, columns))
        except ValueError as error:
            faults.append(tr("row {number}: {fault}", number=number, fault=error))
    faults.extend(_faults_of_order(counts))
    if faults or not counts:
        raise CountsError(*(faults[:_MOST_FAULTS] or [tr("there is no row with a count")]))
    return tuple(counts)


def _rows(text: str) -> list[list[str]]:
    first_line = text.partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise CountsError(tr("this is not a table of comma-separated values")) from error


def _columns(rows: Sequence[Sequence[str]]) -> _Columns:
    tagged = next((number for number, row in enumerate(rows) if _is_tags(row)), None)
    if tagged is not None:
        return _named(rows[tagged], _MOMENT_TAGS, _PERSONS_TAGS, tagged + 1)
    return _named(rows[0] if rows else (), _MOMENT_WORDS, _PERSONS_WORDS, 1)


def _is_tags(row: Sequence[str]) -> bool:
    return bool(row) and row[0].strip().startswith("#")


def _named(header: Sequence[str], moments: Sequence[str], persons: Sequence[str], first_row: int) -> _Columns:
    names = [cell.strip().lower() for cell in header]
    moment = _column(names, moments, tr("a column of dates"))
    count = _column(names, persons, tr("a column of counts"))
    return _Columns(moment, count, first_row)


def _column(names: Sequence[str], known: Sequence[str], what: str) -> int:
    """Return the column called by the first known name; of HXL tags, one without attributes comes first."""
    for name in known:
        plain = [column for column, found in enumerate(names) if found == name]
        with_attributes = [column for column, found in enumerate(names) if found.startswith(f"{name}+")]
        columns = plain or with_attributes
        if len(columns) > 1:
            raise CountsError(
                tr("{what} must be one; {count} are called {name}", what=what, count=len(columns), name=name)
            )
        if columns:
            return columns[0]
    raise CountsError(
        tr(
            "{what} is missing: the first row must name one {known}; found {names}",
            what=what,
            known=tr(" or ").join(known),
            names=", ".join(filter(None, names)) or tr("nothing"),
        )
    )


def _read_row(row: Sequence[str], columns: _Columns) -> CountRow:
    if len(row) <= max(columns.moment, columns.persons):
        raise ValueError(tr("too few columns"))
    persons = row[columns.persons].strip()
    if not _WHOLE.fullmatch(persons):
        raise ValueError(tr('expected a whole number of persons; found "{found}"', found=persons))
    return _read_moment(row[columns.moment].strip()), int(persons)


def _read_moment(text: str) -> date:
    with contextlib.suppress(ValueError):
        return date.fromisoformat(text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(
            tr(
                'expected a date such as 2023-09-11 or a local time such as 2023-09-11 06:00; found "{it}"',
                it=text,
            )
        ) from error
    if moment.tzinfo is not None:
        raise ValueError(tr('expected a local time without an offset or Z; found "{it}"', it=text))
    return moment


def _faults_of_order(counts: Sequence[CountRow]) -> Iterator[str]:
    timed = [isinstance(moment, datetime) for moment, _ in counts]
    if any(timed) and not all(timed):
        yield tr("some rows have a time of day and others have not")
        return
    if timed == [True]:
        yield tr("rows with a time of day must be two at least: each lasts until the next one")
    for (earlier, _), (later, _) in pairwise(counts):
        if later <= earlier:
            yield tr(
                "{later} stands after {earlier}: rows must be in the order of time, each once",
                later=later,
                earlier=earlier,
            )

"""A master scenario events list from a sheet: each row that can be taken, and of each other one why not."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from typing_extensions import override

from reception_sim.exercise_plan import (
    AfterInject,
    AtTime,
    Cell,
    Exercise,
    ExpectedAction,
    InjectKind,
    MselInject,
    Objective,
    OnCondition,
    OnHand,
    When,
    problems_in_inject,
)
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.scenario.problems import nearest
from reception_sim.scenario.sector_names import Sector
from reception_sim.spreadsheets.grid import CellValue, Formula, Grid, GridRow, text_of
from reception_sim.spreadsheets.moments_in_cells import moment_in, seconds_in
from reception_sim.spreadsheets.msel_columns import ColumnMapping, MselColumn, plain, suggested_mapping, title_of
from reception_sim.translation import tr

T = TypeVar("T")

_NAMES: Final = re.compile(r"[,;\n]+")
_ACTION: Final = re.compile(r"(\w+)\s*(\{.*\})?\s*;?")
_LONGEST_FOUND: Final = 60
_WAYS: Final = ("at a time", "after another", "on a condition", "on hand")
_KINDS: Final = {
    "expected action event": InjectKind.EXPECTED_ACTION,
    "key event": InjectKind.EXPECTED_ACTION,
    "contextual event": InjectKind.CONTEXTUAL,
    "contextual inject": InjectKind.CONTEXTUAL,
    "contingent": InjectKind.CONTINGENCY,
    "contingency inject": InjectKind.CONTINGENCY,
    "contextuel": InjectKind.CONTEXTUAL,
    "action attendue": InjectKind.EXPECTED_ACTION,
} | {kind.value: kind for kind in InjectKind}


@dataclass(frozen=True)
class RefusedRow:
    """A row that could not be taken: its line in the file, in which column what was found, and what would be right."""

    line: int
    column: str
    found: str
    expected: str

    @override
    def __str__(self) -> str:
        where = tr("line {line}", line=self.line) + (f", {self.column}" if self.column else "")
        found = tr(" (found: {found})", found=self.found) if self.found else ""
        return tr("{where}: {expected}{found}.", where=where, expected=self.expected, found=found)


@dataclass(frozen=True)
class TakenList:
    """The exercise with the injects of a sheet, the numbers that were taken, and the rows that could not be.

    Cells and objectives that the sheet names and the exercise lacks are in it now, and told in *added*.
    """

    exercise: Exercise
    numbers: tuple[int, ...]
    refused: tuple[RefusedRow, ...]
    added: tuple[str, ...]


class _WrongCellError(ValueError):
    """A cell that does not say what its column asks for."""

    def __init__(self, column: MselColumn, found: CellValue, expected: str) -> None:
        super().__init__(expected)
        self.column, self.found, self.expected = column, found, expected


def take_msel(
    exercise: Exercise, scenario: ScenarioPlan, grid: Grid, mapping: ColumnMapping | None = None, heading: int = 0
) -> TakenList:
    """Return *exercise* with the injects of a sheet, whose headings stand in line *heading*.

    Without a *mapping* of columns to places (from 0), both are found by the headings. An inject whose number the
    exercise has already takes its place; others come at the end.
    """
    if mapping is None:
        heading, mapping = suggested_mapping(grid)
    reader = _Reader(exercise, scenario, mapping)
    if MselColumn.TITLE not in mapping and MselColumn.TEXT not in mapping:
        wanted = f"{title_of(MselColumn.NUMBER)}, {title_of(MselColumn.TITLE)}, {title_of(MselColumn.TIME)}"
        refused = RefusedRow(heading or 1, "", "", tr("a row of headings, such as {wanted}", wanted=wanted))
        return TakenList(exercise, (), (refused,), ())
    for row in grid.rows:
        if row.line > heading:
            reader.read(row)
    return reader.taken()


@dataclass
class _Reader:
    """Reads row after row, and keeps what was taken and what was not."""

    exercise: Exercise
    scenario: ScenarioPlan
    mapping: ColumnMapping
    refused: list[RefusedRow] = field(default_factory=list)
    rows: dict[int, tuple[int, MselInject]] = field(default_factory=dict)
    added: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._calendar = Calendar.of(self.scenario)

    def read(self, row: GridRow) -> None:
        cells = {column: _cell(row, place) for column, place in self.mapping.items()}
        if all(value is None for value in cells.values()):
            return
        try:
            inject = self._inject(cells)
        except _WrongCellError as wrong:
            self._refuse(row.line, wrong.column, wrong.found, wrong.expected)
            return
        if inject.number in self.rows:
            first = self.rows[inject.number][0]
            expected = tr("each number once: line {first} has it already", first=first)
            self._refuse(row.line, MselColumn.NUMBER, inject.number, expected)
            return
        self.rows[inject.number] = (row.line, inject)

    def taken(self) -> TakenList:
        """Return the exercise with every inject that fits into it and its scenario."""
        exercise = _merged(self.exercise, [inject for _, inject in self.rows.values()])
        for line, inject in self.rows.values():
            wrong = next(problems_in_inject(inject, exercise, self.scenario), None)
            if wrong is not None:
                self._refuse(line, _COLUMN_OF.get(wrong[0], MselColumn.NUMBER), None, wrong[1])
        refused = {row.line for row in self.refused}
        kept = [inject for line, inject in self.rows.values() if line not in refused]
        return TakenList(
            _merged(self.exercise, kept),
            tuple(inject.number for inject in kept),
            tuple(sorted(self.refused, key=lambda row: row.line)),
            tuple(self.added.values()),
        )

    def _refuse(self, line: int, column: MselColumn, found: CellValue, expected: str) -> None:
        self.refused.append(RefusedRow(line, title_of(column), text_of(found)[:_LONGEST_FOUND], expected))

    def _inject(self, cells: dict[MselColumn, CellValue]) -> MselInject:
        for column, value in cells.items():
            if isinstance(value, Formula):
                raise _WrongCellError(column, value, tr("a value: formulas are not evaluated, paste what it comes to"))
        number = _read(cells, MselColumn.NUMBER, _whole)
        text, title = _text(cells, MselColumn.TEXT), _text(cells, MselColumn.TITLE)
        if number is None:
            raise _WrongCellError(MselColumn.NUMBER, None, tr("a number: without one a row is no inject"))
        expected = _expected(cells)
        fields: dict[str, Any] = {
            "number": number,
            "title": title or text.strip()[:80] or tr("Inject {number}", number=number),
            "kind": _kind(cells, expected),
            "when": self._when(cells),
            "expected": expected,
            "text": text,
            "recipients": tuple(self._names(cells, MselColumn.RECIPIENTS)),
            "objective": next(self._names(cells, MselColumn.OBJECTIVE), None),
            "sector": _read(cells, MselColumn.SECTOR, _sector),
            "place": self._place(cells),
            "actions": tuple(_actions(cells)),
            "attachments": tuple(filter(None, _text(cells, MselColumn.ATTACHMENTS).split("\n"))),
        }
        for name, column in _PLAIN_TEXTS.items():
            fields[name] = _text(cells, column)
        return _built(MselInject, fields)

    def _when(self, cells: dict[MselColumn, CellValue]) -> When:
        way = plain(cells.get(MselColumn.COMES)) or self._way(cells)
        match way:
            case "at a time":
                return AtTime(at=self._time(cells))
            case "after another":
                after = _read(cells, MselColumn.AFTER, _whole)
                if after is None:
                    raise _WrongCellError(MselColumn.AFTER, None, tr("the number of the inject that it comes after"))
                return AfterInject(number=after, delay=_read(cells, MselColumn.DELAY, seconds_in) or 0.0)
            case "on a condition":
                return OnCondition(
                    condition=_text(cells, MselColumn.CONDITION),
                    lasting=_read(cells, MselColumn.LASTING, seconds_in) or 0.0,
                    since=_read(cells, MselColumn.SINCE, seconds_in) or 0.0,
                    by=_read(cells, MselColumn.JUDGED, seconds_in),
                )
            case "on hand":
                return OnHand()
            case _:
                raise _WrongCellError(
                    MselColumn.COMES, cells[MselColumn.COMES], tr("one of {ways}", ways=", ".join(_WAYS))
                )

    def _way(self, cells: dict[MselColumn, CellValue]) -> str:
        """Return how an inject comes if no column says so: by what is told of it."""
        if cells.get(MselColumn.TIME) is not None or cells.get(MselColumn.LOCAL_TIME) is not None:
            return "at a time"
        if cells.get(MselColumn.AFTER) is not None:
            return "after another"
        return "on a condition" if cells.get(MselColumn.CONDITION) is not None else "on hand"

    def _time(self, cells: dict[MselColumn, CellValue]) -> float:
        time = _read(cells, MselColumn.TIME, seconds_in)
        day = cells.get(MselColumn.DAY)
        if time is None:
            time = _read(cells, MselColumn.LOCAL_TIME, lambda value: moment_in(value, day, self._calendar))
        if time is None:
            raise _WrongCellError(MselColumn.TIME, None, tr("when it comes, such as 1:30:00 after the start"))
        return time

    def _names(self, cells: dict[MselColumn, CellValue], column: MselColumn) -> Iterator[str]:
        """Yield the cells or objectives that are named, by name or title; those that are not there are added."""
        objectives = column is MselColumn.OBJECTIVE
        known = {
            name: one.title for name, one in (self.exercise.objectives if objectives else self.exercise.cells).items()
        }
        by_title = {plain(title): name for name, title in known.items()}
        text = _text(cells, column)
        for said in [text] if objectives else _NAMES.split(text):
            word = said.strip()
            if not word:
                continue
            name = word if word in known else by_title.get(plain(word))
            yield name or self._add(word, objectives=objectives)

    def _add(self, title: str, *, objectives: bool) -> str:
        name = _identifier(title)
        self.added[name] = title
        if objectives:
            new = {name: Objective(title=title[:200])}
            self.exercise = replace(self.exercise, objectives=self.exercise.objectives | new)
        else:
            cell = {name: Cell(title=title[:200])}
            self.exercise = replace(self.exercise, cells=self.exercise.cells | cell)
        return name

    def _place(self, cells: dict[MselColumn, CellValue]) -> str | None:
        word = _text(cells, MselColumn.PLACE).strip()
        by_title = {plain(plan.title): name for name, plan in self.scenario.places()}
        names = [name for name, _ in self.scenario.places()]
        if not word or word in names:
            return word or None
        if plain(word) not in by_title:
            near = nearest(word, names)
            raise _WrongCellError(MselColumn.PLACE, word, tr('a place of the scenario, such as "{near}"', near=near))
        return by_title[plain(word)]


def _merged(exercise: Exercise, taken: list[MselInject]) -> Exercise:
    by_number = {inject.number: inject for inject in exercise.injects} | {inject.number: inject for inject in taken}
    return replace(exercise, injects=tuple(by_number.values()))


def _cell(row: GridRow, place: int) -> CellValue:
    return row.cells[place] if place < len(row.cells) else None


def _text(cells: dict[MselColumn, CellValue], column: MselColumn) -> str:
    value = cells.get(column)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


def _read(cells: dict[MselColumn, CellValue], column: MselColumn, parse: Callable[[CellValue], T]) -> T | None:
    value = cells.get(column)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        return parse(value)
    except ValueError as error:
        raise _WrongCellError(column, value, str(error)) from error


def _whole(value: CellValue) -> int:
    text = str(int(value) if isinstance(value, float) and value.is_integer() else value).strip().lstrip("#")
    if not re.fullmatch(r"\d{1,9}", text):
        raise ValueError(tr("a whole number"))
    return int(text)


def _sector(value: CellValue) -> Sector:
    word = str(value).strip().casefold()
    if word not in tuple(Sector):
        raise ValueError(tr('a sector of the crisis framework, such as "{near}"', near=nearest(word, Sector)))
    return Sector(word)


def _kind(cells: dict[MselColumn, CellValue], expected: ExpectedAction | None) -> InjectKind:
    word = plain(cells.get(MselColumn.KIND))
    if not word:
        return InjectKind.CONTEXTUAL if expected is None else InjectKind.EXPECTED_ACTION
    if word not in _KINDS:
        raise _WrongCellError(
            MselColumn.KIND, cells[MselColumn.KIND], tr("one of {kinds}", kinds=", ".join(InjectKind))
        )
    return _KINDS[word]


def _expected(cells: dict[MselColumn, CellValue]) -> ExpectedAction | None:
    if all(cells.get(column) is None for column in _OF_EXPECTED):
        return None
    points = _read(cells, MselColumn.POINTS, _whole)
    fields: dict[str, Any] = {
        "text": _text(cells, MselColumn.EXPECTED),
        "condition": _text(cells, MselColumn.MEASURED),
        "lasting": _read(cells, MselColumn.MEASURED_LASTING, seconds_in) or 0.0,
        "within": _read(cells, MselColumn.WITHIN, seconds_in),
        "expires": _read(cells, MselColumn.EXPIRES, seconds_in),
        "points": 1 if points is None else points,
        "contingency": _read(cells, MselColumn.CONTINGENCY, _whole),
    }
    return _built(ExpectedAction, fields)


def _actions(cells: dict[MselColumn, CellValue]) -> Iterator[WrittenAction]:
    for line in _text(cells, MselColumn.ACTIONS).split("\n"):
        if not line.strip():
            continue
        found = _ACTION.fullmatch(line.strip())
        try:
            arguments = json.loads(found[2] or "{}") if found else None
        except json.JSONDecodeError:
            arguments = None
        if found is None or not isinstance(arguments, dict):
            right = 'close_station {"at": "registration"}'
            raise _WrongCellError(MselColumn.ACTIONS, line, tr("actions, one a line, such as {right}", right=right))
        yield {found[1]: arguments}


def _identifier(title: str) -> str:
    name = "_".join(plain(title).split())
    return (name if name[:1].isalpha() else f"n_{name or 'nameless'}")[:60]


def _built(kind: Callable[..., T], fields: dict[str, Any]) -> T:
    """Return what *kind* makes of the fields; what it objects to is told by its column."""
    try:
        return kind(**fields)
    except ValidationError as error:
        first = error.errors()[0]
        column = _COLUMN_OF.get(str(first["loc"][0]), MselColumn.NUMBER) if first["loc"] else MselColumn.NUMBER
        raise _WrongCellError(column, str(first["input"]), first["msg"]) from error


_PLAIN_TEXTS: Final = {
    "sender": MselColumn.SENDER,
    "by": MselColumn.BY,
    "guidance": MselColumn.GUIDANCE,
    "remarks": MselColumn.REMARKS,
}
_OF_EXPECTED: Final = (
    MselColumn.EXPECTED,
    MselColumn.MEASURED,
    MselColumn.MEASURED_LASTING,
    MselColumn.WITHIN,
    MselColumn.EXPIRES,
    MselColumn.POINTS,
    MselColumn.CONTINGENCY,
)
_COLUMN_OF: Final = _PLAIN_TEXTS | {
    "number": MselColumn.NUMBER,
    "title": MselColumn.TITLE,
    "kind": MselColumn.KIND,
    "when": MselColumn.COMES,
    "text": MselColumn.TEXT,
    "recipients": MselColumn.RECIPIENTS,
    "expected": MselColumn.EXPECTED,
    "objective": MselColumn.OBJECTIVE,
    "sector": MselColumn.SECTOR,
    "place": MselColumn.PLACE,
    "actions": MselColumn.ACTIONS,
    "attachments": MselColumn.ATTACHMENTS,
}

"""What can be read of a scenario in spite of wrong fields, so that one reading tells all that is wrong."""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from pydantic import JsonValue, TypeAdapter, ValidationError

from reception_sim.scenario.flow import Flow
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import FieldPath, Problem
from reception_sim.scenario.quantities import FROM_FILE

_PLAN: Final = TypeAdapter(ScenarioPlan)
_FLOW: Final = ("entry_points", "stations", "sites", "exits", "routes")
_STAND_INS: Final[Mapping[str, JsonValue]] = {
    "title": "?",
    "summary": "",
    "start": "2000-01-01T00:00:00",
    "time_zone": "UTC",
    "duration": "1 day",
    "populations": {},
    "entry_points": {},
    "routes": [],
    "exits": {},
}


@dataclass(frozen=True)
class Readable:
    """A scenario, or what is left of it without its *unread* parts (top-level names and ids)."""

    plan: ScenarioPlan
    unread: frozenset[str] = frozenset()
    row_numbers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @cached_property
    def flow(self) -> Flow:
        return Flow(self.plan)

    @property
    def knows_every_way(self) -> bool:
        """Tell whether all places and routes are there, so that a missing way is a fault of the plan."""
        return self.unread.isdisjoint(_FLOW)

    @property
    def knows_the_clock(self) -> bool:
        return self.unread.isdisjoint(("start", "time_zone", "duration"))

    def in_file(self, problem: Problem) -> Problem:
        """Return *problem* with the row number that its place has in the file."""
        if len(problem.path) > 1 and isinstance(problem.path[1], int):
            table, row, *rest = problem.path
            rows = self.row_numbers.get(str(table))
            return replace(problem, path=(table, rows[row], *rest)) if rows and isinstance(row, int) else problem
        return problem


def validated(document: object) -> ScenarioPlan:
    """Return the plan that a person's *document* says; pydantic.ValidationError if it says none."""
    return _PLAN.validate_python(document, context=FROM_FILE, by_alias=True, by_name=False)


def readable_part(document: Mapping[str, object], wrong: Iterable[FieldPath]) -> Readable | None:
    """Return *document* without the tables and rows that hold a wrong field; None if too little is left."""
    parts = [path[:2] for path in wrong]
    left = {**_STAND_INS, **{name: copy(table) for name, table in document.items()}}
    unread = {str(part) for path in parts for part in path if isinstance(part, str)}
    for path in parts:
        table = left.get(str(path[0]))
        if len(path) > 1 and isinstance(table, dict):
            table.pop(path[1], None)
        elif not isinstance(table, list) or len(path) == 1:
            _stand_in(left, str(path[0]))
    rows = {name: _good_rows(name, table, parts) for name, table in left.items() if isinstance(table, list)}
    for name, numbers in rows.items():
        table = left[name]
        assert isinstance(table, list)
        left[name] = [table[number] for number in numbers]
    try:
        return Readable(validated(left), frozenset(unread), rows)
    except ValidationError:
        return None


def _stand_in(document: dict[str, object], name: str) -> None:
    if name in _STAND_INS:
        document[name] = _STAND_INS[name]
    else:
        document.pop(name, None)


def _good_rows(name: str, table: list[object], wrong: Iterable[FieldPath]) -> tuple[int, ...]:
    bad = {path[1] for path in wrong if path[0] == name and len(path) > 1}
    return tuple(number for number in range(len(table)) if number not in bad)

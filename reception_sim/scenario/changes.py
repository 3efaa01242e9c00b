"""Changes to a scenario, one setting at a time, read and checked as if they stood in its file; and what differs."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from pydantic import JsonValue

from reception_sim.scenario.arrivals import ArrivalPlan
from reception_sim.scenario.documents import Document, as_document
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import FieldPath, Problem, ScenarioError, nearest
from reception_sim.scenario.reading import FurtherCheck, read_document
from reception_sim.scenario.schema import fields_at
from reception_sim.translation import tr

_STEP: Final = re.compile(r"([^.\[\]]+)((?:\[\d+\])*)")


@dataclass(frozen=True)
class Change:
    """A setting: where it stands from the top, and what a file would say there.

    *path* is written as in a message about the file, with rows counted from 1:
    "stations.registration.service_time.mean", "staff.officer.shifts[1].count". *value* None takes the setting out.
    """

    path: str
    value: JsonValue


@dataclass(frozen=True)
class PlanDifference:
    """A setting that two plans say differently, as their files would; None where one does not say it."""

    path: FieldPath
    before: JsonValue
    after: JsonValue

    @property
    def change(self) -> Change:
        """Return the change that turns the first plan into the second, here."""
        return Change(Problem(self.path, "").field, self.after)


def with_changes(
    scenario: ScenarioPlan, changes: Iterable[Change], name: str, checks: Sequence[FurtherCheck] = ()
) -> ScenarioPlan:
    """Return *scenario* with *changes*; ScenarioError, told of *name*, carries all that is wrong with them."""
    document = _standing_alone(scenario)
    problems = [problem for change in changes for problem in _make(change, document)]
    if problems:
        raise ScenarioError(name, problems)
    return read_document(document, name, checks)


def plan_differences(before: ScenarioPlan, after: ScenarioPlan) -> tuple[PlanDifference, ...]:
    """Return every setting that differs between two plans, in the order of the plan."""
    return tuple(_differences((), _standing_alone(before), _standing_alone(after)))


def _standing_alone(scenario: ScenarioPlan) -> Document:
    """Return what a file would say that has its counts of arrivals in it."""
    entries = {
        name: replace(entry, arrivals=tuple(map(_without_file, entry.arrivals)))
        for name, entry in scenario.entry_points.items()
    }
    return as_document(replace(scenario, entry_points=entries), with_defaults=False)


def _without_file(stream: ArrivalPlan) -> ArrivalPlan:
    return stream if stream.file is None else replace(stream, file=None)


def _make(change: Change, document: Document) -> Iterator[Problem]:
    """Make a change in *document*, or yield why it cannot be made."""
    path = _path(change.path)
    if path is None:
        yield Problem((), tr("this is no setting of a scenario"), found=f'"{change.path}"')
        return
    part: object = document
    for depth, step in enumerate(path[:-1]):
        inner = _inner(part, step, path[:depth], document)
        if inner is None:
            yield _not_there(path[: depth + 1], part)
            return
        part = inner
    if not _put(part, path[-1], change.value):
        yield _not_there(path, part)


def _path(text: str) -> FieldPath | None:
    path: list[str | int] = []
    for step in text.split("."):
        found = _STEP.fullmatch(step.strip())
        if found is None:
            return None
        path.append(found[1])
        path.extend(int(row) - 1 for row in re.findall(r"\d+", found[2]))
    return tuple(path)


def _inner(part: object, step: str | int, path: FieldPath, document: Document) -> object:
    """Return what stands at *step* of *part*; a table that the plan could have and has not is begun."""
    if isinstance(part, dict) and isinstance(step, str):
        if step not in part and step in fields_at(path, document):
            part[step] = {}
        return part.get(step)
    if isinstance(part, list) and isinstance(step, int) and 0 <= step < len(part):
        return part[step]
    return None


def _put(part: object, step: str | int, value: JsonValue) -> bool:
    """Set or take out one setting; tell whether there is such a place."""
    if isinstance(part, dict) and isinstance(step, str):
        if value is None:
            return part.pop(step, None) is not None
        part[step] = value
        return True
    if isinstance(part, list) and isinstance(step, int) and 0 <= step < len(part):
        part[step : step + 1] = [] if value is None else [value]
        return True
    return False


def _not_there(path: FieldPath, part: object) -> Problem:
    names = list(part) if isinstance(part, Mapping) else []
    near = nearest(str(path[-1]), names, alike=0.5)
    if isinstance(part, list):
        return Problem(path, tr("there are {n} rows here, counted from 1", n=len(part)))
    return Problem(path, tr("there is nothing of this name in the scenario"), suggestion=near)


def _differences(path: FieldPath, before: object, after: object) -> Iterator[PlanDifference]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            yield from _differences((*path, key), before.get(key), after.get(key))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for row, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from _differences((*path, row), one, other)
    elif before != after:
        yield PlanDifference(path, _plain(before), _plain(after))


def _plain(value: object) -> JsonValue:
    """Return a value of a file as JSON can say it: dates as text, which a plan reads as well."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(one) for key, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case _:
            raise TypeError(type(value))

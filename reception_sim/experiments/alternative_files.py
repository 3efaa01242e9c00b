"""Alternatives as a file says them: TOML for people, the same tables as JSON for a project file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import Field, JsonValue, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from reception_sim.actions import JournalEntry, Origin, read_action, write_action
from reception_sim.experiments.alternatives import BASE_ID, Alternative
from reception_sim.scenario import Calendar, Problem, ScenarioError, ScenarioPlan
from reception_sim.scenario.changes import Change
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.problems import FieldPath
from reception_sim.scenario.quantities import Moment
from reception_sim.scenario.reading import parse_toml
from reception_sim.scenario.text_files import FileError, read_text
from reception_sim.translation import tr


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class _WrittenAct:
    """An action of an alternative: what is done, and when; without a time at the start."""

    do: WrittenAction
    at: Moment | None = None
    after_s: float = 0.0
    origin: Origin = Origin.OFFICIAL
    author: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class _WrittenAlternative:
    title: Title
    set: dict[str, JsonValue] = Field(default_factory=dict)
    without: tuple[str, ...] = ()
    actions: tuple[_WrittenAct, ...] = ()


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class _WrittenAlternatives:
    alternatives: dict[Identifier, _WrittenAlternative]


_FILE: Final = TypeAdapter(_WrittenAlternatives)


def read_alternatives(path: Path, scenario: ScenarioPlan) -> tuple[Alternative, ...]:
    """Return the alternatives to *scenario* in the file at *path*; ScenarioError carries all that is wrong."""
    try:
        text = read_text(path)
    except FileError as error:
        raise ScenarioError(str(path), [Problem((), expected=str(error))]) from error
    return alternatives_in(parse_toml(text, str(path)), scenario, str(path))


def is_file_of_alternatives(path: Path) -> bool:
    """Tell whether a file says alternatives, and not a whole scenario."""
    try:
        return "alternatives" in parse_toml(read_text(path), str(path))
    except (FileError, ScenarioError):
        return False


def alternatives_in(document: object, scenario: ScenarioPlan, name: str) -> tuple[Alternative, ...]:
    """Return the alternatives that tables say, from TOML or from JSON; each has been tried on *scenario*."""
    try:
        written = _FILE.validate_python(_dates_as_text(document), context={"from_file": True})
    except ValidationError as error:
        raise ScenarioError(name, _field_problems(error)) from error
    problems: list[Problem] = []
    found = []
    for id_, said in written.alternatives.items():
        try:
            found.append(_read(id_, said, scenario))
            found[-1].applied_to(scenario)
        except ScenarioError as error:
            problems += [replace(one, path=("alternatives", id_, *one.path)) for one in error.problems]
    problems += [Problem(("alternatives",), tr("there are no alternatives"))] if not written.alternatives else []
    if problems:
        raise ScenarioError(name, problems)
    return tuple(found)


def alternatives_as_json(alternatives: Iterable[Alternative]) -> dict[str, JsonValue]:
    """Return alternatives as tables that `alternatives_in` reads again."""
    written = _WrittenAlternatives(alternatives={one.id: _written(one) for one in alternatives})
    document: dict[str, JsonValue] = _FILE.dump_python(written, mode="json", exclude_defaults=True)
    return document


def _written(alternative: Alternative) -> _WrittenAlternative:
    return _WrittenAlternative(
        title=alternative.title,
        set={change.path: change.value for change in alternative.changes if change.value is not None},
        without=tuple(change.path for change in alternative.changes if change.value is None),
        actions=tuple(
            _WrittenAct(
                do=write_action(entry.action),
                after_s=entry.time,
                origin=entry.origin,
                author=entry.author,
                reason=entry.reason,
            )
            for entry in alternative.journal
        ),
    )


def _read(id_: str, written: _WrittenAlternative, scenario: ScenarioPlan) -> Alternative:
    if id_ == BASE_ID:
        raise ScenarioError(id_, [Problem((), tr('"base" is the scenario as it is: choose another id'))])
    problems: list[Problem] = []
    entries: list[JournalEntry] = []
    for row, act in enumerate(written.actions):
        try:
            time = act.after_s if act.at is None else Calendar.of(scenario).seconds(act.at)
            entries.append(JournalEntry(time, read_action(act.do), act.origin, act.author, act.reason))
        except ValueError as error:
            problems.append(Problem(("actions", row), expected=str(error)))
    if problems:
        raise ScenarioError(id_, problems)
    changes = [Change(path, value) for path, value in written.set.items()]
    taken_out = [Change(path, None) for path in written.without]
    return Alternative(id_, written.title, (*changes, *taken_out), tuple(entries))


def _field_problems(error: ValidationError) -> Iterator[Problem]:
    for fault in error.errors(include_url=False):
        path: FieldPath = tuple(part for part in fault["loc"] if part != "[key]")
        yield Problem(path, _sentence(fault["type"], fault["msg"]))


def _sentence(kind: str, message: str) -> str:
    match kind:
        case "missing":
            return tr("this must be said")
        case "unexpected_keyword_argument":
            return tr("an alternative has title, set, without and actions; an action has do and at")
        case _:
            return message.removeprefix("Value error, ")


def _dates_as_text(value: object) -> object:
    if isinstance(value, dict):
        return {key: _dates_as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value

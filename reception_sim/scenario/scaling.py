"""A scenario with the numbers of one field scaled: how an assumption is varied, whatever its quantity."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from pydantic import ValidationError
from pydantic.dataclasses import is_pydantic_dataclass

from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import nearest
from reception_sim.translation import tr

_PARTED_BY: Final = "."


class CannotScale(ValueError):  # noqa: N818 - a sentence, as FileNotWritten is
    """A field that cannot be scaled so; the text says why."""


def scaled(scenario: ScenarioPlan, field: str, factor: float) -> ScenarioPlan:
    """Return *scenario* with every number of *field* times *factor*; CannotScale says why that cannot be.

    A field is named by its path, such as stations.registration.service_time; of a list all rows are meant, or one by
    its number. Whole numbers are rounded, and one that was above 0 stays at least 1.
    """
    try:
        plan = _scaled_at(scenario, tuple(field.split(_PARTED_BY)), factor)
    except ValidationError as error:
        why = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise CannotScale(tr("{field} times {factor}: {why}", field=field, factor=f"{factor:g}", why=why)) from error
    assert isinstance(plan, ScenarioPlan)  # the path goes down from it
    return plan


def numbers_at(scenario: ScenarioPlan, field: str) -> tuple[float, ...]:
    """Return the numbers of a field, times in s; none where there is no number."""
    part: object = scenario
    parts = [part]
    for name in field.split(_PARTED_BY):
        parts = [inner for one in parts for inner in _inner(one, name)]
    return tuple(number for one in parts for number in _numbers(one))


def value_at(scenario: ScenarioPlan, field: str) -> object:
    """Return what stands at a field, of a list its first row that says it; None if nothing."""
    parts: list[object] = [scenario]
    for name in field.split(_PARTED_BY):
        parts = [inner for one in parts for inner in _inner(one, name)]
    return parts[0] if parts else None


def _scaled_at(part: object, path: tuple[str, ...], factor: float) -> object:
    if not path:
        return _times(part, factor)
    name, *rest = path
    if isinstance(part, tuple):
        return _rows_scaled(part, path, factor)
    if isinstance(part, Mapping):
        key = next((key for key in part if str(key) == name), None)
        if key is None:
            raise _unknown(name, map(str, part))
        return {**part, key: _scaled_at(part[key], tuple(rest), factor)}
    if is_pydantic_dataclass(type(part)):
        field = _field(part, name)
        inner = getattr(part, field)
        if inner is None:
            raise CannotScale(tr("{name} is not said, so it cannot be scaled", name=name))
        return _replaced(part, field, _scaled_at(inner, tuple(rest), factor))
    raise CannotScale(tr("nothing of the name {name} stands there", name=name))


def _rows_scaled(rows: tuple[object, ...], path: tuple[str, ...], factor: float) -> tuple[object, ...]:
    name, *rest = path
    if not name.isdigit():
        return _all_rows_scaled(rows, path, factor)
    if int(name) >= len(rows):
        raise CannotScale(tr("there is no row {name}; the first is row 0", name=name))
    row = _scaled_at(rows[int(name)], tuple(rest), factor)
    return tuple(row if number == int(name) else one for number, one in enumerate(rows))


def _all_rows_scaled(rows: tuple[object, ...], path: tuple[str, ...], factor: float) -> tuple[object, ...]:
    """Scale the field in each row that says it; at least one must."""
    says = [any(True for _ in _inner(row, path[0])) for row in rows]
    if not any(says):
        raise CannotScale(tr("nothing of the name {name} stands there", name=path[0]))
    return tuple(_scaled_at(row, path, factor) if said else row for row, said in zip(rows, says, strict=True))


def _times(part: object, factor: float) -> object:
    """Return a number, a distribution or a table of numbers, times *factor*."""
    if isinstance(part, bool) or part is None or isinstance(part, str):
        raise CannotScale(tr("it is no number, no distribution and no table of numbers"))
    if isinstance(part, int):
        return max(round(part * factor), 1) if part and factor else round(part * factor)
    if isinstance(part, float):
        return part * factor
    if isinstance(part, tuple):
        return tuple(_times(one, factor) for one in part)
    if isinstance(part, Mapping):
        return {key: _times(one, factor) for key, one in part.items()}
    if hasattr(part, "distribution"):
        values = {name: value * factor for name, value in vars(part).items() if isinstance(value, float)}
        return replace(part, **values)  # type: ignore[type-var] # every distribution is a dataclass
    raise CannotScale(tr("it is no number, no distribution and no table of numbers"))


def _inner(part: object, name: str) -> Iterator[object]:
    if isinstance(part, tuple) and name.isdigit():
        yield from part[int(name) : int(name) + 1]
    elif isinstance(part, tuple):
        yield from (inner for row in part for inner in _inner(row, name))
    elif isinstance(part, Mapping):
        yield from (value for key, value in part.items() if str(key) == name)
    elif is_pydantic_dataclass(type(part)):
        field = next((field for field, alias in _names(part) if name in (field, alias)), None)
        value = getattr(part, field) if field is not None else None
        if value is not None:
            yield value


def _numbers(part: object) -> Iterator[float]:
    if isinstance(part, (int, float)) and not isinstance(part, bool):
        yield float(part)
    elif isinstance(part, tuple):
        yield from (number for one in part for number in _numbers(one))
    elif isinstance(part, Mapping):
        yield from (number for one in part.values() for number in _numbers(one))
    elif hasattr(part, "distribution"):
        yield from (value for value in vars(part).values() if isinstance(value, float))


def _field(part: object, name: str) -> str:
    names = {alias: field for field, alias in _names(part)}
    if name not in names:
        raise _unknown(name, names)
    return names[name]


def _names(part: object) -> Iterator[tuple[str, str]]:
    """Yield the fields of a plan with the names that the file gives them."""
    kind = type(part)
    assert is_pydantic_dataclass(kind)  # the callers have looked
    return ((name, str(field.serialization_alias or name)) for name, field in kind.__pydantic_fields__.items())


def _replaced(part: object, field: str, value: object) -> object:
    return replace(part, **{field: value})  # type: ignore[type-var] # a plan, and every plan is a dataclass


def _unknown(name: str, known: Iterable[str]) -> CannotScale:
    close = nearest(name, tuple(known))
    hint = tr("; did you mean {name}?", name=close) if close else ""
    return CannotScale(tr("nothing of the name {name} stands there{hint}", name=name, hint=hint))

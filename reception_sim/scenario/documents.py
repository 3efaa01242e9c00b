"""A plan as the tables and values of its file, in the order in which plans declare them."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Final, TypeAlias

from pydantic import TypeAdapter
from pydantic.dataclasses import is_pydantic_dataclass
from pydantic.fields import FieldInfo

from reception_sim.scenario.arrivals import ArrivalPlan
from reception_sim.scenario.plan import ScenarioPlan

Document: TypeAlias = dict[str, object]

_PLAN: Final = TypeAdapter(ScenarioPlan)
_READ_FROM_FILE: Final = ("daily", "spans")


def as_document(scenario: ScenarioPlan, *, with_defaults: bool) -> Document:
    """Return what a file says for *scenario*, with or without the fields that have their usual value."""
    return _table(scenario, _PLAN.dump_python(scenario, by_alias=True), with_defaults=with_defaults)


def _table(part: object, dumped: Mapping[str, object], *, with_defaults: bool) -> Document:
    document: Document = {}
    for name, field in _fields(part):
        value, written = getattr(part, name), dumped[field.serialization_alias or name]
        usual = not field.is_required() and value == field.get_default(call_default_factory=True)
        if written is not None and (with_defaults or not usual):
            document[field.serialization_alias or name] = _value(value, written, with_defaults=with_defaults)
    return document


def _fields(part: object) -> Iterator[tuple[str, FieldInfo]]:
    kind = type(part)
    assert is_pydantic_dataclass(kind)  # only a part of a plan is dumped to a table
    from_file = isinstance(part, ArrivalPlan) and part.file is not None
    return (
        (name, field)
        for name, field in kind.__pydantic_fields__.items()
        if not from_file or name not in _READ_FROM_FILE
    )


def _value(part: object, dumped: object, *, with_defaults: bool) -> object:
    if is_pydantic_dataclass(type(part)) and isinstance(dumped, Mapping):
        return _table(part, dumped, with_defaults=with_defaults)
    if isinstance(part, Mapping) and isinstance(dumped, Mapping):
        inner = zip(part.values(), dumped.items(), strict=True)
        return {_key(key): _value(one, written, with_defaults=with_defaults) for one, (key, written) in inner}
    if isinstance(part, (list, tuple)) and isinstance(dumped, (list, tuple)):
        return [_value(one, written, with_defaults=with_defaults) for one, written in zip(part, dumped, strict=True)]
    return _scalar(dumped)


def _scalar(dumped: object) -> object:
    if isinstance(dumped, Enum):
        return dumped.value
    if isinstance(dumped, float) and dumped.is_integer() and abs(dumped) < 1e15:
        return int(dumped)
    return dumped


def _key(key: object) -> str:
    if isinstance(key, Enum):
        return str(key.value)
    return key.isoformat() if isinstance(key, date) else str(key)

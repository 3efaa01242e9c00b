"""The format as JSON Schema: which fields there are, with title, unit, bounds and meaning."""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, TypeAlias

from pydantic import JsonValue, TypeAdapter
from pydantic.dataclasses import is_pydantic_dataclass
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import DataclassSchema
from typing_extensions import override

from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import FieldPath

Schema: TypeAlias = Mapping[str, JsonValue]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_NOTHING: Final[Schema] = {}


def json_schema() -> dict[str, JsonValue]:
    """Return the JSON Schema of a scenario file; quantities with a unit are strings, as people write them."""
    generated = TypeAdapter(ScenarioPlan).json_schema(by_alias=True, schema_generator=_PlanSchema)
    schema: dict[str, JsonValue] = json.loads(_with_short_names(json.dumps(generated), generated["$defs"]))
    return {"$schema": _DIALECT, **schema}


def fields_at(path: FieldPath, found: object) -> tuple[str, ...]:
    """Return the names that the table at *path* may have; none where the names are free.

    *found* is the whole document as read: it tells which of several forms a table has chosen.
    """
    return tuple(_mapping(schema_at(path, found).get("properties")))


def schema_at(path: FieldPath, found: object) -> Schema:
    """Return the schema of what stands at *path* in the document *found*; empty where there is no such thing.

    "part" in it is the name of the definition that it comes from.
    """
    schema = _chosen(_whole(), found)
    for part in path:
        found = part_of(found, part)
        schema = _chosen(_step(schema, part), found)
    return schema


def forms_at(path: FieldPath, found: object) -> tuple[str, ...]:
    """Return the names of the forms of which the table at *path* must choose one; none if it has one form."""
    schema = _step(schema_at(path[:-1], found), path[-1])
    options = schema.get("anyOf")
    given = map(_mapping, options) if isinstance(options, list) else [schema]
    return tuple(name for option in given for name in _mapping(_mapping(option.get("discriminator")).get("mapping")))


def part_at(path: FieldPath, document: object) -> object:
    """Return what *document* has at *path*; None if nothing."""
    for part in path:
        document = part_of(document, part)
    return document


def part_of(found: object, part: str | int) -> object:
    """Return one key or row of *found*; None if it has none."""
    if isinstance(found, Mapping):
        return found.get(part)
    if isinstance(found, list) and isinstance(part, int) and part < len(found):
        return found[part]
    return None


class _PlanSchema(GenerateJsonSchema):
    """Keeps the order in which a plan declares its fields, and gives each a title."""

    @override
    def dataclass_schema(self, schema: DataclassSchema) -> JsonSchemaValue:
        generated = super().dataclass_schema(schema)
        plan: type = schema["cls"]
        if not is_pydantic_dataclass(plan):
            return generated
        generated["title"] = plan.__name__.partition("[")[0]
        fields = [field.name for field in dataclasses.fields(plan)]
        names = [str(plan.__pydantic_fields__[field].validation_alias or field) for field in fields]
        given = generated["properties"]
        generated["properties"] = {name: {"title": self.get_title_from_name(name), **given[name]} for name in names}
        return generated

    @override
    def get_title_from_name(self, name: str) -> str:
        return name.replace("_", " ").capitalize()


def _with_short_names(text: str, definitions: Iterable[str]) -> str:
    """Name the distributions after what they are of, instead of after every rule of their values."""
    for name in definitions:
        if "Annotated" in name:
            quantity = "Duration" if "BeforeValidator" in name else "Amount"
            text = text.replace(name, f"{name.partition('_')[0]}{quantity}")
    return text


@cache
def _whole() -> Schema:
    return json_schema()


def _step(schema: Schema, part: str | int) -> Schema:
    if isinstance(part, int):
        return _mapping(schema.get("items"))
    properties = _mapping(schema.get("properties"))
    if part in properties:
        return _mapping(properties[part])
    free = [_mapping(schema.get("additionalProperties")), *_mapping(schema.get("patternProperties")).values()]
    return next((_mapping(option) for option in free if option), _NOTHING)


def _chosen(schema: Schema, found: object) -> Schema:
    """Follow references, and of several forms take the one that *found* has chosen."""
    reference = schema.get("$ref")
    if isinstance(reference, str):
        name = reference.rpartition("/")[2]
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        return _chosen({**_mapping(_mapping(_whole()["$defs"]).get(name)), **beside, "part": name}, found)
    discriminator = _mapping(schema.get("discriminator"))
    if discriminator:
        kind = part_of(found, str(discriminator["propertyName"]))
        return _chosen({"$ref": _mapping(discriminator["mapping"]).get(str(kind), "#/$defs/none")}, found)
    options = schema.get("anyOf")
    if isinstance(options, list):
        given = [option for option in map(_mapping, options) if option.get("type") != "null"]
        return _chosen({**given[0], "title": schema.get("title")}, found)
    return schema


def _mapping(value: object) -> Schema:
    return value if isinstance(value, Mapping) else _NOTHING

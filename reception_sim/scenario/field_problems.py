"""What is wrong with single fields, in plain sentences: one for each place, whatever pydantic says of it."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Final, TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reception_sim.scenario.problems import FieldPath, Problem, nearest
from reception_sim.scenario.quantity_words import format_duration, plain_number
from reception_sim.scenario.schema import fields_at, forms_at, part_at, part_of, schema_at
from reception_sim.translation import tr

Fault: TypeAlias = ErrorDetails
Sentence: TypeAlias = Callable[[Mapping[str, object]], str]

_QUOTED: Final = re.compile(r"'([^']*)'")
_LONGEST_FOUND: Final = 60
_ALIKE: Final = 0.55  # below this a suggestion would puzzle more than help


def field_problems(error: ValidationError, document: Mapping[str, object]) -> tuple[Problem, ...]:
    """Return one problem for each place that *error* names in *document*, with the nearest known name."""
    by_place: dict[FieldPath, Fault] = {}
    for fault in error.errors(include_url=False):
        path = _path_in_file(fault, document)
        if path not in by_place or fault["type"] == "value_error":
            by_place[path] = fault
    problems = [_problem(path, fault, document) for path, fault in by_place.items()]
    return tuple(_without_misspelt_twins(problems, by_place))


def as_written(value: object) -> str:
    """Return *value* the way a file says it, cut short where it is long."""
    match value:
        case bool():
            text = "true" if value else "false"
        case str():
            text = f'"{value}"'
        case datetime() | date():
            text = value.isoformat()
        case Mapping():
            text = "{ " + ", ".join(f"{key} = {as_written(part)}" for key, part in value.items()) + " }"
        case list() | tuple():
            text = "[" + ", ".join(as_written(part) for part in value) + "]"
        case _:
            text = str(value)
    return text if len(text) <= _LONGEST_FOUND else f"{text[: _LONGEST_FOUND - 1]}…"


def _path_in_file(fault: Fault, document: Mapping[str, object]) -> FieldPath:
    """Return the place as the file has it: without the names that pydantic gives to the forms of a union."""
    path: FieldPath = ()
    found: object = document
    for part in fault["loc"]:
        inner = part_of(found, part)
        if inner is not None and part != "[key]":
            path, found = (*path, part), inner
        elif fault["type"] == "missing" and part == fault["loc"][-1]:
            path = (*path, part)
    if fault["type"] in ("union_tag_invalid", "union_tag_not_found"):
        return (*path, _discriminator(fault))
    return path


def _problem(path: FieldPath, fault: Fault, document: Mapping[str, object]) -> Problem:
    match fault["type"]:
        case "missing":
            return Problem(path, expected=_missing(schema_at(path, document).get("description")))
        case "unexpected_keyword_argument":
            return _unknown_field(path, document)
        case "enum" | "literal_error" | "union_tag_invalid":
            return _unknown_word(path, fault)
        case "union_tag_not_found":
            forms = _listed(forms_at(path[:-1], document))
            return Problem(path, expected=tr("is missing; one of {forms}", forms=forms))
        case "value_error":
            return Problem(path, expected=str(fault["ctx"]["error"]))
        case _:
            return _wrong_value(path, fault, document)


def _wrong_value(path: FieldPath, fault: Fault, document: Mapping[str, object]) -> Problem:
    found = _found(path, fault, document)
    if fault["type"] == "model_attributes_type":  # only a distribution is a table of one of several kinds
        such_as = f'{{ distribution = "constant", value = {found} }}'
        return Problem(path, expected=tr("must be a distribution, such as {table}", table=such_as), found=found)
    sentence = _SENTENCES.get(fault["type"])
    limits = {name: _in_words(limit, path, document) for name, limit in fault.get("ctx", {}).items()}
    return Problem(path, expected=sentence(limits) if sentence else fault["msg"], found=found)


def _in_words(limit: object, path: FieldPath, document: Mapping[str, object]) -> object:
    """Return a limit the way a file would say it."""
    if not isinstance(limit, (int, float)):
        return limit
    is_duration = schema_at(path, document).get("format") == "duration with unit"
    return format_duration(limit) if is_duration else plain_number(limit)


def _found(path: FieldPath, fault: Fault, document: Mapping[str, object]) -> str:
    written = part_at(path, document)
    is_key = fault["loc"][-1] == "[key]"
    return as_written(fault["input"] if is_key or written is None else written)


def _missing(description: object) -> str:
    return tr("is missing: {meaning}", meaning=str(description).rstrip(".")) if description else tr("is missing")


def _unknown_field(path: FieldPath, document: Mapping[str, object]) -> Problem:
    known = fields_at(path[:-1], document)
    missing = [name for name in known if part_at((*path[:-1], name), document) is None]
    name = str(path[-1])
    near = nearest(name, missing, alike=_ALIKE) or nearest(name, known, alike=_ALIKE)
    if near or not known:
        return Problem(path, expected=tr("there is no such field here"), suggestion=near)
    return Problem(path, expected=tr("there is no such field here; there are {names}", names=", ".join(known)))


def _unknown_word(path: FieldPath, fault: Fault) -> Problem:
    context = fault.get("ctx", {})
    words = _QUOTED.findall(str(context.get("expected_tags") or context.get("expected")))
    found = context.get("tag", fault["input"])
    return Problem(
        path,
        expected=tr("must be one of {words}", words=_listed(words)),
        found=as_written(found),
        suggestion=nearest(found, words, alike=_ALIKE) if isinstance(found, str) else "",
    )


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)


def _discriminator(fault: Fault) -> str:
    return str(fault.get("ctx", {}).get("discriminator")).strip("'")


def _without_misspelt_twins(problems: list[Problem], faults: Mapping[FieldPath, Fault]) -> Iterable[Problem]:
    """Leave out a field that is missing only because it is misspelt beside: one slip, one problem."""
    meant = {(*problem.path[:-1], problem.suggestion) for problem in problems if problem.suggestion}
    return (problem for problem in problems if faults[problem.path]["type"] != "missing" or problem.path not in meant)


def _length(context: Mapping[str, object]) -> str:
    if context.get("min_length", "1") == "1":
        return tr("must not be empty")
    return tr("must have {count} values", count=context.get("min_length", ""))


def _pattern(context: Mapping[str, object]) -> str:
    if "{2,3}" in str(context["pattern"]):
        return tr("must be a language's ISO 639 code of two or three letters, such as ar")
    return tr("an id has small letters, digits and underscores, and begins with a letter")


_SENTENCES: Final[Mapping[str, Sentence]] = {
    "greater_than": lambda limits: tr("must be above {limit}", limit=limits["gt"]),
    "greater_than_equal": lambda limits: tr("must be at least {limit}", limit=limits["ge"]),
    "less_than": lambda limits: tr("must be below {limit}", limit=limits["lt"]),
    "less_than_equal": lambda limits: tr("must be at most {limit}", limit=limits["le"]),
    "finite_number": lambda _: tr("must be a finite number"),
    "int_type": lambda _: tr("must be a whole number, without quotes"),
    "int_parsing": lambda _: tr("must be a whole number"),
    "int_from_float": lambda _: tr("must be a whole number"),
    "float_type": lambda _: tr("must be a number, without quotes"),
    "bool_type": lambda _: tr("must be true or false, without quotes"),
    "string_type": lambda _: tr("must be text in quotes"),
    "dict_type": lambda _: tr("must be a table of names and values"),
    "dataclass_type": lambda _: tr("must be a table of names and values"),
    "tuple_type": lambda _: tr("must be a list in square brackets"),
    "string_too_short": _length,
    "too_short": _length,
    "string_too_long": lambda limits: tr("must have at most {most} letters", most=limits["max_length"]),
    "too_long": lambda limits: tr("must have {count} values", count=limits["max_length"]),
    "string_pattern_mismatch": _pattern,
}

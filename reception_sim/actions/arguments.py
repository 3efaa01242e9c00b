"""What each action asks for: its arguments with their kinds, and which names of a scenario fit them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Final, TypeAlias

from pydantic import JsonValue, TypeAdapter

from reception_sim.actions.objections import objection
from reception_sim.actions.vocabulary import ACTIONS
from reception_sim.actions.writing import read_action
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr

Written: TypeAlias = dict[str, JsonValue]
Schema: TypeAlias = Mapping[str, object]

_MOST: Final = 9999
_ABOUT_LANES: Final = ("close_border", "open_border", "set_metering")
_ABOUT_SECTIONS: Final = ("set_section",)


class ArgumentKind(StrEnum):
    """What an argument is given as."""

    NAME = "name"  # an id of the scenario
    NUMBER = "number"  # whole
    FACTOR = "factor"
    DURATION = "duration"
    CHOICE = "choice"  # one of a few words


@dataclass(frozen=True)
class Argument:
    """One argument of an action: the word that a file uses, its title, what it means and what it can be."""

    name: str
    title: str
    meaning: str
    kind: ArgumentKind
    required: bool
    least: float = 0.0
    most: float = _MOST
    choices: tuple[str, ...] = ()

    @property
    def plain(self) -> JsonValue:
        """Return a value that fits, for a start."""
        match self.kind:
            case ArgumentKind.DURATION:
                return "1 h"
            case ArgumentKind.CHOICE:
                return self.choices[0]
            case _:
                return max(1, int(self.least))


def arguments_of(action: str) -> tuple[Argument, ...]:
    """Return what an action, by the word that a file uses, asks for."""
    schema = TypeAdapter(ACTIONS[action]).json_schema()
    required = schema.get("required", [])
    defined = schema.get("$defs", {})
    return tuple(
        _argument(name, field, defined, required=name in required) for name, field in schema["properties"].items()
    )


def meaning_of(action: str) -> str:
    """Return in a sentence what an action does."""
    return tr((ACTIONS[action].__doc__ or "").split("\n\n")[0].replace("\n", " "))


def fitting_names(action: str, scenario: ScenarioPlan) -> list[tuple[str, ...]]:
    """Return which names of the scenario fit the arguments that must be names, all of them together.

    An action that asks for a station and a role gives pairs. Nothing fits an action that the scenario has no use for.
    """
    arguments = arguments_of(action)
    asked = [argument.name for argument in arguments if argument.required and argument.kind is ArgumentKind.NAME]
    others: Written = {one.name: one.plain for one in arguments if one.required and one.name not in asked}
    return list(_fitting(action, asked, others, scenario))


def fitting_for(action: str, argument: str, chosen: Written, scenario: ScenarioPlan) -> list[str]:
    """Return which names fit one argument more, when the *chosen* ones stand."""
    return [names[0] for names in _fitting(action, [argument], chosen, scenario)]


def _fitting(action: str, asked: Sequence[str], others: Written, scenario: ScenarioPlan) -> Iterator[tuple[str, ...]]:
    for names in product(list(_candidates(action, scenario)), repeat=len(asked)):
        written: Written = {**others, **dict(zip(asked, names, strict=True))}
        if objection(read_action({action: written}), scenario) is None:
            yield names


def _names(scenario: ScenarioPlan) -> Iterator[str]:
    """Yield every id that an action can be about."""
    yield from (name for name, _ in scenario.places())
    for table in (
        scenario.staff,
        scenario.vehicles,
        scenario.equipment,
        scenario.supplies,
        scenario.packages,
        scenario.hazards,
    ):
        yield from table


def _candidates(action: str, scenario: ScenarioPlan) -> Iterator[str]:
    """Yield the names that an action may be about: ids, the lanes of borders too, or only the sections of sites."""
    if action in _ABOUT_SECTIONS:
        yield from scenario.sections()
        return
    yield from _names(scenario)
    if action in _ABOUT_LANES:
        yield from scenario.lanes()


def _argument(name: str, field: Schema, defined: Schema, *, required: bool) -> Argument:
    schema = _resolved(field, defined)
    words = schema.get("enum")
    return Argument(
        name=name,
        title=tr(str(field.get("title") or schema.get("title") or name)),
        meaning=tr(str(field["description"])) if "description" in field else "",
        kind=_kind(schema),
        required=required,
        least=_number(schema.get("minimum"), 0.0),
        most=min(_number(schema.get("maximum"), _MOST), _MOST),
        choices=tuple(str(word) for word in words) if isinstance(words, list) else (),
    )


def _resolved(field: Schema, defined: Schema) -> Schema:
    """Return the schema that says the type: behind a reference, or beside "or nothing"."""
    options = field.get("anyOf")
    if isinstance(options, list):
        return next(_resolved(option, defined) for option in options if option.get("type") != "null")
    reference = field.get("$ref")
    if isinstance(reference, str):
        found = defined[reference.rsplit("/", 1)[-1]]
        assert isinstance(found, dict)  # JSON Schema's own form
        return found
    return field


def _kind(schema: Schema) -> ArgumentKind:
    if "enum" in schema:
        return ArgumentKind.CHOICE
    if schema.get("format") == "duration with unit":
        return ArgumentKind.DURATION
    kinds = {"integer": ArgumentKind.NUMBER, "number": ArgumentKind.FACTOR}
    return kinds.get(str(schema["type"]), ArgumentKind.NAME)


def _number(value: object, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float) else otherwise

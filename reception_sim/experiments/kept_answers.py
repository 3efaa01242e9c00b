"""Answers as JSON, which is plain text and can do nothing, and back: so a project keeps them with what made them.

What is written is told by the types of the answers themselves; a file that does not fit them is refused in words.
"""

import json
import math
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias

import numpy as np
from pydantic import JsonValue, TypeAdapter, ValidationError
from pydantic.dataclasses import is_pydantic_dataclass

from reception_sim.actions import problems_in_actions, read_action, write_action
from reception_sim.actions.vocabulary import ACTIONS, Action
from reception_sim.experiments.answers import BottleneckAnswer, CapacityAnswer, Comparison
from reception_sim.experiments.decisions import DecisionsWeighed
from reception_sim.experiments.sensitivity_answer import SensitivityAnswer
from reception_sim.experiments.staffing_answer import StaffingAnswer
from reception_sim.project_file.studies import standing_alone
from reception_sim.scenario import ScenarioError, ScenarioPlan, parse_scenario
from reception_sim.scenario.writing import text_for
from reception_sim.translation import tr

Answer: TypeAlias = Comparison | CapacityAnswer | BottleneckAnswer | StaffingAnswer | SensitivityAnswer
KINDS: Final[Mapping[str, type[Answer]]] = {
    "comparison": Comparison,
    "capacity": CapacityAnswer,
    "bottleneck": BottleneckAnswer,
    "roster": StaffingAnswer,
    "sensitivity": SensitivityAnswer,
}
_ACTIONS: Final = frozenset(ACTIONS.values())


class KeptAnswerError(Exception):
    """A kept answer that cannot be shown any more, in words for the user."""


def kind_of(answer: Answer) -> str:
    """Return by which word an answer is told from those to other questions."""
    return next(name for name, kind in KINDS.items() if kind is type(answer))


def asked_about(answer: Answer) -> ScenarioPlan:
    """Return the scenario that the question was about."""
    return answer.question.scenario


def write_answer(answer: Answer) -> str:
    """Return *answer* as JSON. The scenario it was asked about is left out: it is kept beside it."""
    writer = _Writer([asked_about(answer)])
    tree = writer.written(answer)
    others = [text_for(standing_alone(one)) for one in writer.scenarios[1:]]
    return json.dumps({"kind": kind_of(answer), "scenarios": others, "answer": tree}, allow_nan=False)


def read_answer(document: str, scenario: ScenarioPlan) -> Answer:
    """Return the answer in *document*, which was asked about *scenario*; KeptAnswerError if it cannot be read."""
    try:
        said = json.loads(document)
        others = [parse_scenario(text, tr("the answer"), None, (problems_in_actions,)) for text in said["scenarios"]]
        kind = KINDS[said["kind"]]
        answer = _Reader([scenario, *others]).read(kind, said["answer"])
    except (ValueError, TypeError, KeyError, IndexError, ScenarioError, ValidationError, RecursionError) as error:
        why = tr("This answer is damaged, or was kept by another version of the program: ask again for it.")
        raise KeptAnswerError(why) from error
    assert isinstance(answer, kind)
    return answer


def write_weighed(weighed: DecisionsWeighed) -> str:
    """Return what decisions of an exercise were worth as JSON; the scenario is that of the exercise, kept beside it."""
    return json.dumps(_Writer([weighed.question.scenario]).written(weighed), allow_nan=False)


def read_weighed(document: str, scenario: ScenarioPlan) -> DecisionsWeighed:
    """Return what was written about an exercise over *scenario*; KeptAnswerError if it cannot be read."""
    try:
        weighed = _Reader([scenario]).read(DecisionsWeighed, json.loads(document))
    except (ValueError, TypeError, KeyError, IndexError, ValidationError, RecursionError) as error:
        why = tr("What the decisions were worth is damaged, or was kept by another version: weigh them again.")
        raise KeptAnswerError(why) from error
    assert isinstance(weighed, DecisionsWeighed)
    return weighed


@dataclass
class _Writer:
    """Writes values as JSON can say them; scenarios are numbered and written once each."""

    scenarios: list[ScenarioPlan]
    _numbers: dict[int, int] = field(default_factory=dict)

    def written(self, value: object) -> JsonValue:
        match value:
            case Enum():
                return str(value.value)
            case float() if not math.isfinite(value):
                return str(value)
            case None | bool() | int() | float() | str():
                return value
            case _:
                return self._written_whole(value)

    def _written_whole(self, value: object) -> JsonValue:  # noqa: PLR0911 - a table of the kinds of values
        match value:
            case ScenarioPlan():
                return self._number(value)
            case np.ndarray():
                return [self.written(one) for one in value.tolist()]
            case Mapping():
                return [[self.written(key), self.written(one)] for key, one in value.items()]
            case tuple() | list():
                return [self.written(one) for one in value]
            case _ if type(value) in _ACTIONS:
                return _written_action(value)
            case _ if is_pydantic_dataclass(type(value)):
                plan: JsonValue = TypeAdapter(type(value)).dump_python(value, mode="json", by_alias=True)
                return plan
            case _:
                assert is_dataclass(value)  # answers are made of nothing else
                return {one.name: self.written(getattr(value, one.name)) for one in fields(value)}

    def _number(self, scenario: ScenarioPlan) -> int:
        known = next((number for number, one in enumerate(self.scenarios) if one is scenario or one == scenario), None)
        if known is not None:
            return known
        self.scenarios.append(scenario)
        return len(self.scenarios) - 1


class _Reader:
    """Reads what a _Writer wrote, as the types of the answers want it; TypeError or ValueError where it is not so."""

    def __init__(self, scenarios: list[ScenarioPlan]) -> None:
        self._scenarios = scenarios

    def read(self, hint: Any, said: Any) -> Any:  # noqa: ANN401 - types are looked at here as values
        origin, inner = typing.get_origin(hint), typing.get_args(hint)
        if hint is Action:
            return read_action(said)
        if origin in (UnionType, typing.Union):
            return self._one_of(inner, said)
        if origin is np.ndarray:
            return np.array([float(one) for one in said])
        if origin is tuple:
            return self._row(inner, said)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {self.read(inner[0], key): self.read(inner[1], one) for key, one in said}
        return self._plain(hint, said)

    def _one_of(self, kinds: tuple[Any, ...], said: Any) -> Any:  # noqa: ANN401 - as above
        if said is None and NoneType in kinds:
            return None
        rest = [kind for kind in kinds if kind is not NoneType]
        if len(rest) == 1:
            return self.read(rest[0], said)
        if type(said) in rest:  # of a path: a name, or a number
            return said
        raise TypeError

    def _row(self, kinds: tuple[Any, ...], said: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as above
        if len(kinds) == 2 and kinds[1] is Ellipsis:
            return tuple(self.read(kinds[0], one) for one in said)
        return tuple(self.read(kind, one) for kind, one in zip(kinds, said, strict=True))

    def _plain(self, hint: Any, said: Any) -> Any:  # noqa: ANN401, PLR0911 - as above; a table of the kinds of values
        if hint is ScenarioPlan:
            return self._scenarios[int(said)]
        if not isinstance(hint, type):
            return said  # what a file of the scenario would say: it was read as JSON and is nothing but that
        if hint is float:
            return float(said)
        if hint in (bool, int, str):
            if type(said) is not hint:
                raise TypeError
            return said
        if issubclass(hint, Enum):
            return hint(said)
        if is_pydantic_dataclass(hint):
            return TypeAdapter(hint).validate_python(said)
        return self._part(hint, said)

    def _part(self, hint: type, said: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
        if not is_dataclass(hint):
            raise TypeError
        hints = typing.get_type_hints(hint)
        return hint(**{one.name: self.read(hints[one.name], said[one.name]) for one in fields(hint)})


def _written_action(action: Any) -> JsonValue:  # noqa: ANN401 - one of a union of classes
    named: Any = write_action(action)
    adapter: TypeAdapter[Any] = TypeAdapter(dict[str, Any])
    plain: JsonValue = adapter.dump_python(named, mode="json")
    return plain

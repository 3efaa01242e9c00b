"""Actions as a file says them: read, written and checked against the scenario."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from pydantic import TypeAdapter, ValidationError

from reception_sim.actions.objections import objection
from reception_sim.actions.vocabulary import ACTIONS, Action
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.scenario.problems import FieldPath, Problem, nearest
from reception_sim.translation import tr


def read_action(written: WrittenAction) -> Action:
    """Return the action that a file says as {name: arguments}; ValueError says what is wrong with it."""
    if len(written) != 1:
        raise ValueError(tr("an action has exactly one name; found {names}", names=", ".join(written) or "none"))
    name, arguments = next(iter(written.items()))
    if name not in ACTIONS:
        raise ValueError(
            tr('there is no action "{name}"; did you mean "{near}"?', name=name, near=nearest(name, ACTIONS))
        )
    try:
        return TypeAdapter(ACTIONS[name]).validate_python(arguments, context={"from_file": True})
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise ValueError(f"{name}: {field}: {first['msg']}") from error


def write_action(action: Action) -> WrittenAction:
    """Return *action* as {name: arguments}, the way a file says it."""
    name = next(name for name, kind in ACTIONS.items() if kind is type(action))
    arguments = TypeAdapter(type(action)).dump_python(action, by_alias=True, exclude_none=True)
    return {name: arguments}


def problems_in_actions(scenario: ScenarioPlan) -> Iterable[Problem]:
    """Yield what is wrong with the actions that injects, contingency rules and decisions of *scenario* name."""
    for path, actions in _written_in(scenario):
        for column, written in enumerate(actions):
            found = _objection_to_written(written, scenario)
            if found:
                yield Problem(path=(*path, column), expected=found)
    for row, decision in enumerate(scenario.exercise.decisions if scenario.exercise is not None else ()):
        if decision.action not in ACTIONS:
            yield Problem(
                ("exercise", "decisions", row, "action"),
                expected=tr('there is no action "{name}"', name=decision.action),
                suggestion=nearest(decision.action, ACTIONS),
            )


def places_of(action: Action) -> tuple[str, ...]:
    """Return the ids of the scenario that *action* touches."""
    values = (getattr(action, field.name) for field in fields(action))
    return tuple(value for value in values if isinstance(value, str))


def _written_in(scenario: ScenarioPlan) -> Iterator[tuple[FieldPath, Sequence[WrittenAction]]]:
    for row, inject in enumerate(scenario.injects):
        yield ("injects", row, "actions"), inject.actions
    for name, measure in scenario.preparedness.items():
        yield ("preparedness", name, "actions"), measure.actions
    for row, rule in enumerate(scenario.contingency):
        yield ("contingency", row, "actions"), rule.actions
        yield ("contingency", row, "then"), rule.then


def _objection_to_written(written: WrittenAction, scenario: ScenarioPlan) -> str | None:
    try:
        return objection(read_action(written), scenario)
    except ValueError as error:
        return str(error)

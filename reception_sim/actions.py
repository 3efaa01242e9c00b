"""The vocabulary of change: what anybody can do to a reception system while it runs, and the journal of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass as plain_dataclass
from dataclasses import fields
from enum import StrEnum
from typing import Annotated, Final, TypeAlias, assert_never

from pydantic import Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.problems import Problem, nearest
from reception_sim.scenario.quantities import AtLeastOne, Count, Duration
from reception_sim.translation import tr


@dataclass(frozen=True, config=FROZEN)
class PostStaff:
    """From now on, post this many people of a role at a station, as far as they are on duty."""

    at: Identifier
    role: Identifier
    count: Count


@dataclass(frozen=True, config=FROZEN)
class CallInStaff:
    """Bring in more people of a role, beyond the roster, for a time."""

    role: Identifier
    count: AtLeastOne
    lasting: Annotated[Duration, Field(gt=0, alias="for")]


@dataclass(frozen=True, config=FROZEN)
class OpenStation:
    """Open a station: it takes people from its queue again."""

    at: Identifier


@dataclass(frozen=True, config=FROZEN)
class CloseStation:
    """Close a station: services that have begun are finished, the queue waits."""

    at: Identifier


@dataclass(frozen=True, config=FROZEN)
class OpenSite:
    """Open a site: it admits people again."""

    at: Identifier


@dataclass(frozen=True, config=FROZEN)
class CloseSite:
    """Close a site to newcomers: they are held back where they are; residents stay."""

    at: Identifier


@dataclass(frozen=True, config=FROZEN)
class ScaleArrivals:
    """Multiply the arrivals planned at an entry point, for a time or from now on.

    The people of the plan still come; a factor above 1 adds others, one below 1 keeps some away.
    """

    at: Identifier
    factor: Annotated[float, Field(ge=0, le=20, allow_inf_nan=False)]
    lasting: Annotated[Duration | None, Field(alias="for")] = None


@dataclass(frozen=True, config=FROZEN)
class SetCount:
    """Set how many vehicles a fleet has; one that is under way finishes its trip."""

    of: Identifier
    to: Count


Action: TypeAlias = (
    PostStaff | CallInStaff | OpenStation | CloseStation | OpenSite | CloseSite | ScaleArrivals | SetCount
)
ACTIONS: Final[Mapping[str, type[Action]]] = {
    "post_staff": PostStaff,
    "call_in_staff": CallInStaff,
    "open_station": OpenStation,
    "close_station": CloseStation,
    "open_site": OpenSite,
    "close_site": CloseSite,
    "scale_arrivals": ScaleArrivals,
    "set_count": SetCount,
}


class Origin(StrEnum):
    """Whose doing an action was."""

    TRAINER = "trainer"
    PLAYER = "player"
    OFFICIAL = "official"


@plain_dataclass(frozen=True)
class JournalEntry:
    """An action that was accepted: when it takes effect (seconds since the start), who took it, and why."""

    time: float
    action: Action
    origin: Origin = Origin.OFFICIAL
    author: str = ""
    reason: str = ""


Journal: TypeAlias = tuple[JournalEntry, ...]


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


def objection(action: Action, scenario: ScenarioPlan) -> str | None:
    """Return why *action* cannot be taken in *scenario*, or None if it can."""
    match action:
        case PostStaff():
            return _objection_to_posting(action, scenario)
        case CallInStaff():
            return _unknown(action.role, scenario.staff, tr("role"))
        case OpenStation() | CloseStation():
            return _unknown(action.at, scenario.stations, tr("station"))
        case OpenSite() | CloseSite():
            return _unknown(action.at, scenario.sites, tr("site"))
        case ScaleArrivals():
            return _unknown(action.at, scenario.entry_points, tr("entry point"))
        case SetCount():
            return _unknown(action.of, scenario.vehicles, tr("fleet"))
        case _:
            assert_never(action)


def problems_in_actions(scenario: ScenarioPlan) -> Iterable[Problem]:
    """Yield what is wrong with the actions that injects and contingency rules of *scenario* name."""
    lists = [(("injects", row), inject.actions) for row, inject in enumerate(scenario.injects)]
    lists += [(("contingency", row), rule.actions) for row, rule in enumerate(scenario.contingency)]
    for path, actions in lists:
        for column, written in enumerate(actions):
            found = _objection_to_written(written, scenario)
            if found:
                yield Problem(path=(*path, "actions", column), expected=found)


def places_of(action: Action) -> tuple[str, ...]:
    """Return the ids of the scenario that *action* touches."""
    values = (getattr(action, field.name) for field in fields(action))
    return tuple(value for value in values if isinstance(value, str))


def _objection_to_written(written: WrittenAction, scenario: ScenarioPlan) -> str | None:
    try:
        return objection(read_action(written), scenario)
    except ValueError as error:
        return str(error)


def _objection_to_posting(action: PostStaff, scenario: ScenarioPlan) -> str | None:
    unknown = _unknown(action.at, scenario.stations, tr("station")) or _unknown(action.role, scenario.staff, tr("role"))
    if unknown or action.role in scenario.stations[action.at].team:
        return unknown
    return tr(
        "no team at {station} needs a {role}",
        station=scenario.title_of(action.at),
        role=scenario.title_of(action.role),
    )


def _unknown(name: str, known: Mapping[str, object], kind: str) -> str | None:
    if name in known:
        return None
    if not known:
        return tr('the scenario has no {kind}, so none is called "{name}"', kind=kind, name=name)
    return tr('there is no {kind} "{name}"; did you mean "{near}"?', kind=kind, name=name, near=nearest(name, known))

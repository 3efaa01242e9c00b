"""What can be done about places and arrivals."""

from typing import Annotated, TypeAlias, assert_never

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.actions.naming import unknown
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import AtLeastOne, Count, Duration
from reception_sim.scenario.stations import QueueOrder
from reception_sim.translation import tr


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
    """Open a site: it admits people, at once or after the time that it takes, in which staff may be bound."""

    at: Identifier
    after: Annotated[Duration, Field(title="Takes", description="Time until it admits people.")] = 0.0
    role: Annotated[
        Identifier | None, Field(title="Made ready by", description="A role whose people are away from their desks.")
    ] = None
    count: Annotated[Count, Field(title="People", description="Of that role.")] = 0


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
class SetPosts:
    """Have so many posts at a station from now on; services that have begun are finished."""

    at: Identifier
    to: Annotated[Count, Field(title="Posts", description="Places where one team can work at once.")]


@dataclass(frozen=True, config=FROZEN)
class SetQueueOrder:
    """See people in another order from now on, those who wait already among them."""

    at: Identifier
    order: Annotated[QueueOrder, Field(title="Queue order", description="Who is seen next.")]


Crossing: TypeAlias = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$",
        title="At",
        description='An entry point, or one lane of it, such as "road.cars".',
    ),
]


@dataclass(frozen=True, config=FROZEN)
class CloseBorder:
    """Let nobody across at an entry point or a lane, for a time or until it is opened; people wait outside."""

    at: Crossing
    lasting: Annotated[
        Duration | None, Field(gt=0, alias="for", title="For", description="Without it until somebody opens it.")
    ] = None


@dataclass(frozen=True, config=FROZEN)
class OpenBorder:
    """Let people across again, whyever the border or the lane was closed; opening hours still hold."""

    at: Crossing


@dataclass(frozen=True, config=FROZEN)
class SetMetering:
    """Let so many persons an hour across at an entry point (by each of its lanes) or by one lane, or all who come."""

    at: Crossing
    per_hour: Annotated[AtLeastOne | None, Field(title="Persons an hour", description="Without it all who come.")] = (
        None
    )


ActionOnPlaces: TypeAlias = (
    OpenStation
    | CloseStation
    | SetPosts
    | SetQueueOrder
    | OpenSite
    | CloseSite
    | ScaleArrivals
    | CloseBorder
    | OpenBorder
    | SetMetering
)


def objection_on_places(action: ActionOnPlaces, scenario: ScenarioPlan) -> str | None:
    """Return why *action* cannot be taken in *scenario*, or None if it can."""
    match action:
        case OpenStation() | CloseStation() | SetPosts() | SetQueueOrder():
            return unknown(action.at, scenario.stations, tr("station"))
        case CloseSite():
            return unknown(action.at, scenario.sites, tr("site"))
        case OpenSite():
            wrong = unknown(action.at, scenario.sites, tr("site"))
            return wrong or (None if action.role is None else unknown(action.role, scenario.staff, tr("role")))
        case ScaleArrivals():
            return unknown(action.at, scenario.entry_points, tr("entry point"))
        case CloseBorder() | OpenBorder() | SetMetering():
            return unknown(action.at, _crossings(scenario), tr("entry point or lane"))
        case _:
            assert_never(action)


def _crossings(scenario: ScenarioPlan) -> dict[str, object]:
    """Return every entry point, and every lane of one as "ENTRY.LANE"."""
    return {**scenario.entry_points, **dict.fromkeys(scenario.lanes())}

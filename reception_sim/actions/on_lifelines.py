"""What can be done about what everything hangs on: roads, power, the network."""

from typing import Annotated, TypeAlias, assert_never

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.actions.naming import unknown
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import Duration
from reception_sim.translation import tr

From: TypeAlias = Annotated[Identifier, Field(alias="from", title="From", description="Where the road begins.")]
To: TypeAlias = Annotated[Identifier, Field(alias="to", title="To", description="Where it leads.")]
Where: TypeAlias = Annotated[Identifier | None, Field(title="At", description="A station; without it everywhere.")]
Lasting: TypeAlias = Annotated[
    Duration | None, Field(gt=0, alias="for", title="For", description="Without it until somebody ends it.")
]


@dataclass(frozen=True, config=FROZEN)
class CloseRoad:
    """Close the way from one place to another, in both directions, for a time or until it is opened.

    Whoever is on the way arrives; others wait where it begins, vehicles where they are.
    """

    origin: From
    destination: To
    lasting: Lasting = None


@dataclass(frozen=True, config=FROZEN)
class OpenRoad:
    """Open a closed way, whyever it was closed."""

    origin: From
    destination: To


@dataclass(frozen=True, config=FROZEN)
class CutPower:
    """Let the power fail at a station, or everywhere, for a time or until it is restored."""

    at: Where = None
    lasting: Lasting = None


@dataclass(frozen=True, config=FROZEN)
class RestorePower:
    """Bring the power back at a station, or everywhere."""

    at: Where = None


@dataclass(frozen=True, config=FROZEN)
class CutNetwork:
    """Let the network fail at a station, or everywhere, for a time or until it is restored."""

    at: Where = None
    lasting: Lasting = None


@dataclass(frozen=True, config=FROZEN)
class RestoreNetwork:
    """Bring the network back at a station, or everywhere."""

    at: Where = None


ActionOnLifelines: TypeAlias = CloseRoad | OpenRoad | CutPower | RestorePower | CutNetwork | RestoreNetwork


def objection_on_lifelines(action: ActionOnLifelines, scenario: ScenarioPlan) -> str | None:
    """Return why *action* cannot be taken in *scenario*, or None if it can."""
    match action:
        case CloseRoad() | OpenRoad():
            return _objection_to_road(action, scenario)
        case CutPower() | RestorePower():
            needing = [name for name, plan in scenario.stations.items() if plan.needs_power]
            return _objection_to_outage(action.at, needing, tr("power"), scenario)
        case CutNetwork() | RestoreNetwork():
            needing = [name for name, plan in scenario.stations.items() if plan.needs_network]
            return _objection_to_outage(action.at, needing, tr("network"), scenario)
        case _:
            assert_never(action)


def _objection_to_road(action: CloseRoad | OpenRoad, scenario: ScenarioPlan) -> str | None:
    places = dict(scenario.places())
    wrong = unknown(action.origin, places, tr("place")) or unknown(action.destination, places, tr("place"))
    ends = (action.origin, action.destination)
    ways = [route for route in scenario.routes if (route.origin, route.destination) == ends]
    if wrong or any(route.by is not None and (route.by.vehicles or route.by.travel_time) for route in ways):
        return wrong
    return tr(
        "there is no road from {origin} to {destination}: only a route with vehicles or a travel time can be closed",
        origin=scenario.title_of(action.origin),
        destination=scenario.title_of(action.destination),
    )


def _objection_to_outage(at: str | None, needing: list[str], what: str, scenario: ScenarioPlan) -> str | None:
    wrong = None if at is None else unknown(at, scenario.stations, tr("station"))
    if wrong or (needing and (at is None or at in needing)):
        return wrong
    if at is None:
        return tr("no station of the plan needs {what}", what=what)
    return tr("{station} needs no {what} in this plan", station=scenario.title_of(at), what=what)

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


@dataclass(frozen=True, config=FROZEN)
class CloseRoad:
    """Close the way from one place to another, in both directions, for a time or until it is opened.

    Whoever is on the way arrives; others wait where it begins, vehicles where they are.
    """

    origin: From
    destination: To
    lasting: Annotated[
        Duration | None, Field(gt=0, alias="for", title="For", description="Without it until it is opened.")
    ] = None


@dataclass(frozen=True, config=FROZEN)
class OpenRoad:
    """Open a closed way, whyever it was closed."""

    origin: From
    destination: To


ActionOnLifelines: TypeAlias = CloseRoad | OpenRoad


def objection_on_lifelines(action: ActionOnLifelines, scenario: ScenarioPlan) -> str | None:
    """Return why *action* cannot be taken in *scenario*, or None if it can."""
    match action:
        case CloseRoad() | OpenRoad():
            return _objection_to_road(action, scenario)
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

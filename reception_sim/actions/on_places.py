"""What can be done about places and arrivals."""

from typing import Annotated, TypeAlias, assert_never

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.actions.naming import unknown
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import Duration
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


ActionOnPlaces: TypeAlias = OpenStation | CloseStation | OpenSite | CloseSite | ScaleArrivals


def objection_on_places(action: ActionOnPlaces, scenario: ScenarioPlan) -> str | None:
    """Return why *action* cannot be taken in *scenario*, or None if it can."""
    match action:
        case OpenStation() | CloseStation():
            return unknown(action.at, scenario.stations, tr("station"))
        case OpenSite() | CloseSite():
            return unknown(action.at, scenario.sites, tr("site"))
        case ScaleArrivals():
            return unknown(action.at, scenario.entry_points, tr("entry point"))
        case _:
            assert_never(action)

"""What only whoever leads an exercise can do: hold the clocks of people, and hurry or delay a vehicle."""

from typing import Annotated, TypeAlias, assert_never

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.actions.naming import unknown
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import Duration
from reception_sim.translation import tr

Of: TypeAlias = Annotated[Identifier, Field(title="Of", description="A fleet.")]
Towards: TypeAlias = Annotated[
    Identifier | None, Field(title="Towards", description="Where it goes; without it anywhere.")
]


@dataclass(frozen=True, config=FROZEN)
class HoldClocks:
    """Hold the clocks of people: no deadline comes nearer and nobody falls ill, while all else goes on."""


@dataclass(frozen=True, config=FROZEN)
class LetClocksRun:
    """Let the clocks of people run again; the time for which they were held does not count."""


@dataclass(frozen=True, config=FROZEN)
class HurryVehicle:
    """Let the vehicle of a fleet that would be there first be there now; if none is under way, one that boards departs.

    It cannot drive through a closed road, nor bring people into a place that is full.
    """

    of: Of
    to: Towards = None


@dataclass(frozen=True, config=FROZEN)
class DelayVehicle:
    """Let the vehicle of a fleet that would be there first be there later; if none is under way, one that boards waits.

    A vehicle that boards departs so much later than it would.
    """

    of: Of
    by: Annotated[Duration, Field(gt=0, title="By", description="How much later.")]
    to: Towards = None


ActionOfTrainers: TypeAlias = HoldClocks | LetClocksRun | HurryVehicle | DelayVehicle


def objection_to_trainers(action: ActionOfTrainers, scenario: ScenarioPlan) -> str | None:
    """Return why *action* cannot be taken in *scenario*, or None if it can."""
    match action:
        case HoldClocks() | LetClocksRun():
            has_clocks = scenario.duties or any(hazard.cases is not None for hazard in scenario.hazards.values())
            return (
                None if has_clocks else tr("no clock of people runs in this scenario: it has no duties and no disease")
            )
        case HurryVehicle() | DelayVehicle():
            return unknown(action.of, scenario.vehicles, tr("fleet")) or _objection_to_way(action, scenario)
        case _:
            assert_never(action)


def _objection_to_way(action: HurryVehicle | DelayVehicle, scenario: ScenarioPlan) -> str | None:
    fleet, place = action.of, action.to
    ways = [route for route in scenario.routes if route.by is not None and route.by.vehicles == fleet]
    if place is None or any(route.destination == place for route in ways):
        return None
    return tr("{fleet} does not go to {place}", fleet=scenario.title_of(fleet), place=scenario.title_of(place))

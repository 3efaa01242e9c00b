"""What help can be called from elsewhere, and what can be found out."""

from typing import Annotated, TypeAlias, assert_never

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.actions.naming import unknown
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import MOST_PERSONS, Count, Duration
from reception_sim.translation import tr


@dataclass(frozen=True, config=FROZEN)
class SendPackage:
    """Call a named package; it is there after its lead time and its travel time, and leaves after its time."""

    package: Annotated[Identifier, Field(title="Package", description="An id of the plan's packages.")]
    to: Annotated[
        Identifier | None, Field(title="To", description="The station at which its staff is posted; else they help.")
    ] = None


@dataclass(frozen=True, config=FROZEN)
class LetHappen:
    """Let a hazard of the plan happen now, for its time."""

    hazard: Annotated[Identifier, Field(title="Hazard", description="An id of the plan's hazards.")]


@dataclass(frozen=True, config=FROZEN)
class ChangePlaces:
    """Extend a site by so many places, or give some up (below 0), after a time in which staff may be bound."""

    at: Annotated[Identifier, Field(title="At", description="A site.")]
    by: Annotated[
        int, Field(strict=True, ge=-MOST_PERSONS, le=MOST_PERSONS, title="Places", description="More, or fewer.")
    ]
    after: Annotated[Duration, Field(title="Takes", description="Time until they can be used.")] = 0.0
    role: Annotated[
        Identifier | None, Field(title="Built by", description="A role whose people are away from their desks for it.")
    ] = None
    count: Annotated[Count, Field(title="People", description="Of that role.")] = 0


@dataclass(frozen=True, config=FROZEN)
class Assess:
    """Make a rapid assessment: after its time people are counted with care, and reports are better for a while."""

    at: Annotated[
        Identifier | None, Field(title="At", description="A station, a site or a border; without it all of them.")
    ] = None


ActionOnSupport: TypeAlias = SendPackage | LetHappen | ChangePlaces | Assess


def objection_on_support(action: ActionOnSupport, scenario: ScenarioPlan) -> str | None:
    """Return why *action* cannot be taken in *scenario*, or None if it can."""
    match action:
        case SendPackage():
            return _objection_to_package(action, scenario)
        case LetHappen():
            return unknown(action.hazard, scenario.hazards, tr("hazard"))
        case ChangePlaces():
            wrong = unknown(action.at, scenario.sites, tr("site"))
            return wrong or (None if action.role is None else unknown(action.role, scenario.staff, tr("role")))
        case Assess():
            return _objection_to_assessment(action, scenario)
        case _:
            assert_never(action)


def _objection_to_assessment(action: Assess, scenario: ScenarioPlan) -> str | None:
    if scenario.knowledge is None or scenario.knowledge.assessment is None:
        return tr("the scenario does not say what an assessment takes")
    return (
        None
        if action.at is None
        else unknown(action.at, scenario.counted_places(), tr("place where people are counted"))
    )


def _objection_to_package(action: SendPackage, scenario: ScenarioPlan) -> str | None:
    wrong = unknown(action.package, scenario.packages, tr("package"))
    if wrong or action.to is None:
        return wrong
    wrong = unknown(action.to, scenario.stations, tr("station"))
    staff = scenario.packages[action.package].staff
    if wrong or not staff or any(role in scenario.stations[action.to].team for role in staff):
        return wrong
    return tr(
        "no team at {station} needs anybody of {package}",
        station=scenario.title_of(action.to),
        package=scenario.title_of(action.package),
    )

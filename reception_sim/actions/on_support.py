"""What help can be called from elsewhere, and what can be found out."""

from typing import Annotated, TypeAlias

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.actions.naming import unknown
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.translation import tr


@dataclass(frozen=True, config=FROZEN)
class SendPackage:
    """Call a named package; it is there after its lead time and its travel time, and leaves after its time."""

    package: Annotated[Identifier, Field(title="Package", description="An id of the plan's packages.")]
    to: Annotated[
        Identifier | None, Field(title="To", description="The station at which its staff is posted; else they help.")
    ] = None


ActionOnSupport: TypeAlias = SendPackage


def objection_on_support(action: ActionOnSupport, scenario: ScenarioPlan) -> str | None:
    """Return why *action* cannot be taken in *scenario*, or None if it can."""
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

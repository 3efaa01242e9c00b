"""What can be done about how people and places are shared out: who goes where, and for whom places are kept."""

from typing import Annotated, TypeAlias, assert_never

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.actions.naming import unknown
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import Count, Share
from reception_sim.translation import tr


@dataclass(frozen=True, config=FROZEN)
class SetShare:
    """Send so large a share of those who leave a place to another one from now on; the others go on as before.

    The ways of the rest keep their proportions. Ways with a condition (`when`) come first, as in the plan.
    """

    origin: Annotated[Identifier, Field(alias="from", title="From", description="The place that people leave.")]
    destination: Annotated[Identifier, Field(alias="to", title="To", description="Where this share of them goes.")]
    share: Annotated[Share, Field(title="Share", description="Of those whom no condition sends elsewhere.")]


@dataclass(frozen=True, config=FROZEN)
class SetSection:
    """Keep so many of a site's places for a section from now on; whoever has a place there keeps it."""

    at: Annotated[
        str,
        Field(
            pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$",
            title="Section",
            description='A section of a site, such as "hall.families".',
        ),
    ]
    to: Annotated[Count, Field(title="Places", description="Of the site's; the rest is open to everybody.")]


ActionOnSharing: TypeAlias = SetShare | SetSection


def objection_on_sharing(action: ActionOnSharing, scenario: ScenarioPlan) -> str | None:
    """Return why *action* cannot be taken in *scenario*, or None if it can."""
    match action:
        case SetShare():
            return _objection_to_share(action, scenario)
        case SetSection():
            return unknown(action.at, dict.fromkeys(scenario.sections()), tr("section"))
        case _:
            assert_never(action)


def _objection_to_share(action: SetShare, scenario: ScenarioPlan) -> str | None:
    places = dict(scenario.places())
    wrong = unknown(action.origin, places, tr("place")) or unknown(action.destination, places, tr("place"))
    choices = [one.destination for one in scenario.routes if one.origin == action.origin and one.when is None]
    if wrong or (action.destination in choices and len(choices) > 1):
        return wrong
    return tr(
        "nobody has the choice to go from {origin} to {destination}: only one of several ways without a condition has "
        "a share",
        origin=scenario.title_of(action.origin),
        destination=scenario.title_of(action.destination),
    )

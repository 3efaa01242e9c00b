"""Who goes with people from station to station: an interpreter with a family, a guardian with a child alone."""

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.route_conditions import RouteCondition


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class EscortPlan:
    """People of a role who each go with one travel group, from a station on, until it has got where it is going.

    Where the role speaks languages, only somebody who speaks the group's own goes with it, and interprets on the way.
    """

    title: Title
    who: RouteCondition = Field(alias="for", title="For whom", description="As far as it is known at the station.")
    role: Identifier = Field(title="Role", description="Who goes with them.")
    begins_at: Identifier = Field(title="Begins at", description="A station: its service waits for one who is free.")
    ends_at: tuple[Identifier, ...] = Field(
        min_length=1,
        title="Ends at",
        description="Stations (after the service), sites and exits; giving up and leaving end it as well.",
    )

"""Where people go next, and by what."""

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import Duration, Share
from reception_sim.scenario.route_conditions import RouteCondition
from reception_sim.scenario.stations import WaitingAreaPlan


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class Carriage:
    """How people get there: by vehicles of a fleet, or on foot when no fleet is named."""

    vehicles: Identifier | None = None
    travel_time: Duration = Field(default=0.0, title="Travel time", description="One way.")
    boarding_area: WaitingAreaPlan | None = Field(
        default=None,
        title="Boarding area",
        description="Where people wait for a vehicle; a full one holds them back at the place before.",
    )


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class RoutePlan:
    """A way from one place to another.

    Of the routes that leave a place, those with *when* are tried in the order of the file; the rest share the
    others.
    """

    origin: Identifier = Field(alias="from", title="From")
    destination: Identifier = Field(alias="to", title="To")
    when: RouteCondition | None = Field(default=None, title="For whom")
    share: Share | None = Field(
        default=None, title="Share", description="Without it everyone who is left takes this route."
    )
    by: Carriage | None = Field(default=None, title="By", description="Without it the way takes no time.")

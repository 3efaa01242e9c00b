"""Where people go next, and by what."""

from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.people import AgeBand, Documents, Language, Movement, SpecificNeed
from reception_sim.scenario.quantities import Duration, Share
from reception_sim.scenario.stations import WaitingAreaPlan
from reception_sim.translation import tr


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class RouteCondition:
    """Which travel groups take a route: all that is said must hold, for at least one member.

    A need counts only once it has been seen; any one of the listed values is enough.
    """

    needs: tuple[SpecificNeed, ...] = ()
    ages: tuple[AgeBand, ...] = ()
    movement: tuple[Movement, ...] = ()
    documents: tuple[Documents, ...] = ()
    languages: tuple[Language, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.needs or self.ages or self.movement or self.documents or self.languages):
            raise ValueError(tr("say at least one of needs, ages, movement, documents, languages"))
        return self


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

"""The sections of a site: who has a place where, such as families, women alone, children alone, people who are ill."""

from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Title
from reception_sim.scenario.quantities import Count, Flag
from reception_sim.scenario.route_conditions import RouteCondition
from reception_sim.translation import tr


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class SectionPlan:
    """Some of a site's places, kept for some people; the first section in the file that is for a group takes it."""

    title: Title
    places: Count = Field(title="Places", description="Of the site's places.")
    who: RouteCondition | None = Field(
        default=None, alias="for", title="For whom", description="Without it for everybody."
    )
    only_here: Flag = Field(
        default=False,
        title="Only here",
        description="Those whom it is for wait for a place here rather than take one elsewhere in the site.",
    )
    isolation: Flag = Field(
        default=False,
        title="Isolation",
        description="Kept free for people who fall ill while a hazard brings cases, and for those they travel with.",
    )

    @model_validator(mode="after")
    def _isolation_is_for_the_ill(self) -> Self:
        if self.isolation and (self.who is not None or self.only_here):
            raise ValueError(tr("isolation is for people who fall ill: leave out for and only_here"))
        return self

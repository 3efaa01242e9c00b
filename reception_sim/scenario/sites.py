"""Where people stay, and the exits by which they leave the reception system."""

from enum import StrEnum
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.distributions import (
    Constant,
    Exponential,
    Gamma,
    Lognormal,
    Normal,
    Triangular,
    Uniform,
)
from reception_sim.scenario.parts import FROZEN, ON_THE_MAP, Identifier, Position, Title
from reception_sim.scenario.people import Nationality
from reception_sim.scenario.quantities import Amount, Count, Duration, Flag, Share, SquareMetres
from reception_sim.scenario.sections import SectionPlan
from reception_sim.scenario.sector_names import Sector
from reception_sim.translation import tr


class SiteKind(StrEnum):
    """What kind of place people stay in."""

    HOTSPOT = "hotspot"
    RECEPTION_CENTRE = "reception centre"
    TRANSIT_CENTRE = "transit centre"
    CAMP = "camp"
    COLLECTIVE_CENTRE = "collective centre"
    HOST_FAMILIES = "host families"
    MUNICIPALITY = "municipality"


class WhenFull(StrEnum):
    """What a site does with people who come when every place is taken."""

    ADMIT_ANYWAY = "admit anyway"
    SHELTER_OUTSIDE = "shelter outside"
    HOLD_UPSTREAM = "hold upstream"
    NEXT_SITE = "next site"


class ExitKind(StrEnum):
    """How people leave the reception system."""

    LOCAL_INTEGRATION = "local integration"
    RELOCATION = "relocation"
    RESETTLEMENT = "resettlement"
    RETURN = "return"
    ONWARD_TRANSFER = "onward transfer"
    ONWARD_MOVEMENT = "onward movement"
    EVACUATION_HOME = "evacuation home"
    FAMILY_REUNIFICATION = "family reunification"
    VOLUNTARY_RETURN = "voluntary return"
    READMISSION = "readmission"
    ABSCONDING = "absconding"


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class UntilTransferred:
    """A stay that lasts until a vehicle takes the travel group onward."""

    distribution: Literal["until transferred"]


Stay: TypeAlias = Annotated[
    UntilTransferred
    | Constant[Duration]
    | Uniform[Duration]
    | Triangular[Duration]
    | Exponential[Duration]
    | Lognormal[Duration]
    | Gamma[Duration]
    | Normal[Duration],
    Field(discriminator="distribution"),
]


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class SitePlan:
    """A place where people stay for a time."""

    title: Title
    kind: SiteKind
    capacity: Count = Field(title="Places", description="Persons who can be sheltered.")
    when_full: WhenFull = Field(
        title="When full", description="What happens to people who come when every place is taken."
    )
    stay: Stay = Field(title="Length of stay", description="Or until a vehicle takes people on.")
    next_site: Identifier | None = Field(
        default=None, title="Next site", description='Where people go when this one is full ("next site").'
    )
    during_stay: tuple[Identifier, ...] = Field(
        default=(),
        title="During the stay",
        description="Stations that residents queue for from here, in order.",
    )
    at_most: Amount | None = Field(
        default=None,
        title="At most",
        description="Times its places: beyond that nobody more comes in, whatever happens when it is full.",
    )
    sections: dict[Identifier, SectionPlan] = Field(
        default_factory=dict,
        title="Sections",
        description="Places kept for some people, in the order in which they are tried; the rest is open to everybody.",
    )
    covered_area_m2: SquareMetres | None = Field(default=None, title="Covered area")
    toilets: Count | None = Field(default=None, title="Toilets")
    showers: Count | None = Field(default=None, title="Showers")
    taps: Count | None = Field(default=None, title="Water taps")
    water_l_per_day: Amount | None = Field(
        default=None, title="Water", description="That can be had each day.", json_schema_extra={"unit": "l/day"}
    )
    school_places: Count | None = Field(
        default=None, title="Places at school", description="For children of 5 to 17 years who stay here."
    )
    consultations_per_day: Amount | None = Field(
        default=None, title="Consultations", description="That clinics here can give those who stay, each day."
    )
    consultations_each_a_day: Amount | None = Field(
        default=None, title="Consultations needed", description="By each person, a day: 0.01 is four a year."
    )
    sector: Sector | None = Field(default=None, title="Sector", description="Of IOM's crisis framework (MCOF).")
    toilets_by_sex: Flag | None = Field(
        default=None, title="Toilets by sex", description="Apart, with doors that lock."
    )
    toilet_distance_m: Amount | None = Field(
        default=None, title="Way to the toilets", description="From the farthest shelter, in metres."
    )
    lit: Share | None = Field(default=None, title="Lit at night", description="Share of the ways and toilets.")
    position: Position | None = Field(default=None, description=ON_THE_MAP)

    @model_validator(mode="after")
    def _parts_belong_together(self) -> Self:
        if (self.when_full is WhenFull.NEXT_SITE) != (self.next_site is not None):
            raise ValueError(tr('when_full = "next site" and next_site = "..." belong together'))
        if sum(section.places for section in self.sections.values()) > self.capacity:
            raise ValueError(tr("the sections have more places than the site"))
        if self.at_most is not None and self.at_most < 1:
            raise ValueError(tr("at_most is 1 or more: a site is not full before its places are taken"))
        if (self.consultations_per_day is None) != (self.consultations_each_a_day is None):
            raise ValueError(tr("consultations_per_day and consultations_each_a_day belong together"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ExitPlan:
    """A named way out of the reception system."""

    title: Title
    kind: ExitKind
    country: Nationality | None = Field(
        default=None, title="Country", description="Where it leads, as ISO 3166 code, for example TUN."
    )
    position: Position | None = Field(default=None, description=ON_THE_MAP)

    @property
    def going_to(self) -> str:
        """Return its title, with the country where it leads if the plan says so."""
        return self.title if self.country is None else f"{self.title} ({self.country})"

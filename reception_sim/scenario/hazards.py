"""Hazards: weather, disease, incidents, which slow stations, close places and cost places to stay for a time."""

from enum import StrEnum
from typing import Annotated, Final, Self, TypeAlias

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.distributions import DurationDistribution
from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.quantities import Amount, AtLeastOne, Duration, Moment, Pace
from reception_sim.translation import tr

Positive: TypeAlias = Annotated[Amount, Field(gt=0)]


class HazardKind(StrEnum):
    """What kind of hazard it is."""

    HEAT = "heat"
    COLD = "cold"
    RAIN = "rain"
    STORM = "storm"
    FLOOD = "flood"
    DISEASE = "disease alert"
    SECURITY_INCIDENT = "security incident"
    OTHER = "other"


WEATHER: Final = frozenset(
    (HazardKind.HEAT, HazardKind.COLD, HazardKind.RAIN, HazardKind.STORM, HazardKind.FLOOD)
)  # in which people need a roof


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class CasesPlan:
    """People who fall ill in sites while the hazard lasts; they go to isolation with those they travel with."""

    at: tuple[Identifier, ...] = Field(min_length=1, title="Where", description="Sites.")
    per_1000_a_day: Amount = Field(
        gt=0, title="Cases a day", description="For each 1,000 persons there; the same from beginning to end."
    )
    infects_a_day: Amount = Field(
        default=0.0,
        title="Infects a day",
        description="Persons whom a case that is not isolated infects where nobody has had it; 0: nobody.",
    )
    isolated_for: DurationDistribution = Field(
        title="Isolated for", description="Without leaving the site; who is not isolated infects others for so long."
    )


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class HazardPlan:
    """Something that happens to the reception system for a time: at planned moments, or when an action lets it."""

    title: Title
    kind: HazardKind
    lasts: Duration = Field(gt=0, title="Lasts", description="From its beginning to its end.")
    at: tuple[Moment, ...] = Field(default=(), title="When", description="Planned beginnings; none: by action alone.")
    slows: dict[Identifier, Pace] = Field(
        default_factory=dict, title="Slows", description="Stations, each with the pace of their work meanwhile."
    )
    closes: tuple[Identifier, ...] = Field(
        default=(), title="Closes", description="Stations, sites (to newcomers) and entry points meanwhile."
    )
    takes_places: dict[Identifier, AtLeastOne] = Field(
        default_factory=dict, title="Takes places", description="Of sites: places that cannot be used meanwhile."
    )

    needs_more: dict[Identifier, Positive] = Field(
        default_factory=dict,
        title="Needs more",
        description="Supplies, each with what daily use is multiplied by meanwhile: water in the heat.",
    )
    cases: CasesPlan | None = Field(default=None, title="Cases", description="Of a disease, in sites.")

    @model_validator(mode="after")
    def _does_something(self) -> Self:
        if not (self.slows or self.closes or self.takes_places or self.needs_more or self.cases):
            raise ValueError(tr("say what it does: slows, closes, takes_places, needs_more or cases"))
        return self

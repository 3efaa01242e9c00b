"""Duties of care, legal and humanitarian clocks: what is owed to whom, and within which time."""

from enum import StrEnum
from typing import Annotated, Final, Self, TypeAlias

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.people import AgeBand, Movement, Sex, SpecificNeed
from reception_sim.scenario.quantities import Duration, Flag
from reception_sim.scenario.stations import Activity
from reception_sim.translation import tr

ARRIVAL: Final = "arrival"
NEED_SEEN: Final = "need seen"
ClockStart: TypeAlias = Annotated[str, Field(pattern=r"^(arrival|need seen|[a-z][a-z0-9_]*)$", max_length=60)]


class DutyKind(StrEnum):
    """What a time limit is: owed as care, set by law, or by humanitarian practice."""

    DUTY_OF_CARE = "duty of care"
    LEGAL_CLOCK = "legal clock"
    HUMANITARIAN_CLOCK = "humanitarian clock"


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class RightsHolders:
    """To whom a duty is owed, person by person: all that is said must hold, any one of the listed values is enough."""

    needs: tuple[SpecificNeed, ...] = Field(default=(), description="Present in the person, seen or not.")
    ages: tuple[AgeBand, ...] = ()
    sexes: tuple[Sex, ...] = ()
    movement: tuple[Movement, ...] = ()
    children_alone: Flag | None = Field(
        default=None, title="Children alone", description="Whether no adult is with them; false means everybody else."
    )


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class DutyEnd:
    """What ends a duty's clock: the first of all that is said."""

    activities: tuple[Activity, ...] = Field(default=(), description="Seen at any station that does this.")
    stations: tuple[Identifier, ...] = Field(default=(), description="Seen at one of these stations.")
    sheltered_in: tuple[Identifier, ...] = Field(
        default=(), title="Sheltered in", description="Has a place in one of these sites."
    )
    leaving: tuple[Identifier, ...] = Field(default=(), description="Leaves one of these sites.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.activities or self.stations or self.sheltered_in or self.leaving):
            raise ValueError(tr("say at least one of activities, stations, sheltered_in, leaving"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class DutyPlan:
    """A clock that runs for each person it is for, until something is done for them."""

    title: Title
    kind: DutyKind = Field(
        description="Of a duty of care the clock stops when the service begins, of any other when it is done."
    )
    within: Duration = Field(gt=0, title="Within", description="The time there is.")
    until: DutyEnd = Field(title="Until", description="What stops the clock.")
    source: str = Field(description="Where the limit comes from; say so if it is a planning assumption.")
    since: ClockStart = Field(
        alias="from",
        title="From",
        description='What starts the clock: "arrival", "need seen" (one of the needs it is for), or entering a site.',
    )
    whom: RightsHolders | None = Field(default=None, alias="for", title="For", description="Without it everybody.")

    @model_validator(mode="after")
    def _knows_which_need(self) -> Self:
        if self.since == NEED_SEEN and not (self.whom is not None and self.whom.needs):
            raise ValueError(tr('a clock from "need seen" must say for which needs it is'))
        return self

"""With whom: the people of each role, and their shifts."""

from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.people import Language
from reception_sim.scenario.quantities import AtLeastOne, Count, Days, Duration, Hours, Moment, Money, Pace, Share
from reception_sim.scenario.rolls import RollPlan, VolunteerPlan
from reception_sim.scenario.skills import FatiguePlan, TrainingPlan
from reception_sim.scenario.working_time import BreakPlan, LabourPlan, OvertimePlan
from reception_sim.translation import tr


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ShiftPlan:
    """How many people of a role are on duty at which hours of which days."""

    days: Days = Field(description="Of the week, by the day on which the shift begins.")
    hours: Hours = Field(description="Local time; a shift may pass midnight.")
    count: Count = Field(description="People of the role.")
    since: Moment | None = Field(default=None, alias="from", description="First moment at which the shift may start.")
    until: Moment | None = Field(default=None, description="Moment from which the shift no longer starts.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class StaffPlan:
    """The people of one role."""

    title: Title
    shifts: tuple[ShiftPlan, ...] = Field(description="Who is on duty when; several shifts add up.")
    agency: str = Field(default="", description="For whom they work.")
    hourly_cost: Money | None = Field(default=None, title="Cost an hour")
    absence: Share = Field(default=0.0, title="Absence", description="Share of people missing from each shift.")
    languages: tuple[Language, ...] | None = Field(
        default=None, title="Languages", description="What interpreters of this role speak between them."
    )
    speaks: dict[Language, AtLeastOne] = Field(
        default_factory=dict,
        title="Speaks",
        description="Of interpreters who are called to a service by language: how many speak each.",
    )
    women: Share | None = Field(default=None, title="Women", description="Share of the role's people.")
    training: TrainingPlan | None = Field(
        default=None, title="Training", description="How far they are from fully trained people."
    )
    fatigue: FatiguePlan | None = Field(default=None, title="Fatigue", description="After long hours.")
    breaks: BreakPlan | None = Field(default=None, title="Breaks", description="In every shift, by turns.")
    handover: Duration = Field(
        default=0.0, title="Handover", description="At the start of a shift, in which its people see nobody yet."
    )
    overtime: OvertimePlan | None = Field(
        default=None, title="Overtime", description="Without it people go when their shift ends."
    )
    labour: LabourPlan | None = Field(
        default=None, title="Labour rules", description="What a roster that is searched for must keep."
    )
    roll: RollPlan | None = Field(
        default=None, title="Roll", description="How many people there are; without it every shift is filled."
    )
    stands_in_for: dict[Identifier, Pace] = Field(
        default_factory=dict,
        title="Stand in for",
        description="Roles in whose place they work when nobody of them is free, each with their pace there.",
    )
    volunteers: VolunteerPlan | None = Field(
        default=None, title="Volunteers", description="The role's people work unpaid."
    )
    at: dict[Identifier, Count] = Field(
        default_factory=dict,
        title="Posted at",
        description="Where they are posted; those left over help where the wait is longest.",
    )

    @model_validator(mode="after")
    def _volunteers_are_unpaid(self) -> Self:
        if self.volunteers is not None and self.hourly_cost:
            raise ValueError(tr("volunteers are unpaid: leave out hourly_cost"))
        return self

"""The people there are of a role: their rest between duties, those on call, volunteers."""

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN
from reception_sim.scenario.quantities import AtLeastOne, Duration, Flag, Number, Share


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class OnCallPlan:
    """People of the roll who can be called in beyond the shifts."""

    people: AtLeastOne = Field(title="People", description="Called in at a time, at most.")
    while_waiting: Duration = Field(
        title="While waiting", description="They are called when somebody has waited for the role longer than this."
    )
    for_absent: Flag = Field(
        default=False,
        title="For the absent",
        description="They are called in place of people missing from a shift too.",
    )
    lead_time: Duration = Field(title="Lead time", description="From the call until they are there.")
    lasts: Duration = Field(gt=0, title="Lasts", description="How long they stay.")
    pay: Number = Field(default=1.0, ge=1, title="Pay", description="Times the cost of an hour, while they are there.")
    standby_pay: Share = Field(
        default=0.0, title="Standby pay", description="Share of the cost of an hour, for each of them and every hour."
    )


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class RollPlan:
    """The people there are of a role, from whom shifts are filled: nobody comes on before having rested."""

    people: AtLeastOne = Field(title="People", description="Of the role, on and off duty.")
    rest: Duration = Field(title="Rest", description="Between the end of one duty and the beginning of the next.")
    on_call: OnCallPlan | None = Field(default=None, title="On call")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class VolunteerPlan:
    """People who work unpaid: they come less often as time goes by."""

    half_after: Duration = Field(
        gt=0,
        title="Half after",
        description="From the start until only half as many still come; half of them again later.",
    )

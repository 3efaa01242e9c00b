"""How people of a role work: breaks, handover and overtime within their shifts, and the rules of labour."""

from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN
from reception_sim.scenario.quantities import (
    DAY,
    HOUR,
    AtLeastOne,
    ClockTime,
    Count,
    Duration,
    Number,
    format_duration,
)
from reception_sim.translation import tr


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class BreakPlan:
    """A break in every shift; people take it in turns, so that some stay at their desks."""

    after: Duration = Field(gt=0, title="After", description="Time on duty before the first of them go.")
    lasts: Duration = Field(gt=0, title="Lasts", description="The break of each of them.")
    turns: AtLeastOne = Field(default=1, title="Turns", description="In so many parts they go, one after another.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class OvertimePlan:
    """People stay on after their shift while others still wait for long."""

    at_most: Duration = Field(gt=0, title="At most", description="Time beyond the shift.")
    while_waiting: Duration = Field(
        title="While waiting", description="They stay while somebody has waited for them longer than this."
    )
    pay: Number = Field(default=1.0, ge=1, title="Pay", description="Times the cost of an hour.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class LabourPlan:
    """What a roster that is searched for must keep; a run itself does not look at it.

    The usual values are those of Directive 2003/88/EC, articles 3 and 6.
    """

    people: Count | None = Field(
        default=None, title="People", description="How many there are for the roster; without it as many as are needed."
    )
    hours_a_week: Duration = Field(
        default=48 * HOUR, gt=0, le=7 * DAY, title="Hours a week", description="Of one person at most."
    )
    rest: Duration = Field(
        default=11 * HOUR, lt=DAY, title="Rest", description="Between two shifts of one person, who works one a day."
    )
    lengths: tuple[Duration, ...] = Field(
        default=(), title="Shift lengths", description="That may be worked; without any, shifts stay as they are."
    )
    begins: tuple[ClockTime, ...] = Field(
        default=(), title="Shifts begin", description="Times of day at which shifts of these lengths may begin."
    )

    @model_validator(mode="after")
    def _shifts_can_be_worked(self) -> Self:
        if bool(self.lengths) != bool(self.begins):
            raise ValueError(tr("say both how long shifts may be and when they may begin, or neither"))
        longest = min(DAY - self.rest, self.hours_a_week)
        if any(not 0 < length <= longest for length in self.lengths):
            raise ValueError(
                tr(
                    "the rest and the hours a week allow shifts of {longest} at most",
                    longest=format_duration(longest),
                )
            )
        return self

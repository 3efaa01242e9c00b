"""How an exercise over a scenario is prepared: who plays, how fast time passes, what may be decided and known."""

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier, Title
from reception_sim.scenario.quantities import MINUTE, Count, Duration, Flag, Moment, Money, Share


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class CellPlan:
    """A group of participants, by its role: no names are needed."""

    title: Title
    role: str = Field(default="", max_length=20_000, description="What it does in the exercise.")
    participants: Count = Field(default=0, description="How many there are.")
    plays: Flag = Field(default=True, description="Whether it decides; those who lead or observe do not.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class DecisionPlan:
    """What players may decide. Without any they may decide everything, at once and for nothing."""

    action: str = Field(description="The name of an action.")
    cells: tuple[Identifier, ...] = Field(default=(), description="Which cells may decide it; none is every one.")
    lead_time: Duration = Field(default=0.0, description="Between the decision and its effect.")
    cost: Money = Field(
        default=0.0,
        description="Of one: of each person called in, of each place, of each vehicle or kit more than there are.",
    )


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ExercisePlan:
    """An exercise as it is prepared; it can still be changed in the window before it is led."""

    starts: Moment | None = Field(
        default=None, title="STARTEX", description="When play begins; until then the picture settles."
    )
    ends: Moment | None = Field(
        default=None, title="ENDEX", description="When play is planned to end; without it, with the scenario."
    )
    an_hour_takes: Duration = Field(
        default=4 * MINUTE, gt=0, title="An hour takes", description="How long an hour of the scenario is in the room."
    )
    cells: dict[Identifier, CellPlan] = Field(default_factory=dict, description="Who takes part.")
    decisions: tuple[DecisionPlan, ...] = ()
    budget: Money | None = Field(default=None, description="What players can spend; without it, as much as they want.")
    report_delay: Duration = Field(default=0.0, title="Report delay", description="How late players learn a count.")
    report_error: Share = Field(
        default=0.0, title="Report error", description="By up to which share a count that they learn is off."
    )
    assessed: tuple[Identifier, ...] | None = Field(
        default=None, description="The places of which they know from the start; without it, every place."
    )
    forecasts: Flag = Field(default=False, description="Whether players may see forecasts.")

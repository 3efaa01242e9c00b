"""What the coordinator knows of the people at each place: reports that are late and not exact, and assessments."""

from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.distributions import DurationDistribution
from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import Count, Duration, Share
from reception_sim.translation import tr


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class AssessmentPlan:
    """A rapid assessment: people go and count, and reports are better for a time."""

    takes: Duration = Field(title="Takes", description="From the decision until the count is known.")
    error: Share = Field(title="Error", description="As that of reports: of the assessment, and of later reports.")
    delay: Duration = Field(default=0.0, title="Delay", description="Of reports from then on.")
    lasts: Duration = Field(title="Lasts", description="How long reports stay as good.")
    role: Identifier | None = Field(
        default=None, title="Made by", description="A role whose people are away from their desks meanwhile."
    )
    count: Count = Field(default=0, title="People", description="Of that role.")

    @model_validator(mode="after")
    def _people_have_a_role(self) -> Self:
        if self.count and self.role is None:
            raise ValueError(tr("say of which role the people are"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class KnowledgePlan:
    """Situation reports: how many people queue, stay in a site or wait before a border, as far as one can tell."""

    every: Duration = Field(gt=0, title="Reports every", description="Each place counts its people so often.")
    delay: DurationDistribution = Field(title="Delay", description="From the count until the coordinator knows it.")
    error: Share = Field(
        title="Error",
        description="Standard deviation of a count, as a share of the true number; two in three are closer.",
    )
    assessment: AssessmentPlan | None = Field(
        default=None, title="Assessment", description="What an assessment takes and gives; none can be made without it."
    )

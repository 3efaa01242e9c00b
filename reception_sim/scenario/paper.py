"""What a desk does without power, network or equipment: it works on paper, and types in later."""

from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN
from reception_sim.scenario.quantities import Duration


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class PaperPlan:
    """Work on paper while power, network or equipment is missing; each form is typed in when nobody waits."""

    pace: Annotated[float, Field(gt=0, le=1, strict=True, allow_inf_nan=False)] = Field(
        description="Of usual: at 0.5 a service takes twice as long."
    )
    typing_in: Duration = Field(
        title="Typing in", description="Of one form: one a person, or one a travel group where service is per group."
    )

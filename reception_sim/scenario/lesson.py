"""A short lesson for a class: one idea, told as a question, something to try, and what is to be seen."""

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class LessonPlan:
    """What a class is asked before the run, what it tries, and what it can then see."""

    question: str = Field(min_length=1, description="Asked before anything is run.")
    tries: tuple[str, ...] = Field(min_length=1, alias="try", description="What to do, one step after another.")
    see: str = Field(min_length=1, description="What the run shows, and why.")

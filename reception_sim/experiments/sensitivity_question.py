"""Which assumptions matter: the question, as ranges within which fields of a scenario may lie."""

from dataclasses import dataclass

from reception_sim.experiments.questions import QuestionError
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.planned import planned_persons
from reception_sim.translation import tr


@dataclass(frozen=True)
class Span:
    """A field of the scenario, and between which values it may lie.

    *low* and *high* are factors of what is planned. *sourced* tells whether somebody has published the range or the
    field's value; *stated* whether the scenario states the range, or it is the usual one for an assumption.
    """

    field: str
    low: float
    high: float
    reason: str
    sourced: bool
    stated: bool


@dataclass(frozen=True)
class SensitivityQuestion:
    """How the scenario's indicators answer to one, two or many of its fields.

    One span is swept in *points* steps, two give a grid of *points* by *points*, more are sampled at *points* points
    of a Latin hypercube; None takes as many as are usual. No spans: all that the scenario states, and one for each
    of its assumptions that no range is about. Every point is simulated *runs_per_point* times.
    """

    scenario: ScenarioPlan
    spans: tuple[Span, ...] = ()
    seed: int = 1
    points: int | None = None
    runs_per_point: int = 2

    def __post_init__(self) -> None:
        if (self.points is not None and self.points < 2) or self.runs_per_point < 1:
            raise QuestionError(tr("at least 2 points and a run at each are needed"))
        if not planned_persons(self.scenario):
            raise QuestionError(tr("nobody arrives in this scenario: nothing in it matters"))

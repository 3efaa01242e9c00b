"""What can be wrong with a question for the capacity before any run, in a sentence."""

from reception_sim.experiments.contradictions import contradiction_in
from reception_sim.experiments.questions import QuestionError
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.planned import planned_arrivals
from reception_sim.translation import tr


def require_sense(scenario: ScenarioPlan) -> None:
    """Raise QuestionError if nobody comes, nothing is asked for, or two standards cannot both be met."""
    if not scenario.standards:
        raise QuestionError(tr("the scenario has no standards: a capacity is the most that meets them"))
    if planned_arrivals(scenario) <= 0:
        raise QuestionError(tr("nobody is planned to arrive: there are no arrivals to multiply"))
    contradiction = contradiction_in(scenario.standards)
    if contradiction:
        raise QuestionError(contradiction)

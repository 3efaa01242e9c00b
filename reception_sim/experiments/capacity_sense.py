"""What can be wrong with a question for the capacity before any run, in a sentence."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from reception_sim.experiments.questions import QuestionError
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.planned import planned_arrivals
from reception_sim.scenario.standards import StandardPlan
from reception_sim.translation import tr


def require_sense(scenario: ScenarioPlan) -> None:
    """Raise QuestionError if nobody comes, nothing is asked for, or two standards cannot both be met."""
    if not scenario.standards:
        raise QuestionError(tr("the scenario has no standards: a capacity is the most that meets them"))
    if planned_arrivals(scenario) <= 0:
        raise QuestionError(tr("nobody is planned to arrive: there are no arrivals to multiply"))
    for one, other in contradictions(scenario.standards):
        raise QuestionError(
            tr(
                "two standards contradict each other: {indicator}{place} at least {low} and at most {high}",
                indicator=one.indicator,
                place=tr(" at {place}", place=one.at) if one.at else "",
                low=f"{one.limit:g}",
                high=f"{other.limit:g}",
            )
        )


def contradictions(standards: Sequence[StandardPlan]) -> Iterator[tuple[StandardPlan, StandardPlan]]:
    """Yield pairs of standards of which the first asks for at least more than the second allows at most."""
    for pair in combinations(standards, 2):
        for low, high in (pair, pair[::-1]):
            is_same = (low.indicator, low.at) == (high.indicator, high.at)
            if is_same and low.at_least is not None and high.at_most is not None and low.at_least > high.at_most:
                yield low, high

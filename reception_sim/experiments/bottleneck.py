"""The bottleneck: which one more of what helps most, each compared with the scenario as it is."""

import math
from collections.abc import Generator

from typing_extensions import override

from reception_sim.experiments.additions import additions
from reception_sim.experiments.answers import Addition, BottleneckAnswer, Comparison, Effect, Ending
from reception_sim.experiments.comparing import Comparing
from reception_sim.experiments.criteria import Criterion
from reception_sim.experiments.inquiries import Inquiry, Step
from reception_sim.experiments.questions import BottleneckQuestion, CompareQuestion, QuestionError
from reception_sim.experiments.workplaces import Workplace
from reception_sim.translation import tr


class FindingBottleneck(Inquiry[BottleneckAnswer]):
    """A comparison of as many alternatives as there are additions; the intervals hold for all of them together."""

    def __init__(self, question: BottleneckQuestion, workplace: Workplace) -> None:
        self._question = question
        self._additions = _chosen(question)
        alternatives = tuple(one.alternative for one in self._additions)
        self._comparing = Comparing(
            CompareQuestion(
                scenario=question.scenario,
                alternatives=alternatives,
                criteria=question.criteria,
                precision=question.precision,
                indifference=question.indifference,
                trifle=question.trifle,
                steer_by=question.steer_by,
                seed=question.seed,
            ),
            workplace,
        )

    @override
    def steps(self) -> Generator[Step]:
        yield from self._comparing.steps()

    @override
    def answer(self, cut_short: Ending | None = None) -> BottleneckAnswer:
        comparison = self._comparing.answer(cut_short)
        ranked = (_ranked(criterion, self._additions, comparison) for criterion in self._question.criteria)
        return BottleneckAnswer(self._question, comparison, tuple(effect for effects in ranked for effect in effects))


def _chosen(question: BottleneckQuestion) -> tuple[Addition, ...]:
    offered = {one.id: one for one in additions(question.scenario)}
    wanted = tuple(offered) if question.additions is None else question.additions
    unknown = next((one for one in wanted if one not in offered), None)
    if unknown is not None:
        raise QuestionError(
            tr('one more "{id}" is nothing that can be added; there are {ids}', id=unknown, ids=", ".join(offered))
        )
    if not wanted:
        raise QuestionError(tr("the scenario has nothing of which one more could be had"))
    return tuple(offered[one] for one in wanted)


def _ranked(criterion: Criterion, chosen: tuple[Addition, ...], comparison: Comparison) -> list[Effect]:
    """Return the effects on one criterion, the largest improvement first; what could not be measured last."""
    by_alternative = {one.alternative: one for one in comparison.differences if one.criterion == criterion}
    effects = [Effect(one, by_alternative[one.alternative.id]) for one in chosen]
    better = 1 if criterion.more_is_better else -1
    return sorted(effects, key=lambda one: -_gain(one.difference.estimate.mean * better))


def _gain(value: float) -> float:
    return -math.inf if math.isnan(value) else value

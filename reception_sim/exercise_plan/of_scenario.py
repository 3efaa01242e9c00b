"""An exercise made from a scenario: what its file says of one, and what is usual for what it leaves open."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from reception_sim.exercise_plan.exercise import Cell, DecisionRule, Exercise, Objective, PlayersView
from reception_sim.exercise_plan.injects import (
    AfterInject,
    AtTime,
    ExpectedAction,
    MselInject,
    OnCondition,
    OnHand,
    When,
)
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.scenario.exercise_frame import ExercisePlan
from reception_sim.scenario.exercise_parts import InjectPlan
from reception_sim.scenario.quantities import HOUR, Moment
from reception_sim.translation import tr

_SHORT: Final = 200  # characters of a short text in an exercise

Clock = Callable[[Moment], float]


def exercise_of(scenario: ScenarioPlan) -> Exercise:
    """Return the exercise that *scenario* brings; if its file says nothing of one, one cell may decide everything."""
    frame = scenario.exercise or ExercisePlan()
    clock = _clock_of(scenario)
    return Exercise(
        title=scenario.title,
        summary=scenario.summary,
        place=scenario.place[:_SHORT],
        startex=0.0 if frame.starts is None else clock(frame.starts),
        endex=None if frame.ends is None else clock(frame.ends),
        pace=HOUR / frame.an_hour_takes,
        cells=_cells(frame),
        objectives={
            name: Objective(title=plan.title, capability=plan.capability[:_SHORT], criteria=plan.criteria)
            for name, plan in scenario.objectives.items()
        },
        injects=tuple(_inject(plan, clock) for plan in scenario.injects),
        decisions=tuple(
            DecisionRule(action=plan.action, cells=plan.cells, lead_time=plan.lead_time, cost=plan.cost)
            for plan in frame.decisions
        ),
        budget=frame.budget,
        view=PlayersView(
            delay=frame.report_delay,
            error=frame.report_error,
            assessed=frame.assessed,
            forecasts=frame.forecasts,
        ),
    )


def without_injects(scenario: ScenarioPlan) -> ScenarioPlan:
    """Return the scenario that an exercise runs: its injects are sent by the exercise, not by the model as well."""
    return replace(scenario, injects=())


def _clock_of(scenario: ScenarioPlan) -> Clock:
    """Return what tells how long after the start a moment is (s); before the start there is no time."""
    calendar = Calendar.of(scenario)
    return lambda moment: max(calendar.seconds(moment), 0.0)


def _cells(frame: ExercisePlan) -> dict[str, Cell]:
    if not frame.cells:
        return {"coordination": Cell(title=tr("Coordination"))}
    return {
        name: Cell(title=plan.title, role=plan.role, participants=plan.participants, plays=plan.plays)
        for name, plan in frame.cells.items()
    }


def _inject(plan: InjectPlan, clock: Clock) -> MselInject:
    return MselInject(
        number=plan.number,
        title=plan.title,
        kind=plan.kind,
        when=_when(plan, clock),
        sender=plan.sender[:_SHORT],
        recipients=plan.cells,
        by=plan.by[:_SHORT],
        text=plan.text,
        expected=_expected(plan),
        objective=plan.objective,
        sector=plan.sector,
        place=plan.place,
        actions=plan.actions,
        guidance=plan.guidance,
        remarks=plan.recipient,
    )


def _when(plan: InjectPlan, clock: Clock) -> When:
    if plan.at is not None:
        return AtTime(at=clock(plan.at))
    if plan.after is not None:
        return AfterInject(number=plan.after.inject, delay=plan.after.delay)
    if plan.on_hand:
        return OnHand()
    return OnCondition(
        condition=plan.when,
        lasting=plan.lasting,
        since=0.0 if plan.not_before is None else clock(plan.not_before),
        by=None if plan.judged_at is None else clock(plan.judged_at),
    )


def _expected(plan: InjectPlan) -> ExpectedAction | None:
    if not plan.expected_action:
        return None
    if plan.expected is None:
        return ExpectedAction(text=plan.expected_action)
    seen = plan.expected
    return ExpectedAction(
        text=plan.expected_action,
        condition=seen.when,
        lasting=seen.lasting,
        within=seen.within,
        expires=seen.expires,
        points=seen.points,
        contingency=seen.contingency,
    )

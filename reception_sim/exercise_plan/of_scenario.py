"""An exercise made from a scenario: the injects and objectives that its file names become those of the exercise."""

from dataclasses import replace

from reception_sim.exercise_plan.exercise import Cell, Exercise, Objective
from reception_sim.exercise_plan.injects import AtTime, ExpectedAction, MselInject
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.scenario.exercise_parts import InjectPlan
from reception_sim.translation import tr


def exercise_of(scenario: ScenarioPlan) -> Exercise:
    """Return a first exercise over *scenario*, with one cell of players."""
    calendar = Calendar.of(scenario)
    injects = [_inject(plan, calendar.seconds(plan.at)) for plan in scenario.injects]
    return Exercise(
        title=scenario.title,
        summary=scenario.summary,
        place=scenario.place[:200],
        cells={"coordination": Cell(title=tr("Coordination"))},
        objectives={
            name: Objective(title=plan.title, capability=plan.capability[:200])
            for name, plan in scenario.objectives.items()
        },
        injects=tuple(injects),
    )


def without_injects(scenario: ScenarioPlan) -> ScenarioPlan:
    """Return the scenario that an exercise runs: its injects are sent by the exercise, not by the model as well."""
    return replace(scenario, injects=())


def _inject(plan: InjectPlan, at: float) -> MselInject:
    return MselInject(
        number=plan.number,
        title=plan.title,
        kind=plan.kind,
        when=AtTime(at=max(at, 0.0)),
        sender=plan.sender[:200],
        by=plan.by[:200],
        text=plan.text,
        expected=ExpectedAction(text=plan.expected_action) if plan.expected_action else None,
        objective=plan.objective,
        sector=plan.sector,
        actions=plan.actions,
        remarks=plan.recipient,
    )

"""Decisions of an exercise: what they cost, how long they take, and why one cannot be had."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reception_sim.actions import (
    Action,
    BreakDown,
    CallInStaff,
    ChangePlaces,
    CutNetwork,
    CutPower,
    DelayVehicle,
    Demobilise,
    HoldClocks,
    HurryVehicle,
    LetClocksRun,
    LetHappen,
    OrderSupplies,
    PostStaff,
    ScaleArrivals,
    SetCount,
    TrainStaff,
    write_action,
)
from reception_sim.exercise_plan import DecisionRule, Exercise, action_of
from reception_sim.exercise_plan.course import Course, DecisionStatus, Phase
from reception_sim.run import Run
from reception_sim.state import Snapshot
from reception_sim.translation import tr

# What befalls a response and is no decision of anybody who leads it.
FATE: Final = (
    ScaleArrivals,
    BreakDown,
    CutPower,
    CutNetwork,
    LetHappen,
    HoldClocks,
    LetClocksRun,
    HurryVehicle,
    DelayVehicle,
)
# What is charged for each one that is asked for.
BY_NUMBER: Final = (CallInStaff, PostStaff, TrainStaff, Demobilise, OrderSupplies, ChangePlaces, SetCount)


@dataclass(frozen=True)
class Terms:
    """On which terms an action can be had: lead time (s), and what it costs in all."""

    lead_time: float = 0.0
    cost: float = 0.0


def terms_of(action: Action, cell: str, exercise: Exercise, run: Run) -> Terms | None:
    """Return the terms on which a cell of players can have an action now, None if it cannot decide that."""
    if isinstance(action, FATE):
        return None
    if not exercise.decisions:
        return Terms()
    name = next(iter(write_action(action)))
    for rule in exercise.decisions:
        if rule.action == name and (not rule.cells or cell in rule.cells):
            return Terms(rule.lead_time, rule.cost * _number_of(action, run))
    return None


def decidable(cell: str, exercise: Exercise) -> Mapping[str, DecisionRule]:
    """Return the rules by which a cell may decide, by the action's name."""
    return {rule.action: rule for rule in exercise.decisions if not rule.cells or cell in rule.cells}


def refusal_to_cell(action: Action, cell: str, course: Course, run: Run) -> str | None:
    """Return why a cell of players cannot have an action now, in a sentence; None if it can."""
    exercise = course.exercise
    known = exercise.cells.get(cell)
    if known is None or not known.plays:
        return tr('there is no cell of players called "{cell}"', cell=cell)
    if course.phase is not Phase.PLAYING:
        return tr("decisions are taken between STARTEX and ENDEX")
    terms = terms_of(action, cell, exercise, run)
    if terms is None:
        return tr("{cell} cannot decide this", cell=known.title)
    left = course.budget_left
    if left is not None and terms.cost > left:
        cost, there = (f"{money:,.0f} {run.scenario.currency}" for money in (terms.cost, left))
        return tr("this costs {cost}, and {left} of the budget are left", cost=cost, left=there)
    return _not_to_be_had(action, run.snapshot(), run) or run.refusal(action, run.now + terms.lead_time)


def refusal_to_take_back(status: DecisionStatus, course: Course, run: Run) -> str | None:
    """Return why a decision on its way has to stay: a later one was paid as if this one came; None if it need not."""
    taken = action_of(status.decided)
    if not isinstance(taken, SetCount):
        return None
    for other in course.decisions.values():
        later = action_of(other.decided) if other.on_its_way(run.now) else None
        is_after = other.decided.decision > status.decided.decision
        if is_after and isinstance(later, SetCount) and later.of == taken.of:
            return tr(
                "a later decision counts on this one: take back the one about {thing} that was taken last",
                thing=run.scenario.title_of(taken.of),
            )
    return None


def _not_to_be_had(action: Action, now: Snapshot, run: Run) -> str | None:
    """Return why there is not enough of what an action asks for."""
    title_of = run.scenario.title_of
    match action:
        case (
            PostStaff(role=role, count=count) | TrainStaff(role=role, count=count) | Demobilise(role=role, count=count)
        ):
            on_duty = next((state.on_duty for state in now.roles if state.id == role), count)
            if count > on_duty:
                return tr("only {there} of {role} are on duty now", there=on_duty, role=title_of(role))
        case OrderSupplies(of=supply, after=None) if supply in run.scenario.supplies:
            if run.scenario.supplies[supply].resupply is None:
                return tr("nobody delivers {supply}", supply=title_of(supply))
        case _:
            return None
    return None


def _number_of(action: Action, run: Run) -> float:
    """Return how many of something an action asks for, 1 if it is not about a number; to give up costs nothing."""
    match action:
        case CallInStaff(count=count) | PostStaff(count=count) | TrainStaff(count=count) | Demobilise(count=count):
            return float(count)
        case OrderSupplies(quantity=quantity):
            return float(quantity)
        case ChangePlaces(by=places):
            return float(max(places, 0))
        case SetCount(of=thing, to=count) if thing in {**run.scenario.vehicles, **run.scenario.equipment}:
            return float(max(count - run.count_of(thing), 0))
        case _:
            return 1.0

"""Whether the exercise that a plan brings fits together: injects, who gets them, what is expected, what is decided."""

from collections.abc import Iterator, Mapping

from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.checks_of_names import Reference, problems_of_condition, unknown_among
from reception_sim.scenario.exercise_frame import ExercisePlan
from reception_sim.scenario.exercise_parts import ExpectationPlan, InjectPlan
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import FieldPath, Problem
from reception_sim.scenario.readable import Readable
from reception_sim.translation import tr


def inject_numbers_used_twice(readable: Readable) -> Iterator[Problem]:
    """Tell injects that have the number of an earlier one."""
    seen: set[int] = set()
    for row, inject in enumerate(readable.plan.injects):
        if inject.number in seen:
            yield Problem(
                ("injects", row, "number"),
                expected=tr("an earlier inject has this number"),
                found=str(inject.number),
            )
        seen.add(inject.number)


def names_unknown_to_the_exercise(readable: Readable) -> Iterator[Problem]:
    """Tell objectives, cells and places that injects and decisions name and the plan does not have."""
    yield from unknown_among(_references(readable.plan), readable)


def injects_that_follow_nothing(readable: Readable) -> Iterator[Problem]:
    """Tell injects that come after, or propose, one that is not there, or that wait for themselves."""
    injects = readable.plan.injects
    follows = {inject.number: inject.after.inject for inject in injects if inject.after is not None}
    for row, inject in enumerate(injects):
        for path, number in _numbers_in(inject):
            if "injects" not in readable.unread and all(one.number != number for one in injects):
                yield Problem(("injects", row, *path), expected=tr("there is no inject {number}", number=number))
        if waits_for_itself(inject.number, follows):
            yield Problem(("injects", row, "after"), expected=tr("it would come after itself"))


def unreadable_conditions_of_injects(readable: Readable) -> Iterator[Problem]:
    """Tell conditions of injects and expected actions that have no meaning in this plan."""
    for row, inject in enumerate(readable.plan.injects):
        expected = inject.expected or ExpectationPlan()
        for path, written in ((("when",), inject.when), (("expected", "when"), expected.when)):
            if written:
                yield from problems_of_condition(("injects", row, *path), written, readable)
        if expected.within is not None and expected.expires is not None and expected.expires < expected.within:
            yield Problem(("injects", row, "expected", "expires"), expected=tr("it expires before its time is up"))


def looks_that_end_before_they_begin(readable: Readable) -> Iterator[Problem]:
    """Tell injects whose condition is judged before it is looked at."""
    clock = Calendar.of(readable.plan)
    for row, inject in enumerate(readable.plan.injects):
        begins, judged = inject.not_before, inject.judged_at
        if begins is not None and judged is not None and clock.seconds(judged) < clock.seconds(begins):
            yield Problem(("injects", row, "judged_at"), expected=tr("it would be judged before it may come"))


def play_outside_the_scenario(readable: Readable) -> Iterator[Problem]:
    """Tell an exercise that begins or ends outside the time of its scenario, or ends before it begins."""
    plan, frame = readable.plan, readable.plan.exercise
    if frame is None:
        return
    clock = Calendar.of(plan)
    starts = 0.0 if frame.starts is None else clock.seconds(frame.starts)
    ends = plan.duration if frame.ends is None else clock.seconds(frame.ends)
    if not 0 <= starts < plan.duration:
        yield Problem(("exercise", "starts"), expected=tr("play begins within the time of the scenario"))
    elif not starts < ends <= plan.duration:
        yield Problem(("exercise", "ends"), expected=tr("play ends after it begins, and not after the scenario ends"))


def _references(plan: ScenarioPlan) -> Iterator[Reference]:
    cells = plan.exercise.cells if plan.exercise is not None else {}
    places = [name for name, _ in plan.places()]
    for row, inject in enumerate(plan.injects):
        path: FieldPath = ("injects", row)
        if inject.objective is not None:
            yield Reference((*path, "objective"), inject.objective, tr("objective"), plan.objectives)
        if inject.place is not None:
            yield Reference((*path, "place"), inject.place, tr("place"), places)
        for number, cell in enumerate(inject.cells):
            yield Reference((*path, "cells", number), cell, tr("cell"), cells)
    if plan.exercise is not None:
        yield from _references_of_frame(plan.exercise, plan)


def _references_of_frame(frame: ExercisePlan, plan: ScenarioPlan) -> Iterator[Reference]:
    for row, decision in enumerate(frame.decisions):
        for number, cell in enumerate(decision.cells):
            yield Reference(("exercise", "decisions", row, "cells", number), cell, tr("cell"), frame.cells)
    for number, place in enumerate(frame.assessed or ()):
        path = ("exercise", "assessed", number)
        yield Reference(path, place, tr("station, site or border"), plan.counted_places())


def _numbers_in(inject: InjectPlan) -> Iterator[tuple[FieldPath, int]]:
    if inject.after is not None:
        yield ("after", "inject"), inject.after.inject
    if inject.expected is not None and inject.expected.contingency is not None:
        yield ("expected", "contingency"), inject.expected.contingency


def waits_for_itself(number: int, follows: Mapping[int, int]) -> bool:
    """Tell whether an inject waits for itself; *follows* has, of those that come after another, the number of that."""
    met, one = set[int](), number
    while one in follows and one not in met:
        met.add(one)
        one = follows[one]
    return one == number and bool(met)

"""What is wrong between the parts of an exercise, and between it and its scenario: every problem, told at once."""

from collections import Counter
from collections.abc import Iterator

from reception_sim.actions import ACTIONS, objection, read_action
from reception_sim.exercise_plan.exercise import DecisionRule, Exercise
from reception_sim.exercise_plan.injects import AfterInject, AtTime, MselInject, OnCondition
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.checks_of_exercise import waits_for_itself
from reception_sim.scenario.checks_of_names import problem_in_condition
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.scenario.problems import Problem, nearest
from reception_sim.translation import tr


def problems_in_exercise(exercise: Exercise, scenario: ScenarioPlan) -> Iterator[Problem]:
    """Yield what is wrong, each problem with its path in the exercise: ("injects", row, field)."""
    yield from _problems_in_times(exercise, scenario)
    counted = Counter(inject.number for inject in exercise.injects)
    for row, inject in enumerate(exercise.injects):
        if counted[inject.number] > 1:
            yield Problem(("injects", row, "number"), expected=tr("each number once"), found=str(inject.number))
        for field, wrong in problems_in_inject(inject, exercise, scenario):
            yield Problem(("injects", row, field), expected=wrong)
    for row, rule in enumerate(exercise.decisions):
        yield from (Problem(("decisions", row, field), expected=wrong) for field, wrong in _in_rule(rule, exercise))


def problems_in_inject(inject: MselInject, exercise: Exercise, scenario: ScenarioPlan) -> Iterator[tuple[str, str]]:
    """Yield each field of an inject that does not fit the exercise and the scenario, and what is wrong with it."""
    yield from (("recipients", wrong) for wrong in _unknown_cells(inject.recipients, exercise))
    if inject.objective is not None and inject.objective not in exercise.objectives:
        yield "objective", _unknown(inject.objective, list(exercise.objectives), tr("objective"))
    places = [name for name, _ in scenario.places()]
    if inject.place is not None and inject.place not in places:
        yield "place", _unknown(inject.place, places, tr("place"))
    yield from (("when", wrong) for wrong in _in_when(inject, exercise, scenario))
    yield from (("expected", wrong) for wrong in _in_expected(inject, exercise, scenario))
    for written in inject.actions:
        wrong = objection_to_written(written, scenario)
        if wrong is not None:
            yield "actions", wrong


def objection_to_written(written: WrittenAction, scenario: ScenarioPlan) -> str | None:
    """Return why an action, as a file says it, cannot be taken in *scenario*; None if it can."""
    try:
        return objection(read_action(written), scenario)
    except ValueError as error:
        return str(error)


def _problems_in_times(exercise: Exercise, scenario: ScenarioPlan) -> Iterator[Problem]:
    if exercise.startex >= scenario.duration:
        yield Problem(("startex",), expected=tr("play begins before the scenario ends"))
    if exercise.endex is not None and not exercise.startex < exercise.endex <= scenario.duration:
        yield Problem(("endex",), expected=tr("play ends after it begins, and not after the scenario ends"))


def _in_when(inject: MselInject, exercise: Exercise, scenario: ScenarioPlan) -> Iterator[str]:
    match inject.when:
        case AtTime(at=at) if at >= scenario.duration:
            yield tr("it would come after the end of the scenario")
        case AfterInject(number=number):
            yield from _in_number(number, exercise)
            if waits_for_itself(inject.number, _follows(exercise)):
                yield tr("it would come after itself")
        case OnCondition():
            yield from _in_condition(inject.when, scenario)
        case _:
            return


def _in_condition(when: OnCondition, scenario: ScenarioPlan) -> Iterator[str]:
    wrong = problem_in_condition(when.condition, scenario)
    if wrong is not None:
        yield wrong
    if when.by is not None and when.by >= scenario.duration:
        yield tr("it would be judged after the end of the scenario")
    if when.by is not None and when.by < when.since:
        yield tr("it would be judged before it may come")


def _in_expected(inject: MselInject, exercise: Exercise, scenario: ScenarioPlan) -> Iterator[str]:
    expected = inject.expected
    if expected is None:
        return
    wrong = problem_in_condition(expected.condition, scenario) if expected.condition else None
    if wrong is not None:
        yield wrong
    if expected.contingency is not None:
        yield from _in_number(expected.contingency, exercise)
    if expected.within is not None and expected.expires is not None and expected.expires < expected.within:
        yield tr("it expires before its time is up")


def _in_rule(rule: DecisionRule, exercise: Exercise) -> Iterator[tuple[str, str]]:
    if rule.action not in ACTIONS:
        yield "action", _unknown(rule.action, list(ACTIONS), tr("action"))
    yield from (("cells", wrong) for wrong in _unknown_cells(rule.cells, exercise))


def _unknown_cells(cells: tuple[str, ...], exercise: Exercise) -> Iterator[str]:
    for cell in cells:
        if cell not in exercise.cells:
            yield _unknown(cell, list(exercise.cells), tr("cell"))


def _in_number(number: int, exercise: Exercise) -> Iterator[str]:
    if all(inject.number != number for inject in exercise.injects):
        yield tr("there is no inject {number}", number=number)


def _follows(exercise: Exercise) -> dict[int, int]:
    return {one.number: one.when.number for one in exercise.injects if isinstance(one.when, AfterInject)}


def _unknown(name: str, known: list[str], kind: str) -> str:
    if not known:
        return tr('the exercise has no {kind}, so none is called "{name}"', kind=kind, name=name)
    return tr('there is no {kind} "{name}"; did you mean "{near}"?', kind=kind, name=name, near=nearest(name, known))

"""The master scenario events list in words: when an inject comes, who gets it, what it changes."""

from typing import assert_never

from reception_sim.actions import read_action
from reception_sim.exercise_plan import AfterInject, AtTime, Exercise, MselInject, OnCondition, OnHand
from reception_sim.reports.telling import tell_action
from reception_sim.reports.wording import duration, sentence, short_moment
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.translation import tr


def cells_of(inject: MselInject, exercise: Exercise, scenario: ScenarioPlan) -> tuple[str, ...]:
    """Return what an inject says, column by column, without the check."""
    objective = exercise.objectives.get(inject.objective or "")
    return (
        str(inject.number),
        when_in_words(inject, scenario),
        sentence(tr(str(inject.kind))),
        inject.sender,
        recipients_in_words(inject, exercise),
        inject.by,
        inject.title,
        inject.text,
        inject.expected.text if inject.expected else "",
        objective.title if objective else inject.objective or "",
        "; ".join(written_in_words(written, scenario) for written in inject.actions),
        inject.guidance,
        inject.remarks,
    )


def when_in_words(inject: MselInject, scenario: ScenarioPlan) -> str:
    """Say when an inject comes."""
    match inject.when:
        case AtTime(at=at):
            return short_moment(Calendar.of(scenario), at)
        case AfterInject(number=number, delay=delay):
            return tr("{length} after no. {number}", length=duration(delay), number=number)
        case OnCondition(condition=condition, by=float(by)):
            return tr("{moment}, if {condition}", moment=short_moment(Calendar.of(scenario), by), condition=condition)
        case OnCondition(condition=condition, lasting=lasting) if lasting:
            return tr("when {condition} for {length}", condition=condition, length=duration(lasting))
        case OnCondition(condition=condition):
            return tr("when {condition}", condition=condition)
        case OnHand():
            return tr("on hand")
        case _:
            assert_never(inject.when)


def recipients_in_words(inject: MselInject, exercise: Exercise) -> str:
    """Say who gets an inject."""
    if not inject.recipients:
        return tr("all")
    return ", ".join(exercise.cells[cell].title if cell in exercise.cells else cell for cell in inject.recipients)


def written_in_words(written: WrittenAction, scenario: ScenarioPlan) -> str:
    """Say what an action of a file does; as the file says it where the scenario does not know it."""
    try:
        return tell_action(read_action(written), scenario)
    except (ValueError, KeyError):
        return str(written)

"""On which terms players can have each decision: after which time, and for what money."""

from collections.abc import Mapping

from reception_sim.actions import ACTIONS
from reception_sim.exercise.deciding import BY_NUMBER, FATE, decidable
from reception_sim.exercise_plan import DecisionRule, Exercise
from reception_sim.translation import tr
from ui import wording


def terms_in_words(exercise: Exercise, currency: str) -> dict[str, dict[str, str]]:
    """Return a sentence for each action that a cell may decide, by the cell's id and the action's name."""
    return {
        cell: {name: _in_words(rule, currency) for name, rule in _rules_for(cell, exercise).items()}
        for cell, known in exercise.cells.items()
        if known.plays
    }


def _rules_for(cell: str, exercise: Exercise) -> Mapping[str, DecisionRule]:
    if exercise.decisions:
        return decidable(cell, exercise)
    return {name: DecisionRule(action=name) for name, kind in ACTIONS.items() if not issubclass(kind, FATE)}


def _in_words(rule: DecisionRule, currency: str) -> str:
    after = (
        tr("Takes effect after {time}.", time=wording.duration(rule.lead_time))
        if rule.lead_time
        else tr("Takes effect at once.")
    )
    if not rule.cost:
        return after
    money = f"{rule.cost:,.0f} {currency}"
    is_by_number = issubclass(ACTIONS[rule.action], BY_NUMBER)
    cost = tr("Costs {money} for each.", money=money) if is_by_number else tr("Costs {money}.", money=money)
    return f"{after} {cost}"

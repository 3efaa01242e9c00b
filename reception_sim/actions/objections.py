"""Why an action cannot be taken in a scenario, in words."""

from typing import assert_never

from reception_sim.actions.of_trainers import ActionOfTrainers, objection_to_trainers
from reception_sim.actions.on_lifelines import ActionOnLifelines, objection_on_lifelines
from reception_sim.actions.on_places import ActionOnPlaces, objection_on_places
from reception_sim.actions.on_sharing import ActionOnSharing, objection_on_sharing
from reception_sim.actions.on_staff import ActionOnStaff, objection_on_staff
from reception_sim.actions.on_support import ActionOnSupport, objection_on_support
from reception_sim.actions.on_things import ActionOnThings, objection_on_things
from reception_sim.actions.vocabulary import Action
from reception_sim.scenario import ScenarioPlan


def objection(action: Action, scenario: ScenarioPlan) -> str | None:
    """Return why *action* cannot be taken in *scenario*, or None if it can."""
    if isinstance(action, ActionOnStaff):
        return objection_on_staff(action, scenario)
    if isinstance(action, ActionOnPlaces | ActionOnSharing):
        return (
            objection_on_places(action, scenario)
            if isinstance(action, ActionOnPlaces)
            else objection_on_sharing(action, scenario)
        )
    if isinstance(action, ActionOnThings):
        return objection_on_things(action, scenario)
    if isinstance(action, ActionOnLifelines):
        return objection_on_lifelines(action, scenario)
    if isinstance(action, ActionOnSupport):
        return objection_on_support(action, scenario)
    if isinstance(action, ActionOfTrainers):
        return objection_to_trainers(action, scenario)
    assert_never(action)

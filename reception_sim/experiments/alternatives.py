"""Alternatives: the scenario with named changes, and actions that are taken at the start or later."""

from dataclasses import dataclass
from typing import Final

from reception_sim.actions import Journal, objection, problems_in_actions
from reception_sim.scenario import Problem, ScenarioError, ScenarioPlan
from reception_sim.scenario.changes import Change, plan_differences, with_changes
from reception_sim.translation import tr

BASE_ID: Final = "base"


@dataclass(frozen=True)
class Alternative:
    """A base scenario with *changes* made to it, and a *journal* of actions taken in every run of it."""

    id: str
    title: str
    changes: tuple[Change, ...] = ()
    journal: Journal = ()

    def applied_to(self, scenario: ScenarioPlan) -> ScenarioPlan:
        """Return the changed plan; ScenarioError says what is wrong with the changes or the actions."""
        name = tr('alternative "{id}"', id=self.id)
        plan = with_changes(scenario, self.changes, name, (problems_in_actions,)) if self.changes else scenario
        refused = [(row, objection(entry.action, plan)) for row, entry in enumerate(self.journal)]
        problems = [Problem(("actions", row), expected=why) for row, why in refused if why]
        late = (row for row, entry in enumerate(self.journal) if not 0 <= entry.time < plan.duration)
        problems += [Problem(("actions", row), tr("lies outside the time of the scenario")) for row in late]
        if problems:
            raise ScenarioError(name, problems)
        return plan


def alternative_from(scenario: ScenarioPlan, other: ScenarioPlan, name: str) -> Alternative:
    """Return what turns *scenario* into another one, as an alternative of its title."""
    differences = plan_differences(scenario, other)
    words = ("title", "summary", "teaches", "place", "sources", "assumptions", "lesson")
    return Alternative(name, other.title, tuple(one.change for one in differences if one.path[0] not in words))

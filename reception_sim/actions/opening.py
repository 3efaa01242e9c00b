"""Opening a scenario whole: the plan, and every action that it names."""

from pathlib import Path

from reception_sim.actions.writing import problems_in_actions
from reception_sim.scenario import ScenarioPlan, read_scenario
from reception_sim.scenario.library import find_scenario


def open_scenario(name: str | Path) -> ScenarioPlan:
    """Read a scenario, by its path or its id in the library; raise ScenarioError with all that is wrong with it."""
    return read_scenario(find_scenario(name), checks=(problems_in_actions,))

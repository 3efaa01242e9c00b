"""Watches how many are at each site with whom a child is alone, for rules that ask about protection risk."""

from reception_sim.model.kernel import Kernel
from reception_sim.protection import ChildrenAlone
from reception_sim.scenario.plan import ScenarioPlan


class ChildrenAloneWatch:
    """Reads what has been recorded, when somebody asks: the model itself counts none."""

    def __init__(self, scenario: ScenarioPlan, kernel: Kernel) -> None:
        self._kernel = kernel
        self._alone = ChildrenAlone(scenario, kernel.recorder.names)
        self._events = 0

    def at(self, site: str) -> int:
        """Return the persons at a site now with whom a child is alone."""
        events = self._kernel.recorder.events(self._events)
        self._events = self._kernel.recorder.length
        self._alone.read(events, self._kernel.crowd.people())
        return self._alone.persons[site]

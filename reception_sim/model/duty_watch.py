"""Watches the plan's duties of care while the model runs, for rules that ask about them."""

from dataclasses import replace

from reception_sim.clocks import DutyClocks
from reception_sim.model.kernel import Kernel
from reception_sim.scenario.plan import ScenarioPlan


class DutyWatch:
    """Reads what has been recorded, when somebody asks: the model itself counts no breaches."""

    def __init__(self, scenario: ScenarioPlan, kernel: Kernel) -> None:
        self._scenario, self._kernel = scenario, kernel
        self._watched: dict[str, _WatchedDuty] = {}

    def breaches(self, duty: str) -> int:
        """Return for how many persons a duty has not been kept so far."""
        if duty not in self._watched:
            self._watched[duty] = _WatchedDuty(duty, self._scenario, self._kernel)
        return self._watched[duty].breaches()


class _WatchedDuty:
    """One duty that somebody asks about: nothing is read for the others."""

    def __init__(self, duty: str, scenario: ScenarioPlan, kernel: Kernel) -> None:
        self._duty, self._kernel = duty, kernel
        alone = replace(scenario, duties={duty: scenario.duties[duty]})
        self._clocks = DutyClocks(alone, kernel.recorder.names)
        self._events = self._seen = self._happenings = 0

    def breaches(self) -> int:
        kernel, recorder = self._kernel, self._kernel.recorder
        events, seen = recorder.events(self._events), recorder.identifications(self._seen)
        self._events = recorder.length
        self._seen += len(seen.time)
        happenings = recorder.happenings[self._happenings :]
        self._happenings += len(happenings)
        self._clocks.read(events, seen, kernel.crowd.people(), happenings)
        return self._clocks.state(self._duty, kernel.now).breaches

"""The clocks of people: deadlines and disease, which whoever leads an exercise can hold while all else goes on."""

from collections.abc import Mapping

from reception_sim.model.hazards import Hazard
from reception_sim.model.kernel import Kernel
from reception_sim.recording import HappeningKind


class PeopleClocks:
    """Holds them and lets them run; how long a deadline was held is read from the recording."""

    def __init__(self, hazards: Mapping[str, Hazard], kernel: Kernel) -> None:
        self._hazards, self._kernel = hazards, kernel
        self.held = False

    def turn(self, *, held: bool) -> None:
        """Hold the clocks or let them run; what they do already they go on doing."""
        if held == self.held:
            return
        self.held = held
        self._kernel.happened(HappeningKind.CLOCKS_HELD if held else HappeningKind.CLOCKS_RUN, "")
        for hazard in self._hazards.values():
            hazard.hold_cases(held=held)

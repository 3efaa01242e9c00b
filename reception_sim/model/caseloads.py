"""A caseload: a service opens a case that its caseworker carries on beyond it."""

from collections.abc import Callable

from reception_sim.model.fates import durations
from reception_sim.model.kernel import Kernel
from reception_sim.recording import LevelKind
from reception_sim.scenario.procedure import CaseloadPlan

A_CASE = 1


class Caseload:
    """The cases that a station's caseworkers carry: one a travel group, from its service until its own time is over."""

    def __init__(self, station: str, plan: CaseloadPlan, kernel: Kernel, serve: Callable[[], None]) -> None:
        self._station, self._kernel, self._serve = station, kernel, serve
        self._most = plan.caseworkers * plan.cases_each
        self._open = 0
        self._lasts = durations(f"case lasts/{station}", plan.lasts, kernel.crowd)

    def claim(self, group: int) -> int:  # noqa: ARG002 - whoever comes needs a case
        return A_CASE

    def free_for(self, claim: int) -> bool:  # noqa: ARG002 - a case is a case
        return self._open < self._most

    def take(self, group: int, claim: int) -> int:  # noqa: ARG002 - a case is a case
        self._change(1)
        return group

    def give_back(self, token: int) -> None:
        """End the service that opened a case; the case itself goes on."""
        self._kernel.after(self._lasts[token], self._close)

    def _close(self) -> None:
        self._change(-1)
        self._serve()

    def _change(self, by: int) -> None:
        self._open += by
        self._kernel.change_level(LevelKind.CASES_OPEN, self._station, by)

"""People who fall ill in a site while a hazard brings cases: they go to isolation with those they travel with."""

from math import log
from typing import TYPE_CHECKING

from reception_sim.model.fates import durations, lots
from reception_sim.model.kernel import Kernel
from reception_sim.model.site import Site
from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.scenario.hazards import CasesPlan
from reception_sim.scenario.quantities import DAY

if TYPE_CHECKING:
    from reception_sim.model.hazards import Hazard


class Outbreak:
    """Cases in one site while one hazard strikes: at a constant rate for each person there, drawn ahead by group.

    A travel group has one case at most in one outbreak. Who is exposed for a while only has that much less of a chance.
    """

    def __init__(self, hazard: "Hazard", plan: CasesPlan, site: Site, kernel: Kernel) -> None:
        self._hazard, self._plan, self._site, self._kernel = hazard, plan, site, kernel
        self._lots = lots(f"cases/{hazard.id}/{site.id}", kernel.crowd)
        self._rate_alone = plan.per_1000_a_day / 1000 / DAY  # of one person, by what comes from outside
        self._isolated_for = durations(f"isolation/{hazard.id}/{site.id}", plan.isolated_for, kernel.crowd)
        self._here: dict[int, float] = {}  # since when exposed
        self._ahead: dict[int, float] = {}  # s of exposure that are left until the case
        site.watchers.append(self._come_or_go)

    def begin(self) -> None:
        """Expose everybody who is there."""
        for group in self._here:
            self._expose(group)

    def end(self) -> None:
        """Keep what each group has been exposed to so far, for another blow."""
        for group in self._here:
            self._spare(group)

    def _come_or_go(self, group: int, sign: int) -> None:
        if sign > 0:
            self._here[group] = self._kernel.now
            if self._hazard.brings_cases:
                self._expose(group)
        else:
            if self._hazard.brings_cases:
                self._spare(group)
            del self._here[group]

    def _expose(self, group: int) -> None:
        now = self._kernel.now
        self._here[group] = now
        ahead = self._ahead.setdefault(group, self._seconds_to_case(group))
        self._kernel.after(ahead, lambda: self._fall_ill(group, now))

    def _spare(self, group: int) -> None:
        self._ahead[group] -= self._kernel.now - self._here[group]

    def _seconds_to_case(self, group: int) -> float:
        """Return the exposure after which somebody falls ill: exponential, at the rate of all members together."""
        rate = self._rate_alone * self._kernel.crowd.size[group]
        return -log(1.0 - self._lots[group]) / rate

    def _fall_ill(self, group: int, exposed_since: float) -> None:
        if not self._hazard.brings_cases or self._here.get(group) != exposed_since:
            return  # exposed no more, or anew
        self._have_case(group)

    def _have_case(self, group: int) -> None:
        kernel, site = self._kernel, self._site
        self._ahead[group] = float("inf")
        kernel.change_level(LevelKind.CASES, site.id, 1)
        if site.isolate(group):
            kernel.after(self._isolated_for[group], lambda: site.end_isolation(group))
        else:
            self._is_not_isolated(group)

    def _is_not_isolated(self, group: int) -> None:  # noqa: ARG002 - whoever infects others is another outbreak's
        self._kernel.change_level(LevelKind.CASES_NOT_ISOLATED, self._site.id, 1)
        self._kernel.happened(HappeningKind.ISOLATION_FULL, self._site.id)

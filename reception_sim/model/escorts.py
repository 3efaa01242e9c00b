"""Escorts: people who go with one travel group from station to station, and are free again where the way ends."""

from collections.abc import Callable
from typing import Protocol

from reception_sim.model.interpreters import Interpreters
from reception_sim.model.kernel import Kernel
from reception_sim.model.routing import Test
from reception_sim.model.staffing import Stock, serve_longest_wait
from reception_sim.recording import LevelKind
from reception_sim.scenario.escorts import EscortPlan

NOBODY_NEEDED = 0
ONE_ESCORT = 1


class EscortPool(Protocol):
    """The people of a role who can go with travel groups."""

    stock: Stock

    def can_ever_go(self, group: int) -> bool: ...

    def is_free_for(self, group: int) -> bool: ...

    def take(self, group: int) -> None: ...

    def give_back(self, group: int) -> None: ...


class PlainPool:
    """People of one role, each as good as the other; all escorts of the role share them."""

    def __init__(self, stock: Stock, kernel: Kernel) -> None:
        self.stock = stock
        self._busy, self._kernel = 0, kernel

    def can_ever_go(self, group: int) -> bool:  # noqa: ARG002 - EscortPool's question
        return True

    def is_free_for(self, group: int) -> bool:  # noqa: ARG002 - EscortPool's question
        return self._busy < self.stock.total

    def take(self, group: int) -> None:  # noqa: ARG002 - EscortPool's
        self._change(1)

    def give_back(self, group: int) -> None:  # noqa: ARG002 - EscortPool's
        self._change(-1)

    def _change(self, by: int) -> None:
        self._busy += by
        self._kernel.change_level(LevelKind.AT_WORK, self.stock.id, by)


class SpeakingPool:
    """Interpreters who go with groups of their language; stations may call the same ones."""

    def __init__(self, interpreters: Interpreters, language_of: Callable[[int], str]) -> None:
        self.stock = interpreters.stock
        self._interpreters, self._language_of = interpreters, language_of

    def can_ever_go(self, group: int) -> bool:
        return self._interpreters.is_spoken(self._language_of(group))

    def is_free_for(self, group: int) -> bool:
        return self._interpreters.free(self._language_of(group)) > 0

    def take(self, group: int) -> None:
        self._interpreters.take(self._language_of(group))

    def give_back(self, group: int) -> None:
        self._interpreters.give_back(self._language_of(group))


class Escorts:
    """One kind of escort: a demand of the station where it begins; *accompanied* are those who have one now."""

    def __init__(self, name: str, plan: EscortPlan, pool: EscortPool, is_for: Test, kernel: Kernel) -> None:
        self.id, self.plan, self.pool = name, plan, pool
        self.accompanied: set[int] = set()
        self._is_for, self._kernel = is_for, kernel

    def claim(self, group: int) -> int:
        """Ask for an escort for those whom it is for; the claim says for which group, from 1 on."""
        if group in self.accompanied or not self._is_for(group) or not self.pool.can_ever_go(group):
            return NOBODY_NEEDED
        return group + ONE_ESCORT

    def free_for(self, claim: int) -> bool:
        return self.pool.is_free_for(claim - ONE_ESCORT)

    def take(self, group: int, claim: int) -> int:
        """Let one go with the group; it does not come back when the service ends."""
        self.pool.take(group)
        self.accompanied.add(group)
        self._tell(group, 1)
        self._kernel.change_level(LevelKind.ESCORTS_BEGUN, self.id, 1)
        return claim

    def give_back(self, token: int) -> None:
        """Go on with the group after the service."""

    def leave(self, group: int) -> None:
        """End here, if the group has an escort: whoever waits for one comes next."""
        if group not in self.accompanied:
            return
        self.accompanied.remove(group)
        self.pool.give_back(group)
        self._tell(group, -1)
        serve_longest_wait(self.pool.stock.seekers)

    def enter(self, group: int, sign: int) -> None:
        """End where the group enters a site (*sign* is 1)."""
        if sign > 0:
            self.leave(group)

    def _tell(self, group: int, by: int) -> None:
        self._kernel.change_level(LevelKind.ESCORTS_UNDER_WAY, self.id, by)
        self._kernel.change_level(LevelKind.ESCORTED, self.id, by * self._kernel.crowd.size[group])

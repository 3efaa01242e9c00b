"""Women on teams: some services must be done by a woman, and women are kept for them while men are free."""

from typing import Final

from reception_sim.model.routing import Test
from reception_sim.model.staffing import Stock

A_WOMAN: Final = 1
ANYBODY: Final = 2


class Women:
    """Women and men of one role, whoever needs them."""

    def __init__(self, stock: Stock, share: float) -> None:
        self._stock, self._share = stock, share
        self._women_busy = self._men_busy = 0

    @property
    def on_duty(self) -> int:
        return round(self._stock.total * self._share)

    def are_free(self) -> bool:
        return self._women_busy < self.on_duty

    def take(self, claim: int) -> int:
        """Take a woman, or whoever is free and rather a man; return how many women were taken: 1 or 0."""
        men = self._stock.total - self.on_duty
        if claim == ANYBODY and self._men_busy < men:
            self._men_busy += 1
            return 0
        self._women_busy += 1
        return 1

    def give_back(self, women: int) -> None:
        self._women_busy -= women
        self._men_busy -= 1 - women


class WomanForGroup:
    """What a station's service needs: a woman of a role for some, anybody of it for others."""

    def __init__(self, women: Women, needs_a_woman: Test) -> None:
        self._women, self._needs_a_woman = women, needs_a_woman

    def claim(self, group: int) -> int:
        return A_WOMAN if self._needs_a_woman(group) else ANYBODY

    def free_for(self, claim: int) -> bool:
        return claim == ANYBODY or self._women.are_free()

    def take(self, group: int, claim: int) -> int:  # noqa: ARG002 - who it is for does not matter
        return self._women.take(claim)

    def give_back(self, token: int) -> None:
        self._women.give_back(token)

"""What is known of rosters while they are searched: more people never hurt, so one verdict tells of many rosters.

That more people in a shift never make a standard worse is taken for granted in the search; the roster that is answered
is tested on runs of its own.
"""

from collections.abc import Callable, Iterator
from itertools import product
from math import prod
from typing import Final, TypeAlias

import numpy as np

from reception_sim.recording import Times

Counts: TypeAlias = tuple[int, ...]
MOST_IN_A_BOX: Final = 60_000  # rosters that are looked through one by one; of larger tables only exchanges


class Frontier:
    """The verdicts so far, and the cheapest roster known to be good."""

    def __init__(self, costs: Times, most: Counts, is_possible: Callable[[Counts], bool]) -> None:
        self.best: Counts | None = None
        self._costs, self._most, self._is_possible = costs, most, is_possible
        self._bad: list[Counts] = []
        self._good: list[Counts] = []

    @property
    def is_small(self) -> bool:
        """Tell whether every roster can be looked through."""
        return prod(most + 1 for most in self._most) <= MOST_IN_A_BOX

    def cost(self, counts: Counts) -> float:
        return float(self._costs @ np.array(counts))

    def note(self, counts: Counts, *, good: bool) -> None:
        """Note a verdict."""
        (self._good if good else self._bad).append(counts)
        if good and (self.best is None or self.cost(counts) < self.cost(self.best)):
            self.best = counts

    def revoke(self, counts: Counts) -> None:
        """Take a roster for bad after all, and every smaller one with it."""
        self._good = [good for good in self._good if not _within(good, counts)]
        self._bad.append(counts)
        self.best = min(self._good, key=lambda good: (self.cost(good), good), default=None)

    def known(self, counts: Counts) -> bool | None:
        """Return the verdict on a roster, if it follows from one that is known."""
        if not self._is_possible(counts) or any(_within(counts, bad) for bad in self._bad):
            return False
        return True if any(_within(good, counts) for good in self._good) else None

    def is_cheaper(self, counts: Counts) -> bool:
        """Tell whether a roster costs less than the best, by more than rounding."""
        return self.best is None or self.cost(counts) < self.cost(self.best) * (1 - 1e-9)

    def next_to_try(self) -> Counts | None:
        """Return a cheaper roster that is not known to be bad, one that says most about others; None if none is left.

        Of all the cheaper ones it is one that has the most people: if even that is bad, so are many below it.
        """
        assert self.best is not None  # a good roster is found before it is bettered
        left = [one for one in self._candidates(self.best) if self.is_cheaper(one) and self.known(one) is None]
        return max(left, key=lambda one: (sum(one), self.cost(one), one), default=None)

    def _candidates(self, best: Counts) -> Iterator[Counts]:
        if self.is_small:
            yield from product(*(range(most + 1) for most in self._most))
        else:
            yield from self._exchanges(best)

    def _exchanges(self, best: Counts) -> Iterator[Counts]:
        """Yield the rosters with up to two people fewer in one row, and up to two more in another."""
        for less, fewer in enumerate(best):
            for take in range(1, min(fewer, 2) + 1):
                yield _changed(best, {less: -take})
                for more, most in enumerate(self._most):
                    for give in range(1, min(most - best[more], 2) + 1):
                        if more != less:
                            yield _changed(best, {less: -take, more: give})


def _within(counts: Counts, other: Counts) -> bool:
    return all(one <= two for one, two in zip(counts, other, strict=True))


def _changed(counts: Counts, by: dict[int, int]) -> Counts:
    return tuple(count + by.get(row, 0) for row, count in enumerate(counts))

"""A fast track: some travel groups are seen before all others, at posts of which some are kept for them."""

from collections.abc import Callable
from typing import Final

from reception_sim.model.routing import Test
from reception_sim.scenario.procedure import FastTrackPlan

ANY_POST: Final = 0
AN_OPEN_POST: Final = 1


class KeptPosts:
    """Lets those who are not on the fast track take all posts but so many; *capacity* says how many teams there are."""

    def __init__(self, plan: FastTrackPlan, on_fast_track: Test, capacity: Callable[[], int]) -> None:
        self._kept, self._on_fast_track, self._capacity = plan.posts, on_fast_track, capacity
        self._taken = 0

    def claim(self, group: int) -> int:
        return ANY_POST if self._on_fast_track(group) else AN_OPEN_POST

    def free_for(self, claim: int) -> bool:  # noqa: ARG002 - only those for an open post ask
        return self._taken < self._capacity() - self._kept

    def take(self, group: int, claim: int) -> int:  # noqa: ARG002 - one post is like another
        self._taken += 1
        return AN_OPEN_POST

    def give_back(self, token: int) -> None:
        self._taken -= token

"""What a service may need besides its post and team, and what may change how it goes: the parts of a fuller station."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import prod
from typing import TYPE_CHECKING, Protocol, TypeAlias

from reception_sim.model.places import Place
from reception_sim.model.staffing import Stock

if TYPE_CHECKING:
    from reception_sim.model.hand_overs import HandOvers

Claims: TypeAlias = tuple[int, ...]  # one for each demand of a station


class Demand(Protocol):
    """Something that the service of some travel groups must have: an interpreter, a free case, a woman on the team.

    A *claim* says which kind a group needs; 0 is none. It is asked once, when the group comes to the station.
    """

    def claim(self, group: int) -> int: ...

    def free_for(self, claim: int) -> bool: ...

    def take(self, group: int, claim: int) -> int:
        """Take what *claim* asks for, for the service of *group*; return a token for giving it back."""

    def give_back(self, token: int) -> None: ...


@dataclass
class Parts:
    """What the plan gives a station beyond posts, a team and a service time; each list is filled while building."""

    demands: list[Demand] = field(default_factory=list)
    paces: list[Callable[[], float]] = field(default_factory=list)  # factors on the service time of now
    extras: list[Callable[[int], float]] = field(default_factory=list)  # seconds more for the service of a group
    sight_factors: list[Callable[[], float]] = field(default_factory=list)  # on the share of needs seen, 0 to 1
    after_service: list[Callable[[int], Place | None]] = field(default_factory=list)  # elsewhere than the route leads
    on_served: list[Callable[[int], None]] = field(default_factory=list)  # what a completed service gives
    on_giving_up: list[Callable[[int], None]] = field(default_factory=list)  # what ends with losing patience
    stocks: list[Stock] = field(default_factory=list)  # whose people a service takes beside its team
    hand_overs: "HandOvers | None" = None  # of services whose team leaves
    first: Callable[[int], bool] | None = None  # who is seen before all others
    claimed: dict[int, Claims] = field(default_factory=dict)  # by those who have come and are not yet served

    def __bool__(self) -> bool:
        return any(vars(self).values())

    def claim(self, group: int) -> Claims:
        """Ask each demand what a travel group that has come will need."""
        if not self.demands:
            return ()
        claims = self.claimed[group] = tuple([demand.claim(group) for demand in self.demands])
        return claims

    def free_for(self, claims: Claims) -> bool:
        """Tell whether everything that is claimed is free."""
        for demand, claim in zip(self.demands, claims, strict=True):
            if claim and not demand.free_for(claim):
                return False
        return True

    def take(self, group: int) -> list[tuple[Demand, int]]:
        """Take everything that *group* has claimed; return from whom, with the tokens for giving it back."""
        if not self.demands:
            return []
        claims = self.claimed.pop(group)
        if not any(claims):
            return []
        return [
            (demand, demand.take(group, claim)) for demand, claim in zip(self.demands, claims, strict=True) if claim
        ]

    def seconds(self, group: int, service_s: float) -> float:
        """Return how long the service of *group* takes now that would take *service_s* at full pace."""
        pace, more = 1.0, 0.0
        for factor in self.paces:
            pace *= factor()
        for extra in self.extras:
            more += extra(group)
        return service_s * pace + more

    def sight(self) -> float:
        """Return which share of what could be seen is seen now."""
        return prod([factor() for factor in self.sight_factors])

    def elsewhere(self, group: int) -> Place | None:
        """Return where *group* goes now if not where its route leads."""
        for ask in self.after_service:
            place = ask(group)
            if place is not None:
                return place
        return None

    def served(self, group: int) -> None:
        """Give what a completed service gives."""
        for give in self.on_served:
            give(group)

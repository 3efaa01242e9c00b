"""Cross-training: people of other roles who work in the place of a role when nobody of it is free."""

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from reception_sim.model.kernel import Kernel
from reception_sim.model.staffing import Posted, Stock, TeamMember
from reception_sim.recording import LevelKind


@dataclass(frozen=True)
class StandIn:
    """People of another role, and how fast they work in the place of this one."""

    stock: Stock
    pace: float

    @property
    def free(self) -> int:
        """Return how many are free who are not posted anywhere."""
        return max(self.stock.helpers.free, 0)


@dataclass(frozen=True)
class MemberWithStandIns(TeamMember):
    """What a team needs of a role: of its own people first, else of those who can stand in for them.

    A token for giving back counts how many came from where, in digits of base *count* + 1: helpers of the role first,
    then each kind of stand-in.
    """

    stand_ins: Sequence[StandIn]
    kernel: Kernel
    latest: list[float]  # 1 / pace of each of the people who were taken last

    @override
    def may_help_elsewhere(self) -> bool:
        return True

    @override
    def free(self) -> bool:
        return self._own_free() + sum(one.free for one in self.stand_ins) >= self.count

    @override
    def take(self) -> int:
        own = min(max(self.posted.free, 0), self.count)
        missing = max(self.count - self._own_free(), 0)
        helpers = self.count - own - missing
        self.posted.free -= own
        self.stock.helpers.free -= helpers
        digits, slowness = [helpers], [1.0] * (own + helpers)
        for one in self.stand_ins:
            taken = min(one.free, missing)
            missing -= taken
            self._stand_in(one, taken)
            digits.append(taken)
            slowness += [1 / one.pace] * taken
        self.latest[:] = slowness
        return sum(digit * (self.count + 1) ** place for place, digit in enumerate(digits))

    @override
    def give_back(self, helpers: int) -> None:
        rest, own_helpers = divmod(helpers, self.count + 1)
        standing_in = 0
        for one in self.stand_ins:
            rest, taken = divmod(rest, self.count + 1)
            self._stand_in(one, -taken)
            standing_in += taken
        self.stock.helpers.free += own_helpers
        self.posted.free += self.count - own_helpers - standing_in

    @override
    def teams(self) -> int:
        others = sum(one.stock.helpers.total for one in self.stand_ins)
        return (self.posted.total + self.stock.helpers.total + others) // self.count

    def slowness(self) -> float:
        """Return by what a service time is multiplied that begins with the people who were taken last."""
        return sum(self.latest) / len(self.latest) if self.latest else 1.0

    def _own_free(self) -> int:
        return max(self.posted.free, 0) + max(self.stock.helpers.free, 0)

    def _stand_in(self, one: StandIn, people: int) -> None:
        """Let people work in another role's place, or below 0 give them back."""
        if not people:
            return
        one.stock.helpers.free -= people
        self.kernel.change_level(LevelKind.STANDING_IN, one.stock.id, people)
        self.kernel.change_level(LevelKind.AT_WORK, one.stock.id, people)
        self.kernel.change_level(LevelKind.AT_WORK, self.stock.id, -people)


def with_stand_ins(stock: Stock, posted: Posted, count: int, stand_ins: Sequence[StandIn],
                   kernel: Kernel) -> MemberWithStandIns:  # fmt: skip
    """Return a member of a team for whom others can stand in."""
    return MemberWithStandIns(stock, posted, count, stand_ins, kernel, [])

"""What people do who have lost their patience at a station: leave, turn to another way, or come back later."""

from bisect import bisect_right
from itertools import accumulate
from typing import Final, Protocol

from reception_sim.model.entry_point import EntryPoint
from reception_sim.model.fates import lots
from reception_sim.model.kernel import Kernel
from reception_sim.model.places import ExitPoint, Place, Visit
from reception_sim.recording import EventKind
from reception_sim.scenario.stations import GivingUpPlan

# A group that gives up again steps on from its one lot: the 64-bit linear congruential generator of Knuth's MMIX
# (The Art of Computer Programming 2, 3.3.4), so that its next choice owes nothing to its last one.
_MULTIPLIER: Final = 6364136223846793005
_INCREMENT: Final = 1442695040888963407
_WHOLE: Final = 1 << 64


class Returning(Place, Protocol):
    """The station to which people come back; *residents* are those who then go back to a site."""

    residents: dict[int, Visit]


class GivingUp:
    """One station's way of losing people; whoever comes back is a return, not a new arrival.

    *away* are those who are neither here nor anywhere else in the reception system for a while.
    """

    def __init__(
        self, station: str, plan: GivingUpPlan, others: dict[str, EntryPoint | ExitPoint], kernel: Kernel
    ) -> None:
        self.away: dict[int, float] = {}
        self._station, self._plan, self._kernel = station, plan, kernel
        self._places = [others[name] for name in plan.turns_to]
        self._shares = list(accumulate((*plan.turns_to.values(), plan.comes_back)))
        self._lot = lots(f"giving up/{station}", kernel.crowd)
        self._states: dict[int, int] = {}
        self._abandoned_code = kernel.code(EventKind.QUEUE_ABANDONED, station)
        self._left_code = kernel.code(EventKind.GROUP_LEFT, station)

    def begin(self, group: int, visit: Visit | None, back: Returning) -> None:
        """Let a travel group that is out of the line do what it does; *visit* if it stays in a site."""
        choice = bisect_right(self._shares, self._draw(group))
        if choice == len(self._places):
            self._go_away(group, visit, back)
            return
        if visit is not None:
            visit.give_up(group)
        if choice > len(self._places):
            self._kernel.write(self._left_code, group)
        else:
            self._turn_to(self._places[choice], group)

    def let_go(self, group: int) -> None:
        """Stand at the gate until there is room again."""

    def _draw(self, group: int) -> float:
        state = self._states.get(group)
        state = int(self._lot[group] * _WHOLE) if state is None else (state * _MULTIPLIER + _INCREMENT) % _WHOLE
        self._states[group] = state
        return state / _WHOLE

    def _turn_to(self, other: EntryPoint | ExitPoint, group: int) -> None:
        kernel = self._kernel
        kernel.write(self._abandoned_code, group)
        match other:
            case ExitPoint():
                other.receive(group)
            case EntryPoint():
                kernel.write(kernel.code(EventKind.GROUP_SET_OUT, other.id), group)
                self.away[group] = kernel.now
                kernel.after(self._plan.after, lambda: self._arrive(other, group))

    def _arrive(self, other: EntryPoint, group: int) -> None:
        del self.away[group]
        other.come_from_elsewhere(group)

    def _go_away(self, group: int, visit: Visit | None, back: Returning) -> None:
        kernel = self._kernel
        kernel.write(self._abandoned_code, group)
        self.away[group] = kernel.now
        kernel.after(self._plan.after, lambda: self._come_back(group, visit, back))

    def _come_back(self, group: int, visit: Visit | None, back: Returning) -> None:
        del self.away[group]
        self._kernel.write(self._kernel.code(EventKind.GROUP_RETURNED, self._station), group)
        if visit is not None:
            back.residents[group] = visit
        if back.limited and not back.has_room_for(group):
            back.hold_back(group, self)
        else:
            back.receive(group)

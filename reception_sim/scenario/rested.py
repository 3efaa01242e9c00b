"""Who of a roll has rested and can come on duty, and which shifts of a roster there are people for."""

from collections import Counter
from collections.abc import Sequence
from heapq import heappop, heappush
from typing import Final

from reception_sim.scenario.rolls import RollPlan
from reception_sim.scenario.rosters import ShiftWorked

_ALWAYS: Final = float("-inf")


class Roll:
    """The people of a role; each who is off duty is rested from some moment on."""

    def __init__(self, plan: RollPlan) -> None:
        self._rest = plan.rest
        self._rested_at = [_ALWAYS] * plan.people

    def take(self, wanted: int, now: float) -> int:
        """Send up to so many rested people on duty, those first who have rested longest; return how many."""
        taken = 0
        while taken < wanted and self._rested_at and self._rested_at[0] <= now:
            heappop(self._rested_at)
            taken += 1
        return taken

    def give_back(self, people: int, now: float) -> None:
        """Let people rest from now on."""
        for _ in range(people):
            heappush(self._rested_at, now + self._rest)


def filled(shifts: Sequence[ShiftWorked], plan: RollPlan) -> tuple[ShiftWorked, ...]:
    """Return *shifts* with the people there are for each, if nobody is absent, works overtime or is called in."""
    roll, people = Roll(plan), Counter[ShiftWorked]()
    beginnings = sorted(enumerate(shifts), key=lambda row: (max(row[1].start, 0.0), row[0]))
    under_way: list[tuple[float, int]] = []  # end, people
    for _, shift in beginnings:
        now = max(shift.start, 0.0)
        while under_way and under_way[0][0] <= now:
            end, coming_off = heappop(under_way)
            roll.give_back(coming_off, end)
        people[shift] = roll.take(shift.count, now)
        heappush(under_way, (shift.end, people[shift]))
    return tuple(ShiftWorked(shift.start, shift.end, people[shift]) for shift in shifts)

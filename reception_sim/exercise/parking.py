"""Runs that wait at moments of the past, so that going back there need not begin at the start.

They are made in the moments in which the worker has nothing else to do. A living model cannot be copied, so each is run
up to its moment on its own.
"""

from collections.abc import Callable
from time import perf_counter
from typing import Final, TypeAlias

from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise.tempo import Stride

Begin: TypeAlias = Callable[[float], LedRun]  # a run at time 0 that is to be shown from a moment (s) on

SPACES: Final = 6  # in a whole run: from the nearest it is a sixth of the way at most


class ParkedRuns:
    """Runs of one branch, each at its own moment (s); whoever takes one has it for good."""

    def __init__(self, begin: Begin, duration: float) -> None:
        self._begin = begin
        # every other one first, so that early on none is far away
        numbers = sorted(range(1, SPACES), key=lambda number: (number % 2, number))
        self._moments = [duration * number / SPACES for number in numbers]
        self._parked: dict[float, LedRun] = {}
        self._left: LedRun | None = None
        self._arriving: tuple[float, LedRun] | None = None
        self._stride = Stride()

    def leave(self, run: LedRun) -> None:
        """Let a run wait where it stands, because somebody goes back from there; of these only the furthest is kept."""
        if self._left is None or run.now >= self._left.now:
            self._left = run

    def nearest(self, time: float) -> float | None:
        """Return where the run waits that is nearest before a moment (s); None if none does."""
        left = () if self._left is None else (self._left.now,)
        return max((moment for moment in (*self._parked, *left) if moment <= time), default=None)

    def take(self, time: float) -> LedRun | None:
        """Return the run that waits nearest before a moment; None if none does."""
        moment = self.nearest(time)
        if self._left is not None and self._left.now == moment:
            taken, self._left = self._left, None
            return taken
        return None if moment is None else self._parked.pop(moment)

    def work(self, reached: float) -> bool:
        """Bring a run a little nearer to its place, if one is empty that the exercise has *reached*; tell whether."""
        if self._arriving is None:
            empty = [moment for moment in self._moments if moment < reached and moment not in self._parked]
            if not empty:
                return False
            self._arriving = empty[0], self._begin(empty[0])
        moment, run = self._arriving
        began, before = perf_counter(), run.now
        run.advance(min(before + self._stride.seconds, moment))
        self._stride.took(perf_counter() - began, run.now - before)
        if run.now >= moment:
            self._parked[moment], self._arriving = run, None
        return True

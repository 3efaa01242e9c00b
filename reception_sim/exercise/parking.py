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
        self._moments = [duration * number / SPACES for number in range(1, SPACES)]
        self._parked: dict[float, LedRun] = {}
        self._arriving: tuple[float, LedRun] | None = None
        self._stride = Stride()

    def take(self, time: float) -> LedRun | None:
        """Return the run that waits nearest before a moment; None if none does."""
        moment = max((moment for moment in self._parked if moment <= time), default=None)
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

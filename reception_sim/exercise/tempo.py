"""How fast simulated time passes: the moment it ought to have reached, and the speed that was really reached."""

from collections import deque
from typing import Final

from reception_sim.exercise.protocol import Pace

_MEASURED_OVER_S: Final = 1.0


class Tempo:
    """Turns a speed and the wall clock into a target for the simulation.

    Every moment named *clock* is in real seconds, every moment named *simulated* in seconds since the scenario's start.
    The target is counted from one anchor, so that lateness of single frames does not add up to drift.
    """

    def __init__(self) -> None:
        self.pace = Pace.PAUSED
        self._speed: float | None = None
        self._goal: float | None = None
        self._anchor = (0.0, 0.0)
        self._passed: deque[tuple[float, float]] = deque()

    def play(self, speed: float | None, clock: float, simulated: float) -> None:
        """Let time pass at *speed* simulated seconds a second; None is as fast as it goes."""
        self._start(speed, None, clock, simulated)

    def run_until(self, goal: float, clock: float, simulated: float) -> None:
        """Go as fast as it goes up to *goal*, then pause."""
        self._start(None, goal, clock, simulated)

    def stop(self, pace: Pace) -> None:
        """Let time stand still, as PAUSED or FINISHED."""
        self.pace = pace

    def target(self, clock: float) -> float:
        """Return the simulated time that ought to be reached by now; infinite when as fast as it goes."""
        if self.pace is not Pace.PLAYING:
            return self._anchor[1]
        if self._goal is not None:
            return self._goal
        if self._speed is None:
            return float("inf")
        return self._anchor[1] + self._speed * (clock - self._anchor[0])

    def passed(self, clock: float, simulated: float) -> None:
        """Note how far the simulation has come; a goal that is reached pauses it."""
        self._passed.append((clock, simulated))
        while clock - self._passed[0][0] > _MEASURED_OVER_S:
            self._passed.popleft()
        if self._goal is not None and simulated >= self._goal:
            self.stop(Pace.PAUSED)
        elif self._speed is not None and simulated < self.target(clock):
            self._anchor = (clock, simulated)  # too fast for this machine: drop the arrears

    @property
    def at_full_speed(self) -> bool:
        """Return whether time passes as fast as it goes."""
        return self.pace is Pace.PLAYING and self._speed is None

    @property
    def speed(self) -> float:
        """Return the simulated seconds a second of the last second; 0 while time stands still."""
        if self.pace is not Pace.PLAYING or len(self._passed) < 2:
            return 0.0
        (first_clock, first), (last_clock, last) = self._passed[0], self._passed[-1]
        return (last - first) / (last_clock - first_clock) if last_clock > first_clock else 0.0

    def _start(self, speed: float | None, goal: float | None, clock: float, simulated: float) -> None:
        self.pace = Pace.PLAYING
        self._speed, self._goal, self._anchor = speed, goal, (clock, simulated)
        self._passed.clear()
        self._passed.append((clock, simulated))


class Stride:
    """How much simulated time to ask for at once, so that one piece takes a few milliseconds whatever the load."""

    AIM_S: Final = 0.004
    _SHORTEST: Final = 1.0
    _LONGEST: Final = 6 * 3600.0

    def __init__(self) -> None:
        self.seconds = 60.0

    def took(self, real_s: float, simulated_s: float) -> None:
        """Learn from a piece of *simulated_s* that took *real_s*."""
        if real_s <= self.AIM_S and simulated_s < self.seconds:
            return  # a short piece says nothing about a full one
        factor = min(2.0, max(0.5, self.AIM_S / max(real_s, 1e-6)))
        self.seconds = min(self._LONGEST, max(self._SHORTEST, self.seconds * factor))

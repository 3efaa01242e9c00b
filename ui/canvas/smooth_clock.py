"""The time that the map shows between two frames: it runs evenly from one to the next, so that people walk evenly."""

from typing import Final

_SHORTEST: Final = 0.005
_LONGEST: Final = 0.25  # s of real time; a later frame comes after a pause


class SmoothClock:
    """Runs one frame behind what it was told; all in seconds, simulated time against real time."""

    def __init__(self) -> None:
        self._before, self._last = 0.0, 0.0
        self._heard_at = float("-inf")
        self._pace = _LONGEST

    @property
    def step(self) -> float:
        """Return how much time passes from the frame before to this one; nothing after a pause."""
        return self._last - self._before

    def hear(self, time: float, at: float) -> None:
        """Take the simulated *time* of a frame that came *at* a moment of real time; after a pause it holds at once."""
        paused = at - self._heard_at > _LONGEST
        self._before = time if paused else min(self.shown(at), time)
        self._pace = max(min(at - self._heard_at, _LONGEST), _SHORTEST)
        self._last, self._heard_at = time, at

    def shown(self, at: float) -> float:
        """Return the simulated time to be shown *at* a moment of real time."""
        part = min(max((at - self._heard_at) / self._pace, 0.0), 1.0)
        return self._before + part * (self._last - self._before)

    def has_come(self, at: float) -> bool:
        """Tell whether the last frame has been reached."""
        return self.shown(at) >= self._last

"""What an exercise waits for: since when each condition of the simulation has held."""

from reception_sim.exercise.pending import LOOK_EVERY
from reception_sim.run import Run
from reception_sim.scenario import parse_condition


class Watch:
    """Remembers since when conditions have held; whoever asks looks first."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._since: dict[str, float | None] = {}
        self._looked: dict[str, float] = {}

    def look(self, condition: str) -> None:
        """Look whether a condition holds now; if nobody has looked for a while, nothing is known of before."""
        now = self._run.now
        if now - self._looked.get(condition, now) > LOOK_EVERY:
            self._since[condition] = None
        if not self._run.holds(parse_condition(condition)):
            self._since[condition] = None
        elif self._since.get(condition) is None:
            self._since[condition] = now
        self._looked[condition] = now

    def has_held(self, condition: str, lasting: float, since: float = 0.0) -> bool:
        """Tell whether a condition, looked at just now, has held for so long (s); only from *since* on counts."""
        began = self._since.get(condition)
        if began is None or self._looked.get(condition) != self._run.now:
            return False
        return self._run.now - max(began, since) >= lasting

"""Which part of the time a chart shows: all of it, growing in steps while the run goes on, or what was zoomed into."""

from typing import Final

from reception_sim.scenario.quantities import DAY, HOUR, MINUTE

_SPANS: Final = (3 * HOUR, 6 * HOUR, 12 * HOUR, *(days * DAY for days in (1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 56, 84)))
_SHORTEST: Final = 30 * MINUTE


class TimeWindow:
    """The stretch of time between *since* and *until*, within all that is known."""

    def __init__(self) -> None:
        self.since, self.until = 0.0, _SPANS[0]
        self._all = (self.since, self.until)

    @property
    def zoomed(self) -> bool:
        return (self.since, self.until) != self._all

    def follow(self, first: float, last: float) -> None:
        """Take in what is known by now; the window stays where it is while a user has zoomed in."""
        was_zoomed = self.zoomed
        span = next((span for span in _SPANS if last - first <= span), last - first)
        self._all = (first, first + span)
        if not was_zoomed:
            self.show_all()

    def show_all(self) -> None:
        self.since, self.until = self._all

    def zoom(self, factor: float, at: float) -> None:
        """Show *factor* times as much time as now, with the moment *at* where it stands."""
        span = self.until - self.since
        factor = max(factor, _SHORTEST / span)
        self._place(at - (at - self.since) * factor, span * factor)

    def pan(self, by: float) -> None:
        """Move on by some seconds, as far as anything is known."""
        self._place(self.since + by, self.until - self.since)

    def _place(self, since: float, span: float) -> None:
        first, last = self._all
        span = min(span, last - first)
        self.since = min(max(since, first), last - span)
        self.until = self.since + span

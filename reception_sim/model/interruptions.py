"""Why something does not go on for a time: a closed road, an outage, a stop."""

from collections.abc import Callable

from reception_sim.model.kernel import Kernel


class Interruptions:
    """Reasons for which something is interrupted; it goes on when the last of them has ended.

    *changed* is called when the first reason comes and when the last one goes.
    """

    __slots__ = ("_changed", "_kernel", "_reasons")

    def __init__(self, kernel: Kernel, changed: Callable[[], None]) -> None:
        self._kernel, self._changed = kernel, changed
        self._reasons: list[object] = []

    @property
    def active(self) -> bool:
        return bool(self._reasons)

    def begin(self, lasting: float | None) -> None:
        """Interrupt for *lasting* seconds, or until somebody ends it."""
        reason = object()
        self._reasons.append(reason)
        if len(self._reasons) == 1:
            self._changed()
        if lasting is not None:
            self._kernel.after(lasting, lambda: self._end(reason))

    def end(self) -> None:
        """End every reason there is."""
        if self._reasons:
            self._reasons.clear()
            self._changed()

    def _end(self, reason: object) -> None:
        if reason in self._reasons:
            self._reasons.remove(reason)
            if not self._reasons:
                self._changed()

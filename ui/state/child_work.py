"""Work that would make the window wait, done in a child process; its result comes back as a signal."""

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final, ParamSpec

from PySide6.QtCore import QObject, QTimer, Signal

from reception_sim.child_processes import end_with_parent, process_context

_POLL_MS: Final = 33

P = ParamSpec("P")


class ChildWork(QObject):
    """Calls one function at a time in a child process; the process is kept for the next call."""

    done = Signal(object)
    failed = Signal(object)  # the exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor: ProcessPoolExecutor | None = None
        self._future: Future[object] | None = None
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        return self._future is not None

    def start(self, function: Callable[P, object], *arguments: P.args, **options: P.kwargs) -> None:
        """Call *function* in the child; a call still under way is given up."""
        if self.busy:
            self.cancel()
        if self._executor is None:
            self._executor = ProcessPoolExecutor(1, process_context(), initializer=end_with_parent)
        self._future = self._executor.submit(function, *arguments, **options)
        self._timer.start()

    def cancel(self) -> None:
        """Give up the call under way: its result is never told."""
        self._timer.stop()
        if self._future is None:
            return
        self._future = None
        self._let_go()

    def close(self) -> None:
        self.cancel()
        self._let_go()

    def _look(self) -> None:
        if self._future is None or not self._future.done():
            return
        future, self._future = self._future, None
        self._timer.stop()
        error = future.exception()
        if error is None:
            self.done.emit(future.result())
            return
        if isinstance(error, BrokenProcessPool):
            self._let_go()
        self.failed.emit(error)

    def _let_go(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None

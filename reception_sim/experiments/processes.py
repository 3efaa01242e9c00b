"""Work done in processes of their own, each with a pipe of its own, and without a thread.

A ProcessPoolExecutor has one pipe for all results: a process killed while it writes a large one leaves the pool
waiting for the rest of it for ever (seen on Python 3.11). Here the end of a process is the end of its pipe.
"""

import signal
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Final, Generic, TypeAlias, TypeVar

R = TypeVar("R")
# in quotes, because only type checkers know what a connection carries
Channel: TypeAlias = "Connection[int, tuple[int, R | Exception]]"
Served: TypeAlias = "Connection[tuple[int, R | Exception], int]"  # the other end

_LOOK_UP_EVERY_S: Final = 0.2  # on Windows an interrupt is noticed only between two waits
_AHEAD: Final = 4  # how far a process may run ahead of a slow one: what comes early is kept in memory


class ProcessEndedError(Exception):
    """A process ended before its work was done."""


def results_in_order(work: Callable[[int], R], total: int, processes: int) -> Generator[R]:
    """Yield work(0), work(1), ... in this order, done by *processes* at once; ProcessEndedError if one ends.

    However the generator ends, no process is left.
    """
    workers: _Workers[R] = _Workers()
    early: dict[int, R] = {}
    begun = 0
    try:
        workers.start(work, processes)
        for number in range(total):
            while number not in early:
                while workers.idle and begun < min(total, number + _AHEAD * processes):
                    workers.begin(begun)
                    begun += 1
                early.update(workers.finished())
            yield early.pop(number)
    finally:
        workers.end()


class _Workers(Generic[R]):
    """Processes that do one piece of work after another."""

    def __init__(self) -> None:
        self.idle: list[Channel[R]] = []
        self._busy: list[Channel[R]] = []
        self._processes: list[BaseProcess] = []

    def start(self, work: Callable[[int], R], processes: int) -> None:
        for _ in range(processes):
            self._start_one(work)

    def begin(self, number: int) -> None:
        """Give a piece of work to a process that has none."""
        channel = self.idle.pop()
        self._busy.append(channel)
        try:
            channel.send(number)
        except OSError as error:
            raise ProcessEndedError from error

    def finished(self) -> list[tuple[int, R]]:
        """Wait a moment, and return what has been done since; raise what went wrong in it."""
        results = []
        ready = wait(self._busy, _LOOK_UP_EVERY_S)
        for channel in [channel for channel in self._busy if channel in ready]:
            try:
                number, result = channel.recv()
            except (EOFError, OSError) as error:
                raise ProcessEndedError from error
            if isinstance(result, Exception):
                raise result
            results.append((number, result))
            self._busy.remove(channel)
            self.idle.append(channel)
        return results

    def end(self) -> None:
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()
        for channel in (*self.idle, *self._busy):
            channel.close()

    def _start_one(self, work: Callable[[int], R]) -> None:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        with _interrupts_kept_for_this_process():
            process.start()
        theirs.close()  # else the end of the process would not end the pipe
        self._processes.append(process)
        self.idle.append(ours)


def _serve(channel: "Served[R]", work: Callable[[int], R]) -> None:
    """Do what comes down the pipe until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            number = channel.recv()
        except (EOFError, OSError):
            return
        channel.send((number, _done(work, number)))


def _done(work: Callable[[int], R], number: int) -> R | Exception:
    try:
        return work(number)
    except Exception as error:
        return error


@contextmanager
def _interrupts_kept_for_this_process() -> Iterator[None]:
    """Start a process so that Ctrl-C, which a terminal sends to all, cannot hit it while it starts."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

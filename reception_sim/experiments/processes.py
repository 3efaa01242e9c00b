"""Work done in processes of their own, each with a pipe of its own, and without a thread.

A ProcessPoolExecutor has one pipe for all results: a process killed while it writes a large one leaves the pool
waiting for the rest of it for ever (seen on Python 3.11). Here the end of a process is the end of its pipe.
"""

import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Final, Self, TypeAlias, TypeVar

from reception_sim.child_processes import interrupts_kept_for_this_process, process_context

T = TypeVar("T")
R = TypeVar("R")
# A piece of work on its way to a process: its number, what to do, and with what.
Order: TypeAlias = tuple[int, Callable[..., object], object]
# in quotes, because only type checkers know what a connection carries
Channel: TypeAlias = "Connection[Order, tuple[int, object]]"
Served: TypeAlias = "Connection[tuple[int, object], Order]"  # the other end

_LOOK_UP_EVERY_S: Final = 0.2  # on Windows an interrupt is noticed only between two waits
_AHEAD: Final = 4  # how far a process may run ahead of a slow one: what comes early is kept in memory


class ProcessEndedError(Exception):
    """A process ended before its work was done."""


def results_in_order(work: Callable[[int], R], total: int, processes: int) -> Generator[R]:
    """Yield work(0), work(1), ... in this order, done by *processes* at once; ProcessEndedError if one ends.

    However the generator ends, no process is left.
    """
    with Processes(processes) as workers:
        yield from workers.results(work, range(total))


class Processes:
    """Processes that do one piece of work after another, until the `with` block is left."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._idle: list[Channel] = []
        self._busy: list[Channel] = []
        self._processes: list[BaseProcess] = []
        self._begun = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()
        for channel in (*self._idle, *self._busy):
            channel.close()

    def results(self, work: Callable[[T], R], tasks: Iterable[T]) -> Generator[R]:
        """Yield work(task) of each task, in their order; ProcessEndedError if a process ends.

        Whoever closes the generator early wants no more of it: what has been begun is finished and thrown away.
        """
        self._start()
        left, early = iter(tasks), dict[int, R]()
        number = self._begun
        exhausted = False
        while True:
            while not exhausted and self._idle and self._begun < number + _AHEAD * self._count:
                exhausted = not self._begin_next(work, left)
            if number in early:
                yield early.pop(number)
                number += 1
            elif exhausted and number == self._begun:
                return
            else:
                early.update((done, result) for done, result in self._finished() if done >= number)

    def _start(self) -> None:
        while len(self._processes) < self._count:
            self._start_one()

    def _begin_next(self, work: Callable[[T], R], tasks: Iterator[T]) -> bool:
        """Give the next task to a process that has none; tell whether there was one."""
        for task in tasks:
            channel = self._idle.pop()
            self._busy.append(channel)
            try:
                channel.send((self._begun, work, task))
            except OSError as error:
                raise ProcessEndedError from error
            self._begun += 1
            return True
        return False

    def _finished(self) -> list[tuple[int, Any]]:
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
            self._idle.append(channel)
        return results

    def _start_one(self) -> None:
        context = process_context()
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), daemon=True)
        with interrupts_kept_for_this_process():
            process.start()
        theirs.close()  # else the end of the process would not end the pipe
        self._processes.append(process)
        self._idle.append(ours)


def _serve(channel: Served) -> None:
    """Do what comes down the pipe until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            number, work, task = channel.recv()
        except (EOFError, OSError):
            return
        channel.send((number, _done(work, task)))


def _done(work: Callable[[T], R], task: T) -> R | Exception:
    try:
        return work(task)
    except Exception as error:
        return error

"""Where runs are done: in this process, in processes of this machine, or on any executor, such as a cluster's.

The results come in the order of their tasks wherever they are done, so that what is decided on them is the same.
"""

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from typing import Final, Self, TypeVar

from typing_extensions import override

from reception_sim.experiments.processes import ProcessEndedError, Processes

T = TypeVar("T")
R = TypeVar("R")

_AHEAD: Final = 4


class WorkEndedError(Exception):
    """Where the work was done ended before it: a process was killed, an executor broke or was shut down."""


class Workplace(ABC):
    """A place to work, open while its `with` block is: leaving it leaves no process behind."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:  # noqa: B027 - most places have nothing to close
        """Close the place."""

    @property
    @abstractmethod
    def hands(self) -> int:
        """Return how many tasks can be worked on at once."""

    @abstractmethod
    def results(self, work: Callable[[T], R], tasks: Iterable[T]) -> Generator[R]:
        """Yield work(task) of each task, in their order; WorkEndedError if the place ends.

        *tasks* may be without end: it is drawn on only a little ahead. *work* and the tasks can be pickled. Closing
        the generator gives up what has not been yielded.
        """


class Here(Workplace):
    """In this process, one after another."""

    @property
    @override
    def hands(self) -> int:
        return 1

    @override
    def results(self, work: Callable[[T], R], tasks: Iterable[T]) -> Generator[R]:
        for task in tasks:
            yield work(task)


class OwnProcesses(Workplace):
    """In processes of their own on this machine, started with the first task."""

    def __init__(self, count: int) -> None:
        self._processes = Processes(count)
        self._count = count

    @override
    def __exit__(self, *_: object) -> None:
        self._processes.__exit__()

    @property
    @override
    def hands(self) -> int:
        return self._count

    @override
    def results(self, work: Callable[[T], R], tasks: Iterable[T]) -> Generator[R]:
        try:
            yield from self._processes.results(work, tasks)
        except ProcessEndedError as error:
            raise WorkEndedError from error


class OnExecutor(Workplace):
    """On an executor that somebody else starts and ends; *hands* tasks are worked on there at once."""

    def __init__(self, executor: Executor, hands: int) -> None:
        self._executor = executor
        self._hands = hands

    @property
    @override
    def hands(self) -> int:
        return self._hands

    @override
    def results(self, work: Callable[[T], R], tasks: Iterable[T]) -> Generator[R]:
        waiting: deque[Future[R]] = deque()
        try:
            for task in tasks:
                waiting.append(self._executor.submit(work, task))
                if len(waiting) >= _AHEAD * self._hands:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except (BrokenExecutor, CancelledError) as error:
            raise WorkEndedError from error
        finally:
            for future in waiting:
                future.cancel()


def workplace(jobs: int) -> Workplace:
    """Return this process for one job, else so many processes of this machine."""
    return Here() if jobs == 1 else OwnProcesses(jobs)

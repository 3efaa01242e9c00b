"""Many runs of one scenario that differ by chance alone, on as many processor cores as are given."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Final, TypeAlias

from reception_sim.actions import Journal
from reception_sim.experiments.cluster import ClusterLostError
from reception_sim.experiments.folding import SummaryFold
from reception_sim.experiments.processes import ProcessEndedError, results_in_order
from reception_sim.experiments.summary import ReplicationSummary
from reception_sim.run import Run, run_whole
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import RunFigures, measure
from reception_sim.translation import tr

_SUBMITTED_AHEAD: Final = 64  # to an executor, before the first of them is done
_PARTS: Final = 50  # in which a run here tells how far it is


@dataclass(frozen=True)
class Progress:
    """How many replications are done, of how many; one that runs in this process counts in part."""

    done: float
    total: int


OnProgress: TypeAlias = Callable[[Progress], None]


class UnfinishedError(Exception):
    """The replications could not be finished; *summary* is of those that were, None if there are none."""

    def __init__(self, sentence: str, summary: ReplicationSummary | None) -> None:
        self.summary = summary
        super().__init__(sentence)


def run_replication(scenario: ScenarioPlan, seed: int, replication: int, journal: Journal = ()) -> RunFigures:
    """Return the figures of one replication: a pure function, small enough to come from another process."""
    return measure(run_whole(scenario, seed, replication, journal), scenario)


def replicate(  # noqa: PLR0913, PLR0917 - what to run, and where
    scenario: ScenarioPlan,
    seed: int = 1,
    replications: int = 1,
    jobs: int = 1,
    journal: Journal = (),
    on_progress: OnProgress | None = None,
    executor: Executor | None = None,
) -> ReplicationSummary:
    """Run replications 0, 1, 2, ... and return their summary, the same for any number of jobs.

    With one job they run in this process, else in *jobs* processes or on *executor*. Shutting the executor
    down with `cancel_futures` ends it early with a summary of what is done. UnfinishedError says what failed.
    """
    if replications < 1 or jobs < 1:
        raise ValueError(tr("at least one replication and one job are needed"))
    with _fold_of(replications, on_progress) as fold:
        if executor is not None:
            fold.add_all(_on(executor, scenario, seed, replications, journal))
        elif min(jobs, replications) == 1:
            fold.add_all(_here(scenario, seed, replications, journal, fold))
        else:
            work = partial(_replication, scenario, seed, journal)
            with closing(results_in_order(work, replications, min(jobs, replications))) as runs:
                fold.add_all(runs)
    return fold.summary()


class _Folding:
    """Folds figures as they come, and tells how far it is."""

    def __init__(self, total: int, on_progress: OnProgress | None) -> None:
        self._total = total
        self._on_progress = on_progress
        self._fold: SummaryFold | None = None

    @property
    def done(self) -> int:
        return self._fold.replications if self._fold else 0

    def add_all(self, runs: Iterator[RunFigures]) -> None:
        self.tell()
        for figures in runs:
            if self._fold is None:
                self._fold = SummaryFold(figures)
            else:
                self._fold.add(figures)
            self.tell()

    def summary(self) -> ReplicationSummary:
        if self._fold is None:
            raise UnfinishedError(tr("Stopped before the first replication was done."), None)
        return self._fold.summary()

    def so_far(self) -> ReplicationSummary | None:
        return self._fold.summary() if self._fold else None

    def tell(self, part: float = 0.0) -> None:
        """Tell that *part* of the next replication is done."""
        if self._on_progress is not None:
            self._on_progress(Progress(self.done + part, self._total))


@contextmanager
def _fold_of(total: int, on_progress: OnProgress | None) -> Iterator[_Folding]:
    folding = _Folding(total, on_progress)
    try:
        yield folding
    except (ProcessEndedError, BrokenExecutor) as error:
        raise UnfinishedError(_broken_off(error, folding.done, total), folding.so_far()) from error


def _broken_off(error: Exception, done: int, total: int) -> str:
    if isinstance(error, ClusterLostError):
        return tr("{why} {done} of {total} replications were done.", why=error, done=done, total=total)
    return tr(
        "A process that ran replications was ended from outside, perhaps for want of memory; "
        "{done} of {total} replications were done. Try again with fewer jobs.",
        done=done,
        total=total,
    )


def _replication(scenario: ScenarioPlan, seed: int, journal: Journal, number: int) -> RunFigures:
    return run_replication(scenario, seed, number, journal)


def _here(
    scenario: ScenarioPlan, seed: int, replications: int, journal: Journal, folding: _Folding
) -> Iterator[RunFigures]:
    for number in range(replications):
        run = Run(scenario, seed, number, journal)
        for part in range(1, _PARTS + 1):
            run.advance(scenario.duration * part / _PARTS)
            folding.tell(part / _PARTS)
        yield measure(run.recording(), scenario)


def _on(
    executor: Executor, scenario: ScenarioPlan, seed: int, replications: int, journal: Journal
) -> Iterator[RunFigures]:
    """Yield the figures in the order of their numbers, until all are done or the executor is shut down.

    Only so many are submitted ahead, so that thousands need no more memory than some dozens.
    """
    work = partial(_replication, scenario, seed, journal)
    coming = (executor.submit(work, number) for number in range(replications))
    waiting = deque(islice(coming, _SUBMITTED_AHEAD))
    try:
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(islice(coming, 1))
    except CancelledError:
        return
    finally:
        for future in waiting:
            future.cancel()

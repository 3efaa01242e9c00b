"""Many runs on one or several processes: the same figures, and plain words when a process dies."""

import json
from concurrent.futures import Executor, Future
from dataclasses import asdict
from multiprocessing import active_children

import numpy as np
import pytest

from reception_sim.experiments import UnfinishedError, replicate, run_replication
from reception_sim.run import run_whole
from reception_sim.statistics import measure
from tests.experiments.runs import basics


class HereAndNow(Executor):
    """Runs each call at once in this process; calls beyond *most* are cancelled, as by a shutdown."""

    def __init__(self, most):
        self._left = most

    def submit(self, function, /, *arguments):
        future = Future()
        if self._left == 0:
            future.cancel()
            future.set_running_or_notify_cancel()
        else:
            self._left -= 1
            future.set_result(function(*arguments))
        return future


def exactly(summary):
    """Return a summary as text that shows every bit of every figure."""
    return json.dumps(asdict(summary), default=lambda array: np.asarray(array).tolist())


def test_that_the_figures_do_not_depend_on_the_number_of_jobs():
    alone = replicate(basics(), seed=3, replications=5, jobs=1)

    together = replicate(basics(), seed=3, replications=5, jobs=2)

    assert exactly(together) == exactly(alone)


def test_that_any_executor_will_do():
    here = replicate(basics(), seed=3, replications=3, executor=HereAndNow(3))

    assert exactly(here) == exactly(replicate(basics(), seed=3, replications=3))


def test_that_a_replication_is_a_run_with_its_number():
    figures = run_replication(basics(), 5, 2)

    assert exactly(figures) == exactly(measure(run_whole(basics(), 5, 2), basics()))


def test_that_replications_differ():
    summary = replicate(basics(), seed=1, replications=4)

    assert summary.replications == 4
    assert summary.stations[-1].waits.mean.sd > 0


def test_that_what_is_done_is_kept_when_the_work_is_cancelled():
    summary = replicate(basics(), replications=5, executor=HereAndNow(2))

    assert summary.replications == 2
    assert exactly(summary) == exactly(replicate(basics(), replications=2))


def test_that_work_cancelled_at_once_is_told():
    with pytest.raises(UnfinishedError, match="before the first replication") as told:
        replicate(basics(), replications=5, executor=HereAndNow(0))

    assert told.value.summary is None


def test_that_a_killed_process_is_told_with_what_was_done():
    def kill(progress):
        if progress.done == 1:
            for process in active_children():
                process.kill()

    with pytest.raises(UnfinishedError, match=r"ended from outside.* of 500 replications were done") as told:
        replicate(basics(), replications=500, jobs=2, on_progress=kill)

    assert told.value.summary is not None
    assert 1 <= told.value.summary.replications < 500


def test_that_no_process_is_left_when_the_work_is_given_up():
    def give_up(progress):
        if progress.done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replicate(basics(), replications=500, jobs=2, on_progress=give_up)

    assert active_children() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_that_progress_grows_from_nothing_to_all(jobs):
    seen = []

    replicate(basics(), replications=3, jobs=jobs, on_progress=lambda progress: seen.append(progress.done))

    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0, 3)


@pytest.mark.parametrize(("replications", "jobs"), [(0, 1), (1, 0), (-1, 2)])
def test_that_no_replications_and_no_jobs_are_refused(replications, jobs):
    with pytest.raises(ValueError, match="at least one replication and one job"):
        replicate(basics(), replications=replications, jobs=jobs)

"""A real Dask cluster on loopback: the same figures as here, workers that die, and all that can be wrong with one."""

import socket
from functools import partial

import pytest

from reception_sim.experiments import UnfinishedError, replicate, run_replication
from reception_sim.experiments.cluster import ClusterError, ClusterLostError, cluster
from reception_sim.experiments.workplaces import OwnProcesses, WorkEndedError
from tests.experiments.dask_cluster import local_cluster
from tests.experiments.runs import basics
from tests.experiments.test_replications import exactly

SMALL = partial(run_replication, basics(), 1)


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory):
    with local_cluster(tmp_path_factory.mktemp("cluster"), (), ()) as running:
        yield running


def test_that_a_cluster_gives_the_same_figures_as_this_machine(two_workers):
    here = replicate(basics(), seed=3, replications=4)

    with cluster(two_workers.address) as there:
        away = replicate(basics(), seed=3, replications=4, executor=there.executor)

    assert exactly(away) == exactly(here)


def test_that_thousands_are_submitted_only_a_little_ahead(two_workers):
    taken = []

    def tasks():
        for number in range(100_000):
            taken.append(number)
            yield number

    with cluster(two_workers.address) as there:
        results = there.place().results(_doubled, tasks())
        first = [next(results) for _ in range(50)]
        results.close()

    assert there.hands == 2
    assert first == [2 * number for number in range(50)]
    assert len(taken) < 100


def test_that_an_error_in_the_work_comes_back_as_it_is(two_workers):
    with cluster(two_workers.address) as there, pytest.raises(ZeroDivisionError):
        list(there.place().results(_divided, [0]))


def test_that_a_worker_killed_in_mid_run_costs_no_figure(tmp_path):
    with local_cluster(tmp_path, (), ()) as running, cluster(running.address) as there:
        figures = there.place().results(SMALL, range(12))
        begun = [next(figures)]
        running.workers[0].kill()
        away = [*begun, *figures]

    with OwnProcesses(2) as here:
        assert list(map(exactly, away)) == list(map(exactly, here.results(SMALL, range(12))))


def test_that_a_cluster_left_without_workers_is_told_with_what_was_done(tmp_path):
    with local_cluster(tmp_path, ()) as running, cluster(running.address, patience_s=1) as there:

        def kill(progress):
            if progress.done == 1:
                running.workers[0].kill()

        with pytest.raises(UnfinishedError, match=r"no workers any more\. \d+ of 500 replications were done") as told:
            replicate(basics(), replications=500, executor=there.executor, on_progress=kill)

    assert told.value.summary is not None
    assert 1 <= told.value.summary.replications < 500


def test_that_a_scheduler_that_goes_away_is_told(tmp_path):
    with local_cluster(tmp_path, ()) as running, cluster(running.address) as there:
        figures = there.place().results(SMALL, range(500))
        next(figures)
        running.scheduler.kill()
        with pytest.raises(WorkEndedError) as told:
            list(figures)

    assert isinstance(told.value.__cause__, ClusterLostError)
    assert "went away" in str(told.value.__cause__)


def test_that_an_address_where_nobody_answers_is_told():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"

        with pytest.raises(ClusterError, match="No Dask scheduler answers"), cluster(address, connect_within_s=1):
            pass


def test_that_a_cluster_without_workers_is_told(tmp_path):
    with (
        local_cluster(tmp_path) as running,
        pytest.raises(ClusterError, match="has no workers"),
        cluster(running.address),
    ):
        pass


def test_that_a_worker_with_another_version_is_refused_in_words(tmp_path):
    older = tmp_path / "older.py"
    older.write_text('import reception_sim\n\nreception_sim.__version__ = "0.0.1"\n')

    with (
        local_cluster(tmp_path, ("--preload", str(older))) as running,
        pytest.raises(ClusterError, match=r"Reception Sim is .* here and 0\.0\.1 on worker"),
        cluster(running.address),
    ):
        pass


def _doubled(number):
    return 2 * number


def _divided(number):
    return 1 / number

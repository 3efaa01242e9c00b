"""A real Dask cluster on loopback: a scheduler and workers, each a process of its own, ended by its id."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from distributed import Client

ROOT = Path(__file__).parents[2]
_DASK = "distributed.cli.dask_"
_SOON_S = 60


class LocalCluster:
    """The processes of a cluster, and where its scheduler listens."""

    def __init__(self, folder):
        self._folder = folder
        self._file = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--port", "0")
        _wait_for(lambda: self._file.exists() and self._file.read_text())
        self.address = json.loads(self._file.read_text())["address"]
        self.workers = []

    def add_worker(self, *more):
        self.workers.append(
            self._start("worker", "--nthreads", "1", "--no-nanny", "--local-directory", str(self._folder), *more)
        )

    def end(self):
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def _start(self, kind, *options):
        command = [sys.executable, "-m", _DASK + kind, "--host", "127.0.0.1", "--no-dashboard"]
        return subprocess.Popen(
            [*command, "--scheduler-file", str(self._file), *options],
            cwd=self._folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


@contextmanager
def local_cluster(folder, *workers):
    """Start a cluster with a worker for each tuple of options, and wait until all of them are there."""
    started = LocalCluster(folder)
    try:
        for options in workers:
            started.add_worker(*options)
        _wait_for_workers(started.address, len(workers))
        yield started
    finally:
        started.end()


def _wait_for_workers(address, count):
    with Client(address, set_as_default=False) as client:
        if count:
            client.wait_for_workers(count, timeout=_SOON_S)


def _wait_for(ready):
    deadline = time.monotonic() + _SOON_S
    while not ready():
        assert time.monotonic() < deadline
        time.sleep(0.02)

"""An existing Dask cluster as a place to work: found, checked, and told in words when it goes away.

Workers get code and plans as pickles: a cluster must be one that its users trust.
"""

import logging
import platform
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from socket import create_connection
from time import monotonic
from types import ModuleType
from typing import Any, Final, ParamSpec, TypeVar

import numpy as np
from typing_extensions import override

from reception_sim import __version__
from reception_sim.experiments.workplaces import OnExecutor
from reception_sim.translation import tr

P = ParamSpec("P")
R = TypeVar("R")

_LOOK_EVERY_S: Final = 0.5
_TRIES: Final = 3  # of a task whose worker died


class ClusterError(Exception):
    """A cluster that cannot be used; the text says why."""


class ClusterLostError(BrokenExecutor):
    """A cluster that went away while it worked; the text says what happened."""


@dataclass(frozen=True)
class Cluster:
    """A cluster that is connected: an executor, and how many tasks its workers can do at once."""

    executor: Executor
    hands: int

    def place(self) -> OnExecutor:
        """Return it as a place to work."""
        return OnExecutor(self.executor, self.hands)


@contextmanager
def cluster(address: str, patience_s: float = 20.0, connect_within_s: float = 10.0) -> Iterator[Cluster]:
    """Connect to the Dask scheduler at *address* ("tcp://host:8786", or "host:8786").

    ClusterError says why it cannot be used: nobody answers, it has no workers, or they run other versions.
    A cluster that loses all its workers is waited for for *patience_s*, because one that restarts comes back.
    """
    distributed = _library()
    client = _connected(distributed, address, connect_within_s)
    try:
        _check_versions(distributed, client, address)
        yield Cluster(_ClusterExecutor(distributed, client, patience_s), _threads(client))
    finally:
        client.close(timeout=1)


def _threads(client: Any) -> int:  # noqa: ANN401 - distributed has no types
    threads: dict[str, int] = client.nthreads()
    return max(sum(threads.values()), 1)


def versions() -> dict[str, str]:
    """Return the versions on which figures may depend, as they are in this process."""
    python = ".".join(platform.python_version_tuple()[:2])
    return {"Reception Sim": __version__, "Python": python, "NumPy": np.__version__}


def _library() -> ModuleType:
    try:
        return import_module("distributed")
    except ImportError as error:
        raise ClusterError(
            tr('A cluster needs dask.distributed, which is not installed: pip install "reception-sim[cluster]".')
        ) from error


def _connected(distributed: ModuleType, address: str, within_s: float) -> Any:  # noqa: ANN401 - distributed has no types
    for name in ("distributed.client", "distributed.utils", "tornado.application"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong is told by this program
    try:
        # whoever refuses at once is told at once: distributed itself would try until the time is over
        host, port = distributed.comm.get_address_host_port(address)
        create_connection((host, port), within_s).close()
        return distributed.Client(address, timeout=within_s, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(
            tr("No Dask scheduler answers at {address}. Is it running, and is the address right?", address=address)
        ) from error


def _check_versions(distributed: ModuleType, client: Any, address: str) -> None:  # noqa: ANN401 - as above
    ours = versions()
    try:
        found: dict[str, dict[str, str]] = client.run(versions, on_error="return")
    except (OSError, distributed.core.CommClosedError) as error:
        raise ClusterError(tr("The cluster at {address} went away.", address=address)) from error
    if not found:
        raise ClusterError(tr("The cluster at {address} has no workers.", address=address))
    for worker, theirs in found.items():
        if not isinstance(theirs, dict):
            raise ClusterError(
                tr("Reception Sim is not installed on worker {worker}: {why}", worker=worker, why=theirs)
            )
        for name, version in ours.items():
            if theirs.get(name) != version:
                raise ClusterError(_differs(name, version, theirs.get(name, "?"), worker))


def _differs(name: str, ours: str, theirs: str, worker: str) -> str:
    return tr(
        "{name} is {ours} here and {theirs} on worker {worker}; equal inputs could give other figures. "
        "Install the same version on both.",
        name=name,
        ours=ours,
        theirs=theirs,
        worker=worker,
    )


class _ClusterExecutor(Executor):
    """Submits to the cluster; a result that can no longer come is an error instead of an endless wait."""

    def __init__(self, distributed: ModuleType, client: Any, patience_s: float) -> None:  # noqa: ANN401 - as above
        self._distributed, self._client, self._patience_s = distributed, client, patience_s
        self._address = client.scheduler.address
        self._executor = client.get_executor(pure=False, retries=_TRIES)

    @override
    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        return _ClusterFuture(self._executor.submit(fn, *args, **kwargs), self)

    @override
    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._executor.shutdown(wait=wait, cancel_futures=cancel_futures)

    def result_of(self, future: Future[R]) -> R:
        """Wait for a result; raise ClusterLostError when there is nobody left who could bring it."""
        alone_since: float | None = None
        while True:
            try:
                return future.result(_LOOK_EVERY_S)
            except TimeoutError:
                alone_since = None if self._has_workers() else alone_since or monotonic()
                if alone_since is not None and monotonic() - alone_since > self._patience_s:
                    raise ClusterLostError(self._has_no_workers()) from None
            except (self._distributed.KilledWorker, CancelledError, self._distributed.core.CommClosedError) as error:
                raise ClusterLostError(self._said(error)) from error

    def _has_workers(self) -> bool:
        return self._client.status == "running" and bool(self._client.scheduler_info(n_workers=-1)["workers"])

    def _has_no_workers(self) -> str:
        return tr("The cluster at {address} has no workers any more.", address=self._address)

    def _said(self, error: BaseException) -> str:
        if isinstance(error, self._distributed.KilledWorker):
            return tr(
                "On the cluster at {address} one worker after another died on the same work.", address=self._address
            )
        return tr("The scheduler at {address} went away.", address=self._address)


class _ClusterFuture(Future[R]):
    """A future whose result is waited for with an eye on the cluster."""

    def __init__(self, inner: Future[R], executor: _ClusterExecutor) -> None:
        super().__init__()
        self._inner, self._executor = inner, executor

    @override
    def result(self, timeout: float | None = None) -> R:
        return self._executor.result_of(self._inner) if timeout is None else self._inner.result(timeout)

    @override
    def done(self) -> bool:
        return self._inner.done()

    @override
    def cancel(self) -> bool:
        return self._inner.cancel()

"""Where a command's runs are done: on this machine's processors, or on a cluster that is there already."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated, TypeAlias

import typer

from reception_sim.experiments import Workplace, workplace
from reception_sim.experiments.cluster import cluster
from reception_sim.translation import tr

ClusterOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--cluster", metavar="ADDRESS", help=tr("Run on the Dask cluster whose scheduler is there.")),
]


@dataclass(frozen=True)
class Machines:
    """What a user said about where to run: so many processes (None: one a processor), or a cluster."""

    jobs: int | None
    cluster: str | None

    @property
    def processes(self) -> int:
        return self.jobs or os.cpu_count() or 1

    @contextmanager
    def executor(self) -> Iterator[Executor | None]:
        """Connect to the cluster if one was named; else there is none."""
        if self.cluster is None:
            yield None
        else:
            with cluster(self.cluster) as there:
                yield there.executor


@contextmanager
def place_to_work(jobs: int | None, address: str | None) -> Iterator[Workplace]:
    """Open a cluster if one is named, else as many processes as wanted or as there are processors."""
    if address is not None:
        with cluster(address) as there, there.place() as place:
            yield place
    else:
        with workplace(Machines(jobs, None).processes) as place:
            yield place

"""How every process of this program is started."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Final

if sys.platform == "linux":
    from multiprocessing.context import ForkServerContext as ProcessContext
    from multiprocessing.forkserver import ensure_running
else:
    from multiprocessing.context import SpawnContext as ProcessContext

# What a process that simulates needs, and nothing of the window or the reports.
_LOADED_BEFORE: Final = (
    "reception_sim.exercise.worker",
    "reception_sim.exercise.led_worker",
    "reception_sim.experiments.asked_process",
)


def process_context() -> ProcessContext:
    """Return what starts processes that have nothing of this one but what they are sent.

    On Linux they leave a process that has the engine loaded, and so begin at once. Elsewhere each loads it anew:
    Windows knows no other way, and Apple's libraries do not bear this one.
    """
    if sys.platform != "linux":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(list(_LOADED_BEFORE))
    with interrupts_kept_for_this_process(), _modules_found_as_here():
        ensure_running()
    return context


def end_with_parent() -> None:
    """Have this process end when the one that started it has gone, however it went.

    For a process that waits at a pipe whose other end it holds too, as those of a pool do, and so would wait for ever:
    a thread of it does nothing but wait for the end of the other.
    """
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    wait([parent.sentinel])
    os._exit(1)


@contextmanager
def interrupts_kept_for_this_process() -> Iterator[None]:
    """Start a process so that Ctrl-C, which a terminal sends to all, cannot hit it while it starts."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _modules_found_as_here() -> Iterator[None]:
    """Start a process so that it loads what this one would, whatever lies in the folder that it is started in."""
    wanted = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONSAFEPATH": "1"}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})

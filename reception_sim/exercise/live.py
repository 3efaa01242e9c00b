"""The window's side of what is led live: starts the worker's process, sends commands, drains messages, never waits."""

from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, Generic, TypeAlias, TypeVar

from reception_sim.actions import Journal
from reception_sim.child_processes import process_context
from reception_sim.exercise.led_protocol import LedCommand, LedMessage
from reception_sim.exercise.protocol import Close, Command, Failed, Message
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr

_FAREWELL_S: Final = 0.1
C = TypeVar("C")
M = TypeVar("M")


class PipedProcess(Generic[C, M]):
    """A worker in a process of its own. One that dies is told once, as Failed, by `receive`."""

    def __init__(self, serve: Callable[..., None], *arguments: object) -> None:
        """Have *serve* called with its end of the pipe and the *arguments*, in a new process."""
        context = process_context()
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, *arguments), daemon=True)
        self._process.start()
        theirs.close()  # else the end of the worker would not end the pipe
        self._ended = False

    @property
    def alive(self) -> bool:
        return not self._ended and self._process.is_alive()

    @property
    def process_id(self) -> int | None:
        return self._process.pid

    def send(self, command: C | Close) -> None:
        """Send a command; sending to a run that has just ended is not an error, `receive` tells of the end."""
        if self._ended:
            return
        with suppress(ConnectionError):
            self._connection.send(command)

    def receive(self) -> list[M | Failed]:
        """Return every message that has come up so far, oldest first, without waiting for one."""
        messages: list[M | Failed] = []
        try:
            while not self._ended and self._connection.poll(0):
                messages.append(self._connection.recv())
                self._ended = isinstance(messages[-1], Failed)
        except (EOFError, ConnectionError):
            self._ended = True
            messages.append(self._last_words())
        return messages

    def close(self) -> None:
        """End the process; what has not been received is lost, the journal is not."""
        self.send(Close())
        self._ended = True
        self._connection.close()
        self._process.join(_FAREWELL_S)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join()

    def _last_words(self) -> Failed:
        self._process.join(_FAREWELL_S)
        return Failed(
            tr("The simulation stopped: its process ended unexpectedly."),
            tr("Exit code of the process: {code}", code=self._process.exitcode),
        )


LiveProcess: TypeAlias = PipedProcess[Command, Message]
LedProcess: TypeAlias = PipedProcess[LedCommand, LedMessage]


def start_live(scenario: ScenarioPlan, seed: int = 1, journal: Journal = ()) -> LiveProcess:
    """Start a run in a process of its own."""
    return PipedProcess(_serve_run, scenario, seed, journal)


def start_led(path: Path, exercise: int) -> LedProcess:
    """Start leading an exercise of the project at *path* in a process of its own, where it stood last."""
    return PipedProcess(_serve_exercise, path, exercise)


def _serve_run(connection: Connection, scenario: ScenarioPlan, seed: int, journal: Journal) -> None:
    from reception_sim.exercise.worker import serve  # noqa: PLC0415 - the model is loaded where it runs, nowhere else

    serve(connection, scenario, seed, journal)


def _serve_exercise(connection: Connection, path: Path, exercise: int) -> None:
    from reception_sim.exercise.led_worker import serve_exercise  # noqa: PLC0415 - as above

    serve_exercise(connection, path, exercise)

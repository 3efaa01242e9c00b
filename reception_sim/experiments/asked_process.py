"""A question asked of a process of its own: it tells what is known so far, can pause, and stops when it is told to.

Whoever asks never waits: `receive` takes what has come up the pipe. What was told is kept when the process ends.
"""

import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from enum import Enum, auto
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any, Final, TypeAlias
from weakref import finalize

from reception_sim.child_processes import process_context
from reception_sim.experiments.answers import Ending
from reception_sim.experiments.cluster import ClusterError, cluster
from reception_sim.experiments.inquiries import Inquiry, Step
from reception_sim.experiments.questions import QuestionError
from reception_sim.experiments.replications import UnfinishedError
from reception_sim.experiments.workplaces import OnExecutor, WorkEndedError, Workplace
from reception_sim.translation import tr

TOLD_EVERY_S: Final = 0.25
_SHARE_FOR_TELLING: Final = 0.1  # of the time, at most
_FAREWELL_S: Final = 0.1


class Wish(Enum):
    """What whoever asked wants now."""

    PAUSE = auto()
    GO_ON = auto()
    STOP = auto()


@dataclass(frozen=True)
class SoFar:
    """How far the work is, and the answer as it stands; None while nothing is known, or it has not changed."""

    step: Step
    answer: object | None


@dataclass(frozen=True)
class Answered:
    """The last word; *why* the work ended before it was done, "" if it did not."""

    answer: object
    why: str = ""


@dataclass(frozen=True)
class NotAnswered:
    """Why there is no answer, or no better one than was told: a sentence for the user, and details to copy."""

    sentence: str
    details: str = ""


Telling: TypeAlias = SoFar | Answered | NotAnswered
# both are called in the child, so they can be pickled: functions of a module, with their arguments bound
Begin: TypeAlias = Callable[[Workplace], Inquiry[Any]]  # of any question: the answer's type is the question's business
Place: TypeAlias = Callable[[], AbstractContextManager[Workplace]]
Ours: TypeAlias = "Connection[Wish, Telling]"
Theirs: TypeAlias = "Connection[Telling, Wish]"


class AskedProcess:
    """Answers one question; a process that dies is told once, as NotAnswered."""

    def __init__(self, begin: Begin, place: Place) -> None:
        context = process_context()
        ours, theirs = context.Pipe()
        self._connection: Ours = ours
        # not a daemon: it may start processes of its own. It ends with its pipe, and so with the window
        self._process = context.Process(target=_serve, args=(theirs, begin, place), daemon=False)
        self._process.start()
        # a program that ends would else wait for it, as it does for every process that is no daemon
        self._at_exit = finalize(self, self._process.terminate)
        theirs.close()  # else the end of the process would not end the pipe
        self._ended = False

    @property
    def process_id(self) -> int | None:
        return self._process.pid

    def wish(self, wish: Wish) -> None:
        """Ask it to pause, go on or stop; asking one that has just ended is not an error."""
        if not self._ended:
            with suppress(ConnectionError):
                self._connection.send(wish)

    def receive(self) -> list[Telling]:
        """Return all that has been told since, oldest first, without waiting."""
        told: list[Telling] = []
        try:
            while not self._ended and self._connection.poll(0):
                told.append(self._connection.recv())
                self._ended = not isinstance(told[-1], SoFar)
        except (EOFError, ConnectionError):
            self._ended = True
            told.append(self._last_words())
        return told

    def close(self) -> None:
        """End the process; what it has not told is lost."""
        self._ended = True
        self._connection.close()
        self._process.join(_FAREWELL_S)
        if self._process.is_alive():
            self._process.terminate()
        self._process.join()
        self._at_exit.detach()

    def _last_words(self) -> NotAnswered:
        self._process.join(_FAREWELL_S)
        return NotAnswered(
            tr("The work stopped: its process was ended from outside, perhaps for want of memory."),
            tr("Exit code of the process: {code}", code=self._process.exitcode),
        )


@contextmanager
def on_cluster(address: str) -> Iterator[Workplace]:
    """Work on the Dask cluster at *address*, which is there already."""
    with cluster(address) as there:
        yield OnExecutor(there.executor, there.hands)


def _serve(channel: Theirs, begin: Begin, place: Place) -> None:
    """Answer the question, and end; the end of the pipe ends the work too."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # by way of every `finally`, so that no process is left
    with suppress(EOFError, ConnectionError):
        channel.send(_last_telling(channel, begin, place))


def _last_telling(channel: Theirs, begin: Begin, place: Place) -> Answered | NotAnswered:
    try:
        with place() as there:
            return _worked_out(begin(there), _Ear(channel))
    except UnfinishedError as error:
        return NotAnswered(str(error))
    except QuestionError as error:
        return NotAnswered(tr("This question has no answer: {why}.", why=error))
    except ClusterError as error:
        return NotAnswered(str(error))


def _worked_out(inquiry: Inquiry[Any], ear: "_Ear") -> Answered | NotAnswered:
    voice = _Voice(ear.channel)
    try:
        with closing(inquiry.steps()) as steps:
            for step in steps:
                voice.tell(step, inquiry)
                if ear.told_to_stop():
                    return Answered(inquiry.answer(Ending.CANCELLED))
    except WorkEndedError as error:
        return _broken_off(inquiry, error)
    finally:
        voice.tell_last_step()
    return Answered(inquiry.answer())


def _broken_off(inquiry: Inquiry[Any], error: WorkEndedError) -> Answered | NotAnswered:
    why = str(error.__cause__ or "") or tr("A process that ran replications was ended from outside.")
    try:
        return Answered(inquiry.answer(Ending.BROKEN_OFF), why)
    except UnfinishedError:
        return NotAnswered(why, "".join(traceback.format_exception(error)))


class _Ear:
    """Hears wishes between two steps."""

    def __init__(self, channel: Theirs) -> None:
        self.channel = channel

    def told_to_stop(self) -> bool:
        """Return whether to stop; while it is told to pause, wait here. EOFError if whoever asked has gone."""
        return any(wish is Wish.STOP for wish in self._wishes())

    def _wishes(self) -> Iterator[Wish]:
        pausing = False
        while pausing or self.channel.poll(0):
            wish = self.channel.recv()
            pausing = wish is Wish.PAUSE
            yield wish


class _Voice:
    """Tells how far it is, and now and then what is known."""

    def __init__(self, channel: Theirs) -> None:
        self._channel = channel
        self._told_at = self._answer_due = -TOLD_EVERY_S
        self._last: Step | None = None

    def tell(self, step: Step, inquiry: Inquiry[Any]) -> None:
        now, self._last = monotonic(), step
        if now < self._told_at + TOLD_EVERY_S:
            return
        self._told_at = now
        self._channel.send(SoFar(step, self._answer(inquiry, now) if now >= self._answer_due else None))

    def tell_last_step(self) -> None:
        """Tell how far it came, however short after the step before."""
        if self._last is not None:
            self._channel.send(SoFar(self._last, None))

    def _answer(self, inquiry: Inquiry[Any], now: float) -> object | None:
        """Return what is known; the longer that takes, the rarer it is done."""
        try:
            answer: object = inquiry.answer()
        except UnfinishedError:
            return None
        else:
            return answer
        finally:
            self._answer_due = now + (monotonic() - now) / _SHARE_FOR_TELLING

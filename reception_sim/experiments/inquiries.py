"""A question while it is being answered: work in steps, and an answer that can be had at any moment."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from reception_sim.experiments.answers import Ending
from reception_sim.experiments.workplaces import WorkEndedError

A = TypeVar("A")


@dataclass(frozen=True)
class Step:
    """How far an inquiry is: *done* runs, of about *expected*; the second may change while it goes on."""

    done: int
    expected: int


OnStep: TypeAlias = Callable[[Step], None]


class Inquiry(ABC, Generic[A]):
    """A question that is being answered.

    Whoever asks goes through `steps`: pausing is not asking for the next step, cancelling is closing the iterator.
    After any step `answer` tells what is known; equal questions have equal answers, wherever the runs are done.
    """

    @abstractmethod
    def steps(self) -> Generator[Step]:
        """Do the work, a run or a few a step."""

    @abstractmethod
    def answer(self, cut_short: Ending | None = None) -> A:
        """Return what is known so far, told as ended by *cut_short*; UnfinishedError if nothing is known."""


def answered(inquiry: Inquiry[A], on_step: OnStep | None = None) -> A:
    """Do all the work and return the answer.

    Work that ends early, by Ctrl-C or because a process was killed, is answered with what was done until then.
    """
    try:
        with closing(inquiry.steps()) as steps:
            for step in steps:
                if on_step is not None:
                    on_step(step)
    except KeyboardInterrupt:
        return inquiry.answer(Ending.CANCELLED)
    except WorkEndedError:
        return inquiry.answer(Ending.BROKEN_OFF)
    return inquiry.answer()

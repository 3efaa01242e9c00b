"""What each decision of an exercise was worth: the journal as it was played against the journal without it.

Every replication runs the same people with the same fates through both, so that the difference is the decision's.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from typing_extensions import override

from reception_sim.actions import Journal, JournalEntry, Origin
from reception_sim.experiments.answers import Difference, Ending
from reception_sim.experiments.criteria import Criterion
from reception_sim.experiments.inquiries import Inquiry, Step
from reception_sim.experiments.paired import PairedTally
from reception_sim.experiments.questions import QuestionError
from reception_sim.experiments.replications import UnfinishedError, run_replication
from reception_sim.experiments.workplaces import Workplace
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import RunFigures
from reception_sim.translation import tr

_FEWEST: Final = 2  # replications: of one alone nobody can say how sure it is
AS_PLAYED: Final = "as played"

_Task: TypeAlias = tuple[ScenarioPlan, int, int, Journal]


@dataclass(frozen=True)
class DecisionsQuestion:
    """Which decisions of a journal to weigh, by which criteria, in how many replications.

    *scenario* is the one that was led, without injects of its own. Decisions are the entries of players; what the
    trainer and the injects did happens in every run.
    """

    scenario: ScenarioPlan
    journal: Journal
    criteria: tuple[Criterion, ...]
    seed: int = 1
    replications: int = 20

    @property
    def decisions(self) -> tuple[JournalEntry, ...]:
        return tuple(entry for entry in self.journal if entry.origin is Origin.PLAYER)


@dataclass(frozen=True)
class DecisionWorth:
    """What a decision changed, by criterion: as played less without it. *decision* None is all of them together."""

    decision: JournalEntry | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class DecisionsWeighed:
    """The worth of doing anything at all, then of each decision in the order in which they were taken."""

    question: DecisionsQuestion
    worths: tuple[DecisionWorth, ...]
    done: int
    ending: Ending


class WeighingDecisions(Inquiry[DecisionsWeighed]):
    """Runs each replication as it was played, with no decision at all, and without each in turn."""

    def __init__(self, question: DecisionsQuestion, workplace: Workplace) -> None:
        if not question.decisions:
            raise QuestionError(tr("the players took no decision that could be weighed"))
        if question.replications < _FEWEST:
            raise QuestionError(tr("at least two replications are needed to say how sure a difference is"))
        self.question = question
        self._workplace = workplace
        self._journals = (question.journal, *_journals_without(question))
        self._left_out: tuple[JournalEntry | None, ...] = (None, *question.decisions)
        self._tallies = [{criterion: PairedTally() for criterion in question.criteria} for _ in self._left_out]
        self._done = 0

    @override
    def steps(self) -> Generator[Step]:
        """Do a run a step."""
        expected = self.question.replications * len(self._journals)
        yield Step(0, expected)
        round_: list[RunFigures] = []
        for figures in self._workplace.results(_run, self._tasks()):
            round_.append(figures)
            if len(round_) == len(self._journals):
                self._add(round_)
                round_ = []
            yield Step(self._done * len(self._journals) + len(round_), expected)

    @override
    def answer(self, cut_short: Ending | None = None) -> DecisionsWeighed:
        if not self._done:
            raise UnfinishedError(tr("Stopped before the first replication was done."), None)
        whole = self._done == self.question.replications
        return DecisionsWeighed(
            question=self.question,
            worths=tuple(self._worths()),
            done=self._done,
            ending=Ending.AT_CEILING if whole else cut_short or Ending.GOES_ON,
        )

    def _tasks(self) -> Iterator[_Task]:
        for replication in range(self.question.replications):
            for journal in self._journals:
                yield self.question.scenario, self.question.seed, replication, journal

    def _add(self, round_: list[RunFigures]) -> None:
        played, *without = round_
        for tallies, figures in zip(self._tallies, without, strict=True):
            for criterion, tally in tallies.items():
                tally.add(criterion.value_in(figures), criterion.value_in(played))
        self._done += 1

    def _worths(self) -> Iterator[DecisionWorth]:
        comparisons = len(self._left_out) * len(self.question.criteria)
        for left_out, tallies in zip(self._left_out, self._tallies, strict=True):
            yield DecisionWorth(
                left_out,
                tuple(tally.difference(AS_PLAYED, one, comparisons, 0.0) for one, tally in tallies.items()),
            )


def without(journal: Journal, decision: JournalEntry) -> Journal:
    """Return the journal as if one decision had not been taken; of several alike the first."""
    place = journal.index(decision)
    return (*journal[:place], *journal[place + 1 :])


def with_nothing_done(journal: Journal) -> Journal:
    """Return the journal as if the players had decided nothing."""
    return tuple(entry for entry in journal if entry.origin is not Origin.PLAYER)


def _journals_without(question: DecisionsQuestion) -> Iterator[Journal]:
    yield with_nothing_done(question.journal)
    for decision in question.decisions:
        yield without(question.journal, decision)


def _run(task: _Task) -> RunFigures:
    return run_replication(*task)
